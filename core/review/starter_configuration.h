#pragma once

#include <stop_token>
#include <string>

#include "core/base/result.h"

namespace noclobber::review {

/// A configuration for a repository to begin with.
struct StarterConfiguration {
    std::string text; ///< `.noclobber.yaml`: what was found in HEAD, and an example of everything else in comments
    std::string file; ///< where it belongs: the root of the work tree; "" for a bare repository
};

/// Reads HEAD, whatever it has for a configuration, and proposes one. It never changes what belongs to one cluster: a
/// layout that would is only a comment. Errors as of buildReview.
Result<StarterConfiguration> writeStarterConfiguration(const std::string &folder, unsigned jobs, std::stop_token stop);

} // namespace noclobber::review
