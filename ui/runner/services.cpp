#include "ui/runner/services.h"

#include "core/index/manifest_index.h"
#include "core/report/html_report.h"

namespace noclobber::runner {

Services userServices()
{
    const auto build = [](review::ReviewRequest request, std::stop_token stop) {
        request.indexFolder = index::userFolder();
        return review::buildReview(request, stop);
    };
    return {.build = build,
            .readTexts = &review::readObjectTexts,
            .listReferences = &git::listReferences,
            .defaultBase = &git::defaultBase,
            .writeSample = &review::writeSample,
            .writeReport = [](const review::Review &review) { return report::writeHtmlReport(review); }};
}

} // namespace noclobber::runner
