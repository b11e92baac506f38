#include "core/argo/kustomizations.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/base/text.h"

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

constexpr std::array<std::string_view, 3> names = {"kustomization.yaml", "kustomization.yml", "Kustomization"};

/// Keys under which a kustomization renders what it lists under the same identities, the namespace apart.
constexpr std::array<std::string_view, 14> harmless = {
    "apiVersion",        "kind",     "metadata",      "resources",   "images", "commonLabels", "labels",
    "commonAnnotations", "replicas", "buildMetadata", "sortOptions", "crds",   "openapi",      "namespace"};

constexpr std::array<std::string_view, 13> overlaying = {"patches",         "patchesStrategicMerge",
                                                         "patchesJson6902", "configMapGenerator",
                                                         "secretGenerator", "generators",
                                                         "bases",           "components",
                                                         "helmCharts",      "transformers",
                                                         "replacements",    "vars",
                                                         "generatorOptions"};

void collectPaths(const Node &node, const std::string &folder, std::vector<std::string> &into)
{
    if (node.type == NodeType::String && node.scalar.find('\n') == std::string::npos) {
        const std::string file =
            node.scalar.substr(node.scalar.find('=') == std::string::npos ? 0 : node.scalar.find('=') + 1);
        into.push_back(normalPath(folder + '/' + file));
    }
    for (const Node &item : node.items)
        collectPaths(item, folder, into);
    for (const yaml::Field &field : node.fields)
        collectPaths(field.value, folder, into);
}

Kustomization readOne(const Node &content, const std::string &folder)
{
    Kustomization result;
    result.folder = folder;
    result.isOverlay = content.text("kind") == "Component";
    result.onlyLists = !result.isOverlay;
    result.nameSpace = content.text("namespace");
    result.names = content.text("namePrefix") + '*' + content.text("nameSuffix");
    for (const yaml::Field &field : content.fields) {
        const bool isEmpty = field.value.items.empty() && field.value.fields.empty() && field.value.scalar.empty();
        if (std::ranges::find(overlaying, field.key) != overlaying.end() && !isEmpty) {
            result.isOverlay = true;
            collectPaths(field.value, folder, result.consumed);
        }
        if (std::ranges::find(harmless, field.key) == harmless.end() && !isEmpty)
            result.onlyLists = false;
    }
    if (const Node *resources = content.find("resources")) {
        for (const Node &item : resources->items) {
            const bool isRemote = isRemoteResource(item.scalar);
            result.resources.push_back(isRemote ? item.scalar : normalPath(folder + '/' + item.scalar));
        }
    }
    return result;
}

/// The walk through kustomizations and those they list.
struct Walk {
    const std::map<std::string, Kustomization> &all;
    const CommitScan &scan;
    std::set<std::string> seen;
    std::vector<KustomizedFile> files;

    /// The files of a kustomization and of those it lists, depth first; whether all could be followed.
    bool collect(const std::string &folder, const std::string &outerNamespace)
    {
        const auto found = all.find(folder);
        if (found == all.end() || !found->second.onlyLists || !seen.insert(folder).second)
            return false;
        const std::string &nameSpace = outerNamespace.empty() ? found->second.nameSpace : outerNamespace;
        for (const std::string &resource : found->second.resources) {
            const auto [begin, end] = scan.filesWithin(resource);
            const bool isFile = end == begin + 1 && scan.files[begin].path == resource;
            if (isFile)
                files.push_back({resource, nameSpace});
            else if (!collect(resource, nameSpace))
                return false;
        }
        return true;
    }
};

} // namespace

bool isKustomizationName(std::string_view fileName)
{
    return std::ranges::find(names, fileName) != names.end();
}

bool isRemoteResource(std::string_view resource)
{
    return resource.find("://") != std::string_view::npos || resource.starts_with("github.com");
}

Result<std::map<std::string, Kustomization>> readKustomizations(const CommitScan &scan, ContentReader &contents)
{
    std::map<std::string, Kustomization> all;
    for (const git::TreeEntry &entry : scan.telling) {
        if (entry.type != git::EntryType::File || !isKustomizationName(fileName(entry.path)))
            continue;
        const auto bytes = contents.file(entry.id);
        if (!bytes && bytes.error().code != ErrorCode::Io)
            return bytes.error();
        const std::string folder(folderOf(entry.path));
        std::optional<Node> content;
        if (bytes) {
            const auto keepFirst = [&](yaml::Document document) {
                if (!content)
                    content = std::move(document.root);
            };
            (void)yaml::readDocuments(*bytes, yaml::TextFormat::Yaml, {}, keepFirst);
        }
        Kustomization unreadable;
        unreadable.folder = folder;
        unreadable.isOverlay = true;
        Kustomization &one = all[folder];
        one = content ? readOne(*content, folder) : unreadable;
        one.file = entry.path;
    }
    // A listed folder that has a kustomization of its own is a base.
    for (auto &[folder, kustomization] : all) {
        for (const std::string &resource : kustomization.resources)
            kustomization.isOverlay =
                kustomization.isOverlay || all.contains(resource) || resource.find("://") != std::string::npos;
    }
    return all;
}

std::optional<std::vector<KustomizedFile>> kustomizedFiles(const std::map<std::string, Kustomization> &all,
                                                           const CommitScan &scan, const std::string &folder)
{
    Walk walk{all, scan, {}, {}};
    if (!walk.collect(folder, {}))
        return std::nullopt;
    return std::move(walk.files);
}

} // namespace noclobber::argo
