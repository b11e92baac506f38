#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/review/review.h"

namespace noclobber::report {

// The order in which a person reads a review: worst first.

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
    const std::vector<blast::Reason> *because = nullptr; ///< of the first object
    std::size_t sharedLinks = 0; ///< how many links at the beginning are those of the cause before this one
    std::vector<const blast::AffectedObject *> objects; ///< in the order given
};

/// Objects put together whose chains say the same, their own names and places left out; in the order of their first
/// object.
std::vector<Cause> groupedByCause(const std::vector<const blast::AffectedObject *> &objects);

/// A reason with the object's own place left out ("its file"): then objects that go the same way say the same.
std::string withoutPlace(std::string text, const blast::AffectedObject &object);

/// What a link of an object's chain says where the name of what it is about is told already: "it leaves".
std::string withoutName(const blast::Reason &reason);

/// What a link of an object's chain says after the name of what it is about: ": it leaves", or " is overwritten" where
/// the sentence itself begins with the name.
std::string afterName(const blast::Reason &reason);

/// What the last link says of all objects of a cause: their own place is "its file".
std::string commonReason(const Cause &cause);

/// Findings of one rule with one mend.
struct FindingGroup {
    std::vector<const rules::Finding *> findings; ///< at least one, by identity
};

/// The findings, those put together that a person reads as one: more than three objects with one rule,
/// severity and mend. Causes come before what follows from them, waived ones last.
std::vector<FindingGroup> groupedFindings(const review::Review &review);

} // namespace noclobber::report
