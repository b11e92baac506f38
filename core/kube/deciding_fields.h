#pragma once

#include <string_view>
#include <vector>

#include "core/kube/deletion_decision.h"

namespace noclobber::kube {

/// Where a deciding value stands.
enum class Place {
    Field,              ///< a way of keys, "[]" for every item of a list; after "|" what stands for a missing one
    Annotation,         ///< its name
    TemplateAnnotation, ///< the name of one in spec.template
    Finalizer,          ///< its name: "present" or "absent"
    List,               ///< a way of keys: "present" if it has items, else "absent"
    ManagementPolicies  ///< Crossplane's list of what may be done, which stands above its deletionPolicy
};

/// What decides over the data of a kind. Several values are separated by spaces.
struct DecidingField {
    std::string_view group; ///< one that begins with a dot: every group that ends so
    std::string_view kind;  ///< "" is every kind of the group
    Place place = Place::Field;
    std::string_view name;
    std::string_view keeps;
    std::string_view deletes;
    std::string_view otherwise; ///< the value that absence stands for; "": nobody knows
    DeletedData whenKept = DeletedData::Kept;
    DeletedData whenDeleted = DeletedData::Lost;
};

/// The fields that decide for a kind, in the table's order. Source: `decidedBy` of resources/stateful-kinds.yaml and
/// what it cites; kubernetes/api for Kubernetes' own.
std::vector<const DecidingField *> decidingFields(std::string_view group, std::string_view kind);

} // namespace noclobber::kube
