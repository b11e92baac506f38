#include "core/argo/projects.h"

#include <algorithm>

#include "core/base/glob.h"
#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

bool isDenied(std::string_view pattern)
{
    return pattern.starts_with('!');
}

/// A repository address as Argo CD compares it: lower case, without ".git" and "ssh://", the scp form with a slash.
std::string comparedAddress(std::string_view address)
{
    std::string text = lowered(trimmed(address));
    while (text.ends_with('/'))
        text.pop_back();
    if (text.ends_with(".git"))
        text.erase(text.size() - 4);
    if (text.starts_with("ssh://"))
        return text.substr(6);
    const std::size_t colon = text.find(':');
    if (text.find("://") == std::string::npos && colon != std::string::npos && text.find('@') < colon)
        text[colon] = '/';
    return text;
}

/// `*` stays between two slashes, `**` does not.
bool matchesRepository(std::string_view pattern, std::string_view address)
{
    if (isDenied(pattern))
        return !matchesRepository(pattern.substr(1), address);
    const std::string compared = pattern == "*" ? "**" : comparedAddress(pattern);
    return matchesPath(compared, address) ||
           (compared.find("**") != std::string::npos && matchesArgoGlob(compared, address));
}

/// Whether a text that may be unknown ("") fits; where it is unknown, it may.
bool mayMatch(std::string_view pattern, std::string_view text)
{
    if (pattern.empty())
        return false;
    if (text.empty())
        return true;
    return isDenied(pattern) ? !matchesArgoGlob(pattern.substr(1), text) : matchesArgoGlob(pattern, text);
}

bool matchesNamespace(std::string_view pattern, std::string_view nameSpace)
{
    return isDenied(pattern) ? !matchesArgoGlob(pattern.substr(1), nameSpace) : matchesArgoGlob(pattern, nameSpace);
}

/// One entry must match, and no `!` of any entry may be what keeps it from matching.
bool permitsSource(const Project &project, const std::string &repository)
{
    const std::string address = comparedAddress(repository);
    bool isMatched = false;
    for (const std::string &pattern : project.sourceRepositories) {
        if (matchesRepository(pattern, address))
            isMatched = true;
        else if (isDenied(pattern))
            return false;
    }
    return isMatched;
}

bool permitsDestination(const Project &project, const Cluster &cluster, const std::string &nameSpace)
{
    bool isMatched = false;
    for (const ProjectDestination &entry : project.destinations) {
        const bool fitsName = mayMatch(entry.name, cluster.name);
        const bool fitsServer = mayMatch(entry.server, cluster.server);
        const bool fitsNamespace = matchesNamespace(entry.nameSpace, nameSpace);
        if ((fitsServer || fitsName) && fitsNamespace)
            isMatched = true;
        else if ((!fitsName && isDenied(entry.name)) || (!fitsServer && isDenied(entry.server)) ||
                 (!fitsNamespace && isDenied(entry.nameSpace)))
            return false;
    }
    return isMatched;
}

bool isListed(const std::vector<KindPattern> &patterns, const ObjectId &object)
{
    return std::ranges::any_of(patterns, [&](const KindPattern &pattern) {
        return matchesPath(pattern.group, object.key.group) && matchesPath(pattern.kind, object.key.kind) &&
               (pattern.name.empty() || matchesPath(pattern.name, object.key.name));
    });
}

std::string clusterText(const Cluster &cluster)
{
    return cluster.name.empty() ? cluster.server : cluster.name;
}

} // namespace

Result<std::vector<Project>> readProjects(const Inventory &inventory, ContentReader &contents)
{
    std::vector<Project> projects;
    for (const DeclaredObject *object : inventory.ofKind("argoproj.io", "AppProject")) {
        if (object->inEffect.empty())
            continue;
        const Declaration &declaration = object->declarations[object->inEffect.back()];
        const auto content = contents.content(declaration);
        if (content)
            projects.push_back(readProject(**content, declaration));
        else if (content.error().code != ErrorCode::Yaml)
            return content.error();
    }
    return projects;
}

const Project *projectOf(const Application &application, const Inventory &inventory)
{
    if (inventory.projects.empty())
        return nullptr;
    static const Name group("argoproj.io");
    static const Name kind("AppProject");
    const ObjectId wanted{application.id.scope, {group, kind, application.id.key.nameSpace, Name(application.project)}};
    const auto beside = std::ranges::lower_bound(inventory.projects, wanted, {}, &Project::id);
    if (beside != inventory.projects.end() && beside->id == wanted)
        return &*beside;
    const Project *found = nullptr;
    std::size_t many = 0;
    for (const Project &project : inventory.projects) {
        if (project.id.scope != application.id.scope || project.id.key.name != application.project)
            continue;
        if (project.id.key.nameSpace == application.id.key.nameSpace)
            return &project;
        found = &project;
        ++many;
    }
    return many == 1 ? found : nullptr;
}

bool declaresProjects(const Application &application, const Inventory &inventory)
{
    return std::ranges::any_of(inventory.projects, [&](const Project &project) {
        return project.id.scope == application.id.scope && project.id.key.name != "default";
    });
}

std::string refusalOf(const Project &project, const Application &application, const Cluster &cluster)
{
    const std::string name = "AppProject " + project.id.key.name;
    const std::string &own = application.id.key.nameSpace;
    const bool isHome = own == project.id.key.nameSpace;
    // An entry between slashes is a regular expression: what it permits is not judged.
    if (!isHome && std::ranges::none_of(project.sourceNamespaces, [&](const std::string &pattern) {
            return pattern.starts_with('/') || matchesArgoGlob(pattern, own);
        }))
        return say("{} does not take Applications from namespace {} (sourceNamespaces)", name, own);
    for (const Source &source : application.sources) {
        if (!permitsSource(project, source.repository))
            return say("{} does not permit the source {} (sourceRepos)", name, source.repository);
    }
    if (!permitsDestination(project, cluster, application.destination.nameSpace))
        return say("{} does not permit namespace {} of cluster {} (destinations)", name,
                   application.destination.nameSpace, clusterText(cluster));
    return {};
}

std::string refusalOf(const Project &project, const ObjectId &object, const Cluster &cluster)
{
    const std::string name = "AppProject " + project.id.key.name;
    if (object.key.nameSpace.empty()) {
        if (!isListed(project.clusterKinds, object))
            return say("{} does not permit the cluster-scoped kind {} (clusterResourceWhitelist)", name,
                       object.key.kind);
        if (isListed(project.deniedClusterKinds, object))
            return say("{} denies the kind {} (clusterResourceBlacklist)", name, object.key.kind);
        return {};
    }
    if (project.namespacedKinds && !isListed(*project.namespacedKinds, object))
        return say("{} does not permit the kind {} (namespaceResourceWhitelist)", name, object.key.kind);
    if (isListed(project.deniedNamespacedKinds, object))
        return say("{} denies the kind {} (namespaceResourceBlacklist)", name, object.key.kind);
    if (!permitsDestination(project, cluster, object.key.nameSpace))
        return say("{} does not permit namespace {} (destinations)", name, object.key.nameSpace);
    return {};
}

} // namespace noclobber::argo
