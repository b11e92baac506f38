#include "core/blast/deployments.h"

#include <algorithm>
#include <cassert>

#include "core/blast/application_change.h"

namespace noclobber::blast {

namespace {

bool isKind(const argo::ObjectId &id, std::string_view group, std::string_view kind)
{
    return id.key.group == group && id.key.kind == kind;
}

} // namespace

Touched readTouched(const Change &change)
{
    Touched touched;
    for (const argo::ObjectId &id : change.changes.touched) {
        const argo::DeclaredObject *object = change.inventories.base.find(id);
        for (const auto &deployer : object ? deployersOf(*object) : Deployers()) {
            if (deployer)
                touched[*deployer].push_back(object);
        }
    }
    return touched;
}

Objects mayHaveLeft(const argo::Inventory &base, const Touched &touched, const argo::Application &was,
                    const argo::Application &now)
{
    if (movesToOtherCluster(was, now)) {
        Objects all;
        std::ranges::copy(deployedBy(base, was.id), std::back_inserter(all));
        return all;
    }
    const auto found = touched.find(was.id);
    return found == touched.end() ? Objects() : found->second;
}

Made readMade(const argo::Inventory &inventory)
{
    Made made;
    for (const argo::Application &application : inventory.applications) {
        if (application.generatedBy)
            made[*application.generatedBy].push_back(&application);
    }
    return made;
}

std::span<const argo::Application *const> madeBy(const Made &made, const argo::ObjectId &set)
{
    const auto found = made.find(set);
    return found == made.end() ? std::span<const argo::Application *const>() : found->second;
}

Deployers deployersOf(const argo::DeclaredObject &object)
{
    Deployers deployers;
    for (const std::size_t place : object.inEffect) {
        const auto &application = object.declarations[place].application;
        if (std::find(deployers.begin(), deployers.end(), application) == deployers.end())
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
