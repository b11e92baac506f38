#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/argo/inventory.h"

namespace noclobber::blast {

using Objects = std::vector<const argo::DeclaredObject *>;

/// One commit's objects by what their life depends on. Refers to the inventory, which must outlive it.
struct Deployments {
    std::map<argo::ObjectId, Objects> byApplication; ///< in effect for that Application, sorted by id
    std::map<std::pair<std::string, std::string>, Objects> byNamespace; ///< by scope and namespace, sorted by id
    std::map<std::string, std::string> serverNames;                     ///< of the clusters with a Secret, by server

    const Objects &of(const argo::ObjectId &application) const;
    const Objects &inNamespace(const std::string &scope, const std::string &nameSpace) const;
};

Deployments readDeployments(const argo::Inventory &inventory);

/// The Applications of which the object has a declaration in effect, each once; nullopt stands for a deployer that is
/// not seen here.
std::vector<std::optional<argo::ObjectId>> deployersOf(const argo::DeclaredObject &object);

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

} // namespace noclobber::blast
