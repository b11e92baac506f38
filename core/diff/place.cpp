#include "core/diff/place.h"

#include <algorithm>
#include <set>

#include "core/base/text.h"
#include "core/kube/resource_key.h"

namespace noclobber::diff {
namespace {

/// Text that would be taken for syntax of a path stands in quotes.
bool needsQuotes(std::string_view text, std::string_view syntax)
{
    return text.empty() || std::any_of(text.begin(), text.end(), [&](char c) {
               return static_cast<unsigned char>(c) <= ' ' || syntax.find(c) != std::string_view::npos;
           });
}

std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c;
    }
    return result + '"';
}

const yaml::Node *valueAt(const yaml::Node &item, const std::string &way)
{
    const yaml::Node *node = &item;
    for (const std::string &key : split(way, '.'))
        node = node != nullptr && node->type == yaml::NodeType::Mapping ? node->find(key) : nullptr;
    return node;
}

bool isScalar(const yaml::Node *node)
{
    return node != nullptr && node->type != yaml::NodeType::Sequence && node->type != yaml::NodeType::Mapping &&
           node->type != yaml::NodeType::Null;
}

/// "" when the item lacks every field of the key. A port's protocol is TCP unless it says otherwise.
std::string itemLabel(const kube::ListKey &key, const yaml::Node &item)
{
    std::string label;
    for (const std::string &way : key.fields) {
        const yaml::Node *value = valueAt(item, way);
        const std::string name = way.substr(way.rfind('.') + 1);
        if (!isScalar(value) && (name != "protocol" || label.empty()))
            continue;
        const std::string text = isScalar(value) ? value->scalar : "TCP";
        label += (label.empty() ? "" : ",") + name + "=" + (needsQuotes(text, "[]\",=") ? quoted(text) : text);
    }
    return label;
}

} // namespace

Subject subjectOf(const yaml::Node &content)
{
    Subject subject;
    subject.kind = content.text("kind");
    const auto group = kube::apiGroup(content.text("apiVersion"));
    subject.group = kube::storedGroup(group ? *group : std::string(), subject.kind);
    subject.isSecret = subject.kind == "Secret";
    return subject;
}

void Place::enterKey(std::string_view key)
{
    m_lengths.emplace_back(m_text.size(), m_plain.size());
    if (needsQuotes(key, ".[]\"")) {
        m_text += '[' + quoted(key) + ']';
    } else {
        if (!m_text.empty())
            m_text += '.';
        m_text += key;
    }
    if (!m_plain.empty())
        m_plain += '.';
    m_plain += key;
}

void Place::enterItem(std::string_view label)
{
    m_lengths.emplace_back(m_text.size(), m_plain.size());
    m_text += '[';
    m_text += label;
    m_text += ']';
}

void Place::leave()
{
    m_text.resize(m_lengths.back().first);
    m_plain.resize(m_lengths.back().second);
    m_lengths.pop_back();
}

std::optional<std::vector<std::string>> itemLabels(const kube::ListKey &key, const yaml::Node &list)
{
    if (key.fields.empty())
        return std::nullopt;
    std::vector<std::string> labels;
    std::set<std::string> seen;
    labels.reserve(list.items.size());
    for (const yaml::Node &item : list.items) {
        labels.push_back(itemLabel(key, item));
        if (labels.back().empty() || !seen.insert(labels.back()).second)
            return std::nullopt;
    }
    return labels;
}

bool isIdentityField(std::string_view plainPath)
{
    return plainPath == "metadata.name" || plainPath == "metadata.namespace";
}

bool isLeftOut(std::string_view plainPath, Identity identity)
{
    return kube::isIgnoredField(plainPath) || (identity == Identity::LeftOut && isIdentityField(plainPath));
}

} // namespace noclobber::diff
