#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/review/review.h"
#include "core/rules/slip.h"

namespace noclobber::review {

/// What the files say of the declarations of one object, beyond what a review keeps.
struct OverwriteFacts {
    std::vector<int> baseDocuments; ///< how many documents the file of each declaration of base has; 0: not read
    std::vector<int> headDocuments;
    std::optional<rules::Slip> slip; ///< of the declaration that the change brings
    std::optional<argo::Location> slipAt;
    std::string patch; ///< gives it its proper name; "" if there is no slip, or it cannot be edited safely
};

/// Reads the files of an object's declarations again. Error Git.
Result<OverwriteFacts> readOverwriteFacts(const Review &review, const argo::ObjectId &id);

} // namespace noclobber::review
