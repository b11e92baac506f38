#include "core/argo/identity.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/argo/flux.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

constexpr std::string_view ownCluster = "https://kubernetes.default.svc";

bool isArgoKind(const kube::Manifest &manifest)
{
    static constexpr std::array<std::string_view, 3> kinds = {"AppProject", "Application", "ApplicationSet"};
    return manifest.group == "argoproj.io" && std::ranges::find(kinds, manifest.kind) != kinds.end();
}

} // namespace

std::string folderScope(std::string_view path)
{
    static constexpr std::array<std::string_view, 5> parents = {"env", "envs", "environments", "cluster", "clusters"};
    for (std::string_view folder = folderOf(path); !folder.empty(); folder = folderOf(folder)) {
        if (std::ranges::find(parents, fileName(folderOf(folder))) != parents.end())
            return std::string(folder);
    }
    return {};
}

Identities::Identities(const Configuration &configuration, const Side &base, const Side &head)
    : m_configuration(configuration), m_base(base), m_head(head)
{
    for (const bool isHead : {false, true}) {
        const Side &one = side(isHead);
        const CommitScan &scan = *one.commit.scan;
        m_destinations[isHead].resize(one.applications.size());
        for (const ManifestPlace place : scan.ofKind("apiextensions.k8s.io", "CustomResourceDefinition")) {
            if (const auto &kind = scan.at(place)->customKind)
                m_customKinds[{Name(kind->group), Name(kind->kind)}] = kind->scope;
        }
        for (const ManifestPlace place : scan.ofKind("", "Secret")) {
            const auto &cluster = scan.at(place)->cluster;
            if (cluster && cluster->server == ownCluster)
                m_ownNames.insert(cluster->name);
            else if (cluster)
                m_clusterNames[cluster->server] = cluster->name;
        }
        std::ranges::transform(one.applications, std::back_inserter(m_ids[isHead]), &Application::id);
    }
    for (const Side *one : {&m_base, &m_head})
        m_isCentral = m_isCentral || std::ranges::any_of(one->applications, [this](const Application &application) {
                          return namesAnotherCluster(application);
                      });
}

bool Identities::isOwnCluster(const Destination &destination) const
{
    if (!destination.name.empty())
        return m_ownNames.contains(destination.name);
    return destination.server.empty() || destination.server == ownCluster;
}

bool Identities::namesAnotherCluster(const Application &application) const
{
    if (application.engine != Engine::ArgoCd || isOwnCluster(application.destination))
        return false;
    const std::string &path = application.declaration.location.path;
    const bool isInLayout = std::ranges::any_of(m_configuration.layout, [&](const std::string &layout) {
        return matchLayout(layout, path) && !layoutScope(layout, path).empty();
    });
    return isInLayout || !folderScope(path).empty();
}

std::optional<std::string> Identities::layoutScopeOf(std::string_view path, bool isArgo) const
{
    for (const std::string &layout : m_configuration.layout) {
        if (matchLayout(layout, path))
            return isArgo && m_isCentral ? std::string() : layoutScope(layout, path);
    }
    return std::nullopt;
}

Identities::Placed Identities::scopeOf(std::string_view path, bool isArgo, std::optional<Covering> covering,
                                       Visited &visited) const
{
    if (const auto scope = layoutScopeOf(path, isArgo))
        return {Name(*scope), ScopeOrigin::Layout};
    if (covering)
        return {visited.empty() ? destinationScope(covering->isHead, covering->application)
                                : Name(destinationScope(*covering, visited)),
                ScopeOrigin::Application};
    return {isArgo && m_isCentral ? Name() : Name(folderScope(path)), ScopeOrigin::Folder};
}

std::string Identities::destinationScope(Covering covering, Visited &visited) const
{
    const Application &application = side(covering.isHead).applications[covering.application];
    if (!isOwnCluster(application.destination)) {
        if (!application.destination.name.empty())
            return application.destination.name;
        const auto named = m_clusterNames.find(application.destination.server);
        return named == m_clusterNames.end() ? application.destination.server : named->second;
    }
    // A circle of Applications that cover one another. Each cluster has its own Flux, which as a rule deploys itself.
    const Declaration &declaration = application.declaration;
    const bool isFlux = application.engine == Engine::Flux;
    if (std::ranges::any_of(visited, [&](const Covering &one) { return one.isSame(covering); }))
        return isFlux ? folderScope(declaration.location.path) : std::string();
    visited.push_back(covering);
    return scopeOf(declaration.location.path, !isFlux, coveringOf(covering.isHead, declaration), visited).scope;
}

