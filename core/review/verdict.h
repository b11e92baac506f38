#pragma once

#include "core/review/review.h"

namespace noclobber::review {

/// Whether the finding says "this could not be judged" rather than "this is dangerous" (contract, section 5).
bool isDoubt(const rules::Finding &finding);

/// Fills in what follows from findings, inventories and blast radius: problems, notRendered, unknowns, notes, verdict,
/// headline, isDestructive.
void concludeReview(Review &review);

} // namespace noclobber::review
