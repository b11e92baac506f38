#pragma once

#include <map>
#include <set>
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
    bool isEvaluated = true;         ///< false: a template or generator does not evaluate, or not here. Then head's
                                     ///< Applications are those of base: Argo CD leaves them as they are after an error
    std::vector<ObjectId> generated; ///< the Applications it makes, sorted; of an unknown one those that can be told
    std::map<ObjectId, std::string> origins; ///< what yields each: "the folder apps/x", "element 2 of its list"
    std::vector<ObjectId> lost;              ///< those that another set or a declaration makes too; sorted
    std::set<std::string> inputs;            ///< what its generators yield, as JSON; only of one that isn't evaluated
    std::string deciding;           ///< its spec as JSON without what deletes nothing: list elements, images, revisions
    std::set<std::string> elements; ///< of its lists, as JSON
    std::vector<std::string> dynamicGenerators; ///< generators whose answer is not in this repository: "scmProvider"
    std::vector<std::string> unknowns; ///< why its Applications can't be told from this repository, whole sentences

    /// Whether the policy lets it delete Applications that it does not make any more.
    bool deletes() const { return policy == "sync" || policy == "create-delete"; }
    /// Whether the policy lets it change Applications that are there.
    bool updates() const { return policy == "sync" || policy == "create-update"; }
};

} // namespace noclobber::argo
