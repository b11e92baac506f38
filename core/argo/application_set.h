#pragma once

#include <string>
#include <vector>

#include "core/argo/declaration.h"

namespace noclobber::argo {

/// An ApplicationSet in effect in one commit.
struct ApplicationSet {
    ObjectId id;
    Declaration declaration;     ///< the one in effect
    std::string policy = "sync"; ///< spec.syncPolicy.applicationsSync: sync, create-only, create-update, create-delete
    bool preservesResources = false; ///< spec.syncPolicy.preserveResourcesOnDeletion
    bool hasFinalizer = false;       ///< carries a finalizer of its own: then the policy holds when it is deleted too
    std::vector<ObjectId> generated; ///< the Applications it makes, sorted; of an unknown one those that can be told
    std::vector<std::string> dynamicGenerators; ///< generators whose answer is not in this repository: "scmProvider"
    std::vector<std::string> unknowns; ///< why its Applications can't be told from this repository, whole sentences
};

} // namespace noclobber::argo
