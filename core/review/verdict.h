#pragma once

#include "core/review/review.h"

namespace noclobber::review {

/// Fills in what follows from findings, inventories and blast radius: problems, notRendered, unknowns, notes, verdict,
/// headline, isDestructive.
void concludeReview(Review &review);

} // namespace noclobber::review
