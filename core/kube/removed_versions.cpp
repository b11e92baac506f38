#include "core/kube/removed_versions.h"

#include <algorithm>
#include <array>

namespace noclobber::kube {

namespace {

constexpr std::string_view registration = "admissionregistration.k8s.io";
constexpr std::string_view rbac = "rbac.authorization.k8s.io";
constexpr std::string_view flowControl = "flowcontrol.apiserver.k8s.io";

constexpr std::array removed{
    RemovedVersion{"extensions", "v1beta1", "DaemonSet", "1.16", "apps/v1"},
    RemovedVersion{"extensions", "v1beta1", "Deployment", "1.16", "apps/v1"},
    RemovedVersion{"extensions", "v1beta1", "ReplicaSet", "1.16", "apps/v1"},
    RemovedVersion{"extensions", "v1beta1", "NetworkPolicy", "1.16", "networking.k8s.io/v1"},
    RemovedVersion{"extensions", "v1beta1", "PodSecurityPolicy", "1.16", ""},
    RemovedVersion{"extensions", "v1beta1", "Ingress", "1.22", "networking.k8s.io/v1"},
    RemovedVersion{"apps", "v1beta1", "", "1.16", "apps/v1"},
    RemovedVersion{"apps", "v1beta2", "", "1.16", "apps/v1"},
    RemovedVersion{"settings.k8s.io", "v1alpha1", "PodPreset", "1.20", ""},
    RemovedVersion{"batch", "v2alpha1", "CronJob", "1.21", "batch/v1"},
    RemovedVersion{registration, "v1beta1", "MutatingWebhookConfiguration", "1.22", "admissionregistration.k8s.io/v1"},
    RemovedVersion{registration, "v1beta1", "ValidatingWebhookConfiguration", "1.22",
                   "admissionregistration.k8s.io/v1"},
    RemovedVersion{"apiextensions.k8s.io", "v1beta1", "CustomResourceDefinition", "1.22", "apiextensions.k8s.io/v1"},
    RemovedVersion{"apiregistration.k8s.io", "v1beta1", "APIService", "1.22", "apiregistration.k8s.io/v1"},
    RemovedVersion{"certificates.k8s.io", "v1beta1", "CertificateSigningRequest", "1.22", "certificates.k8s.io/v1"},
    RemovedVersion{"coordination.k8s.io", "v1beta1", "Lease", "1.22", "coordination.k8s.io/v1"},
    RemovedVersion{"networking.k8s.io", "v1beta1", "Ingress", "1.22", "networking.k8s.io/v1"},
    RemovedVersion{"networking.k8s.io", "v1beta1", "IngressClass", "1.22", "networking.k8s.io/v1"},
    RemovedVersion{rbac, "v1alpha1", "", "1.22", "rbac.authorization.k8s.io/v1"},
    RemovedVersion{rbac, "v1beta1", "", "1.22", "rbac.authorization.k8s.io/v1"},
    RemovedVersion{"scheduling.k8s.io", "v1alpha1", "PriorityClass", "1.22", "scheduling.k8s.io/v1"},
    RemovedVersion{"scheduling.k8s.io", "v1beta1", "PriorityClass", "1.22", "scheduling.k8s.io/v1"},
    RemovedVersion{"storage.k8s.io", "v1beta1", "CSIDriver", "1.22", "storage.k8s.io/v1"},
    RemovedVersion{"storage.k8s.io", "v1beta1", "CSINode", "1.22", "storage.k8s.io/v1"},
    RemovedVersion{"storage.k8s.io", "v1beta1", "StorageClass", "1.22", "storage.k8s.io/v1"},
    RemovedVersion{"storage.k8s.io", "v1beta1", "VolumeAttachment", "1.22", "storage.k8s.io/v1"},
    RemovedVersion{"autoscaling", "v2beta1", "HorizontalPodAutoscaler", "1.25", "autoscaling/v2"},
    RemovedVersion{"batch", "v1beta1", "CronJob", "1.25", "batch/v1"},
    RemovedVersion{"discovery.k8s.io", "v1beta1", "EndpointSlice", "1.25", "discovery.k8s.io/v1"},
    RemovedVersion{"events.k8s.io", "v1beta1", "Event", "1.25", "events.k8s.io/v1"},
    RemovedVersion{"node.k8s.io", "v1beta1", "RuntimeClass", "1.25", "node.k8s.io/v1"},
    RemovedVersion{"policy", "v1beta1", "PodDisruptionBudget", "1.25", "policy/v1"},
    RemovedVersion{"policy", "v1beta1", "PodSecurityPolicy", "1.25", ""},
    RemovedVersion{"autoscaling", "v2beta2", "HorizontalPodAutoscaler", "1.26", "autoscaling/v2"},
    RemovedVersion{flowControl, "v1beta1", "", "1.26", "flowcontrol.apiserver.k8s.io/v1"},
    RemovedVersion{"storage.k8s.io", "v1beta1", "CSIStorageCapacity", "1.27", "storage.k8s.io/v1"},
    RemovedVersion{flowControl, "v1beta2", "", "1.29", "flowcontrol.apiserver.k8s.io/v1"},
    RemovedVersion{flowControl, "v1beta3", "", "1.32", "flowcontrol.apiserver.k8s.io/v1"},
};

} // namespace

const RemovedVersion *findRemovedVersion(std::string_view apiVersion, std::string_view kind)
{
    const std::size_t slash = apiVersion.find('/');
    if (slash == std::string_view::npos)
        return nullptr;
    const std::string_view group = apiVersion.substr(0, slash);
    const std::string_view version = apiVersion.substr(slash + 1);
    const auto found = std::ranges::find_if(removed, [&](const RemovedVersion &entry) {
        return entry.group == group && entry.version == version && (entry.kind.empty() || entry.kind == kind);
    });
    return found == removed.end() ? nullptr : &*found;
}

} // namespace noclobber::kube
