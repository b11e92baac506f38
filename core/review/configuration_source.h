#pragma once

#include "core/review/review.h"

namespace noclobber::review {

struct FoundConfiguration {
    argo::Configuration configuration;
    ConfigurationOrigin origin = ConfigurationOrigin::None;
};

/// The configuration to judge by: the file that was asked for, else `.noclobber.yaml` of base, so that a change cannot
/// loosen the rules it is judged by. Errors: Io, Configuration, Git.
Result<FoundConfiguration> findConfiguration(const ReviewRequest &request, const git::Comparison &comparison);

} // namespace noclobber::review
