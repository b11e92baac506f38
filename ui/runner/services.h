#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/review/review.h"
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
};

/// What the program asks: reviews that keep what they read in the user's index.
Services userServices();

} // namespace noclobber::runner
