#include "core/argo/generators.h"

#include <map>

#include "core/base/say.h"
#include "core/yaml/base64_text.h"

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

constexpr std::string_view ownCluster = "https://kubernetes.default.svc";

/// A cluster that Argo CD knows: by its Secret, or the one it runs in.
struct Cluster {
    std::string name;
    std::string server;
    std::string project;
    const Node *labels = nullptr;
    const Node *annotations = nullptr;
    Content secret; ///< keeps the two above
};

std::string secretText(const Node &secret, std::string_view key)
{
    if (const Node *plain = secret.find({"stringData", key}))
        return plain->scalar;
    const Node *encoded = secret.find({"data", key});
    return encoded ? yaml::textOfBase64(encoded->scalar).value_or("") : "";
}

/// Those whose Secrets are in the commit, by name.
Result<std::map<std::string, Cluster>> clustersInTree(GeneratorContext &context)
{
    std::map<std::string, Cluster> clusters;
    for (const ManifestPlace place : context.scan.ofKind("", "Secret")) {
        const ManifestFile &file = context.scan.files[place.file];
        const auto &manifest = context.scan.at(place);
        if (!manifest->cluster)
            continue;
        Declaration declaration;
        declaration.location = {file.path, manifest->document, manifest->item, 0, 0};
        declaration.blob = file.blob;
        auto content = context.contents.content(declaration);
        if (!content)
            return content.error();
        Cluster cluster{manifest->cluster->name,
                        manifest->cluster->server,
                        secretText(**content, "project"),
                        (*content)->find({"metadata", "labels"}),
                        (*content)->find({"metadata", "annotations"}),
                        *content};
        clusters[cluster.name] = std::move(cluster);
    }
    return clusters;
}

Parameters parametersOf(const Cluster &cluster, bool usesGoTemplate)
{
    Parameters parameters;
    setField(parameters, "name", textNode(cluster.name));
    setField(parameters, "nameNormalized", textNode(normalizedName(cluster.name)));
    setField(parameters, "server", textNode(cluster.server));
    setField(parameters, "project", textNode(cluster.project));
    Node metadata;
    for (const auto &[key, node] :
         {std::pair{"labels", cluster.labels}, std::pair{"annotations", cluster.annotations}}) {
        if (!node)
            continue;
        if (usesGoTemplate)
            setField(metadata, key, *node);
        for (const yaml::Field &field : usesGoTemplate ? std::vector<yaml::Field>() : node->fields)
            setField(parameters, std::string("metadata.") + key + '.' + field.key, textNode(field.value.scalar));
    }
    if (!metadata.fields.empty())
        setField(parameters, "metadata", std::move(metadata));
    return parameters;
}

Result<void> add(Generated &generated, const Node &clusters, const Cluster &cluster, GeneratorContext &context)
{
    ParameterSet set{parametersOf(cluster, context.usesGoTemplate), say("the cluster {}", cluster.name)};
    if (auto added = addValues(clusters, set.values, context); !added)
        return added;
    generated.sets.push_back(std::move(set));
    return {};
}

} // namespace

Result<Generated> generateClusters(const yaml::Node &clusters, GeneratorContext &context)
{
    if (const Node *flat = clusters.find("flatList"); flat && flat->scalar == "true")
        return Error{ErrorCode::Yaml, say("flatList of its generator clusters is not followed here"), ""};
    const auto known = clustersInTree(context);
    if (!known)
        return known.error();
    Generated generated;
    generated.dynamic = {"clusters"};
    generated.unknowns = {
        say("its generator clusters takes every cluster that Argo CD knows, and some may not be in this repository")};
    const Node *selector = clusters.find("selector");
    const bool selects = selector && !isEmptyValue(*selector);
    bool hasOwn = false;
    for (const auto &[name, cluster] : *known) {
        hasOwn = hasOwn || cluster.server == ownCluster;
        const auto matches = matchesSelector(selector, cluster.labels ? flattened(*cluster.labels)
                                                                      : std::map<std::string, std::string>());
        if (!matches)
            return matches.error();
        if (!*matches)
            continue;
        if (auto added = add(generated, clusters, cluster, context); !added)
            return added.error();
    }
    if (!hasOwn && !selects) { // without a Secret it has no labels to select by
        if (auto added =
                add(generated, clusters, {"in-cluster", std::string(ownCluster), {}, nullptr, nullptr, {}}, context);
            !added)
            return added.error();
    }
    return generated;
}

} // namespace noclobber::argo
