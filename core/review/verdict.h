#pragma once

#include <optional>

#include "core/review/review.h"

namespace noclobber::review {

/// Whether the finding says "this could not be judged" rather than "this is dangerous" (contract, section 5).
bool isDoubt(const rules::Finding &finding);

/// Fills in what follows from findings, inventories and blast radius: problems, notRendered, unknowns, notes, verdict,
/// headline, isDestructive.
void concludeReview(Review &review);

/// How a number stands in a sentence: files have "5000", a window "5,000".
using CountText = std::string (*)(std::size_t count);

/// The sentence of the banner with its counts and sizes in this form; without one, as files have them.
std::string verdictSentence(const Review &review, CountText text);

/// A total of volumes in this form: "10,000Gi" of "10000Gi".
std::string sizeText(const std::string &total, CountText text);

/// The object that says why the verdict is so: what starts most of the deletions, else what the finding that is quoted
/// is about. Nothing if there is none.
std::optional<argo::ObjectId> verdictCause(const Review &review);

} // namespace noclobber::review
