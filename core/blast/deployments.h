#pragma once

#include <optional>
#include <ranges>
#include <unordered_map>
#include <vector>

#include "core/blast/blast_radius.h"

namespace noclobber::blast {

using Objects = std::vector<const argo::DeclaredObject *>;

/// The objects that the Application has in effect, sorted by id; without those whose names the cluster makes up.
inline auto deployedBy(const argo::Inventory &inventory, const argo::ObjectId &application)
{
    return inventory.objectsOf(application) |
           std::views::filter([](const argo::DeclaredObject *object) { return !isGenerated(object->id); });
}

/// Objects of base that the change touches, by each Application that deploys them there, sorted by id. Refers to the
/// inventory, which must outlive it.
using Touched = std::unordered_map<argo::ObjectId, Objects, argo::ObjectIdHash>;

Touched readTouched(const Change &change);

/// The objects of base's Application of which head's may have let go: all if it turns to another cluster, else those
/// that the change touches. Sorted by id.
Objects mayHaveLeft(const argo::Inventory &base, const Touched &touched, const argo::Application &was,
                    const argo::Application &now);

/// The Applications of which the object has a declaration in effect, each once; nullopt stands for a deployer that is
/// not seen here.
using Deployers = std::vector<std::optional<argo::ObjectId>>;
Deployers deployersOf(const argo::DeclaredObject &object);

/// Whether the Application has a declaration of the object in effect. The object may be nullptr.
bool isDeployedBy(const argo::DeclaredObject *object, const argo::ObjectId &application);

/// Another Application than this one that has a declaration of the object in effect, or nothing. The object may be
/// nullptr.
std::optional<argo::ObjectId> otherDeployer(const argo::DeclaredObject *object, const argo::ObjectId &application);

/// The declaration in effect for an Application; without one of its own, the last in effect.
const argo::Declaration &declarationFor(const argo::DeclaredObject &object,
                                        const std::optional<argo::ObjectId> &application);

bool isApplication(const argo::ObjectId &id);
bool isApplicationSet(const argo::ObjectId &id);
bool isNamespace(const argo::ObjectId &id);
bool isCustomResourceDefinition(const argo::ObjectId &id);
bool isStatefulSet(const argo::ObjectId &id);

/// Applications by the ApplicationSet that makes them, sorted by id. Refers to the inventory.
using Made = std::unordered_map<argo::ObjectId, std::vector<const argo::Application *>, argo::ObjectIdHash>;

Made readMade(const argo::Inventory &inventory);

/// What one set makes.
std::span<const argo::Application *const> madeBy(const Made &made, const argo::ObjectId &set);

} // namespace noclobber::blast