Name Identities::destinationScope(bool isHead, std::size_t application) const
{
    std::optional<Name> &known = m_destinations.at(isHead)[application];
    if (!known) {
        Visited visited;
        known = Name(destinationScope({isHead, application}, visited));
    }
    return *known;
}

std::optional<Identities::Covering> Identities::coveringOf(bool isHead, const Declaration &declaration) const
{
    const Side &one = side(isHead);
    const auto file = one.commit.scan->find(declaration.location.path);
    if (file && *file < one.covers.size()) {
        const auto &covers = one.covers[*file];
        for (const Cover &cover : covers) {
            if (declaration.application && one.applications[cover.application].id == *declaration.application)
                return Covering{isHead, cover.application, cover.nameSpace};
        }
        if (!covers.empty())
            return Covering{isHead, covers.front().application, covers.front().nameSpace};
    }
    return coveringElsewhere(isHead, declaration.location.path);
}

const Identities::SourcesByFolder &Identities::sourcesOf(bool isHead) const
{
    const auto [known, isNew] = m_sourcesByFolder.try_emplace(isHead);
    const auto &applications = side(isHead).applications;
    for (std::size_t i = 0; isNew && i < applications.size(); ++i) {
        for (std::size_t s = 0; s < applications[i].sources.size(); ++s)
            known->second[applications[i].sources[s].path].emplace_back(i, s);
    }
    return known->second;
}

/// What no Application covers in one commit keeps what it has in the other.
std::optional<Identities::Covering> Identities::coveringElsewhere(bool isHead, const Name &path) const
{
    const Side &other = side(!isHead);
    if (other.applications.empty())
        return std::nullopt;
    const auto file = other.commit.scan->find(path);
    if (file && *file < other.covers.size() && !other.covers[*file].empty()) {
        const Cover &cover = other.covers[*file].front();
        return Covering{!isHead, cover.application, cover.nameSpace};
    }
    const SourcesByFolder &folders = sourcesOf(!isHead);
    for (std::string_view folder = folderOf(path);; folder = folderOf(folder)) {
        const auto sources = folders.find(std::string(folder));
        if (sources != folders.end()) {
            for (const auto &[application, source] : sources->second) {
                if (wouldRead(other.applications[application].sources[source], path))
                    return Covering{!isHead, application};
            }
        }
        if (folder.empty())
            return std::nullopt;
    }
}

const Identities::KindFacts &Identities::factsOf(const kube::Manifest &manifest) const
{
    const auto [known, isNew] = m_kinds.try_emplace({&manifest.group.text(), &manifest.kind.text()});
    if (isNew) {
        const auto custom = m_customKinds.find({manifest.group, manifest.kind});
        known->second = {kube::storedGroup(manifest.group, manifest.kind),
                         custom != m_customKinds.end() ? custom->second
                                                       : kube::scopeOfKind(manifest.group, manifest.kind)};
    }
    return known->second;
}

DeclaredObject Identities::declare(bool isHead, const ManifestFile &file,
                                   const std::shared_ptr<const kube::Manifest> &manifest, FileCover &cover) const
{
    Declaration declaration;
    declaration.location = {file.path, manifest->document, manifest->item, manifest->firstLine, manifest->lastLine};
    declaration.manifest = manifest;
    declaration.blob = file.blob;
    if (cover.cover)
        declaration.application = m_ids.at(isHead)[cover.cover->application];
    const bool isArgos = isArgoKind(*manifest);
    auto &placed = cover.placed[isArgos ? 1 : 0];
    if (!placed) {
        Visited visited;
        placed = scopeOf(file.path, isArgos, cover.covering, visited);
    }
    declaration.id.scope = placed->scope;
    declaration.scopeOrigin = placed->origin;
    const KindFacts &facts = factsOf(*manifest);
    kube::ResourceKey &key = declaration.id.key;
    key.group = facts.group;
    key.kind = manifest->kind;
    key.name = manifest->name.empty() ? Name(manifest->generateName + '*') : manifest->name;
    place(cover.covering, *manifest, facts.scope == kube::KindScope::Cluster, key);
    DeclaredObject object{declaration.id, {}, {0}};
    object.declarations.push_back(std::move(declaration));
    return object;
}

