#include "core/kube/resource_key.h"

#include <algorithm>
#include <array>

#include "core/base/say.h"
#include "core/kube/stateful_kinds.h"

namespace noclobber::kube {

namespace {

struct GroupedKind {
    std::string_view group;
    std::string_view kind;

    auto operator<=>(const GroupedKind &) const = default;
};

/// Every built-in kind without a namespace, those of removed versions too.
constexpr std::array clusterKinds{
    GroupedKind{"", "ComponentStatus"},
    GroupedKind{"", "Namespace"},
    GroupedKind{"", "Node"},
    GroupedKind{"", "PersistentVolume"},
    GroupedKind{"admissionregistration.k8s.io", "MutatingAdmissionPolicy"},
    GroupedKind{"admissionregistration.k8s.io", "MutatingAdmissionPolicyBinding"},
    GroupedKind{"admissionregistration.k8s.io", "MutatingWebhookConfiguration"},
    GroupedKind{"admissionregistration.k8s.io", "ValidatingAdmissionPolicy"},
    GroupedKind{"admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding"},
    GroupedKind{"admissionregistration.k8s.io", "ValidatingWebhookConfiguration"},
    GroupedKind{"apiextensions.k8s.io", "CustomResourceDefinition"},
    GroupedKind{"apiregistration.k8s.io", "APIService"},
    GroupedKind{"authentication.k8s.io", "SelfSubjectReview"},
    GroupedKind{"authentication.k8s.io", "TokenReview"},
    GroupedKind{"authorization.k8s.io", "SelfSubjectAccessReview"},
    GroupedKind{"authorization.k8s.io", "SelfSubjectRulesReview"},
    GroupedKind{"authorization.k8s.io", "SubjectAccessReview"},
    GroupedKind{"certificates.k8s.io", "CertificateSigningRequest"},
    GroupedKind{"certificates.k8s.io", "ClusterTrustBundle"},
    GroupedKind{"flowcontrol.apiserver.k8s.io", "FlowSchema"},
    GroupedKind{"flowcontrol.apiserver.k8s.io", "PriorityLevelConfiguration"},
    GroupedKind{"imagepolicy.k8s.io", "ImageReview"},
    GroupedKind{"internal.apiserver.k8s.io", "StorageVersion"},
    GroupedKind{"networking.k8s.io", "IPAddress"},
    GroupedKind{"networking.k8s.io", "IngressClass"},
    GroupedKind{"networking.k8s.io", "ServiceCIDR"},
    GroupedKind{"node.k8s.io", "RuntimeClass"},
    GroupedKind{"policy", "PodSecurityPolicy"},
    GroupedKind{"rbac.authorization.k8s.io", "ClusterRole"},
    GroupedKind{"rbac.authorization.k8s.io", "ClusterRoleBinding"},
    GroupedKind{"resource.k8s.io", "DeviceClass"},
    GroupedKind{"resource.k8s.io", "DeviceTaintRule"},
    GroupedKind{"resource.k8s.io", "ResourcePoolStatusRequest"},
    GroupedKind{"resource.k8s.io", "ResourceSlice"},
    GroupedKind{"scheduling.k8s.io", "PriorityClass"},
    GroupedKind{"storage.k8s.io", "CSIDriver"},
    GroupedKind{"storage.k8s.io", "CSINode"},
    GroupedKind{"storage.k8s.io", "StorageClass"},
    GroupedKind{"storage.k8s.io", "VolumeAttachment"},
    GroupedKind{"storage.k8s.io", "VolumeAttributesClass"},
    GroupedKind{"storagemigration.k8s.io", "StorageVersionMigration"},
};

/// Every built-in kind with one.
constexpr std::array namespacedKinds{
    GroupedKind{"", "Binding"},
    GroupedKind{"", "ConfigMap"},
    GroupedKind{"", "Endpoints"},
    GroupedKind{"", "Event"},
    GroupedKind{"", "LimitRange"},
    GroupedKind{"", "PersistentVolumeClaim"},
    GroupedKind{"", "Pod"},
    GroupedKind{"", "PodTemplate"},
    GroupedKind{"", "ReplicationController"},
    GroupedKind{"", "ResourceQuota"},
    GroupedKind{"", "Secret"},
    GroupedKind{"", "Service"},
    GroupedKind{"", "ServiceAccount"},
    GroupedKind{"apps", "ControllerRevision"},
    GroupedKind{"apps", "DaemonSet"},
    GroupedKind{"apps", "Deployment"},
    GroupedKind{"apps", "ReplicaSet"},
    GroupedKind{"apps", "StatefulSet"},
    GroupedKind{"authorization.k8s.io", "LocalSubjectAccessReview"},
    GroupedKind{"autoscaling", "HorizontalPodAutoscaler"},
    GroupedKind{"batch", "CronJob"},
    GroupedKind{"batch", "Job"},
    GroupedKind{"certificates.k8s.io", "PodCertificateRequest"},
    GroupedKind{"coordination.k8s.io", "Lease"},
    GroupedKind{"coordination.k8s.io", "LeaseCandidate"},
    GroupedKind{"discovery.k8s.io", "EndpointSlice"},
    GroupedKind{"networking.k8s.io", "Ingress"},
    GroupedKind{"networking.k8s.io", "NetworkPolicy"},
    GroupedKind{"policy", "Eviction"},
    GroupedKind{"policy", "PodDisruptionBudget"},
    GroupedKind{"rbac.authorization.k8s.io", "Role"},
    GroupedKind{"rbac.authorization.k8s.io", "RoleBinding"},
    GroupedKind{"resource.k8s.io", "ResourceClaim"},
    GroupedKind{"resource.k8s.io", "ResourceClaimTemplate"},
    GroupedKind{"scheduling.k8s.io", "CompositePodGroup"},
    GroupedKind{"scheduling.k8s.io", "PodGroup"},
    GroupedKind{"scheduling.k8s.io", "Workload"},
    GroupedKind{"storage.k8s.io", "CSIStorageCapacity"},
};

static_assert(std::is_sorted(clusterKinds.begin(), clusterKinds.end()));
static_assert(std::is_sorted(namespacedKinds.begin(), namespacedKinds.end()));

/// Kinds that one stored object has in two groups.
struct Alias {
    GroupedKind written;
    std::string_view stored;
};

constexpr std::array aliases{
    Alias{{"extensions", "Deployment"}, "apps"},
    Alias{{"extensions", "DaemonSet"}, "apps"},
    Alias{{"extensions", "ReplicaSet"}, "apps"},
    Alias{{"extensions", "Ingress"}, "networking.k8s.io"},
    Alias{{"extensions", "NetworkPolicy"}, "networking.k8s.io"},
    Alias{{"extensions", "PodSecurityPolicy"}, "policy"},
    Alias{{"events.k8s.io", "Event"}, ""},
};

} // namespace

Result<std::string> apiGroup(std::string_view apiVersion)
{
    const std::size_t slash = apiVersion.find('/');
    if (apiVersion.empty())
        return Error{ErrorCode::Yaml, say("an apiVersion is empty; expected `version` or `group/version`"), {}};
    if (slash == std::string_view::npos)
        return std::string();
    if (apiVersion.find('/', slash + 1) != std::string_view::npos) {
        return Error{
            ErrorCode::Yaml,
            say("the apiVersion `{}` has more than one slash; expected `group/version`", std::string(apiVersion)),
            {}};
    }
    return std::string(apiVersion.substr(0, slash));
}

Name storedGroup(std::string_view group, std::string_view kind)
{
    for (const Alias &alias : aliases) {
        if (alias.written.group == group && alias.written.kind == kind)
            return Name(alias.stored);
    }
    return Name(group);
}

KindScope scopeOfKind(std::string_view group, std::string_view kind)
{
    const Name stored = storedGroup(group, kind);
    const GroupedKind wanted{stored, kind};
    if (std::binary_search(clusterKinds.begin(), clusterKinds.end(), wanted))
        return KindScope::Cluster;
    if (std::binary_search(namespacedKinds.begin(), namespacedKinds.end(), wanted))
        return KindScope::Namespaced;
    const StatefulKind *stateful = findStatefulKind(group, kind);
    return stateful != nullptr ? stateful->scope : KindScope::Unknown;
}

} // namespace noclobber::kube
