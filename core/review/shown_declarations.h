#pragma once

#include "core/review/review.h"

namespace noclobber::review {

/// The declaration a person means by each side of an object: the winner, or while contested the last one in effect.
/// nullptr: the side has none.
struct ShownDeclarations {
    const argo::Declaration *base = nullptr;
    const argo::Declaration *head = nullptr;
};

/// Those of an object of the review; a renamed pair is shown with its other half.
ShownDeclarations shownDeclarations(const Review &review, const argo::ObjectId &id);

} // namespace noclobber::review