/// The namespace of an object, and what a kustomization makes of its name: it renames a Namespace to the one where it
/// puts everything. Source: kubernetes-sigs/kustomize api/konfig/builtinpluginconsts/namespace.go.
void Identities::place(const std::optional<Covering> &covering, const kube::Manifest &manifest, bool isClusterScoped,
                       kube::ResourceKey &key) const
{
    const Application *application = covering ? &side(covering->isHead).applications[covering->application] : nullptr;
    const bool isFlux = application && application->engine == Engine::Flux;
    Name everything = covering ? covering->nameSpace : Name();
    if (isFlux && !application->destination.nameSpace.empty())
        everything = application->destination.nameSpace;
    key.nameSpace = isClusterScoped ? Name() : !everything.empty() ? everything : manifest.nameSpace;
    if (isClusterScoped && !everything.empty() && key.group.empty() && key.kind == "Namespace")
        key.name = everything;
    if (isFlux && application->flux.fillsVariables) {
        key.name = filledIn(key.name, application->flux);
        key.nameSpace = filledIn(key.nameSpace, application->flux);
    }
    if (isClusterScoped || !key.nameSpace.empty())
        return;
    if (application && !isFlux)
        key.nameSpace = application->destination.nameSpace;
    static const Name usual = "default";
    if (key.nameSpace.empty())
        key.nameSpace = usual;
}

Few<Identities::FileCover> Identities::coversOf(bool isHead, std::size_t file) const
{
    const Side &one = side(isHead);
    Few<FileCover> covers;
    for (const Cover &cover : one.covers[file])
        covers.push_back({&cover, Covering{isHead, cover.application, cover.nameSpace}});
    if (covers.empty())
        covers.push_back({nullptr, coveringElsewhere(isHead, one.commit.scan->files[file].path)});
    return covers;
}

/// Whether the two give a manifest the same scope and namespace, for the same Application.
bool Identities::placeTheSame(const std::optional<Covering> &one, const std::optional<Covering> &other) const
{
    if (!one || !other)
        return !one && !other;
    const Application &was = side(one->isHead).applications[one->application];
    const Application &now = side(other->isHead).applications[other->application];
    return was.id == now.id && one->nameSpace == other->nameSpace && was.engine == now.engine &&
           was.destination.nameSpace == now.destination.nameSpace && was.flux == now.flux &&
           destinationScope(one->isHead, one->application) == destinationScope(other->isHead, other->application);
}

bool Identities::declareTheSame(std::size_t inBase, std::size_t inHead) const
{
    const ManifestFile &was = m_base.commit.scan->files[inBase];
    const ManifestFile &now = m_head.commit.scan->files[inHead];
    const Few<Cover> &before = m_base.covers[inBase];
    const Few<Cover> &after = m_head.covers[inHead];
    if (was.path != now.path || was.manifests != now.manifests || was.blob != now.blob ||
        m_base.isRendered[inBase] != m_head.isRendered[inHead] || before.empty() != after.empty())
        return false;
    if (before.empty())
        return placeTheSame(coveringElsewhere(false, was.path), coveringElsewhere(true, now.path));
    return std::ranges::equal(before, after, [this](const Cover &one, const Cover &other) {
        return placeTheSame(Covering{false, one.application, one.nameSpace},
                            Covering{true, other.application, other.nameSpace});
    });
}

void Identities::addDeclarations(bool isHead, std::size_t file, SharedObjects::Store &objects) const
{
    const Side &one = side(isHead);
    const ManifestFile &read = one.commit.scan->files[file];
    const auto &manifests = read.manifests->manifests;
    if (!one.isRendered[file] || manifests.empty())
        return;
    constexpr std::size_t together = 1024;
    // A place in the apply order: the file's among all that are read, then the manifest's in the file.
    constexpr std::size_t mostInFile = std::size_t{1} << 24U;
    Few<FileCover> covers = coversOf(isHead, file);
    for (std::size_t i = 0; i < manifests.size(); ++i) {
        for (FileCover &cover : covers) {
            if (objects.empty() || objects.back().size() == together)
                objects.emplace_back().reserve(objects.size() > 1 ? together : 0);
            DeclaredObject &object = objects.back().emplace_back(declare(isHead, read, manifests[i], cover));
            object.declarations.front().order = (cover.cover ? cover.cover->position : file) * mostInFile + i;
        }
    }
}

} // namespace noclobber::argo
