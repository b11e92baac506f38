#include "ui/models/guard_rail_list.h"

#include <algorithm>
#include <set>

#include "core/report/ranking.h"
#include "core/review/audit.h"
#include "core/rules/judgement.h"

namespace noclobber::models {

namespace {

std::optional<review::RailCount> countsOf(std::string_view rule, const GuardRailList &list)
{
    if (!list.rails || !review::isGuardRail(rule))
        return std::nullopt;
    const auto found = list.rails->counts.find(rule);
    return found == list.rails->counts.end() ? review::RailCount() : found->second;
}

void add(std::vector<RailRule> &rules, const rules::Finding &finding, const GuardRailList &list)
{
    auto place = std::ranges::find(rules, finding.rule, [](const RailRule &entry) { return entry.rule->id; });
    if (place == rules.end()) {
        rules.push_back({rules::findRule(finding.rule), finding.severity, countsOf(finding.rule, list), {}});
        place = std::prev(rules.end());
    }
    place->severity = std::max(place->severity, finding.severity);
    place->findings.push_back(&finding);
}

/// Sorts the findings of the review into what the change brings, what stood before, and what is waived.
void addFindings(GuardRailList &list)
{
    std::set<review::FindingKey> standing;
    if (list.rails) {
        for (const rules::Finding &finding : list.rails->standing) {
            standing.insert(review::keyOf(finding));
            add(list.standing, finding, list);
        }
    }
    for (const report::FindingGroup &group : report::groupedFindings(*list.review)) {
        for (const rules::Finding *finding : group.findings) {
            if (finding->waived)
                add(list.waived, *finding, list);
            else if (!standing.contains(review::keyOf(*finding)))
                add(list.broken, *finding, list);
        }
    }
}

bool isIn(const std::vector<RailRule> &rules, std::string_view id)
{
    return std::ranges::any_of(rules, [id](const RailRule &entry) { return entry.rule->id == id; });
}

} // namespace

GuardRailListPtr makeGuardRailList(const review::ReviewPtr &review, const GuardRailsPtr &rails)
{
    auto list = std::make_shared<GuardRailList>();
    list->review = review;
    list->rails = rails;
    addFindings(*list);
    for (std::vector<RailRule> *rules : {&list->broken, &list->standing, &list->waived})
        std::ranges::stable_sort(*rules, std::ranges::greater(), &RailRule::severity);
    for (const rules::Rule &rule : rules::allRules()) {
        if (!isIn(list->broken, rule.id) && !isIn(list->standing, rule.id) && !isIn(list->waived, rule.id))
            list->quiet.push_back(
                {&rule, rules::severityOf(review->configuration, rule.id), countsOf(rule.id, *list), {}});
    }
    return list;
}

} // namespace noclobber::models
