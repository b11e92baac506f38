#include "core/blast/deployments.h"

#include <algorithm>
#include <cassert>

namespace noclobber::blast {

namespace {

const Objects nothing;

bool isKind(const argo::ObjectId &id, std::string_view group, std::string_view kind)
{
    return id.key.group == group && id.key.kind == kind;
}

} // namespace

const Objects &Deployments::of(const argo::ObjectId &application) const
{
    const auto found = byApplication.find(application);
    return found == byApplication.end() ? nothing : found->second;
}

const Objects &Deployments::inNamespace(const std::string &scope, const std::string &nameSpace) const
{
    const auto found = byNamespace.find({scope, nameSpace});
    return found == byNamespace.end() ? nothing : found->second;
}

Deployments readDeployments(const argo::Inventory &inventory)
{
    Deployments deployments;
    for (const argo::DeclaredObject &object : inventory.objects) {
        for (const auto &deployer : deployersOf(object)) {
            if (deployer)
                deployments.byApplication[*deployer].push_back(&object);
        }
        if (!object.id.key.nameSpace.empty())
            deployments.byNamespace[{object.id.scope, object.id.key.nameSpace}].push_back(&object);
        for (const std::size_t place : object.inEffect) {
            if (const auto &cluster = object.declarations[place].manifest->cluster)
                deployments.serverNames[cluster->server] = cluster->name;
        }
    }
    return deployments;
}

std::vector<std::optional<argo::ObjectId>> deployersOf(const argo::DeclaredObject &object)
{
    std::vector<std::optional<argo::ObjectId>> deployers;
    for (const std::size_t place : object.inEffect) {
        const auto &application = object.declarations[place].application;
        if (std::ranges::find(deployers, application) == deployers.end())
            deployers.push_back(application);
    }
    return deployers;
}

bool isDeployedBy(const argo::DeclaredObject *object, const argo::ObjectId &application)
{
    return object && std::ranges::any_of(object->inEffect, [&](std::size_t place) {
               return object->declarations[place].application == application;
           });
}

std::optional<argo::ObjectId> otherDeployer(const argo::DeclaredObject *object, const argo::ObjectId &application)
{
    if (!object)
        return {};
    for (const std::size_t place : object->inEffect) {
        const auto &deployer = object->declarations[place].application;
        if (deployer && *deployer != application)
            return deployer;
    }
    return {};
}

const argo::Declaration &declarationFor(const argo::DeclaredObject &object,
                                        const std::optional<argo::ObjectId> &application)
{
    assert(!object.declarations.empty() && "an object has at least one declaration");
    for (const std::size_t place : object.inEffect) {
        if (object.declarations[place].application == application)
            return object.declarations[place];
    }
    return object.inEffect.empty() ? object.declarations.back() : object.declarations[object.inEffect.back()];
}

bool isApplication(const argo::ObjectId &id)
{
    return isKind(id, "argoproj.io", "Application");
}

bool isApplicationSet(const argo::ObjectId &id)
{
    return isKind(id, "argoproj.io", "ApplicationSet");
}

bool isNamespace(const argo::ObjectId &id)
{
    return isKind(id, "", "Namespace");
}

bool isCustomResourceDefinition(const argo::ObjectId &id)
{
    return isKind(id, "apiextensions.k8s.io", "CustomResourceDefinition");
}

bool isStatefulSet(const argo::ObjectId &id)
{
    return isKind(id, "apps", "StatefulSet");
}

} // namespace noclobber::blast
