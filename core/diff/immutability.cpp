#include "core/diff/immutability.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace noclobber::diff {
namespace {

/// What the API server fills in where a manifest is silent, of fields that cannot be changed.
struct FilledIn {
    std::string_view kind;
    std::string_view path;
    std::string_view value;
};

constexpr std::array filledIn{
    FilledIn{"StatefulSet", "spec.podManagementPolicy", "OrderedReady"},
    FilledIn{"StatefulSet", "spec.volumeClaimTemplates.apiVersion", "v1"},
    FilledIn{"StatefulSet", "spec.volumeClaimTemplates.kind", "PersistentVolumeClaim"},
    FilledIn{"StatefulSet", "spec.volumeClaimTemplates.spec.volumeMode", "Filesystem"},
    FilledIn{"StorageClass", "reclaimPolicy", "Delete"},
    FilledIn{"StorageClass", "volumeBindingMode", "Immediate"},
    FilledIn{"PersistentVolumeClaim", "spec.volumeMode", "Filesystem"},
    FilledIn{"PersistentVolume", "spec.volumeMode", "Filesystem"},
    FilledIn{"PriorityClass", "preemptionPolicy", "PreemptLowerPriority"},
    FilledIn{"RoleBinding", "roleRef.apiGroup", "rbac.authorization.k8s.io"},
    FilledIn{"ClusterRoleBinding", "roleRef.apiGroup", "rbac.authorization.k8s.io"},
    FilledIn{"Job", "spec.completionMode", "NonIndexed"},
    FilledIn{"Secret", "type", "Opaque"},
};

bool isWithinField(std::string_view path, std::string_view field)
{
    return path.starts_with(field) && (path.size() == field.size() || path[field.size()] == '.');
}

bool isFrozen(const Subject &subject, const yaml::Node &base, std::string_view path)
{
    if (!subject.group.empty() || (subject.kind != "Secret" && subject.kind != "ConfigMap"))
        return false;
    const yaml::Node *immutable = base.find("immutable");
    if (immutable == nullptr || immutable->type != yaml::NodeType::Boolean || immutable->scalar != "true")
        return false;
    constexpr std::array<std::string_view, 4> frozen{"data", "stringData", "binaryData", "immutable"};
    return std::any_of(frozen.begin(), frozen.end(), [&](auto field) { return isWithinField(path, field); });
}

/// Before apps/v1 the selector of a workload was filled in from its template's labels; writing it out is what an
/// upgrade of the API version asks for.
bool isSelectorWrittenOut(const ContentPair &contents, std::string_view path, const Difference &difference)
{
    if (path != "spec.selector" || difference.base != nullptr || difference.head == nullptr)
        return false;
    const yaml::Node *labels = contents.base.find({"spec", "template", "metadata", "labels"});
    const yaml::Node *matched = difference.head->find("matchLabels");
    return labels != nullptr && matched != nullptr && difference.head->fields.size() == 1 && *labels == *matched;
}

bool isDefaultWrittenOut(const Subject &subject, std::string_view path, const Difference &difference)
{
    const yaml::Node *value = difference.base == nullptr ? difference.head : difference.base;
    if ((difference.base != nullptr) == (difference.head != nullptr))
        return false;
    return std::any_of(filledIn.begin(), filledIn.end(), [&](const FilledIn &entry) {
        return entry.kind == subject.kind && entry.path == path && entry.value == value->scalar;
    });
}

/// What the cluster chose itself keeps its value when a manifest falls silent; what was empty may be set once.
bool mayBeSetOrDropped(const Subject &subject, std::string_view path, const Difference &difference)
{
    const bool isAddress = isWithinField(path, "spec.clusterIP") || isWithinField(path, "spec.clusterIPs");
    if (subject.kind == "Service" && isAddress)
        return difference.head == nullptr;
    if (difference.base != nullptr)
        return false;
    return (subject.kind == "PersistentVolumeClaim" && path == "spec.volumeName") ||
           (subject.kind == "PersistentVolume" && path == "spec.nodeAffinity");
}

} // namespace

bool isRefused(const Subject &subject, const ContentPair &contents, const std::string &plainPath,
               const Difference &difference)
{
    if (isFrozen(subject, contents.base, plainPath))
        return true;
    if (isSelectorWrittenOut(contents, plainPath, difference) || isDefaultWrittenOut(subject, plainPath, difference) ||
        mayBeSetOrDropped(subject, plainPath, difference))
        return false;
    return kube::isImmutableField(subject.group, subject.kind, plainPath);
}

} // namespace noclobber::diff
