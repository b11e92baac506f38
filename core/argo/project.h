#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/argo/declaration.h"
#include "core/yaml/document.h"

namespace noclobber::argo {

/// A place that a project lets its Applications deploy to; patterns as written, "!" in front denies.
struct ProjectDestination {
    std::string server;
    std::string name;
    std::string nameSpace;

    bool operator==(const ProjectDestination &) const = default;
};

/// Kinds that a project allows or denies: patterns as written.
struct KindPattern {
    std::string group;
    std::string kind;
    std::string name; ///< of the objects it is limited to; "" for all

    bool operator==(const KindPattern &) const = default;
};

/// An AppProject in effect in one commit: what its Applications may do. Lists of kinds hold patterns.
/// Source: pkg/apis/application/v1alpha1/app_project_types.go of Argo CD.
struct Project {
    ObjectId id;
    Declaration declaration; ///< the one in effect
    std::vector<std::string> sourceRepositories;
    std::vector<ProjectDestination> destinations;
    std::vector<KindPattern> clusterKinds; ///< clusterResourceWhitelist: empty allows none
    std::vector<KindPattern> deniedClusterKinds;
    std::optional<std::vector<KindPattern>> namespacedKinds; ///< absent allows all, empty allows none
    std::vector<KindPattern> deniedNamespacedKinds;
    std::vector<std::string> sourceNamespaces; ///< where its Applications may live, beside its own namespace

    bool operator==(const Project &other) const; ///< whether both permit the same, wherever they are declared
};

/// Reads what an AppProject's content says.
Project readProject(const yaml::Node &content, const Declaration &declaration);

} // namespace noclobber::argo
