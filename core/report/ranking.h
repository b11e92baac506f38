#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/review/review.h"

namespace noclobber::report {

// The order in which a person reads a review: worst first.

/// Findings that count: by severity, then as they are sorted; waived ones last.
std::vector<const rules::Finding *> rankedFindings(const review::Review &review);

/// Objects whose running copy is deleted (pruned, cascade-deleted, recreated): those with state first, then by data
/// fate, effect, recovery tier, identity.
std::vector<const blast::AffectedObject *> rankedDeletions(const review::Review &review);

/// Objects that stay but need a look (prune-pending, blocked, orphaned, adopted, kept), in the same order.
std::vector<const blast::AffectedObject *> rankedSurvivors(const review::Review &review);

/// Changes of one status.
struct StatusGroup {
    diff::Status status = diff::Status::Unchanged;
    std::vector<const diff::ObjectChange *> changes; ///< by identity
};

/// All changes, the most dangerous status first; no empty groups.
std::vector<StatusGroup> rankedChanges(const review::Review &review);

/// Objects that are deleted or kept for the same reasons.
struct Cause {
    const std::vector<blast::Reason> *because = nullptr;
    std::vector<const blast::AffectedObject *> objects; ///< in the order given
};

/// Objects put together whose chains say the same, their own place at the end left out; in the order of their first
/// object.
std::vector<Cause> groupedByCause(const std::vector<const blast::AffectedObject *> &objects);

} // namespace noclobber::report
