#include "core/argo/flux.h"

#include <algorithm>
#include <array>

#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

bool isEmpty(const Node *node)
{
    return !node || (node->items.empty() && node->fields.empty() && node->scalar.empty());
}

/// "GitRepository flux-system/apps"; the namespace is the referrer's unless the reference names one.
std::string referenceText(const Node &reference, const ObjectId &referrer)
{
    const std::string nameSpace = reference.text("namespace");
    return reference.text("kind") + ' ' + (nameSpace.empty() ? referrer.key.nameSpace : nameSpace) + '/' +
           reference.text("name");
}

/// A mapping of these keys of a spec, as far as they are there.
Node onlyKeys(const Node &spec, std::initializer_list<std::string_view> keys)
{
    Node chosen;
    chosen.type = NodeType::Mapping;
    for (const yaml::Field &field : spec.fields) {
        if (std::ranges::find(keys, field.key) != keys.end())
            chosen.fields.push_back(field);
    }
    return chosen;
}

/// The cluster that a kubeConfig leads to, by the name of what holds it; "" is the cluster Flux itself runs in.
std::string clusterOf(const Node &spec)
{
    for (const std::string_view holder : {"secretRef", "configMapRef"}) {
        if (const Node *reference = spec.find({"kubeConfig", holder}); reference && !reference->text("name").empty())
            return reference->text("name");
    }
    return {};
}

/// Whether an operation of a JSON patch speaks of who the object is.
bool renames(const Node &operation)
{
    static constexpr std::array<std::string_view, 6> identity = {"",      "/metadata",           "/metadata/name",
                                                                 "/kind", "/metadata/namespace", "/apiVersion"};
    const std::string path = operation.text("path");
    return std::ranges::find(identity, path) != identity.end();
}

/// Whether a patch may drop or rename objects. One that can't be read may do anything.
bool changesIdentity(const Node &patch)
{
    std::optional<bool> changes;
    const Node *text = patch.find("patch");
    if (!text || text->type != NodeType::String)
        return true;
    const auto judge = [&](const yaml::Document &document) {
        const Node &root = document.root;
        const bool isList = root.type == NodeType::Sequence;
        const bool here = isList ? std::ranges::any_of(root.items, renames)
                                 : root.type != NodeType::Mapping || root.find("$patch") != nullptr;
        changes = changes.value_or(false) || here;
    };
    const auto remarks = yaml::readDocuments(text->scalar, yaml::TextFormat::Yaml, {}, judge);
    return !remarks.problems.empty() || changes.value_or(true);
}

/// Why the objects of a Kustomization can't be told from its files, one clause; "" if they can.
std::string overlayText(const Node &spec)
{
    for (const std::string_view key :
         {"components", "namePrefix", "nameSuffix", "patchesStrategicMerge", "patchesJson6902"}) {
        if (!isEmpty(spec.find(key)))
            return say("its {} may change which objects it applies", std::string(key));
    }
    const Node *patches = spec.find("patches");
    if (patches && std::ranges::any_of(patches->items, changesIdentity))
        return say("its patches may drop or rename objects");
    return {};
}

void readPostBuild(const Node &spec, Application &application)
{
    const Node *postBuild = spec.find("postBuild");
    if (!postBuild)
        return;
    FluxSettings &flux = application.flux;
    if (const Node *variables = postBuild->find("substitute")) {
        for (const yaml::Field &field : variables->fields)
            flux.variables.emplace(field.key, field.value.scalar);
    }
    const bool hasOthers = !isEmpty(postBuild->find("substituteFrom"));
    flux.fillsVariables = hasOthers || !flux.variables.empty();
    flux.knowsVariables = flux.fillsVariables && !hasOthers;
    if (hasOthers)
        flux.remarks.push_back(
            say("the variables that its postBuild takes from the cluster are compared as they stand"));
}

void readSource(const Node &spec, Application &application)
{
    Source source;
    source.path = normalPath(spec.text("path"));
    source.text =
        yaml::toCanonicalJson(onlyKeys(spec, {"path", "sourceRef", "components", "namePrefix", "nameSuffix", "patches",
                                              "patchesStrategicMerge", "patchesJson6902", "postBuild"}));
    if (const Node *reference = spec.find("sourceRef"))
        source.repository = referenceText(*reference, application.id);
    if (const std::string overlay = overlayText(spec); !overlay.empty()) {
        source.type = SourceType::FluxOverlay;
        source.isTypeExplicit = true;
        application.unknownChildren.push_back(overlay);
    } else if (!isEmpty(spec.find("patches"))) {
        application.flux.remarks.push_back(
            say("its patches change contents, which are compared as the files have them"));
    }
    application.sources.push_back(std::move(source));
}

