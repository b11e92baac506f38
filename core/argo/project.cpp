#include "core/argo/project.h"

#include <tuple>

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

std::vector<KindPattern> kinds(const Node *list)
{
    std::vector<KindPattern> all;
    if (!list || list->type != NodeType::Sequence)
        return all;
    for (const Node &item : list->items)
        all.push_back({item.text("group"), item.text("kind"), item.text("name")});
    return all;
}

auto permissions(const Project &project)
{
    return std::tie(project.sourceRepositories, project.destinations, project.clusterKinds, project.deniedClusterKinds,
                    project.namespacedKinds, project.deniedNamespacedKinds, project.sourceNamespaces);
}

} // namespace

bool Project::operator==(const Project &other) const
{
    return permissions(*this) == permissions(other);
}

Project readProject(const yaml::Node &content, const Declaration &declaration)
{
    Project project;
    project.id = declaration.id;
    project.declaration = declaration;
    const Node *spec = content.find("spec");
    if (!spec)
        return project;
    project.sourceRepositories = texts(spec->find("sourceRepos"));
    project.sourceNamespaces = texts(spec->find("sourceNamespaces"));
    if (const Node *list = spec->find("destinations"); list && list->type == NodeType::Sequence) {
        for (const Node &item : list->items)
            project.destinations.push_back({item.text("server"), item.text("name"), item.text("namespace")});
    }
    project.clusterKinds = kinds(spec->find("clusterResourceWhitelist"));
    project.deniedClusterKinds = kinds(spec->find("clusterResourceBlacklist"));
    project.deniedNamespacedKinds = kinds(spec->find("namespaceResourceBlacklist"));
    if (const Node *list = spec->find("namespaceResourceWhitelist"); list && list->type == NodeType::Sequence)
        project.namespacedKinds = kinds(list);
    return project;
}

} // namespace noclobber::argo
