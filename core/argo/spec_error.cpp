#include "core/argo/spec_error.h"

#include <array>

#include "core/base/say.h"

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

bool isThere(const Node *node)
{
    return node && node->type != NodeType::Null;
}

std::string sourceError(const Node &source)
{
    if (source.type != NodeType::Mapping)
        return say("its source is no mapping");
    if (source.text("repoURL").empty())
        return say("its source names no repository");
    if (source.text("path").empty() && source.text("chart").empty() && source.text("ref").empty())
        return say("its source names neither a path nor a chart");
    if (!source.text("ref").empty() && !source.text("chart").empty())
        return say("its source has a ref and a chart, and only one of them is allowed");
    static constexpr std::array<std::string_view, 4> types = {"helm", "kustomize", "directory", "plugin"};
    std::string first;
    for (const std::string_view type : types) {
        if (!isThere(source.find(type)))
            continue;
        if (!first.empty())
            return say("its source is {} and {} at once, and only one is allowed", first, std::string(type));
        first = type;
    }
    return {};
}

std::string sourcesError(const Node &spec)
{
    const Node *several = spec.find("sources");
    if (several && several->type == NodeType::Sequence && !several->items.empty()) {
        for (const Node &source : several->items) {
            if (std::string error = sourceError(source); !error.empty())
                return error;
        }
        return {};
    }
    const Node *one = spec.find("source");
    return isThere(one) ? sourceError(*one) : say("it names no source");
}

std::string destinationError(const Node &spec)
{
    const Node *destination = spec.find("destination");
    const bool hasServer = destination && !destination->text("server").empty();
    const bool hasName = destination && !destination->text("name").empty();
    if (hasServer && hasName)
        return say("its destination has a server and a name, and only one of them is allowed");
    return hasServer || hasName ? std::string() : say("its destination names neither a server nor a cluster's name");
}

} // namespace

std::string specErrorOf(const yaml::Node &content)
{
    const Node *ignored = content.find({"metadata", "annotations", "argocd.argoproj.io/skip-reconcile"});
    if (ignored && ignored->type == NodeType::String && ignored->scalar == "true")
        return say("it carries argocd.argoproj.io/skip-reconcile: \"true\", which has Argo CD ignore it");
    const Node *spec = content.find("spec");
    if (!spec || spec->type != NodeType::Mapping)
        return say("it has no spec");
    std::string error = sourcesError(*spec);
    return error.empty() ? destinationError(*spec) : error;
}

} // namespace noclobber::argo
