#pragma once

#include <cstddef>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/git/comparison.h"
#include "core/rules/finding.h"

namespace noclobber::fix {

/// A finding that the patch does not mend.
struct Unfixed {
    std::string rule;
    argo::ObjectId id;
    argo::Location location;
    std::string reason; ///< whole sentences: what keeps it from being mended, and what to do
};

struct Fix {
    std::string patch;            ///< for `git apply` on the commit; "" when nothing is to be added
    std::size_t objects = 0;      ///< that it mends
    std::size_t files = 0;        ///< that it changes
    std::vector<Unfixed> unfixed; ///< sorted by location, rule
};

/// Whether findings of this rule are mended by adding a protection: missing-prune-protection,
/// missing-shared-resource-guard, reclaim-policy-delete.
bool isFixable(std::string_view rule);

/// The patch of head that adds what these findings miss (waived ones are accepted as they are). Every other byte of the
/// files stays; what cannot be edited safely, or without
/// showing lines of a Secret, is in `unfixed`. Errors: Git, Cancelled.
Result<Fix> writeFix(const blast::Change &change, const std::vector<rules::Finding> &findings, std::stop_token stop);

} // namespace noclobber::fix
