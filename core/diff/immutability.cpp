#include "core/diff/immutability.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/kube/quantity.h"

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

/// A claim can grow, not shrink.
bool isShrunkClaim(const Subject &subject, std::string_view path, const Difference &difference)
{
    if (!subject.group.empty() || subject.kind != "PersistentVolumeClaim" ||
        path != "spec.resources.requests.storage" || difference.base == nullptr || difference.head == nullptr)
        return false;
    const auto before = kube::parseQuantity(difference.base->scalar);
    const auto after = kube::parseQuantity(difference.head->scalar);
    return before && after && *after < *before;
}

/// The first of a Service's families stays; a second one may come and go.
bool isOtherFirstFamily(const Subject &subject, const ContentPair &contents, std::string_view path)
{
    if (!subject.group.empty() || subject.kind != "Service" || !isWithinField(path, "spec.ipFamilies"))
        return false;
    const yaml::Node *base = contents.base.find({"spec", "ipFamilies"});
    const yaml::Node *head = contents.head.find({"spec", "ipFamilies"});
    return base != nullptr && head != nullptr && !base->items.empty() && !head->items.empty() &&
           !(base->items.front() == head->items.front());
}

/// A suspended Job may still be told where to run, and an indexed one may grow and shrink as a whole.
bool isOpenInJob(const Subject &subject, const ContentPair &contents, std::string_view path)
{
    if (subject.group != "batch" || subject.kind != "Job")
        return false;
    constexpr std::array<std::string_view, 6> scheduling{
        "spec.template.metadata.annotations", "spec.template.metadata.labels",  "spec.template.spec.affinity",
        "spec.template.spec.nodeSelector",    "spec.template.spec.tolerations", "spec.template.spec.schedulingGates"};
    if (isTrue(contents.base.find({"spec", "suspend"})))
        return std::any_of(scheduling.begin(), scheduling.end(),
                           [&](std::string_view field) { return isWithinField(path, field); });
    const yaml::Node *spec = contents.head.find("spec");
    const yaml::Node *completions = spec == nullptr ? nullptr : spec->find("completions");
    const yaml::Node *parallelism = spec == nullptr ? nullptr : spec->find("parallelism");
    return path == "spec.completions" && completions != nullptr && parallelism != nullptr &&
           *completions == *parallelism && spec->text("completionMode") == "Indexed";
}

/// What the cluster chose itself keeps its value when a manifest falls silent; what was empty may be set once.
bool mayBeSetOrDropped(const Subject &subject, const ContentPair &contents, std::string_view path,
                       const Difference &difference)
{
    const bool isAddress = isWithinField(path, "spec.clusterIP") || isWithinField(path, "spec.clusterIPs");
    if (subject.kind == "Service" && isAddress) {
        const yaml::Node *spec = contents.base.find("spec"); // an external name has no address to keep
        return difference.head == nullptr || (spec != nullptr && spec->text("type") == "ExternalName");
    }
    if (difference.base != nullptr)
        return false;
    return (subject.kind == "PersistentVolumeClaim" && path == "spec.volumeName") ||
           (subject.kind == "PersistentVolume" && path == "spec.nodeAffinity");
}

} // namespace

bool isRefused(const Subject &subject, const ContentPair &contents, const std::string &plainPath,
               const Difference &difference)
{
    if (isFrozen(subject, contents.base, plainPath) || isShrunkClaim(subject, plainPath, difference) ||
        isOtherFirstFamily(subject, contents, plainPath))
        return true;
    if (isSelectorWrittenOut(contents, plainPath, difference) || isDefaultWrittenOut(subject, plainPath, difference) ||
        mayBeSetOrDropped(subject, contents, plainPath, difference) || isOpenInJob(subject, contents, plainPath))
        return false;
    return kube::isImmutableField(subject.group, subject.kind, plainPath);
}

} // namespace noclobber::diff
