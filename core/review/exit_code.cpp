#include "core/review/exit_code.h"

#include <algorithm>

namespace noclobber::review {

int exitCode(const Review &review, std::optional<Severity> failOn)
{
    const bool fails = failOn && std::ranges::any_of(review.findings, [&](const rules::Finding &finding) {
                           return !finding.waived && finding.severity >= *failOn;
                       });
    if (!fails)
        return 0;
    return review.isDestructive ? 3 : 1;
}

} // namespace noclobber::review
