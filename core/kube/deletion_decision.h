#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/yaml/document.h"

namespace noclobber::kube {

/// What becomes of an object's data when the object is deleted, worst first.
enum class DeletedData {
    Lost,     ///< it goes with the object
    Unknown,  ///< nothing here tells
    Detached, ///< it stays, and must be bound or imported again by hand
    Kept      ///< it stays where an object of the same name finds it again
};

/// What one field, annotation or finalizer of an object says of its data, should the object be deleted.
struct DeletionDecision {
    std::string place; ///< "spec.storage.deleteClaim", "annotation strimzi.io/managed", "finalizer delete-pvc"
    std::string value; ///< as written; "" when absent: the default decides
    DeletedData data = DeletedData::Unknown;
    bool isProtected = false; ///< it keeps data that its other value would delete

    bool operator==(const DeletionDecision &) const = default;
};

/// What the object itself says, by the fields that its operator (or Kubernetes) obeys: `deleteClaim`, `deletionPolicy`,
/// `reclaimPolicy`, `whenDeleted` and their like, as the catalogue of stateful kinds names them. One entry for each
/// field, in a fixed order for each kind; empty for a kind without any. Source: `decidedBy` of
/// resources/stateful-kinds.yaml and what it cites.
std::vector<DeletionDecision> deletionDecisions(std::string_view group, std::string_view kind,
                                                const yaml::Node &content);

/// The worst of them: what becomes of the data. Nothing for a kind without a deciding field.
std::optional<DeletionDecision> deletionDecision(std::string_view group, std::string_view kind,
                                                 const yaml::Node &content);

/// What an object says that keeps its data in no volume at all (an emptyDir), as "it does not say spec.storage":
/// whoever deletes it loses the data. "" if it does not, or its kind is not known here.
std::string ephemeralStorage(std::string_view group, std::string_view kind, const yaml::Node &content);

/// Head's decision by which an object that stays loses the protection of its data: it kept it in base, and deletes it
/// (or may) in head. Nothing if it loses none.
std::optional<DeletionDecision> lostProtection(std::string_view group, std::string_view kind, const yaml::Node &base,
                                               const yaml::Node &head);

/// "its spec.storage.deleteClaim is true", "it has no annotation strimzi.io/managed".
std::string toText(const DeletionDecision &decision);

} // namespace noclobber::kube
