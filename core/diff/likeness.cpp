#include "core/diff/likeness.h"

#include <algorithm>
#include <functional>
#include <string>

#include "core/diff/canonical_form.h"
#include "core/diff/field_changes.h"
#include "core/diff/secret_mask.h"

namespace noclobber::diff {
namespace {

std::uint64_t hashOf(const std::string &text)
{
    return std::hash<std::string>{}(text);
}

class LeafCollector
{
public:
    explicit LeafCollector(const yaml::Node &content) : m_subject(subjectOf(content))
    {
        collect(content);
        if (m_subject.isSecret) {
            for (const auto &[key, secret] : secretValues(content))
                m_leaves.push_back({hashOf("data." + key), hashOf(secret.bytes)});
        }
        std::sort(m_leaves.begin(), m_leaves.end());
    }

    std::vector<Leaf> leaves() { return std::move(m_leaves); }

private:
    void collect(const yaml::Node &node)
    {
        if (!node.fields.empty())
            collectFields(node);
        else if (!node.items.empty())
            collectItems(node);
        else
            m_leaves.push_back({hashOf(m_place.text()), hashOf(canonicalForm(m_subject, m_place, node))});
    }

    void collectFields(const yaml::Node &node)
    {
        const bool isSecretRoot = m_subject.isSecret && m_place.plain().empty();
        for (const yaml::Field &field : node.fields) {
            m_place.enterKey(field.key);
            const bool isLeftOut = kube::isIgnoredField(m_place.plain()) || isIdentityField(m_place.plain()) ||
                                   (isSecretRoot && isSecretField(field.key));
            if (!isLeftOut)
                collect(field.value);
            m_place.leave();
        }
    }

    void collectItems(const yaml::Node &node)
    {
        const kube::ListKey key = kube::listKey(m_subject.group, m_subject.kind, m_place.plain());
        const auto labels = itemLabels(key, node);
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            std::string label = labels ? (*labels)[i] : std::to_string(i);
            if (!labels && !key.orderMatters)
                label = canonicalForm(m_subject, m_place, node.items[i]);
            m_place.enterItem(label);
            collect(node.items[i]);
            m_place.leave();
        }
    }

    Subject m_subject;
    Place m_place;
    std::vector<Leaf> m_leaves;
};

} // namespace

std::vector<Leaf> leavesOf(const yaml::Node &content)
{
    return LeafCollector(content).leaves();
}

double likeness(const std::vector<Leaf> &base, const std::vector<Leaf> &head)
{
    std::size_t places = 0;
    std::size_t equal = 0;
    auto old = base.begin();
    auto now = head.begin();
    for (; old != base.end() || now != head.end(); ++places) {
        const bool takeOld = now == head.end() || (old != base.end() && old->place <= now->place);
        const bool takeNew = old == base.end() || (now != head.end() && now->place <= old->place);
        if (takeOld && takeNew && old->value == now->value)
            ++equal;
        old += takeOld ? 1 : 0;
        now += takeNew ? 1 : 0;
    }
    return places == 0 ? 1 : static_cast<double>(equal) / static_cast<double>(places);
}

double likeness(const yaml::Node &base, const yaml::Node &head)
{
    return likeness(leavesOf(base), leavesOf(head));
}

} // namespace noclobber::diff
