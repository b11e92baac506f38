#include "ui/runner/services.h"

#include "core/git/user_name.h"
#include "core/index/manifest_index.h"
#include "core/report/html_report.h"

namespace noclobber::runner {

Services userServices()
{
    const auto build = [](review::ReviewRequest request, std::stop_token stop) {
        request.indexFolder = index::userFolder();
        return review::buildReview(request, stop);
    };
    const auto writeFix = [](const review::Review &review, const std::vector<rules::Finding> &findings) {
        return fix::writeFix({review.comparison, review.configuration, review.inventories, review.changes}, findings,
                             {});
    };
    return {.build = build,
            .readObject = &review::readObjectDiff,
            .readHistory = &git::readHistory,
            .findTips = &git::findTips,
            .writeSample = &review::writeSample,
            .writeFolders = &git::writeFolderPair,
            .findFolderState = &git::findFolderState,
            .userName = &git::userName,
            .writeReport = [](const review::Review &review) { return report::writeHtmlReport(review); },
            .readGuardRails = &review::readGuardRails,
            .writeFix = writeFix,
            .readOverwriteFacts = &review::readOverwriteFacts,
            .indexFolder = index::userFolder()};
}

} // namespace noclobber::runner
