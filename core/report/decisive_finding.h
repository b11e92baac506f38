#pragma once

#include "core/review/review.h"

namespace noclobber::report {

/// The finding that the verdict's sentence is about: of what starts most of the deletions, else of the worst ones the
/// one that made the headline, an overwrite before others. nullptr when all are notes or accepted.
const rules::Finding *decisiveFinding(const review::Review &review);

} // namespace noclobber::report
