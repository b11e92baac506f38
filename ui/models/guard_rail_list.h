#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/review/guard_rails.h"

namespace noclobber::models {

/// A rule with those of its findings that belong together.
struct RailRule {
    const rules::Rule *rule = nullptr;
    Severity severity = Severity::Note;      ///< the worst of the findings; of a rule without any, what it is set to
    std::optional<review::RailCount> counts; ///< none: only a change can break the rule, or it is not counted yet
    std::vector<const rules::Finding *> findings; ///< causes first
};

using GuardRailsPtr = std::shared_ptr<const review::GuardRails>;

/// What the rules say of a change, by what the change has to do with it. Points into the review and the guard rails.
struct GuardRailList {
    review::ReviewPtr review;
    GuardRailsPtr rails;            ///< null while both commits are not judged yet: then all counts as brought
    std::vector<RailRule> broken;   ///< what the change brings, worst first
    std::vector<RailRule> standing; ///< what base has too
    std::vector<RailRule> waived;
    std::vector<RailRule> quiet; ///< rules that found nothing, by id
};

using GuardRailListPtr = std::shared_ptr<const GuardRailList>;

GuardRailListPtr makeGuardRailList(const review::ReviewPtr &review, const GuardRailsPtr &rails);

} // namespace noclobber::models
