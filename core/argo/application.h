#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/argo/declaration.h"
#include "core/argo/flux_settings.h"
#include "core/base/ignore_rules.h"
#include "core/yaml/document.h"

namespace noclobber::argo {

/// FluxFolder: a folder without a kustomization, for which Flux generates one that takes everything below it.
/// FluxOverlay: a folder whose objects a Flux Kustomization itself renames, drops or adds to.
enum class SourceType { Directory, Helm, Kustomize, Plugin, FluxFolder, FluxOverlay };

/// One source of an Application. Source: docs/user-guide/directory.md and multiple_sources.md of Argo CD.
struct Source {
    std::string repository; ///< repoURL as written
    std::string path;       ///< normalised, "" is the root
    std::string targetRevision;
    std::string chart;
    std::string ref;
    SourceType type = SourceType::Directory;
    bool isTypeExplicit = false; ///< the Application says helm, kustomize, directory or plugin itself
    bool isHere = false;         ///< the repository under review
    bool exists = false;         ///< its path holds at least one file in this commit
    bool recurse = false;        ///< of a directory
    std::string include;         ///< of a directory; "" takes all
    std::string exclude;
    std::vector<IgnoreRule> ignored; ///< what Flux leaves out of the repository; the last rule that matches counts
    std::string text;                ///< canonical JSON as declared, to compare: of what decides which objects it gives

    bool operator==(const Source &) const = default;
};

struct Destination {
    std::string server; ///< without trailing '/'
    std::string name;
    Name nameSpace; ///< where objects without a namespace go; of a Flux Kustomization: where all objects go

    bool operator==(const Destination &) const = default;
};

/// Who applies what an Application declares.
enum class Engine { ArgoCd, Flux };

/// An Application in effect in one commit, or what stands for one: a Flux Kustomization, one that an ApplicationSet
/// generates.
struct Application {
    Engine engine = Engine::ArgoCd;
    std::optional<ObjectId> generatedBy; ///< the ApplicationSet; then `declaration` is that of the set
    ObjectId id;
    Declaration declaration; ///< the one in effect
    std::vector<Source> sources;
    Destination destination;
    std::string scope; ///< of what it deploys, as its destination says (layout may say otherwise for a file)
    std::string project;
    bool automated = false; ///< syncs by itself: `automated` is there and not `enabled: false`
    bool prune = false;     ///< automated.prune
    bool selfHeal = false;
    bool allowEmpty = false;
    bool managesNamespace = false; ///< syncPolicy.managedNamespaceMetadata is there
    std::vector<std::string> syncOptions;
    std::vector<std::string> finalizers;
    std::string specError; ///< why its engine refuses the spec and does nothing, one clause; "" if it does not
    std::vector<std::string>
        unknownChildren; ///< why some of what it deploys cannot be seen here, whole sentences; empty: all is seen
    FluxSettings flux;   ///< of engine Flux

    bool prunesByItself() const { return automated && prune; }
    /// Whether its deletion deletes what it manages. Argo CD: it carries a finalizer
    /// resources-finalizer.argocd.argoproj.io[/...]. Flux: its deletionPolicy or `prune` says so, and it is not
    /// suspended.
    bool cascades() const;
    /// Exact spelling, as Argo CD compares.
    bool hasSyncOption(std::string_view option) const;
};

/// Reads what an Application's content says. Its scope and what the tree decides of its sources (isHere, exists, a type
/// that is not explicit) are filled in by the inventory.
Application readApplication(const yaml::Node &content, const Declaration &declaration);

/// "namespace/name", as Argo CD's own command line writes it.
std::string applicationName(const ObjectId &id);

/// A repository address without scheme, user, default port, ".git" and trailing slashes, host in lower case:
/// equal ones are one repository.
std::string normalAddress(std::string_view address);

} // namespace noclobber::argo
