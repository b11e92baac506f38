#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/argo/configuration.h"
#include "core/argo/declaration.h"

namespace noclobber::argo {

/// A place that a project lets its Applications deploy to; patterns as written, "!" in front denies.
struct ProjectDestination {
    std::string server;
    std::string name;
    std::string nameSpace;

    bool operator==(const ProjectDestination &) const = default;
};

/// An AppProject in effect in one commit: what its Applications may do. Lists of kinds hold patterns.
/// Source: pkg/apis/application/v1alpha1/app_project_types.go of Argo CD.
struct Project {
    ObjectId id;
    Declaration declaration; ///< the one in effect
    std::vector<std::string> sourceRepositories;
    std::vector<ProjectDestination> destinations;
    std::vector<GroupKind> clusterKinds; ///< clusterResourceWhitelist: empty allows none
    std::vector<GroupKind> deniedClusterKinds;
    std::optional<std::vector<GroupKind>> namespacedKinds; ///< absent allows all, empty allows none
    std::vector<GroupKind> deniedNamespacedKinds;
    std::vector<std::string> sourceNamespaces;
};

} // namespace noclobber::argo
