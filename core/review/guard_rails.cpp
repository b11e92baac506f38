#include "core/review/guard_rails.h"

#include <set>

#include "core/base/parallel_map.h"
#include "core/review/audit.h"

namespace noclobber::review {
namespace {

/// What an audit of this commit finds.
Result<std::vector<rules::Finding>> findingsOf(const Review &review, const git::TreeSnapshot &commit,
                                               const argo::Inventory &inventory, const std::string &today,
                                               std::stop_token stop)
{
    git::Comparison comparison;
    comparison.place = review.comparison.place;
    comparison.head = commit;
    comparison.mergedBlobs = review.comparison.mergedBlobs;
    const argo::Inventories inventories{{}, inventory, {}};
    const auto changes = diff::compareInventories(comparison, inventories, defaultJobs(), stop);
    if (!changes)
        return changes.error();
    auto findings = rules::judge({comparison, review.configuration, inventories, *changes}, {}, today, stop);
    if (!findings)
        return findings.error();
    std::erase_if(*findings, [](const rules::Finding &finding) {
        return finding.waived || !isGuardRail(finding.rule) || finding.rule == "waiver-unused";
    });
    return findings;
}

} // namespace

FindingKey keyOf(const rules::Finding &finding)
{
    const bool isOfFile = finding.id == argo::ObjectId() && finding.location;
    return {finding.rule, finding.id, isOfFile ? finding.location->path.text() : std::string()};
}

Result<GuardRails> readGuardRails(const Review &review, const std::string &today, std::stop_token stop)
{
    const auto base = findingsOf(review, review.comparison.base, review.inventories.base, today, stop);
    if (!base)
        return base.error();
    auto head = findingsOf(review, review.comparison.head, review.inventories.head, today, stop);
    if (!head)
        return head.error();
    GuardRails rails;
    std::set<FindingKey> known;
    for (const rules::Finding &finding : *base) {
        ++rails.counts[finding.rule].base;
        known.insert(keyOf(finding));
    }
    for (rules::Finding &finding : *head) {
        ++rails.counts[finding.rule].head;
        if (known.contains(keyOf(finding)))
            rails.standing.push_back(std::move(finding));
    }
    return rails;
}

} // namespace noclobber::review