/// What Kustomizations and HelmReleases have in common. specError is set where there is no spec to read.
Application start(const yaml::Node &content, const Declaration &declaration)
{
    Application application;
    application.engine = Engine::Flux;
    application.id = declaration.id;
    application.declaration = declaration;
    const Node *spec = content.find("spec");
    if (!spec || spec->type != NodeType::Mapping) {
        application.specError = say("it has no spec");
        return application;
    }
    application.flux.isSuspended = isTrue(spec->find("suspend"));
    application.automated = !application.flux.isSuspended;
    application.allowEmpty = true; // Flux prunes down to nothing without asking
    application.destination.name = clusterOf(*spec);
    application.destination.nameSpace = spec->text("targetNamespace");
    return application;
}

/// Where a HelmRelease takes its chart from: from a source by the chart's name, or from one that is the chart.
Source chartOf(const Node &spec, const ObjectId &id)
{
    Source source;
    source.type = SourceType::Helm;
    source.isTypeExplicit = true;
    if (const Node *chart = spec.find({"chart", "spec"})) {
        source.chart = chart->text("chart");
        source.targetRevision = chart->text("version");
        if (const Node *reference = chart->find("sourceRef"))
            source.repository = referenceText(*reference, id);
    } else if (const Node *reference = spec.find("chartRef")) {
        source.repository = referenceText(*reference, id);
    }
    Node text = onlyKeys(spec, {"releaseName", "storageNamespace", "values", "valuesFrom", "postRenderers"});
    for (const auto &[key, value] : {std::pair("chart", &source.chart), std::pair("repoURL", &source.repository),
                                     std::pair("targetRevision", &source.targetRevision)}) {
        Node named;
        named.type = NodeType::String;
        named.scalar = *value;
        text.fields.push_back({key, 0, std::move(named)});
    }
    source.text = yaml::toCanonicalJson(text);
    return source;
}

/// "shop/redis, chart redis, kept in shop": what Helm knows the release by.
std::string releaseTarget(const Node &spec, const ObjectId &id, const std::string &chart)
{
    const auto either = [](const std::string &one, const std::string &other) { return one.empty() ? other : one; };
    const std::string target = spec.text("targetNamespace");
    const std::string byDefault = (target.empty() ? "" : target + '-') + id.key.name;
    return say("{}/{}, chart {}, kept in {}", either(target, id.key.nameSpace),
               either(spec.text("releaseName"), byDefault), chart,
               either(spec.text("storageNamespace"), id.key.nameSpace));
}

} // namespace

Application readFluxKustomization(const yaml::Node &content, const Declaration &declaration)
{
    Application application = start(content, declaration);
    if (!application.specError.empty())
        return application;
    const Node &spec = *content.find("spec");
    application.flux.force = isTrue(spec.find("force"));
    if (const std::string policy = spec.text("deletionPolicy"); !policy.empty())
        application.flux.deletionPolicy = policy;
    application.prune = isTrue(spec.find("prune"));
    application.selfHeal = true;
    readPostBuild(spec, application);
    readSource(spec, application);
    return application;
}

Application readHelmRelease(const yaml::Node &content, const Declaration &declaration)
{
    Application application = start(content, declaration);
    if (!application.specError.empty())
        return application;
    const Node &spec = *content.find("spec");
    application.flux.deletionPolicy = "Delete";
    application.prune = true;
    if (application.destination.nameSpace.empty())
        application.destination.nameSpace = application.id.key.nameSpace;
    application.sources.push_back(chartOf(spec, application.id));
    const Source &chart = application.sources.front();
    application.flux.releaseTarget = releaseTarget(spec, application.id, chart.chart);
    application.unknownChildren.push_back(
        chart.chart.empty() ? say("Helm renders what it installs, the chart of {}", chart.repository)
                            : say("Helm renders what it installs, the chart {} of {}", chart.chart, chart.repository));
    return application;
}

std::string filledIn(std::string_view text, const FluxSettings &settings)
{
    std::string filled;
    while (settings.fillsVariables) {
        const std::size_t begin = text.find("${");
        const std::size_t end = begin == std::string_view::npos ? begin : text.find('}', begin);
        if (end == std::string_view::npos)
            break;
        const std::string_view inside = text.substr(begin + 2, end - begin - 2);
        const std::size_t colon = inside.find(':');
        const auto known = settings.variables.find(std::string(inside.substr(0, colon)));
        const std::string_view otherwise = colon == std::string_view::npos ? "" : inside.substr(colon + 1);
        const bool isPlain =
            colon == std::string_view::npos || otherwise.starts_with('=') || otherwise.starts_with('-');
        filled += text.substr(0, begin);
        if (isPlain && known != settings.variables.end())
            filled += known->second;
        else if (isPlain && settings.knowsVariables)
            filled += otherwise.empty() ? otherwise : otherwise.substr(1);
        else
            filled += text.substr(begin, end + 1 - begin);
        text.remove_prefix(end + 1);
    }
    return filled + std::string(text);
}

} // namespace noclobber::argo
