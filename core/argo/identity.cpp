#include "core/argo/identity.h"

#include <algorithm>
#include <array>

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
        for (std::size_t i = 0; i < one.commit.scan->files.size(); ++i) {
            const ManifestFile &file = one.commit.scan->files[i];
            m_fileByPath[isHead][file.path] = i;
            for (const auto &manifest : file.manifests->manifests) {
                if (manifest->customKind)
                    m_customKinds[{manifest->customKind->group, manifest->customKind->kind}] =
                        manifest->customKind->scope;
                if (manifest->cluster && manifest->cluster->server == ownCluster)
                    m_ownNames.insert(manifest->cluster->name);
                else if (manifest->cluster)
                    m_clusterNames[manifest->cluster->server] = manifest->cluster->name;
            }
        }
        for (std::size_t i = 0; i < one.applications.size(); ++i) {
            const Application &application = one.applications[i];
            for (std::size_t s = 0; s < application.sources.size(); ++s)
                m_sourcesByFolder[isHead][application.sources[s].path].emplace_back(i, s);
        }
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
        return {*scope, ScopeOrigin::Layout};
    if (covering)
        return {destinationScope(*covering, visited), ScopeOrigin::Application};
    return {isArgo && m_isCentral ? std::string() : folderScope(path), ScopeOrigin::Folder};
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

std::string Identities::destinationScope(bool isHead, std::size_t application) const
{
    Visited visited;
    return destinationScope({isHead, application}, visited);
}

std::optional<Identities::Covering> Identities::coveringOf(bool isHead, const Declaration &declaration) const
{
    const Side &one = side(isHead);
    const auto file = m_fileByPath.at(isHead).find(declaration.location.path);
    if (file != m_fileByPath.at(isHead).end() && file->second < one.covers.size()) {
        const auto &covers = one.covers[file->second];
        for (const Cover &cover : covers) {
            if (declaration.application && one.applications[cover.application].id == *declaration.application)
                return Covering{isHead, cover.application, cover.nameSpace};
        }
        if (!covers.empty())
            return Covering{isHead, covers.front().application, covers.front().nameSpace};
    }
    return coveringElsewhere(isHead, declaration.location.path);
}

/// What no Application covers in one commit keeps what it has in the other.
std::optional<Identities::Covering> Identities::coveringElsewhere(bool isHead, std::string_view path) const
{
    const Side &other = side(!isHead);
    const auto files = m_fileByPath.find(!isHead);
    if (files != m_fileByPath.end()) {
        const auto file = files->second.find(path);
        if (file != files->second.end() && file->second < other.covers.size() && !other.covers[file->second].empty()) {
            const Cover &cover = other.covers[file->second].front();
            return Covering{!isHead, cover.application, cover.nameSpace};
        }
    }
    const auto folders = m_sourcesByFolder.find(!isHead);
    if (folders == m_sourcesByFolder.end())
        return std::nullopt;
    for (std::string_view folder = folderOf(path);; folder = folderOf(folder)) {
        const auto sources = folders->second.find(std::string(folder));
        if (sources != folders->second.end()) {
            for (const auto &[application, source] : sources->second) {
                if (wouldRead(other.applications[application].sources[source], path))
                    return Covering{!isHead, application};
            }
        }
        if (folder.empty())
            return std::nullopt;
    }
}

Declaration Identities::declare(bool isHead, const ManifestFile &file,
                                const std::shared_ptr<const kube::Manifest> &manifest, const Cover *cover) const
{
    Declaration declaration;
    declaration.location = {file.path, manifest->document, manifest->item, manifest->firstLine, manifest->lastLine};
    declaration.manifest = manifest;
    declaration.blob = file.blob;
    if (cover)
        declaration.application = side(isHead).applications[cover->application].id;
    const auto covering =
        cover ? Covering{isHead, cover->application, cover->nameSpace} : coveringElsewhere(isHead, file.path);

    Visited visited;
    const Placed placed = scopeOf(file.path, isArgoKind(*manifest), covering, visited);
    declaration.id.scope = placed.scope;
    declaration.scopeOrigin = placed.origin;
    kube::ResourceKey &key = declaration.id.key;
    key.group = kube::storedGroup(manifest->group, manifest->kind);
    key.kind = manifest->kind;
    key.name = manifest->name.empty() ? manifest->generateName + '*' : manifest->name;
    const auto custom = m_customKinds.find({manifest->group, manifest->kind});
    const auto kindScope =
        custom != m_customKinds.end() ? custom->second : kube::scopeOfKind(manifest->group, manifest->kind);
    place(covering, *manifest, kindScope == kube::KindScope::Cluster, key);
    return declaration;
}

