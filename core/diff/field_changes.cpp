#include "core/diff/field_changes.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/diff/canonical_form.h"
#include "core/diff/credential_mask.h"
#include "core/diff/immutability.h"
#include "core/diff/list_alignment.h"
#include "core/diff/secret_mask.h"

namespace noclobber::diff {
namespace {

/// A value and the line where it stands; no value where it is absent.
struct Located {
    const yaml::Node *node = nullptr;
    int line = 0;
};

Located located(const yaml::Field *field)
{
    if (field == nullptr)
        return {};
    return {&field->value, field->line > 0 ? field->line : field->value.line};
}

Located located(const yaml::Node &item)
{
    return {&item, item.line};
}

/// The labels of the items of two lists.
struct Labels {
    std::vector<std::string> base;
    std::vector<std::string> head;
    bool orderMatters = true;
};

class Comparison
{
public:
    explicit Comparison(const ContentPair &contents) : m_contents(contents), m_subject(subjectOf(contents.head))
    {
        m_subject.isSecret = m_subject.isSecret || subjectOf(contents.base).isSecret;
    }

    std::vector<FieldChange> run()
    {
        compare({&m_contents.base, m_contents.base.line}, {&m_contents.head, m_contents.head.line});
        return std::move(m_changes);
    }

private:
    void compare(const Located &base, const Located &head)
    {
        if (*base.node == *head.node)
            return;
        if (base.node->type == yaml::NodeType::Mapping && head.node->type == yaml::NodeType::Mapping)
            compareMappings(*base.node, *head.node);
        else if (base.node->type == yaml::NodeType::Sequence && head.node->type == yaml::NodeType::Sequence)
            compareLists(base, head);
        else if (canonical(*base.node) != canonical(*head.node))
            add(base, head);
    }

    void compareMappings(const yaml::Node &base, const yaml::Node &head);
    void compareField(const std::string &key, const yaml::Field *base, const yaml::Field *head);
    void compareLists(const Located &base, const Located &head);
    void compareByLabel(const Located &base, const Located &head, const Labels &labels);
    void compareByPlace(const Located &base, const Located &head);
    void compareAsSets(const Located &base, const Located &head);
    std::vector<std::string> formsOf(const yaml::Node &list);
    void compareItem(const std::string &label, const yaml::Node *base, const yaml::Node *head);
    void compareSecretValues();

    void add(const Located &base, const Located &head, bool isOrderOnly = false);
    yaml::Node shown(const yaml::Node &node, const yaml::Node *other) const;
    std::string canonical(const yaml::Node &node) { return canonicalForm(m_subject, m_place, node); }

