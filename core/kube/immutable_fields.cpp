#include <algorithm>
#include <array>

#include "core/kube/list_keys.h"
#include "core/kube/resource_key.h"

namespace noclobber::kube {

namespace {

struct Place {
    std::string_view group;
    std::string_view kind;
    std::string_view path;
};

// Source: the validation of updates in kubernetes/kubernetes pkg/apis/*/validation, and the immutability rules in the
// API documentation. What depends on another value (a ConfigMap with `immutable: true`, the first of a Service's
// ipFamilies) is not here.
constexpr std::array immutablePlaces{
    Place{"", "PersistentVolumeClaim", "spec"},
    Place{"", "Pod", "spec"},
    Place{"", "Secret", "type"},
    Place{"", "Service", "spec.clusterIP"},
    Place{"", "Service", "spec.clusterIPs"},
    Place{"", "PersistentVolume", "spec.nodeAffinity"},
    Place{"", "PersistentVolume", "spec.volumeMode"},
    Place{"apiextensions.k8s.io", "CustomResourceDefinition", "spec.group"},
    Place{"apiextensions.k8s.io", "CustomResourceDefinition", "spec.names.kind"},
    Place{"apiextensions.k8s.io", "CustomResourceDefinition", "spec.names.plural"},
    Place{"apiextensions.k8s.io", "CustomResourceDefinition", "spec.scope"},
    Place{"apps", "ControllerRevision", "data"},
    Place{"apps", "DaemonSet", "spec.selector"},
    Place{"apps", "Deployment", "spec.selector"},
    Place{"apps", "ReplicaSet", "spec.selector"},
    Place{"apps", "StatefulSet", "spec"},
    Place{"batch", "Job", "spec.backoffLimitPerIndex"},
    Place{"batch", "Job", "spec.completionMode"},
    Place{"batch", "Job", "spec.completions"},
    Place{"batch", "Job", "spec.managedBy"},
    Place{"batch", "Job", "spec.podFailurePolicy"},
    Place{"batch", "Job", "spec.selector"},
    Place{"batch", "Job", "spec.successPolicy"},
    Place{"batch", "Job", "spec.template"},
    Place{"certificates.k8s.io", "CertificateSigningRequest", "spec"},
    Place{"discovery.k8s.io", "EndpointSlice", "addressType"},
    Place{"networking.k8s.io", "IPAddress", "spec"},
    Place{"networking.k8s.io", "IngressClass", "spec.controller"},
    Place{"networking.k8s.io", "ServiceCIDR", "spec"},
    Place{"node.k8s.io", "RuntimeClass", "handler"},
    Place{"rbac.authorization.k8s.io", "ClusterRoleBinding", "roleRef"},
    Place{"rbac.authorization.k8s.io", "RoleBinding", "roleRef"},
    Place{"resource.k8s.io", "ResourceClaim", "spec"},
    Place{"resource.k8s.io", "ResourceClaimTemplate", "spec"},
    Place{"scheduling.k8s.io", "PriorityClass", "preemptionPolicy"},
    Place{"scheduling.k8s.io", "PriorityClass", "value"},
    Place{"snapshot.storage.k8s.io", "VolumeSnapshot", "spec.source"},
    Place{"storage.k8s.io", "CSIDriver", "spec.attachRequired"},
    Place{"storage.k8s.io", "CSIDriver", "spec.volumeLifecycleModes"},
    Place{"storage.k8s.io", "CSIStorageCapacity", "nodeTopology"},
    Place{"storage.k8s.io", "CSIStorageCapacity", "storageClassName"},
    Place{"storage.k8s.io", "StorageClass", "parameters"},
    Place{"storage.k8s.io", "StorageClass", "provisioner"},
    Place{"storage.k8s.io", "StorageClass", "reclaimPolicy"},
    Place{"storage.k8s.io", "StorageClass", "volumeBindingMode"},
    Place{"storage.k8s.io", "VolumeAttachment", "spec"},
    Place{"storage.k8s.io", "VolumeAttributesClass", "driverName"},
    Place{"storage.k8s.io", "VolumeAttributesClass", "parameters"},
};

/// What may change below a place of the table above.
constexpr std::array mutablePlaces{
    Place{"", "PersistentVolumeClaim", "spec.resources.requests"},
    Place{"", "PersistentVolumeClaim", "spec.volumeAttributesClassName"},
    Place{"", "Pod", "spec.activeDeadlineSeconds"},
    Place{"", "Pod", "spec.containers.image"},
    Place{"", "Pod", "spec.initContainers.image"},
    Place{"", "Pod", "spec.schedulingGates"},
    Place{"", "Pod", "spec.terminationGracePeriodSeconds"},
    Place{"", "Pod", "spec.tolerations"},
    Place{"apps", "StatefulSet", "spec.minReadySeconds"},
    Place{"apps", "StatefulSet", "spec.ordinals"},
    Place{"apps", "StatefulSet", "spec.persistentVolumeClaimRetentionPolicy"},
    Place{"apps", "StatefulSet", "spec.replicas"},
    Place{"apps", "StatefulSet", "spec.revisionHistoryLimit"},
    Place{"apps", "StatefulSet", "spec.template"},
    Place{"apps", "StatefulSet", "spec.updateStrategy"},
};

/// The volume sources of a PersistentVolume: which storage it stands for.
constexpr std::array<std::string_view, 22> volumeSources{"awsElasticBlockStore",
                                                         "azureDisk",
                                                         "azureFile",
                                                         "cephfs",
                                                         "cinder",
                                                         "csi",
                                                         "fc",
                                                         "flexVolume",
                                                         "flocker",
                                                         "gcePersistentDisk",
                                                         "glusterfs",
                                                         "hostPath",
                                                         "iscsi",
                                                         "local",
                                                         "nfs",
                                                         "photonPersistentDisk",
                                                         "portworxVolume",
                                                         "quobyte",
                                                         "rbd",
                                                         "scaleIO",
                                                         "storageos",
                                                         "vsphereVolume"};

bool isAtOrBelow(std::string_view path, std::string_view place)
{
    return path.starts_with(place) && (path.size() == place.size() || path[place.size()] == '.');
}

template <std::size_t Count>
bool isListed(const std::array<Place, Count> &places, const Place &wanted)
{
    return std::any_of(places.begin(), places.end(), [&](const Place &place) {
        return place.group == wanted.group && place.kind == wanted.kind && isAtOrBelow(wanted.path, place.path);
    });
}

bool isVolumeSource(std::string_view path)
{
    constexpr std::string_view parent = "spec.";
    return path.starts_with(parent) &&
           std::any_of(volumeSources.begin(), volumeSources.end(),
                       [&](std::string_view source) { return isAtOrBelow(path.substr(parent.size()), source); });
}

} // namespace

bool isImmutableField(std::string_view group, std::string_view kind, std::string_view path)
{
    const std::string stored = storedGroup(group, kind);
    const Place wanted{stored, kind, path};
    if (stored.empty() && kind == "PersistentVolume" && isVolumeSource(path))
        return true;
    return isListed(immutablePlaces, wanted) && !isListed(mutablePlaces, wanted);
}

} // namespace noclobber::kube
