#pragma once

#include <QString>
#include <span>

#include "core/review/review.h"

namespace noclobber::models {

/// "Stop automatic sync", "See what is gone", ...
QString stageTitle(recovery::Stage stage);

/// Why a part of the runbook comes where it does, one sentence.
QString stageReason(recovery::Stage stage);

/// Steps as lines for a shell, sentences as comments, each part below its title where titles are wanted.
QString runbookLines(std::span<const recovery::Step> steps, bool hasTitles);

/// What the runbook of a review takes for granted, whole sentences.
QString runbookAssumptions(const review::Review &review);

} // namespace noclobber::models
