#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/fix/fix.h"
#include "core/review/review.h"

namespace noclobber::review {

/// The guard-rails of one commit. Made once, then const.
struct Audit {
    /// The commit as head, set against an empty tree: everything is new, so every rule speaks at the severity of the
    /// contract. Of the findings only those about the commit itself, see isGuardRail; nothing is affected.
    Review review;
    std::map<std::string, blast::Coverage> scopes;
    std::map<std::optional<argo::ObjectId>, blast::Coverage> applications; ///< none: what no Application deploys
    std::optional<fix::Fix> fix;                                           ///< see addFix
};

/// Whether a rule says something about a commit as it is, and not only about a change.
bool isGuardRail(std::string_view rule);

/// Audits the commit that `comparison.head` names (default HEAD; `base` does not count), by its own configuration
/// unless a file is asked for. Errors as of buildReview.
Result<Audit> auditCommit(const ReviewRequest &request, std::stop_token stop);

/// Adds the patch that mends what of the findings can be mended by adding a protection. Errors: Git, Cancelled.
Result<void> addFix(Audit &audit, std::stop_token stop);

} // namespace noclobber::review
