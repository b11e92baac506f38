#include "core/argo/application_sets.h"

#include <algorithm>
#include <optional>

#include "core/argo/application_template.h"
#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

ApplicationSet readSettings(const Node &content)
{
    ApplicationSet set;
    for (const std::string &finalizer : texts(content.find({"metadata", "finalizers"})))
        set.hasFinalizer = set.hasFinalizer || finalizer == "resources-finalizer.argocd.argoproj.io";
    const Node *policy = content.find({"spec", "syncPolicy"});
    if (!policy)
        return set;
    set.preservesResources = isTrue(policy->find("preserveResourcesOnDeletion"));
    if (const std::string word = policy->text("applicationsSync"); !word.empty())
        set.policy = word;
    return set;
}

/// Whether a key, or the name of a Helm parameter, chooses an image or a revision.
bool choosesVersion(std::string_view name)
{
    const auto parts = split(lowered(name), '.');
    return name == "targetRevision" || std::ranges::any_of(parts, [](const std::string &part) {
               return part == "image" || part == "images" || part == "tag";
           });
}

/// The spec without what no change of can delete anything, so that an honest change is none; the elements of lists go
/// apart.
Node decidingPart(Node node, std::set<std::string> &elements)
{
    for (const yaml::Field &field : node.fields) {
        if (field.key != "elements")
            continue;
        for (const Node &element : field.value.items)
            elements.insert(yaml::toCanonicalJson(element));
    }
    std::erase_if(node.fields,
                  [](const yaml::Field &field) { return field.key == "elements" || choosesVersion(field.key); });
    for (yaml::Field &field : node.fields) {
        if (field.key == "metadata") // of the template
            std::erase_if(field.value.fields,
                          [](const yaml::Field &one) { return one.key == "labels" || one.key == "annotations"; });
    }
    std::erase_if(node.items, [](const Node &item) { return choosesVersion(item.text("name")); });
    for (Node &item : node.items)
        item = decidingPart(std::move(item), elements);
    for (yaml::Field &field : node.fields)
        field.value = decidingPart(std::move(field.value), elements);
    return node;
}

/// One evaluation: the first error leaves everything as it is.
class SetEvaluation
{
public:
    SetEvaluation(const Node &content, GeneratorContext &context) : m_context(context)
    {
        m_evaluated.set = readSettings(content);
        const Node *spec = content.find("spec");
        if (spec)
            m_evaluated.set.deciding = yaml::toCanonicalJson(decidingPart(*spec, m_evaluated.set.elements));
        if (const Node *base = spec ? spec->find("template") : nullptr)
            m_template.base = *base;
        m_template.patch = spec ? spec->text("templatePatch") : "";
        m_template.preservesResources = m_evaluated.set.preservesResources;
    }

    Result<EvaluatedSet> run(const Node *generators)
    {
        for (const Node &generator : generators ? generators->items : std::vector<Node>()) {
            if (const auto spent = m_context.budget.spent()) {
                fail(*spent, generator.line);
                break; // not even its parameters
            }
            auto generated = generate(generator, m_context);
            if (!generated) {
                if (generated.error().code != ErrorCode::Yaml)
                    return generated.error();
                fail(generated.error().message, generator.line);
                continue;
            }
            takeUnknowns(*generated);
            for (const ParameterSet &set : generated->sets)
                add(generator, set);
        }
        return finish();
    }

private:
    void fail(const std::string &why, int line)
    {
        m_failure = m_failure.value_or(say("which Applications it makes cannot be told: {} (line {})", why, line));
    }

    void takeUnknowns(const Generated &generated)
    {
        ApplicationSet &set = m_evaluated.set;
        set.dynamicGenerators.insert(set.dynamicGenerators.end(), generated.dynamic.begin(), generated.dynamic.end());
        set.unknowns.insert(set.unknowns.end(), generated.unknowns.begin(), generated.unknowns.end());
    }

    void add(const Node &generator, const ParameterSet &set)
    {
        m_evaluated.set.inputs.insert(yaml::toCanonicalJson(set.values));
        if (m_failure)
            return;
        if (m_evaluated.applications.size() == mostApplications)
            return fail(say("it would make more than 10000 Applications"), generator.line);
        if (const auto spent = m_context.budget.spent())
            return fail(*spent, generator.line);
        auto content = renderApplication(m_template, generator, set.values, m_context);
        if (!content)
            return fail(say("for {}, {}", set.origin, content.error().message), m_template.base.line);
        const std::string name = content->find({"metadata", "name"})->scalar;
        const auto [place, isNew] = m_names.emplace(name, set.origin);
        m_context.budget.applications -= isNew ? 1 : 0;
        if (isNew)
            m_evaluated.applications.push_back({name, set.origin, std::move(*content)});
        else
            m_evaluated.set.unknowns.push_back(
                say("it makes Application {} of {} and of {}: Argo CD takes the first and reports the second", name,
                    place->second, set.origin));
    }

