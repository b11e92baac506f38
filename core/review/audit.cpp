#include "core/review/audit.h"

#include <algorithm>
#include <array>

#include "core/base/parallel_map.h"
#include "core/blast/coverage.h"
#include "core/review/configuration_source.h"
#include "core/review/scope_filter.h"
#include "core/review/verdict.h"
#include "core/rules/judgement.h"

namespace noclobber::review {
namespace {

constexpr std::array<std::string_view, 15> guardRails = {"ambiguous-yaml",
                                                         "api-removed",
                                                         "applicationset-unsafe",
                                                         "contested-object",
                                                         "duplicate-identity",
                                                         "layout",
                                                         "missing-prune-protection",
                                                         "missing-shared-resource-guard",
                                                         "moving-revision",
                                                         "naming",
                                                         "protection-ineffective",
                                                         "reclaim-policy-delete",
                                                         "tracking-collision",
                                                         "unreadable-manifest",
                                                         "waiver-unused"};

/// Waivers of what only a change can do match nothing here, and are not unused because of that.
void keepWaiversOfGuardRails(argo::Configuration &configuration, const std::string &today)
{
    std::erase_if(configuration.waivers, [&](const argo::Waiver &waiver) {
        const bool isOver = !waiver.until.empty() && waiver.until < today;
        return !isOver && !isGuardRail(waiver.rule);
    });
}

/// The commit and its configuration; base is then an empty tree.
Result<void> openAudit(const ReviewRequest &request, Review &review, std::stop_token stop)
{
    auto commit = git::openCommit(request.comparison.folder, request.comparison.head.value_or("HEAD"), stop);
    if (!commit)
        return commit.error();
    review.comparison = std::move(*commit);
    auto configuration = findConfiguration(request, review.comparison);
    if (!configuration)
        return configuration.error();
    review.configuration = std::move(configuration->configuration);
    review.configurationOrigin = configuration->origin;
    if (auto known = rules::checkRuleIds(review.configuration); !known)
        return known.error();
    keepWaiversOfGuardRails(review.configuration, request.today);
    review.comparison.base = {};
    return {};
}

void concludeAudit(Audit &audit)
{
    Review &review = audit.review;
    concludeReview(review);
    for (NotRendered &folder : review.notRendered)
        folder.changed = 0;
    audit.scopes = blast::coverageByScope(review.inventories.head, review.configuration);
    audit.applications = blast::coverageByApplication(review.inventories.head, review.configuration);
}

} // namespace

bool isGuardRail(std::string_view rule)
{
    return std::ranges::find(guardRails, rule) != guardRails.end();
}

Result<Audit> auditCommit(const ReviewRequest &request, std::stop_token stop)
{
    const auto tell = [&](Phase phase, std::size_t done = 0, std::size_t total = 0) {
        if (request.progress)
            request.progress(phase, done, total);
    };
    const unsigned jobs = request.jobs > 0 ? request.jobs : defaultJobs();
    Audit audit;
    Review &review = audit.review;

    tell(Phase::Open);
    if (auto opened = openAudit(request, review, stop); !opened)
        return opened.error();

    const auto reading = [&](std::size_t done, std::size_t total) { tell(Phase::Read, done, total); };
    tell(Phase::Read);
    auto inventories =
        argo::readInventories(review.comparison, review.configuration, {jobs, request.indexFolder, reading}, stop);
    if (!inventories)
        return inventories.error();
    review.inventories = std::move(*inventories);

    tell(Phase::Match);
    auto changes = diff::compareInventories(review.comparison, review.inventories, jobs, stop);
    if (!changes)
        return changes.error();
    review.changes = std::move(*changes);
    review.radius.headCoverage = blast::coverageOf(review.inventories.head, review.configuration);

    tell(Phase::Rules);
    const blast::Change change{review.comparison, review.configuration, review.inventories, review.changes};
    auto findings = rules::judge(change, review.radius, request.today, stop);
    if (!findings)
        return findings.error();
    review.findings = std::move(*findings);
    std::erase_if(review.findings, [](const rules::Finding &finding) { return !isGuardRail(finding.rule); });

    if (auto kept = keepScopes(request.scopes, review); !kept)
        return kept.error();
    concludeAudit(audit);
    return audit;
}

Result<void> addFix(Audit &audit, std::stop_token stop)
{
    const Review &review = audit.review;
    auto fix = fix::writeFix({review.comparison, review.configuration, review.inventories, review.changes},
                             review.findings, stop);
    if (!fix)
        return fix.error();
    audit.fix = std::move(*fix);
    return {};
}

} // namespace noclobber::review
