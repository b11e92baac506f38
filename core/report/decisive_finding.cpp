#include "core/report/decisive_finding.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/report/ranking.h"
#include "core/review/verdict.h"

namespace noclobber::report {

namespace {

/// What starts most of the deletions, as review::verdictSentence finds it; nothing without any.
std::optional<argo::ObjectId> mainCause(const review::Review &review)
{
    std::map<argo::ObjectId, std::size_t> causes;
    for (const blast::AffectedObject &object : review.radius.objects) {
        const bool goes = blast::isDeletion(object.effect) || object.effect == blast::Effect::PrunePending;
        if (goes && !object.because.empty())
            ++causes[object.because.front().id];
    }
    if (causes.empty())
        return std::nullopt;
    return std::ranges::max_element(causes, {}, [](const auto &entry) { return entry.second; })->first;
}

} // namespace

const rules::Finding *decisiveFinding(const review::Review &review)
{
    const std::vector<FindingGroup> groups = groupedFindings(review);
    const auto cause = review.headline == review::Headline::Block ? mainCause(review) : std::nullopt;
    const rules::Finding *decisive = nullptr;
    const auto weight = [&](const rules::Finding &finding) {
        const bool madeHeadline = review::isDoubt(finding) == (review.headline == review::Headline::CannotTell);
        return std::tuple(cause == finding.id, finding.severity, madeHeadline, finding.rule == "overwrite");
    };
    for (const FindingGroup &group : groups) {
        for (const rules::Finding *finding : group.findings) {
            const bool counts = !finding->waived && finding->severity >= Severity::Warn;
            if (counts && (decisive == nullptr || weight(*finding) > weight(*decisive)))
                decisive = finding;
        }
    }
    return decisive;
}

} // namespace noclobber::report
