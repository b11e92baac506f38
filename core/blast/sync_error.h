#pragma once

#include <string>

#include "core/argo/projects.h"
#include "core/blast/deployments.h"

namespace noclobber::blast {

/// One commit, and the other that it is compared with.
struct CommitView {
    const argo::Inventory &inventory;
    const argo::Inventory &other;
};

/// The cluster that an Application deploys to, as far as this commit tells its name and its server.
argo::Cluster clusterOf(const argo::Application &application, const argo::Inventory &inventory);

/// What its AppProject refuses of an Application: all of it, or one of its objects, which fails the whole sync; one
/// clause, "" if nothing. A project that is not in the tree counts only as missing when others of the same Argo CD
/// are, and this change takes it away or has the Application name it.
/// Source: util/argo/argo.go (ValidatePermissions), controller/sync.go (validateSyncPermissions) of Argo CD.
std::string projectRefusal(const CommitView &commit, const argo::Application &application);

/// Whether the project has a live object of the Application out of its view, so that it is neither pruned nor deleted:
/// why, or "". Source: controller/appcontroller.go (getPermittedAppLiveObjects).
std::string outOfViewReason(const CommitView &commit, const argo::Application &application,
                            const argo::ObjectId &object);

/// Why Argo CD does not sync this Application in this commit (then it does not prune either), one clause; "" if it
/// does: a broken spec, its project, a cluster that it does not know, what comparisonError says.
std::string syncError(const CommitView &commit, const argo::Application &application);

} // namespace noclobber::blast
