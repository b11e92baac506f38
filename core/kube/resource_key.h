#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "core/base/name.h"
#include "core/base/result.h"

namespace noclobber::kube {

/// Identity of an object inside one cluster: API group *without* version, kind, namespace, name.
///
/// Two manifests with equal keys define the same object, whatever file or API version they use:
/// networking.k8s.io/v1beta1 and networking.k8s.io/v1 are one Ingress.
/// Cluster-scoped kinds have an empty nameSpace. An object with only a generateName has "prefix*" as its name.
/// Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
struct ResourceKey {
    Name group; ///< "" is the core group
    Name kind;
    Name nameSpace;
    Name name;

    auto operator<=>(const ResourceKey &) const = default;
};

/// Returns the group part of an apiVersion: "apps/v1" gives "apps", "v1" gives "".
/// Error Yaml if apiVersion is empty or has more than one slash.
Result<std::string> apiGroup(std::string_view apiVersion);

/// The group under which objects of this kind are kept, so that aliases of one stored object get one name:
/// extensions Deployment is apps, extensions Ingress is networking.k8s.io, events.k8s.io Event is the core group, ...
/// Source: kubernetes/kubernetes pkg/kubeapiserver/default_storage_factory_builder.go, AddCohabitatingResources.
Name storedGroup(std::string_view group, std::string_view kind);

enum class KindScope { Namespaced, Cluster, Unknown };

/// Scope of a kind by the built-in table and the catalogue of stateful kinds; Unknown for everything else.
KindScope scopeOfKind(std::string_view group, std::string_view kind);

} // namespace noclobber::kube
