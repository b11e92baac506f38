#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/fix/fix.h"
#include "core/git/folder_state.h"
#include "core/git/history.h"
#include "core/review/guard_rails.h"
#include "core/review/object_diff.h"
#include "core/review/overwrite_facts.h"
#include "ui/runner/review_runner.h"

namespace noclobber::runner {

/// What the window asks of core, away from its own thread. A test puts answers of its own in place.
struct Services {
    ReviewRunner::Build build;
    std::function<Result<review::ObjectDiff>(const review::Review &, const argo::ObjectId &, review::TextForm)>
        readObject;
    std::function<Result<git::History>(const std::string &folder, std::size_t commits, std::stop_token)> readHistory;
    std::function<Result<git::Tips>(const git::ComparisonRequest &)> findTips;
    std::function<Result<void>(const std::string &folder)> writeSample;
    std::function<Result<git::ComparisonRequest>(const git::FolderPair &, const std::string &repository,
                                                 std::stop_token)>
        writeFolders;
    std::function<Result<git::FolderState>(const git::FolderPair &, const git::FolderState &before,
                                           const std::stop_token &)>
        findFolderState;                                                    ///< empty: two folders are not watched
    std::function<Result<std::string>(const std::string &folder)> userName; ///< who reviews; empty: nobody knows
    std::function<std::string(const review::Review &)> writeReport;         ///< HTML; empty: there is none
    std::function<Result<review::GuardRails>(const review::Review &, const std::string &today, std::stop_token)>
        readGuardRails = {}; ///< empty: both commits are not judged by themselves
    std::function<Result<fix::Fix>(const review::Review &, const std::vector<rules::Finding> &)> writeFix =
        {}; ///< empty: no patches are offered
    std::function<Result<review::OverwriteFacts>(const review::Review &, const argo::ObjectId &)> readOverwriteFacts =
        {};                                 ///< empty: the files of an overwrite are not read again
    std::optional<std::string> indexFolder; ///< what was read before; none: nothing is kept
};

/// What the program asks: reviews that keep what they read in the user's index.
Services userServices();

} // namespace noclobber::runner
