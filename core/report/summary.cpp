#include "core/report/summary.h"

namespace noclobber::report {

Summary summarise(const review::Review &review)
{
    Summary summary;
    for (const blast::AffectedObject &object : review.radius.objects) {
        ++summary.effects[static_cast<std::size_t>(object.effect)];
        ++summary.dataFate[static_cast<std::size_t>(object.dataFate)];
        if (blast::isDeletion(object.effect)) {
            ++summary.deletions;
            summary.statefulDeletions += object.isStateful ? 1 : 0;
        }
    }
    for (const rules::Finding &finding : review.findings) {
        if (finding.waived)
            ++summary.waivedFindings;
        else
            ++summary.findings[static_cast<std::size_t>(finding.severity)];
    }
    summary.scopes = review.inventories.head.scopes;
    summary.scopes.insert(review.inventories.base.scopes.begin(), review.inventories.base.scopes.end());
    return summary;
}

} // namespace noclobber::report
