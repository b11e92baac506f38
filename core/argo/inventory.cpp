#include "core/argo/inventory.h"

#include <algorithm>

#include "core/argo/declared_objects.h"
#include "core/argo/projects.h"
#include "core/argo/rendering.h"
#include "core/argo/scan.h"
#include "core/base/parallel_map.h"
#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

bool comesBefore(const Problem &a, const Problem &b)
{
    return std::tie(a.path, a.line, a.message) < std::tie(b.path, b.line, b.message);
}

/// Problems of the files that would declare something, and of the renderers' own settings files.
void collectProblems(const Side &side, Inventory &inventory)
{
    const CommitScan &scan = *side.commit.scan;
    inventory.problems = scan.problems;
    for (std::size_t i = 0; i < scan.files.size(); ++i) {
        const ManifestFile &file = scan.files[i];
        if (!side.isRendered[i] && !isKustomizationName(fileName(file.path)))
            continue;
        if (side.isRendered[i])
            inventory.otherDocuments += static_cast<std::size_t>(file.manifests->otherDocuments);
        for (const yaml::Remark &remark : file.manifests->problems)
            inventory.problems.push_back(
                {file.path, remark.line, remark.message, file.blob, file.manifests->argoWouldReportFailure});
        for (const yaml::Remark &remark : file.manifests->ambiguities)
            inventory.ambiguities.push_back({file.path, remark.line, remark.message, file.blob, true});
    }
    std::ranges::sort(inventory.problems, comesBefore);
    std::ranges::sort(inventory.ambiguities, comesBefore);
}

/// Two declarations of one object in one Flux Kustomization are an error of kustomize: none of it is applied.
void refuseDuplicates(Inventory &inventory)
{
    std::map<ObjectId, Application *> kustomizations;
    for (Application &application : inventory.applications) {
        if (application.engine == Engine::Flux && application.specError.empty())
            kustomizations.emplace(application.id, &application);
    }
    if (kustomizations.empty())
        return;
    for (const DeclaredObject &object : inventory.objects) {
        for (std::size_t i = 1; i < object.declarations.size() && !isGenerated(object.id); ++i) {
            const Declaration &one = object.declarations[i - 1]; // those of one deployer stand side by side
            const Declaration &other = object.declarations[i];
            const auto of = other.application ? kustomizations.find(*other.application) : kustomizations.end();
            if (of == kustomizations.end() || one.application != other.application ||
                one.manifest->apiVersion != other.manifest->apiVersion)
                continue;
            if (of->second->specError.empty())
                of->second->specError = say("kustomize refuses two declarations of {} ({} and {})",
                                            shortText(object.id), toText(one.location), toText(other.location));
        }
    }
}

void collectUnknowns(Inventory &inventory)
{
    for (const Application &application : inventory.applications) {
        if (!application.specError.empty())
            inventory.unknowns.push_back(
                {application.id,
                 say("it is refused as it is written at {}, so nothing of it is deployed or deleted: {}",
                     toText(application.declaration.location), application.specError)});
        for (const std::string &why : application.unknownChildren)
            inventory.unknowns.push_back({application.id, why});
        for (const std::string &remark : application.flux.remarks)
            inventory.unknowns.push_back({application.id, remark});
    }
    for (const ApplicationSet &set : inventory.applicationSets) {
        for (const std::string &why : set.unknowns)
            inventory.unknowns.push_back({set.id, why});
    }
    std::ranges::sort(inventory.unknowns);
}

bool standsBefore(const Location &one, const Location &other)
{
    if (one.path != other.path)
        return walksBefore(one.path, other.path);
    return std::tie(one.document, one.item) < std::tie(other.document, other.item);
}

/// Where the scope of each object comes from: as the first declaration in the walk over the repository has it.
std::map<std::string, ScopeOrigin> scopesOf(const SharedObjects &objects)
{
    const auto originOf = [](const DeclaredObject &object) { return object.declarations.front().scopeOrigin; };
    std::map<std::string, ScopeOrigin> scopes;
    for (auto begin = objects.begin(), end = begin; begin != objects.end(); begin = end) {
        const Declaration *first = &begin->declarations.front();
        const Name &scope = begin->id.scope;
        bool isMixed = false;
        for (; end != objects.end() && end->id.scope == scope; ++end)
            isMixed = isMixed || end->declarations.size() > 1 || originOf(*end) != first->scopeOrigin;
        for (auto object = begin; isMixed && object != end; ++object) {
            for (const Declaration &one : object->declarations)
                first = standsBefore(one.location, first->location) ? &one : first;
        }
        if (!scope.empty())
            scopes.emplace(scope, first->scopeOrigin);
    }
    return scopes;
}

Inventory makeInventory(const Side &side, SharedObjects objects)
{
    Inventory inventory;
    inventory.objects = std::move(objects);
    inventory.scopes = scopesOf(inventory.objects);
    inventory.makeIndex();
    inventory.applications = side.applications;
    refuseDuplicates(inventory);
    inventory.applicationSets = side.applicationSets;
    inventory.notRendered = findNotRendered(side);
    inventory.kustomizations = side.commit.kustomizations;
    collectProblems(side, inventory);
    collectUnknowns(inventory);
    return inventory;
}

} // namespace

const DeclaredObject *Inventory::find(const ObjectId &id) const
{
    const auto found = std::ranges::lower_bound(objects, id, {}, &DeclaredObject::id);
    return found != objects.end() && found->id == id ? &*found : nullptr;
}

const Application *Inventory::findApplication(const ObjectId &id) const
{
    const auto found = std::ranges::lower_bound(applications, id, {}, &Application::id);
    return found != applications.end() && found->id == id ? &*found : nullptr;
}

const ApplicationSet *Inventory::findSet(const ObjectId &id) const
{
    const auto found = std::ranges::lower_bound(applicationSets, id, {}, &ApplicationSet::id);
    return found != applicationSets.end() && found->id == id ? &*found : nullptr;
}

Result<Inventories> readInventories(const git::Comparison &comparison, const Configuration &configuration,
                                    const ReadingOptions &options, std::stop_token stop)
{
    auto scans = scanCommits(comparison, options, stop);
    if (!scans)
        return scans.error();
    auto sides = resolveApplications(comparison, configuration, *scans, options.jobs, stop);
    if (!sides)
        return sides.error();
    const SharedObjects objects = objectsOfBase(configuration, *sides, options.jobs);
    const auto make = [&](bool isHead) -> Result<Inventory> {
        Inventory inventory = makeInventory(isHead ? sides->head : sides->base,
                                            isHead ? objectsOfHead(configuration, *sides, objects) : objects);
        auto contents = ContentReader::open(comparison);
        if (!contents)
            return contents.error();
        auto projects = readProjects(inventory, *contents);
        if (!projects)
            return projects.error();
        inventory.projects = std::move(*projects);
        return inventory;
    };
    auto [base, head] = forBoth(options.jobs, make);
    forBoth(options.jobs, [&](bool isHead) { // many small pieces of memory to give back
        (isHead ? sides->head : sides->base) = {};
        (isHead ? scans->head : scans->base) = {};
        return true;
    });
    if (!base)
        return base.error();
    if (!head)
        return head.error();
    return Inventories{std::move(*base), std::move(*head), sides->notes};
}

} // namespace noclobber::argo
