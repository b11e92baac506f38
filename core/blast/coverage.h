#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/blast/blast_radius.h"

namespace noclobber::blast {

// An object counts as protected when all of its declarations in effect are.

/// The coverage of a commit.
Coverage coverageOf(const argo::Inventory &inventory, const argo::Configuration &configuration);

/// The coverage of each scope that has stateful objects.
std::map<std::string, Coverage> coverageByScope(const argo::Inventory &inventory,
                                                const argo::Configuration &configuration);

/// The coverage of what each Application deploys, its own declarations alone; none: what no Application here deploys.
/// Those without stateful objects are left out.
std::map<std::optional<argo::ObjectId>, Coverage> coverageByApplication(const argo::Inventory &inventory,
                                                                        const argo::Configuration &configuration);

} // namespace noclobber::blast
