#include "core/diff/canonical_form.h"

#include <algorithm>
#include <vector>

#include "core/base/text.h"
#include "core/diff/secret_mask.h"
#include "core/kube/quantity.h"

namespace noclobber::diff {
namespace {

class Writer
{
public:
    Writer(const Subject &subject, Place &place, Identity identity)
        : m_subject(subject), m_place(place), m_identity(identity)
    {}

    std::string value(const yaml::Node &node)
    {
        switch (node.type) {
        case yaml::NodeType::Mapping:
            return mapping(node);
        case yaml::NodeType::Sequence:
            return sequence(node);
        default:
            return scalar(node);
        }
    }

private:
    static std::string sized(std::string_view text) { return std::to_string(text.size()) + ':' + std::string(text); }

    std::string scalar(const yaml::Node &node) const
    {
        const bool isNumber = node.type == yaml::NodeType::Integer || node.type == yaml::NodeType::Float;
        if ((isNumber || node.type == yaml::NodeType::String) && kube::isQuantityField(m_place.plain())) {
            if (const auto quantity = kube::parseQuantity(node.scalar)) {
                const auto *bytes = reinterpret_cast<const char *>(&*quantity);
                return 'q' + std::string(bytes, sizeof *quantity);
            }
        }
        return static_cast<char>('0' + static_cast<int>(node.type)) + sized(node.scalar);
    }

    std::string mapping(const yaml::Node &node)
    {
        std::vector<std::string> fields;
        const bool isSecretRoot = m_subject.isSecret && m_place.plain().empty();
        for (const yaml::Field &field : node.fields) {
            m_place.enterKey(field.key);
            if (!isLeftOut(m_place.plain(), m_identity) && !(isSecretRoot && isSecretField(field.key)))
                fields.push_back(sized(field.key) + value(field.value));
            m_place.leave();
        }
        if (isSecretRoot) {
            for (const auto &[key, secret] : secretValues(node))
                fields.push_back("secret" + sized(key) + sized(secret.bytes));
        }
        std::sort(fields.begin(), fields.end());
        return '{' + join(fields, ",") + '}';
    }

    std::string sequence(const yaml::Node &node)
    {
        std::vector<std::string> items;
        items.reserve(node.items.size());
        for (const yaml::Node &item : node.items)
            items.push_back(value(item));
        if (!kube::listKey(m_subject.group, m_subject.kind, m_place.plain()).orderMatters)
            std::sort(items.begin(), items.end());
        return '[' + join(items, ",") + ']';
    }

    const Subject &m_subject;
    Place &m_place;
    Identity m_identity;
};

} // namespace

std::string canonicalForm(const yaml::Node &content, Identity identity)
{
    const Subject subject = subjectOf(content);
    Place place;
    return Writer(subject, place, identity).value(content);
}

std::string canonicalForm(const Subject &subject, Place &place, const yaml::Node &value)
{
    return Writer(subject, place, Identity::Counts).value(value);
}

} // namespace noclobber::diff
