#include "core/kube/deletion_decision.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/kube/deciding_fields.h"

namespace noclobber::kube {

namespace {

constexpr std::string_view present = "present";
constexpr std::string_view absent = "absent";

/// Collects the scalars at a way of keys; "" where the last key is missing.
void collect(const yaml::Node *node, std::string_view way, std::vector<std::string> &values)
{
    while (node && !way.empty()) {
        const std::size_t end = std::min(way.find('.'), way.size());
        std::string_view key = way.substr(0, end);
        way.remove_prefix(std::min(end + 1, way.size()));
        const bool isList = key.ends_with("[]");
        if (isList)
            key.remove_suffix(2);
        node = node->find(key);
        if (node && isList) {
            for (const yaml::Node &item : node->items)
                collect(&item, way, values);
            return;
        }
    }
    values.push_back(node ? node->scalar : std::string());
}

std::vector<std::string> fieldValues(const yaml::Node &content, std::string_view name)
{
    const std::size_t bar = std::min(name.find('|'), name.size());
    std::vector<std::string> values;
    collect(&content, name.substr(0, bar), values);
    if (bar == name.size())
        return values;
    std::vector<std::string> instead;
    collect(&content, name.substr(bar + 1), instead);
    if (values.empty())
        return instead;
    for (std::string &value : values) {
        if (value.empty() && !instead.empty())
            value = instead.front();
    }
    return values;
}

std::string textAt(const yaml::Node *node, std::string_view key)
{
    const yaml::Node *value = node ? node->find(key) : nullptr;
    return value ? value->scalar : std::string();
}

bool hasItem(const yaml::Node *list, std::string_view text)
{
    return list && std::ranges::any_of(list->items, [&](const yaml::Node &item) { return item.scalar == text; });
}

std::vector<std::string> valuesOf(const DecidingField &field, const yaml::Node &content)
{
    switch (field.place) {
    case Place::Field:
    case Place::ManagementPolicies:
        return fieldValues(content, field.name);
    case Place::Annotation:
        return {textAt(content.find({"metadata", "annotations"}), field.name)};
    case Place::TemplateAnnotation:
        return {textAt(content.find({"spec", "template", "metadata", "annotations"}), field.name)};
    case Place::Finalizer:
        return {std::string(hasItem(content.find({"metadata", "finalizers"}), field.name) ? present : absent)};
    case Place::List:
        break;
    }
    const yaml::Node *list = content.find({"spec", field.name});
    return {std::string(list && !list->items.empty() ? present : absent)};
}

bool isOneOf(std::string_view values, std::string_view value)
{
    const std::vector<std::string> parts = split(values, ' ');
    return std::ranges::find(parts, value) != parts.end();
}

std::string placeText(const DecidingField &field)
{
    const std::string name(field.name.substr(0, field.name.find('|')));
    switch (field.place) {
    case Place::Annotation:
        return "annotation " + name;
    case Place::TemplateAnnotation:
        return "template's annotation " + name;
    case Place::Finalizer:
        return "finalizer " + name;
    case Place::List:
        return "spec." + name;
    case Place::Field:
    case Place::ManagementPolicies:
        break;
    }
    return name;
}

DeletionDecision judge(const DecidingField &field, const std::string &value)
{
    const std::string effective = value.empty() ? std::string(field.otherwise) : value;
    DeletionDecision decision{placeText(field), value, DeletedData::Unknown, false};
    if (effective.empty())
        return decision;
    if (isOneOf(field.keeps, effective)) {
        decision.data = field.whenKept;
        decision.isProtected = true;
    } else if (isOneOf(field.deletes, effective)) {
        decision.data = field.whenDeleted;
    }
    return decision;
}

/// The worst of all the values: one volume that goes is enough.
DeletionDecision decide(const DecidingField &field, const yaml::Node &content)
{
    const yaml::Node *policies = content.find({"spec", "managementPolicies"});
    if (field.place == Place::ManagementPolicies && policies && !policies->items.empty() && !hasItem(policies, "*")) {
        const bool deletes = hasItem(policies, "Delete");
        return {"spec.managementPolicies", deletes ? "with Delete" : "without Delete",
                deletes ? field.whenDeleted : field.whenKept, !deletes};
    }
    std::vector<std::string> values = valuesOf(field, content);
    if (values.empty())
        values.emplace_back();
    DeletionDecision worst = judge(field, values.front());
    for (const std::string &value : values) {
        DeletionDecision decision = judge(field, value);
        if (std::pair(decision.isProtected, decision.data) < std::pair(worst.isProtected, worst.data))
            worst = std::move(decision);
    }
    return worst;
}

} // namespace

std::vector<DeletionDecision> deletionDecisions(std::string_view group, std::string_view kind,
                                                const yaml::Node &content)
{
    std::vector<DeletionDecision> decisions;
    for (const DecidingField *field : decidingFields(group, kind))
        decisions.push_back(decide(*field, content));
    return decisions;
}

std::optional<DeletionDecision> deletionDecision(std::string_view group, std::string_view kind,
                                                 const yaml::Node &content)
{
    const std::vector<DeletionDecision> decisions = deletionDecisions(group, kind, content);
    const auto worst = std::ranges::min_element(decisions, {}, &DeletionDecision::data);
    return worst == decisions.end() ? std::nullopt : std::optional(*worst);
}

std::string ephemeralStorage(std::string_view group, std::string_view kind, const yaml::Node &content)
{
    if (group == "monitoring.coreos.com" && (kind == "Prometheus" || kind == "Alertmanager" || kind == "ThanosRuler")) {
        const yaml::Node *storage = content.find({"spec", "storage"});
        return storage && storage->find("volumeClaimTemplate")
                   ? ""
                   : say("it does not say {}", "spec.storage.volumeClaimTemplate");
    }
    if (group != "kafka.strimzi.io")
        return {};
    for (const std::string_view place : {"spec.kafka.storage.type", "spec.storage.type"}) {
        std::vector<std::string> values;
        collect(&content, place, values);
        if (values.front() == "ephemeral")
            return say("its {} is {}", place, "ephemeral");
    }
    return {};
}

std::optional<DeletionDecision> lostProtection(std::string_view group, std::string_view kind, const yaml::Node &base,
                                               const yaml::Node &head)
{
    const std::vector<DeletionDecision> before = deletionDecisions(group, kind, base);
    const std::vector<DeletionDecision> after = deletionDecisions(group, kind, head);
    for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i) {
        if (before[i].isProtected && !after[i].isProtected)
            return after[i];
    }
    return {};
}

std::string toText(const DeletionDecision &decision)
{
    const bool isThing = decision.place.starts_with("annotation ") || decision.place.starts_with("template's ");
    if (decision.value.empty())
        return isThing ? say("it has no {}", decision.place) : say("it does not say {}", decision.place);
    if (decision.value == absent)
        return say("it has no {}", decision.place);
    if (decision.value == present)
        return decision.place.starts_with("finalizer ") ? say("it has the {}", decision.place)
                                                        : say("it has {}", decision.place);
    return say("its {} is {}", decision.place, decision.value);
}

} // namespace noclobber::kube
