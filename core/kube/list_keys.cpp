#include "core/kube/list_keys.h"

#include <array>

namespace noclobber::kube {

namespace {

constexpr bool ordered = true;
constexpr bool unordered = false;

/// A list by the end of its path, and where that is not enough by its kind.
struct KnownList {
    std::string_view kind; ///< "" for every kind
    std::string_view ending;
    std::array<std::string_view, 4> fields;
    bool orderMatters = ordered;
};

// Sources: patchMergeKey and listMapKey tags of kubernetes/api; where apply takes a list as one value, keys for
// display. The first that fits counts.
constexpr std::array knownLists{
    // pods, wherever their template stands
    KnownList{"", "containers.ports", {"containerPort", "protocol"}, unordered},
    KnownList{"", "Containers.ports", {"containerPort", "protocol"}, unordered},
    KnownList{"", "containers", {"name"}},
    KnownList{"", "initContainers", {"name"}},
    KnownList{"", "ephemeralContainers", {"name"}},
    KnownList{"", "env", {"name"}},
    KnownList{"", "volumeMounts", {"mountPath"}, unordered},
    KnownList{"", "volumeDevices", {"devicePath"}, unordered},
    KnownList{"", "resources.claims", {"name"}, unordered},
    KnownList{"", "resizePolicy", {"resourceName"}, unordered},
    KnownList{"", "volumes", {"name"}, unordered},
    KnownList{"", "imagePullSecrets", {"name"}, unordered},
    KnownList{"", "hostAliases", {"ip"}, unordered},
    KnownList{"", "topologySpreadConstraints", {"topologyKey", "whenUnsatisfiable"}, unordered},
    KnownList{"", "schedulingGates", {"name"}, unordered},
    KnownList{"", "resourceClaims", {"name"}, unordered},
    KnownList{"", "configMap.items", {"key"}},
    KnownList{"", "secret.items", {"key"}},
    KnownList{"", "downwardAPI.items", {"path"}},
    KnownList{"", "securityContext.sysctls", {"name"}},
    KnownList{"", "httpHeaders", {"name"}},
    KnownList{"", "volumeClaimTemplates", {"metadata.name"}},
    // metadata of everything
    KnownList{"", "metadata.finalizers", {}, unordered},
    KnownList{"", "metadata.ownerReferences", {"uid"}, unordered},
    KnownList{"", "status.conditions", {"type"}, unordered},
    KnownList{"Node", "status.addresses", {"type"}, unordered},
    // core
    KnownList{"Service", "spec.ports", {"port", "protocol"}, unordered},
    KnownList{"ServiceAccount", "secrets", {"name"}, unordered},
    KnownList{"Endpoints", "subsets.addresses", {"ip"}},
    KnownList{"Endpoints", "subsets.ports", {"name", "port", "protocol"}},
    KnownList{"LimitRange", "spec.limits", {"type"}},
    KnownList{"EndpointSlice", "ports", {"name", "port", "protocol"}},
    // networking
    KnownList{"Ingress", "spec.rules", {"host"}},
    KnownList{"Ingress", "rules.http.paths", {"path", "pathType"}},
    KnownList{"Ingress", "spec.tls", {"secretName"}},
    // access
    KnownList{"RoleBinding", "subjects", {"kind", "namespace", "name"}},
    KnownList{"ClusterRoleBinding", "subjects", {"kind", "namespace", "name"}},
    // admission
    KnownList{"MutatingWebhookConfiguration", "webhooks", {"name"}, unordered},
    KnownList{"ValidatingWebhookConfiguration", "webhooks", {"name"}, unordered},
    KnownList{"", "matchConditions", {"name"}, unordered},
    KnownList{"ValidatingAdmissionPolicy", "spec.variables", {"name"}},
    KnownList{"MutatingAdmissionPolicy", "spec.variables", {"name"}},
    // scaling
    KnownList{"HorizontalPodAutoscaler", "spec.metrics", {"type", "resource.name", "containerResource.name"}},
    // definitions
    KnownList{"CustomResourceDefinition", "spec.versions", {"name"}},
    KnownList{"CustomResourceDefinition", "versions.additionalPrinterColumns", {"name"}},
    KnownList{"CSIDriver", "spec.tokenRequests", {"audience"}},
    // Argo CD
    KnownList{"Application", "spec.sources", {"repoURL", "path", "chart", "ref"}},
    KnownList{"ApplicationSet", "spec.sources", {"repoURL", "path", "chart", "ref"}},
    KnownList{"Application", "spec.ignoreDifferences", {"group", "kind", "namespace", "name"}},
    KnownList{"Application", "helm.parameters", {"name"}},
    KnownList{"Application", "spec.info", {"name"}},
    KnownList{"AppProject", "spec.destinations", {"server", "name", "namespace"}},
    KnownList{"AppProject", "spec.roles", {"name"}},
    KnownList{"AppProject", "spec.clusterResourceWhitelist", {"group", "kind"}},
    KnownList{"AppProject", "spec.clusterResourceBlacklist", {"group", "kind"}},
    KnownList{"AppProject", "spec.namespaceResourceWhitelist", {"group", "kind"}},
    KnownList{"AppProject", "spec.namespaceResourceBlacklist", {"group", "kind"}},
    KnownList{"AppProject", "spec.signatureKeys", {"keyID"}},
    // what many operators copy from Kubernetes
    KnownList{"", "additionalVolumes", {"name"}},
    KnownList{"", "extraEnv", {"name"}},
};

/// Whether the path ends with these keys; an ending that begins with a capital letter or a whole key.
bool endsWith(std::string_view path, std::string_view ending)
{
    if (!path.ends_with(ending))
        return false;
    const std::size_t before = path.size() - ending.size();
    const bool isWholeKey = before == 0 || path[before - 1] == '.';
    const bool isWordPart = ending.front() >= 'A' && ending.front() <= 'Z';
    return isWholeKey || isWordPart;
}

/// Groups whose lists Kubernetes merges by key; in custom resources every list is one value, so its order counts.
bool isBuiltInGroup(std::string_view group)
{
    return group.find('.') == std::string_view::npos || group.ends_with(".k8s.io");
}

/// Whether the path has these keys one after the other, with something behind them.
bool hasWithin(std::string_view path, std::string_view keys)
{
    for (std::size_t at = path.find(keys); at != std::string_view::npos; at = path.find(keys, at + 1)) {
        const bool beginsKey = at == 0 || path[at - 1] == '.';
        if (beginsKey && path.substr(at + keys.size()).starts_with('.'))
            return true;
    }
    return false;
}

bool isAtOrBelow(std::string_view path, std::string_view place)
{
    return path.starts_with(place) && (path.size() == place.size() || path[place.size()] == '.');
}

} // namespace

ListKey listKey(std::string_view group, std::string_view kind, std::string_view path)
{
    for (const KnownList &known : knownLists) {
        if ((!known.kind.empty() && known.kind != kind) || !endsWith(path, known.ending))
            continue;
        ListKey key;
        for (const std::string_view field : known.fields) {
            if (!field.empty())
                key.fields.emplace_back(field);
        }
        const bool isMetadata = isAtOrBelow(path, "metadata");
        key.orderMatters = known.orderMatters || (!isBuiltInGroup(group) && !isMetadata);
        return key;
    }
    return {};
}

bool isQuantityField(std::string_view path)
{
    for (const std::string_view parent :
         {"resources.limits", "resources.requests", "spec.hard", "spec.scopedHard", "limits.max", "limits.min",
          "limits.default", "limits.defaultRequest", "limits.maxLimitRequestRatio", "overhead.podFixed", "capacity",
          "allocatedResources", "allocatable"}) {
        if (hasWithin(path, parent))
            return true;
    }
    for (const std::string_view ending : {"sizeLimit", "averageValue", "target.value", "targetValue",
                                          "targetAverageValue", "resourceFieldRef.divisor", "maximumVolumeSize"}) {
        if (endsWith(path, ending))
            return true;
    }
    return false;
}

bool isIgnoredField(std::string_view path)
{
    for (const std::string_view place :
         {"status", "metadata.managedFields", "metadata.creationTimestamp", "metadata.resourceVersion", "metadata.uid",
          "metadata.generation", "metadata.selfLink", "spec.volumeClaimTemplates.status"}) {
        if (isAtOrBelow(path, place))
            return true;
    }
    // templates carry an empty one, written by tools
    return endsWith(path, "metadata.creationTimestamp");
}

} // namespace noclobber::kube
