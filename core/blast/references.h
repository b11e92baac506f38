#pragma once

#include <map>
#include <stop_token>
#include <string>

#include "core/blast/outcome.h"

namespace noclobber::blast {

/// Of every Secret, ConfigMap, claim and Service that goes, which workload with state that stays still needs it, as a
/// clause: "StatefulSet shop/db, which stays, needs it: ...". Only what head does not declare any more; what a Pod
/// calls optional does not count. A workload with state is a StatefulSet, or a Deployment with a claim.
/// Errors: Git, Cancelled.
Result<std::map<argo::ObjectId, std::string>> findNeeded(const Change &change, const Trace &trace,
                                                         argo::ContentReader &reader, std::stop_token stop);

} // namespace noclobber::blast
