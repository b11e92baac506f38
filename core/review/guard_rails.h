#pragma once

#include <compare>
#include <map>

#include "core/review/review.h"

namespace noclobber::review {

/// How often a rule is broken by each commit of a review as it is, waived findings not counted.
struct RailCount {
    std::size_t base = 0;
    std::size_t head = 0;

    bool operator==(const RailCount &) const = default;
};

/// What the guard rails say of both commits, each by itself as `audit` does; see isGuardRail.
struct GuardRails {
    std::map<std::string, RailCount, std::less<>> counts; ///< of the rules that one of the commits breaks, by id
    std::vector<rules::Finding> standing; ///< of head, not waived, those that base has too, by their FindingKey
};

/// Judges both commits of a finished review by themselves, waivers as of `today` ("2026-11-23"). Takes as long as the
/// rules of two audits, and as much memory as one. Errors: Git, Cancelled.
Result<GuardRails> readGuardRails(const Review &review, const std::string &today, std::stop_token stop);

/// What findings of two commits are told apart by: the rule, and the object or else the file.
struct FindingKey {
    std::string rule;
    argo::ObjectId id;
    std::string path; ///< "" where there is an object

    auto operator<=>(const FindingKey &) const = default;
};
FindingKey keyOf(const rules::Finding &finding);

} // namespace noclobber::review
