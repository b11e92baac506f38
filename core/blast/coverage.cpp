#include "core/blast/coverage.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "core/blast/protections.h"

namespace noclobber::blast {

namespace {

using Declarations = std::vector<const argo::Declaration *>;

/// Hands over the declarations in effect of each stateful object. With only a generateName each is an object.
void visitStateful(const argo::Inventory &inventory, const argo::Configuration &configuration,
                   const std::function<void(const Declarations &)> &visit)
{
    Declarations inEffect;
    const auto visitOne = [&](const argo::DeclaredObject &object) {
        inEffect.clear();
        for (const std::size_t place : object.inEffect)
            inEffect.push_back(&object.declarations[place]);
        if (!inEffect.empty())
            visit(inEffect);
        for (const argo::Declaration &declaration : object.declarations) {
            if (inEffect.empty())
                visit({&declaration});
        }
    };
    for (const argo::ObjectIndex::Run &run : inventory.index.runs()) {
        const auto objects = inventory.at(run);
        if (isStateful(configuration, objects.front().id.key))
            std::ranges::for_each(objects, visitOne);
    }
}

void count(Coverage &coverage, const Declarations &declarations, const argo::Inventory &inventory,
           const argo::Configuration &configuration)
{
    ++coverage.statefulObjects;
    coverage.protectedObjects += std::ranges::all_of(declarations, [&](const argo::Declaration *declaration) {
        return isProtected(*declaration, inventory, configuration);
    });
}

} // namespace

Coverage coverageOf(const argo::Inventory &inventory, const argo::Configuration &configuration)
{
    Coverage coverage;
    visitStateful(inventory, configuration,
                  [&](const Declarations &declarations) { count(coverage, declarations, inventory, configuration); });
    return coverage;
}

std::map<std::string, Coverage> coverageByScope(const argo::Inventory &inventory,
                                                const argo::Configuration &configuration)
{
    std::map<std::string, Coverage> scopes;
    visitStateful(inventory, configuration, [&](const Declarations &declarations) {
        count(scopes[declarations.front()->id.scope], declarations, inventory, configuration);
    });
    return scopes;
}

std::map<std::optional<argo::ObjectId>, Coverage> coverageByApplication(const argo::Inventory &inventory,
                                                                        const argo::Configuration &configuration)
{
    std::map<std::optional<argo::ObjectId>, Coverage> applications;
    visitStateful(inventory, configuration, [&](const Declarations &declarations) {
        std::map<std::optional<argo::ObjectId>, Declarations> shares;
        for (const argo::Declaration *declaration : declarations)
            shares[declaration->application].push_back(declaration);
        for (const auto &[application, own] : shares)
            count(applications[application], own, inventory, configuration);
    });
    return applications;
}

} // namespace noclobber::blast
