#include "core/review/review.h"

#include "core/base/parallel_map.h"
#include "core/git/kept_blobs.h"
#include "core/review/configuration_source.h"
#include "core/review/scope_filter.h"
#include "core/review/verdict.h"

namespace noclobber::review {
namespace {

/// Of the files that the change touches. A change of more is slower, no more.
constexpr std::size_t mostKeptBytes = 64U << 20U;

} // namespace

/// Two commits -> two inventories -> change set -> blast radius -> findings -> review.
Result<ReviewPtr> buildReview(const ReviewRequest &request, std::stop_token stop)
{
    const auto tell = [&](Phase phase, std::size_t done = 0, std::size_t total = 0) {
        if (request.progress)
            request.progress(phase, done, total);
    };
    const auto show = [&](const diff::ChangeSet &changes, const blast::BlastRadius *radius) {
        if (request.found)
            request.found(interimOf(changes, radius));
    };
    const unsigned jobs = request.jobs > 0 ? request.jobs : defaultJobs();
    const auto review = std::make_shared<Review>();

    tell(Phase::Open);
    git::ComparisonRequest asked = request.comparison;
    asked.jobs = jobs;
    auto comparison = git::compare(asked, stop);
    if (!comparison)
        return comparison.error();
    review->comparison = std::move(*comparison);
    if (!review->comparison.base.entries.empty()) // else nothing is there to compare with
        review->comparison.keptBlobs = std::make_shared<git::KeptBlobs>(mostKeptBytes);

    auto configuration = findConfiguration(request, review->comparison);
    if (!configuration)
        return configuration.error();
    review->configuration = std::move(configuration->configuration);
    review->configurationOrigin = configuration->origin;

    const auto reading = [&](std::size_t done, std::size_t total) { tell(Phase::Read, done, total); };
    tell(Phase::Read);
    auto inventories =
        argo::readInventories(review->comparison, review->configuration, {jobs, request.indexFolder, reading}, stop);
    if (!inventories)
        return inventories.error();
    review->inventories = std::move(*inventories);

    tell(Phase::Match);
    auto changes = diff::compareInventories(review->comparison, review->inventories, jobs, stop);
    if (!changes)
        return changes.error();
    review->changes = std::move(*changes);
    show(review->changes, nullptr);

    const blast::Change change{review->comparison, review->configuration, review->inventories, review->changes};
    tell(Phase::Consequences);
    auto radius = blast::traceBlastRadius(change, stop);
    if (!radius)
        return radius.error();
    review->radius = std::move(*radius);
    show(review->changes, &review->radius);

    tell(Phase::Rules);
    auto findings = rules::judge(change, review->radius, request.today, stop);
    if (!findings)
        return findings.error();
    review->findings = std::move(*findings);

    if (auto kept = keepScopes(request.scopes, *review); !kept)
        return kept.error();
    concludeReview(*review);
    if (review->verdict == Verdict::Block) {
        auto recovery = recovery::writeRunbook(change, review->radius);
        if (!recovery)
            return recovery.error();
        review->recovery = std::move(*recovery);
    }
    review->comparison.keptBlobs.reset();
    return ReviewPtr(review);
}

} // namespace noclobber::review
