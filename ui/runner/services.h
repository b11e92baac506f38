#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/fix/fix.h"
#include "core/review/guard_rails.h"
#include "ui/runner/review_runner.h"

namespace noclobber::runner {

/// What the window asks of core, away from its own thread. A test puts answers of its own in place.
struct Services {
    ReviewRunner::Build build;
    std::function<Result<review::ObjectTexts>(const review::Review &, const argo::ObjectId &)> readTexts;
    std::function<Result<std::vector<git::Reference>>(const std::string &folder, std::size_t commits)> listReferences;
    std::function<Result<std::string>(const std::string &folder)> defaultBase;
    std::function<Result<void>(const std::string &folder)> writeSample;
    std::function<std::string(const review::Review &)> writeReport; ///< HTML; empty: there is none
    std::function<Result<review::GuardRails>(const review::Review &, const std::string &today, std::stop_token)>
        readGuardRails = {}; ///< empty: both commits are not judged by themselves
    std::function<Result<fix::Fix>(const review::Review &, const std::vector<rules::Finding> &)> writeFix =
        {}; ///< empty: no patches are offered
};

/// What the program asks: reviews that keep what they read in the user's index.
Services userServices();

} // namespace noclobber::runner
