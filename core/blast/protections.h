#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/blast/blast_radius.h"

namespace noclobber::blast {

/// What an object's annotations and its Application say to one sync option, "Prune" or "Delete".
/// Source: gitops-engine/pkg/sync/sync_context.go (pruneObject), docs/user-guide/sync-options.md of Argo CD.
enum class Permission { Yes, Confirm, No };

/// The sync options of a declaration's own annotation, each as written: "Prune=false". Nothing but exact spelling
/// counts, as in Argo CD.
std::vector<std::string> syncOptionsOf(const kube::Manifest &manifest);

/// Whether the declaration's own annotation has the option, exact spelling.
bool hasSyncOption(const kube::Manifest &manifest, std::string_view option);

/// Whether the configuration says that Argo CD is this version or a later one. An unknown version is none.
bool isArgoCdAtLeast(const argo::Configuration &configuration, int major, int minor);

/// Whether Prune and Delete on an Application count for its objects: Argo CD 3.4 or later, and the configuration says
/// so. An unknown version does not count, as a protection that might not hold is none.
bool applicationOptionsCount(const argo::Configuration &configuration);

/// Whether the option ("Prune" or "Delete") lets an object go. The object's own word beats its Application's; the
/// application may be nullptr.
Permission permissionFor(std::string_view option, const kube::Manifest &manifest, const argo::Application *application,
                         const argo::Configuration &configuration);

/// What protects an object, for a person: "Prune=false", "Delete=false", "helm.sh/resource-policy: keep",
/// "Prune=false (Application argocd/web)", of Flux "kustomize.toolkit.fluxcd.io/prune: disabled". What another engine
/// than the object's own asks for is left out; without an Application all count. Sorted as listed here.
std::vector<std::string> protectionsOf(const kube::Manifest &manifest, const argo::Application *application,
                                       const argo::Configuration &configuration);

/// Whether Helm's annotation keeps the object when its Application is deleted (not when it is pruned).
bool isKeptByHelm(const kube::Manifest &manifest);

/// Whether the declaration is a hook: something that runs at a sync and is no part of what is compared and pruned.
bool isHook(const kube::Manifest &manifest);

/// Whether a declaration has both Prune=false and Delete=false, by itself or (where that counts) its Application.
bool isProtected(const argo::Declaration &declaration, const argo::Inventory &inventory,
                 const argo::Configuration &configuration);

} // namespace noclobber::blast
