#include "core/argo/application.h"

#include <algorithm>

#include "core/argo/sources.h"
#include "core/argo/spec_error.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

std::vector<Source> readSources(const Node &spec)
{
    std::vector<Source> sources;
    const Node *several = spec.find("sources");
    if (several && several->type == NodeType::Sequence && !several->items.empty()) {
        // With `sources` set, Argo CD ignores `source`. A source that only lends values (`ref` without a path) renders
        // nothing.
        for (const Node &item : several->items) {
            Source source = readSource(item);
            const bool onlyLendsValues = !source.ref.empty() && !item.find("path") && source.chart.empty();
            if (!onlyLendsValues)
                sources.push_back(std::move(source));
        }
        return sources;
    }
    if (const Node *one = spec.find("source"); one && one->type == NodeType::Mapping)
        sources.push_back(readSource(*one));
    return sources;
}

void readSyncPolicy(const Node &policy, Application &application)
{
    application.syncOptions = texts(policy.find("syncOptions"));
    const Node *metadata = policy.find("managedNamespaceMetadata");
    application.managesNamespace = metadata && metadata->type == NodeType::Mapping;
    const Node *automated = policy.find("automated");
    if (!automated || automated->type != NodeType::Mapping)
        return;
    const Node *enabled = automated->find("enabled");
    application.automated = !enabled || enabled->type == NodeType::Null || isTrue(enabled);
    application.prune = isTrue(automated->find("prune"));
    application.selfHeal = isTrue(automated->find("selfHeal"));
    application.allowEmpty = isTrue(automated->find("allowEmpty"));
}

} // namespace

bool Application::cascades() const
{
    if (engine == Engine::Flux) {
        const bool mirrors = flux.deletionPolicy != "Delete" && flux.deletionPolicy != "WaitForTermination" &&
                             flux.deletionPolicy != "Orphan";
        return !flux.isSuspended && (mirrors ? prune : flux.deletionPolicy != "Orphan");
    }
    constexpr std::string_view finalizer = "resources-finalizer.argocd.argoproj.io";
    return std::ranges::any_of(finalizers, [&](std::string_view carried) {
        return carried == finalizer || carried == std::string(finalizer) + "/foreground" ||
               carried == std::string(finalizer) + "/background";
    });
}

bool Application::hasSyncOption(std::string_view option) const
{
    return std::ranges::find(syncOptions, option) != syncOptions.end();
}

Application readApplication(const yaml::Node &content, const Declaration &declaration)
{
    Application application;
    application.id = declaration.id;
    application.declaration = declaration;
    application.finalizers = texts(content.find({"metadata", "finalizers"}));
    application.specError = specErrorOf(content);
    const Node *spec = content.find("spec");
    if (!spec)
        return application;
    application.sources = readSources(*spec);
    application.project = spec->text("project");
    if (application.project.empty())
        application.project = "default";
    if (const Node *destination = spec->find("destination")) {
        std::string server = destination->text("server");
        while (server.ends_with('/'))
            server.pop_back();
        application.destination = {server, destination->text("name"), Name(destination->text("namespace"))};
    }
    if (const Node *policy = spec->find("syncPolicy"))
        readSyncPolicy(*policy, application);
    return application;
}

std::string applicationName(const ObjectId &id)
{
    return id.key.nameSpace + '/' + id.key.name;
}

std::string normalAddress(std::string_view address)
{
    address = trimmed(address);
    const std::size_t scheme = address.find("://");
    std::string host;
    std::string path;
    if (scheme != std::string_view::npos) {
        const std::string_view rest = address.substr(scheme + 3);
        const std::size_t slash = rest.find('/');
        host = rest.substr(0, slash);
        path = slash == std::string_view::npos ? "" : rest.substr(slash + 1);
    } else if (const std::size_t colon = address.find(':');
               colon != std::string_view::npos && colon < address.find('/')) {
        host = address.substr(0, colon); // the scp form, git@host:path
        path = address.substr(colon + 1);
    } else {
        path = address;
    }
    if (const std::size_t at = host.rfind('@'); at != std::string::npos)
        host.erase(0, at + 1);
    for (const std::string_view port : {":22", ":443", ":80"}) {
        if (host.ends_with(port))
            host.erase(host.size() - port.size());
    }
    std::string normal = normalPath(path);
    if (normal.ends_with(".git"))
        normal.erase(normal.size() - 4);
    return host.empty() ? normal : lowered(host) + '/' + normal;
}

} // namespace noclobber::argo