    ContentPair m_contents;
    Subject m_subject;
    Place m_place;
    bool m_secretsDone = false;
    std::vector<FieldChange> m_changes;
};

FieldOperation operationOf(const Located &base, const Located &head)
{
    if (base.node == nullptr)
        return FieldOperation::Added;
    return head.node == nullptr ? FieldOperation::Removed : FieldOperation::Replaced;
}

yaml::Node Comparison::shown(const yaml::Node &node, const yaml::Node *other) const
{
    yaml::Node masked = m_subject.isSecret ? maskedSubtree(node, m_place.plain()) : node;
    maskCredentials(masked, other);
    return masked;
}

void Comparison::add(const Located &base, const Located &head, bool isOrderOnly)
{
    FieldChange change;
    change.path = m_place.text();
    change.operation = operationOf(base, head);
    change.isSecret = m_subject.isSecret && isSecretField(m_place.plain());
    if (base.node != nullptr) {
        change.base = shown(*base.node, nullptr);
        change.baseLine = base.line;
    }
    if (head.node != nullptr) {
        change.head =
            change.isSecret && base.node != nullptr ? mask(true, head.node->line) : shown(*head.node, base.node);
        change.headLine = head.line;
    }
    change.isOrderOnly = isOrderOnly;
    change.isImmutable = isRefused(m_subject, m_contents, m_place.plain(), {base.node, head.node});
    m_changes.push_back(std::move(change));
}

std::vector<std::string> keysOf(const yaml::Node &mapping)
{
    std::vector<std::string> keys;
    for (const yaml::Field &field : mapping.fields)
        keys.push_back(field.key);
    return keys;
}

std::map<std::string_view, const yaml::Field *> fieldsByKey(const yaml::Node &mapping)
{
    std::map<std::string_view, const yaml::Field *> fields;
    for (const yaml::Field &field : mapping.fields)
        fields[field.key] = &field;
    return fields;
}

void Comparison::compareMappings(const yaml::Node &base, const yaml::Node &head)
{
    const auto baseFields = fieldsByKey(base);
    const auto headFields = fieldsByKey(head);
    for (const std::string &key : mergedOrder(keysOf(base), keysOf(head))) {
        const auto old = baseFields.find(key);
        const auto now = headFields.find(key);
        compareField(key, old == baseFields.end() ? nullptr : old->second,
                     now == headFields.end() ? nullptr : now->second);
    }
}

void Comparison::compareField(const std::string &key, const yaml::Field *base, const yaml::Field *head)
{
    const bool isRoot = m_place.plain().empty();
    if (isRoot && m_subject.isSecret && isSecretField(key)) {
        if (!m_secretsDone)
            compareSecretValues();
        m_secretsDone = true;
        return;
    }
    m_place.enterKey(key);
    if (kube::isIgnoredField(m_place.plain())) {
        m_place.leave();
        return;
    }
    if (base != nullptr && head != nullptr)
        compare(located(base), located(head));
    else
        add(located(base), located(head));
    m_place.leave();
}

/// data and stringData are one map: the same value in the other of the two is no change.
void Comparison::compareSecretValues()
{
    const auto base = secretValues(m_contents.base);
    const auto head = secretValues(m_contents.head);
    std::set<std::string> keys;
    for (const auto *side : {&base, &head}) {
        for (const auto &[key, value] : *side)
            keys.insert(key);
    }
    for (const std::string &key : keys) {
        const auto old = base.find(key);
        const auto now = head.find(key);
        if (old != base.end() && now != head.end() && old->second.bytes == now->second.bytes)
            continue;
        const SecretValue &named = now != head.end() ? now->second : old->second;
        m_place.enterKey(named.place);
        if (!key.empty())
            m_place.enterKey(key);
        add(old == base.end() ? Located() : Located{old->second.node, old->second.line},
            now == head.end() ? Located() : Located{now->second.node, now->second.line});
        if (!key.empty())
            m_place.leave();
        m_place.leave();
    }
}

void Comparison::compareLists(const Located &base, const Located &head)
{
    const kube::ListKey key = kube::listKey(m_subject.group, m_subject.kind, m_place.plain());
    const auto baseLabels = itemLabels(key, *base.node);
    const auto headLabels = itemLabels(key, *head.node);
    if (baseLabels && headLabels)
        compareByLabel(base, head, {*baseLabels, *headLabels, key.orderMatters});
    else if (key.orderMatters)
        compareByPlace(base, head);
    else
        compareAsSets(base, head);
}

void Comparison::compareItem(const std::string &label, const yaml::Node *base, const yaml::Node *head)
{
    m_place.enterItem(label);
    if (base != nullptr && head != nullptr)
        compare(located(*base), located(*head));
    else
        add(base != nullptr ? located(*base) : Located(), head != nullptr ? located(*head) : Located());
    m_place.leave();
}

std::map<std::string, const yaml::Node *> itemsByLabel(const std::vector<std::string> &labels, const yaml::Node &list)
{
    std::map<std::string, const yaml::Node *> items;
    for (std::size_t i = 0; i < labels.size(); ++i)
        items[labels[i]] = &list.items[i];
    return items;
}

/// Those of the labels that the other list has too, in their order.
std::vector<std::string> common(const std::vector<std::string> &labels, const std::vector<std::string> &others)
{
    const std::set<std::string_view> known(others.begin(), others.end());
    std::vector<std::string> result;
    std::copy_if(labels.begin(), labels.end(), std::back_inserter(result),
                 [&](const std::string &label) { return known.contains(label); });
    return result;
}

void Comparison::compareByLabel(const Located &base, const Located &head, const Labels &labels)
{
    const auto baseItems = itemsByLabel(labels.base, *base.node);
    const auto headItems = itemsByLabel(labels.head, *head.node);
    if (labels.orderMatters && common(labels.base, labels.head) != common(labels.head, labels.base))
        add(base, head, true);
    for (const std::string &label : mergedOrder(labels.base, labels.head)) {
        const auto old = baseItems.find(label);
        const auto now = headItems.find(label);
        compareItem(label, old == baseItems.end() ? nullptr : old->second,
                    now == headItems.end() ? nullptr : now->second);
    }
}

using Places = std::vector<std::size_t>;

/// The places of list items that have no equal in the other list, wherever that stands.
Places unmatched(const std::vector<std::string> &forms, const std::vector<std::string> &others)
{
    std::multiset<std::string_view> left(others.begin(), others.end());
    Places places;
    for (std::size_t i = 0; i < forms.size(); ++i) {
        const auto same = left.find(forms[i]);
        if (same == left.end())
            places.push_back(i);
        else
            left.erase(same);
    }
    return places;
}

bool isReordered(std::vector<std::string> base, std::vector<std::string> head)
{
    if (base.size() != head.size() || base == head)
        return false;
    std::sort(base.begin(), base.end());
    std::sort(head.begin(), head.end());
    return base == head;
}

std::vector<std::string> Comparison::formsOf(const yaml::Node &list)
{
    std::vector<std::string> forms;
    for (const yaml::Node &item : list.items)
        forms.push_back(canonical(item));
    return forms;
}

void Comparison::compareByPlace(const Located &base, const Located &head)
{
    const auto old = formsOf(*base.node);
    const auto now = formsOf(*head.node);
    if (isReordered(old, now)) {
        add(base, head, true);
        return;
    }
    for (const Aligned &pair : align(old, now)) {
        compareItem(std::to_string(pair.head ? *pair.head : *pair.base),
                    pair.base ? &base.node->items[*pair.base] : nullptr,
                    pair.head ? &head.node->items[*pair.head] : nullptr);
    }
}

void Comparison::compareAsSets(const Located &base, const Located &head)
{
    const auto oldForms = formsOf(*base.node);
    const auto newForms = formsOf(*head.node);
    const Places old = unmatched(oldForms, newForms);
    const Places now = unmatched(newForms, oldForms);
    std::set<std::size_t> places(old.begin(), old.end());
    places.insert(now.begin(), now.end());
    for (const std::size_t i : places) {
        compareItem(std::to_string(i), std::binary_search(old.begin(), old.end(), i) ? &base.node->items[i] : nullptr,
                    std::binary_search(now.begin(), now.end(), i) ? &head.node->items[i] : nullptr);
    }
}

} // namespace

std::vector<FieldChange> compareContents(const yaml::Node &base, const yaml::Node &head)
{
    return Comparison({base, head}).run();
}

} // namespace noclobber::diff