    EvaluatedSet finish()
    {
        ApplicationSet &set = m_evaluated.set;
        if (m_failure) {
            set.isEvaluated = false;
            set.unknowns.push_back(*m_failure);
            m_evaluated.applications.clear();
        } else {
            set.inputs.clear();
        }
        for (auto *list : {&set.dynamicGenerators, &set.unknowns}) {
            std::ranges::sort(*list);
            list->erase(std::ranges::unique(*list).begin(), list->end());
        }
        std::ranges::sort(m_evaluated.applications, {}, &EvaluatedSet::Made::name);
        return std::move(m_evaluated);
    }

    GeneratorContext &m_context;
    ApplicationTemplate m_template;
    EvaluatedSet m_evaluated;
    std::map<std::string, std::string> m_names; ///< and what yields them
    std::optional<std::string> m_failure;
};

/// The pattern up to its first wildcard or tag, cut to whole names.
std::string literalFolder(const std::string &pattern)
{
    const std::size_t end = pattern.find_first_of("*?[{\\");
    const std::string literal = pattern.substr(0, end);
    return normalPath(end == std::string::npos ? literal : std::string(folderOf(literal + "x")));
}

void collectAddresses(const Node &node, std::vector<std::pair<std::string, std::string>> &addresses)
{
    const std::string repository = node.text("repoURL");
    if (!repository.empty() && repository.find("{{") == std::string::npos && node.text("chart").empty()) {
        addresses.emplace_back(repository, literalFolder(node.text("path")));
        for (const char *key : {"directories", "files"}) {
            const Node *entries = node.find(key);
            for (const Node &entry : entries ? entries->items : std::vector<Node>())
                addresses.emplace_back(repository, literalFolder(entry.text("path")));
        }
    }
    for (const Node &item : node.items)
        collectAddresses(item, addresses);
    for (const yaml::Field &field : node.fields)
        collectAddresses(field.value, addresses);
}

ObjectId idOf(const ApplicationSet &set, const std::string &name)
{
    return {set.id.scope, {"argoproj.io", "Application", set.id.key.nameSpace, Name(name)}};
}

} // namespace

bool isApplicationSet(const kube::Manifest &manifest)
{
    return manifest.kind == "ApplicationSet" && manifest.group == "argoproj.io" && !manifest.name.empty();
}

Result<EvaluatedSet> evaluateSet(const yaml::Node &content, const CommitFiles &files)
{
    const Node *spec = content.find("spec");
    GeneratorContext context{files.tree,
                             files.scan,
                             files.own,
                             files.contents,
                             files.budget,
                             spec && isTrue(spec->find("goTemplate")),
                             texts(spec ? spec->find("goTemplateOptions") : nullptr)};
    return SetEvaluation(content, context).run(spec ? spec->find("generators") : nullptr);
}

std::vector<Application> applicationsOf(ApplicationSet &set, const EvaluatedSet &evaluated,
                                        const std::vector<Application> &before)
{
    std::map<ObjectId, Application> old;
    for (const Application &application : before) {
        if (application.generatedBy == set.id)
            old.emplace(application.id, application);
    }
    std::map<ObjectId, Application> all;
    for (const EvaluatedSet::Made &made : evaluated.applications) {
        const ObjectId id = idOf(set, made.name);
        set.generated.push_back(id);
        set.origins[id] = made.origin;
        const auto known = set.updates() ? old.end() : old.find(id);
        all.emplace(id, known == old.end() ? readApplication(made.content, set.declaration) : known->second);
    }
    if (!set.isEvaluated || !set.deletes())
        all.merge(old);
    std::vector<Application> applications;
    for (auto &[id, application] : all) {
        application.id = id;
        application.generatedBy = set.id;
        application.declaration = set.declaration;
        application.unknownChildren.clear(); // of base's tree
        applications.push_back(std::move(application));
    }
    return applications;
}

std::vector<std::pair<std::string, std::string>> addressesOf(const yaml::Node &content)
{
    std::vector<std::pair<std::string, std::string>> addresses;
    collectAddresses(content, addresses);
    return addresses;
}

} // namespace noclobber::argo