/// The namespace of an object, and what a kustomization makes of its name: it renames a Namespace to the one where it
/// puts everything. Source: kubernetes-sigs/kustomize api/konfig/builtinpluginconsts/namespace.go.
void Identities::place(const std::optional<Covering> &covering, const kube::Manifest &manifest, bool isClusterScoped,
                       kube::ResourceKey &key) const
{
    const Application *application = covering ? &side(covering->isHead).applications[covering->application] : nullptr;
    const bool isFlux = application && application->engine == Engine::Flux;
    std::string everything = covering ? covering->nameSpace : std::string();
    if (isFlux && !application->destination.nameSpace.empty())
        everything = application->destination.nameSpace;
    key.nameSpace = isClusterScoped ? std::string() : !everything.empty() ? everything : manifest.nameSpace;
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
    if (key.nameSpace.empty())
        key.nameSpace = "default";
}

std::vector<Declaration> Identities::declarationsOf(bool isHead, std::size_t file) const
{
    const Side &one = side(isHead);
    const ManifestFile &read = one.commit.scan->files[file];
    std::vector<Declaration> declarations;
    if (!one.isRendered[file])
        return declarations;
    // A place in the apply order: the file's among all that are read, then the manifest's in the file.
    constexpr std::size_t mostInFile = std::size_t{1} << 24U;
    for (std::size_t i = 0; i < read.manifests->manifests.size(); ++i) {
        const auto add = [&](const Cover *cover) {
            declarations.push_back(declare(isHead, read, read.manifests->manifests[i], cover));
            declarations.back().order = (cover ? cover->position : file) * mostInFile + i;
        };
        for (const Cover &cover : one.covers[file])
            add(&cover);
        if (one.covers[file].empty())
            add(nullptr);
    }
    return declarations;
}

namespace {

/// The last declaration of each Application and written group; what an Application covers hides what none covers.
std::vector<std::size_t> findInEffect(const std::vector<Declaration> &declarations)
{
    std::map<std::pair<std::optional<ObjectId>, std::string_view>, std::size_t> last;
    bool anyCovered = false;
    for (std::size_t i = 0; i < declarations.size(); ++i) {
        last[{declarations[i].application, declarations[i].manifest->group}] = i; // they come in apply order
        anyCovered = anyCovered || declarations[i].application;
    }
    std::vector<std::size_t> inEffect;
    for (const auto &[claimant, place] : last) {
        if (claimant.first || !anyCovered)
            inEffect.push_back(place);
    }
    std::ranges::sort(inEffect);
    return inEffect;
}

} // namespace

std::vector<DeclaredObject> groupDeclarations(std::vector<Declaration> declarations)
{
    std::ranges::sort(declarations, [](const Declaration &a, const Declaration &b) {
        return std::tie(a.id, a.application, a.order) < std::tie(b.id, b.application, b.order);
    });
    std::vector<DeclaredObject> objects;
    for (Declaration &declaration : declarations) {
        if (objects.empty() || objects.back().id != declaration.id)
            objects.push_back({declaration.id, {}, {}});
        objects.back().declarations.push_back(std::move(declaration));
    }
    for (DeclaredObject &object : objects) {
        if (!isGenerated(object.id))
            object.inEffect = findInEffect(object.declarations);
    }
    return objects;
}

} // namespace noclobber::argo
