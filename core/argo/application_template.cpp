#include "core/argo/application_template.h"

#include <algorithm>

#include "core/base/say.h"

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

Error wrong(const std::string &what)
{
    return {ErrorCode::Yaml, what, ""};
}

/// The generator's own template, what it leaves open filled in from the set's.
Node templateFor(const Node &base, const Node &generator)
{
    for (const yaml::Field &field : generator.fields) {
        const Node *own = field.key == "selector" ? nullptr : field.value.find("template");
        if (!own || own->type != NodeType::Mapping)
            continue;
        Node merged = *own;
        fillFrom(merged, base);
        return merged;
    }
    return base;
}

Node *child(Node &node, std::string_view key)
{
    const auto field = std::ranges::find(node.fields, key, &yaml::Field::key);
    return field == node.fields.end() ? nullptr : &field->value;
}

Node &ensureChild(Node &node, std::string_view key)
{
    if (!child(node, key))
        setField(node, key, Node());
    return *child(node, key);
}

void addFinalizer(Node &application)
{
    Node &finalizers = ensureChild(ensureChild(application, "metadata"), "finalizers");
    if (!finalizers.items.empty())
        return;
    finalizers.type = NodeType::Sequence;
    finalizers.items.push_back(textNode("resources-finalizer.argocd.argoproj.io"));
}

/// A directive of strategic merge patches: `$patch`, `$retainKeys`.
bool holdsDirective(const Node &node)
{
    return std::ranges::any_of(node.items, holdsDirective) ||
           std::ranges::any_of(node.fields, [](const yaml::Field &field) {
               return field.key.starts_with('$') || holdsDirective(field.value);
           });
}

Result<void> applyPatch(Node &application, const std::string &text)
{
    const auto document = yaml::readDocument(text, yaml::TextFormat::Yaml, 1);
    if (!document && text.find_first_not_of(" \t\r\n") == std::string::npos)
        return {};
    if (!document || document->root.type != NodeType::Mapping)
        return wrong(say("its templatePatch does not give a map"));
    if (holdsDirective(document->root))
        return wrong(say("its templatePatch has a $ directive, which is not followed here"));
    const Node *project = application.find({"spec", "project"});
    const Node before = project ? *project : Node();
    std::vector<Node> finalizers;
    if (const Node *carried = application.find({"metadata", "finalizers"}))
        finalizers = carried->items;
    mergePatch(application, document->root);
    if (project)
        setField(ensureChild(application, "spec"), "project", before); // no patch may change it
    if (!document->root.find({"metadata", "finalizers"}))
        return {};
    Node &now = ensureChild(ensureChild(application, "metadata"), "finalizers"); // lists of finalizers are merged
    for (Node &finalizer : finalizers) {
        if (std::ranges::find(now.items, finalizer) == now.items.end())
            now.items.push_back(std::move(finalizer));
    }
    return {};
}

bool isName(const std::string &name)
{
    const auto isAlphanumeric = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !name.empty() && name.size() <= 253 && isAlphanumeric(name.front()) && isAlphanumeric(name.back()) &&
           std::ranges::all_of(name, [&](char c) { return isAlphanumeric(c) || c == '-' || c == '.'; });
}

} // namespace

void mergePatch(yaml::Node &into, const yaml::Node &patch)
{
    if (into.type != NodeType::Mapping)
        into = Node();
    into.type = NodeType::Mapping;
    for (const yaml::Field &field : patch.fields) {
        if (field.value.type == NodeType::Null)
            std::erase_if(into.fields, [&](const yaml::Field &known) { return known.key == field.key; });
        else if (field.value.type == NodeType::Mapping)
            mergePatch(ensureChild(into, field.key), field.value);
        else
            setField(into, field.key, field.value);
    }
}

Result<yaml::Node> renderApplication(const ApplicationTemplate &applicationTemplate, const yaml::Node &generator,
                                     const Parameters &parameters, GeneratorContext &context)
{
    Node application = templateFor(applicationTemplate.base, generator);
    if (!parameters.fields.empty()) {
        auto rendered = renderNode(application, parameters, context);
        if (!rendered)
            return Error{rendered.error().code, say("its template does not evaluate: {}", rendered.error().message),
                         ""};
        application = std::move(*rendered);
        if (!applicationTemplate.preservesResources)
            addFinalizer(application);
    }
    if (!applicationTemplate.patch.empty()) {
        const auto patch = renderText(applicationTemplate.patch, parameters, context);
        if (!patch)
            return Error{patch.error().code, say("its templatePatch does not evaluate: {}", patch.error().message), ""};
        if (auto applied = applyPatch(application, *patch); !applied)
            return applied.error();
    }
    const Node *name = application.find({"metadata", "name"});
    if (!name || !isName(name->scalar))
        return wrong(say("it would name an Application \"{}\", which is no name that Kubernetes takes",
                         name ? name->scalar : ""));
    return application;
}

} // namespace noclobber::argo
