#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "core/argo/identity.h"

namespace noclobber::argo {

struct Sides {
    Side base;
    Side head;
    std::vector<std::string> notes; ///< for Inventories::notes
};

/// Finds the Applications in effect in both commits and the files they read. An Application's identity depends on who
/// covers it, and that on which Applications are in effect: worked out in rounds until nothing changes. Errors: Git,
/// Cancelled.
Result<Sides> resolveApplications(const git::Comparison &comparison, const Configuration &configuration,
                                  const CommitScans &scans, unsigned jobs, std::stop_token stop);

} // namespace noclobber::argo
