#include "core/blast/refusals.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "core/base/say.h"
#include "core/blast/contents.h"
#include "core/kube/quantity.h"

namespace noclobber::blast {

namespace {

constexpr std::string_view requested = "spec.resources.requests.storage";

bool grows(const diff::FieldChange &field)
{
    const auto before = field.base ? kube::parseQuantity(field.base->scalar) : std::nullopt;
    const auto after = field.head ? kube::parseQuantity(field.head->scalar) : std::nullopt;
    return field.path == requested && before && after && *before < *after;
}

/// The steps of a field's path: "spec.disks[name=a].labels["a.b/c"]" gives spec, disks, [], labels, a.b/c.
std::vector<std::string> stepsOf(std::string_view path)
{
    std::vector<std::string> steps;
    std::string key;
    const auto finish = [&] {
        if (!key.empty())
            steps.push_back(std::exchange(key, {}));
    };
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] == '.') {
            finish();
        } else if (path[i] == '[') {
            finish();
            const bool isKey = path.substr(i).starts_with("[\"");
            const std::size_t end = std::min(path.find(isKey ? "\"]" : "]", i), path.size());
            steps.push_back(isKey ? std::string(path.substr(i + 2, end - i - 2)) : "[]");
            i = end + (isKey ? 1 : 0);
        } else {
            key += path[i];
        }
    }
    finish();
    return steps;
}

bool isFrozen(const yaml::Node &schema)
{
    const yaml::Node *rules = schema.find("x-kubernetes-validations");
    return rules && std::ranges::any_of(rules->items, [](const yaml::Node &rule) {
               std::string text = rule.text("rule");
               std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
               return text == "self==oldSelf" || text == "oldSelf==self";
           });
}

const yaml::Node *stepInto(const yaml::Node &schema, const std::string &step)
{
    if (step == "[]")
        return schema.find("items");
    const yaml::Node *properties = schema.find("properties");
    const yaml::Node *property = properties ? properties->find(step) : nullptr;
    return property ? property : schema.find("additionalProperties");
}

/// Whether a transition rule on the way refuses the change. A rule is asked only where the value was there before and
/// is there after.
bool isRefusedBy(const yaml::Node &schema, const diff::FieldChange &field)
{
    const std::vector<std::string> steps = stepsOf(field.path);
    const yaml::Node *here = &schema;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        here = stepInto(*here, steps[i]);
        if (!here)
            return false;
        const bool isLast = i + 1 == steps.size();
        if (isFrozen(*here) && (!isLast || (field.base && field.head)))
            return true;
    }
    return false;
}

/// The schema of a version of the kind, or nullptr.
const yaml::Node *schemaOf(const yaml::Node &definition, std::string_view apiVersion)
{
    const yaml::Node *versions = definition.find({"spec", "versions"});
    const std::string_view version = apiVersion.substr(apiVersion.find('/') + 1);
    for (std::size_t i = 0; versions && i < versions->items.size(); ++i) {
        if (versions->items[i].text("name") == version)
            return versions->items[i].find({"schema", "openAPIV3Schema"});
    }
    return nullptr;
}

class Search
{
public:
    Search(const Change &change, argo::ContentReader &reader) : m_change(change), m_reader(reader)
    {
        constexpr std::string_view group = "apiextensions.k8s.io";
        for (const argo::DeclaredObject *object : change.inventories.head.ofKind(group, "CustomResourceDefinition")) {
            if (const auto &kind = declarationFor(*object, {}).manifest->customKind)
                m_definitions.emplace(std::tuple(object->id.scope, kind->group, kind->kind), object);
        }
    }

    /// Without words if nothing refuses the update.
    Result<Refusal> of(const diff::ObjectChange &change)
    {
        const kube::ResourceKey &key = change.id.key;
        if (change.fields.empty() || change.base.empty() || change.head.empty())
            return Refusal();
        if (key.group.empty() && key.kind == "PersistentVolumeClaim")
            return ofGrowingClaim(change);
        const auto definition = m_definitions.find({change.id.scope, key.group, key.kind});
        return definition == m_definitions.end() ? Refusal() : byDefinition(change, *definition->second);
    }

private:
    Result<Refusal> ofGrowingClaim(const diff::ObjectChange &change)
    {
        if (std::ranges::none_of(change.fields, grows))
            return Refusal();
        const argo::DeclaredObject *claim = m_change.inventories.base.find(change.id);
        const auto content = claim ? contentOf(m_reader, *claim) : Result<argo::Content>(argo::Content());
        if (!content)
            return content.error();
        const yaml::Node *spec = *content ? (*content)->find("spec") : nullptr;
        const std::string name = spec ? spec->text("storageClassName") : std::string();
        const argo::ObjectId id{change.id.scope, {"storage.k8s.io", "StorageClass", "", Name(name)}};
        const argo::DeclaredObject *storageClass = m_change.inventories.head.find(id);
        if (name.empty() || !storageClass)
            return Refusal();
        const auto said = contentOf(m_reader, *storageClass);
        if (!said)
            return said.error();
        const yaml::Node *allows = *said ? (*said)->find("allowVolumeExpansion") : nullptr;
        if (!*said || (allows && allows->scalar == "true"))
            return Refusal();
        return Refusal{
            say("{}: StorageClass {} does not let volumes grow (allowVolumeExpansion)", std::string(requested), name),
            false};
    }

    Result<Refusal> byDefinition(const diff::ObjectChange &change, const argo::DeclaredObject &definition)
    {
        const auto content = contentOf(m_reader, definition);
        if (!content)
            return content.error();
        const argo::Declaration &now = change.headWinner ? change.head[*change.headWinner] : change.head.back();
        const yaml::Node *schema = *content ? schemaOf(**content, now.manifest->apiVersion) : nullptr;
        if (!schema)
            return Refusal();
        for (const diff::FieldChange &field : change.fields) {
            if (isRefusedBy(*schema, field))
                return Refusal{
                    say("{}: {} says that it cannot be changed (self == oldSelf)", field.path, definition.id.key.name),
                    true};
        }
        return Refusal();
    }

    const Change &m_change;
    argo::ContentReader &m_reader;
    std::map<std::tuple<std::string, std::string, std::string>, const argo::DeclaredObject *> m_definitions;
};

} // namespace

Result<Refusals> findRefusals(const Change &change, argo::ContentReader &reader)
{
    Refusals refusals;
    Search search(change, reader);
    for (const diff::ObjectChange &object : change.changes.changes) {
        auto reason = search.of(object);
        if (!reason)
            return reason.error();
        if (!reason->words.empty())
            refusals.emplace(object.id, std::move(*reason));
    }
    return refusals;
}

} // namespace noclobber::blast
