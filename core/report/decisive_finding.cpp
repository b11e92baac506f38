#include "core/report/decisive_finding.h"

#include <tuple>

#include "core/blast/main_cause.h"
#include "core/report/ranking.h"
#include "core/review/verdict.h"

namespace noclobber::report {

const rules::Finding *decisiveFinding(const review::Review &review)
{
    const std::vector<FindingGroup> groups = groupedFindings(review);
    std::optional<blast::MainCause> cause;
    if (review.headline == review::Headline::Block)
        cause = blast::mainCause(review.radius);
    const rules::Finding *decisive = nullptr;
    const auto weight = [&](const rules::Finding &finding) {
        const bool madeHeadline = review::isDoubt(finding) == (review.headline == review::Headline::CannotTell);
        return std::tuple(cause && cause->id == finding.id, finding.severity, madeHeadline,
                          finding.rule == "overwrite");
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
