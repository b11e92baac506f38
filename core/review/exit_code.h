#pragma once

#include "core/review/review.h"

namespace noclobber::review {

/// The exit code of a review (contract, section 4): 0 when no finding that counts is at or above `failOn`, else 1, or
/// 3 when something with state would be destroyed. Nothing fails for an empty `failOn`.
int exitCode(const Review &review, std::optional<Severity> failOn);

} // namespace noclobber::review
