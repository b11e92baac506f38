#pragma once

#include "core/report/text_writer.h"
#include "core/review/review.h"

namespace noclobber::report {

/// The runbook, if there is one: the number of steps and the first of them, or all. Commands stand on lines of their
/// own, whole.
void writeRecovery(TextWriter &out, const review::Review &review, bool showsAll);

} // namespace noclobber::report
