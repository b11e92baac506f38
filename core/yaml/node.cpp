#include <algorithm>
#include <array>

#include "core/yaml/document.h"
#include "core/yaml/key_check.h"

namespace noclobber::yaml {

namespace {

/// The fields by key, for comparison and canonical output.
std::vector<const Field *> sortedFields(const Node &node)
{
    std::vector<const Field *> fields;
    fields.reserve(node.fields.size());
    for (const Field &field : node.fields)
        fields.push_back(&field);
    const auto byKey = [](const Field *left, const Field *right) { return left->key < right->key; };
    if (!std::is_sorted(fields.begin(), fields.end(), byKey))
        std::sort(fields.begin(), fields.end(), byKey);
    return fields;
}

bool sameFields(const Node &left, const Node &right)
{
    if (left.fields.size() != right.fields.size())
        return false;
    const auto sameField = [](const Field *one, const Field *other) {
        return one->key == other->key && one->value == other->value;
    };
    const auto ours = sortedFields(left);
    const auto theirs = sortedFields(right);
    return std::equal(ours.begin(), ours.end(), theirs.begin(), sameField);
}

/// How a byte is written inside a JSON string, or empty for itself.
constexpr std::array<bool, 256> needsEscape = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte)
        table[byte] = true;
    table['"'] = table['\\'] = true;
    return table;
}();

void writeEscaped(std::string &json, char c)
{
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
    case '"':
        json += "\\\"";
        return;
    case '\\':
        json += "\\\\";
        return;
    case '\n':
        json += "\\n";
        return;
    case '\r':
        json += "\\r";
        return;
    case '\t':
        json += "\\t";
        return;
    default:
        json += "\\u00";
        json += digits[byte >> 4U];
        json += digits[byte & 0xFU];
    }
}

void writeString(std::string &json, std::string_view text)
{
    json += '"';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!needsEscape[static_cast<unsigned char>(text[i])])
            continue;
        json.append(text, begin, i - begin);
        writeEscaped(json, text[i]);
        begin = i + 1;
    }
    json.append(text, begin);
    json += '"';
}

void writeNode(std::string &json, const Node &node);

void writeMapping(std::string &json, const Node &node)
{
    json += '{';
    bool isFirst = true;
    for (const Field *field : sortedFields(node)) {
        if (!isFirst)
            json += ',';
        isFirst = false;
        writeString(json, field->key);
        json += ':';
        writeNode(json, field->value);
    }
    json += '}';
}

void writeSequence(std::string &json, const Node &node)
{
    json += '[';
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        if (i > 0)
            json += ',';
        writeNode(json, node.items[i]);
    }
    json += ']';
}

void writeNode(std::string &json, const Node &node)
{
    switch (node.type) {
    case NodeType::Null:
        json += "null";
        return;
    case NodeType::Boolean:
    case NodeType::Integer:
    case NodeType::Float:
        json += node.scalar;
        return;
    case NodeType::String:
        writeString(json, node.scalar);
        return;
    case NodeType::Sequence:
        writeSequence(json, node);
        return;
    case NodeType::Mapping:
        writeMapping(json, node);
        return;
    }
}

} // namespace

const Node *Node::find(std::string_view key) const
{
    for (const Field &field : fields) {
        if (isSameKey(field.key, key))
            return &field.value;
    }
    return nullptr;
}

const Node *Node::find(std::initializer_list<std::string_view> keys) const
{
    const Node *node = this;
    for (const std::string_view key : keys) {
        node = node->find(key);
        if (node == nullptr)
            return nullptr;
    }
    return node;
}

std::string Node::text(std::string_view key) const
{
    const Node *node = find(key);
    return node != nullptr && node->type == NodeType::String ? node->scalar : std::string();
}

bool isTrue(const Node *node)
{
    return node != nullptr && node->type == NodeType::Boolean && node->scalar == "true";
}

std::vector<std::string> texts(const Node *list)
{
    std::vector<std::string> all;
    if (list == nullptr || list->type != NodeType::Sequence)
        return all;
    for (const Node &item : list->items) {
        if (item.type == NodeType::String)
            all.push_back(item.scalar);
    }
    return all;
}

bool Node::operator==(const Node &other) const
{
    return type == other.type && scalar == other.scalar && items == other.items && sameFields(*this, other);
}

std::string toCanonicalJson(const Node &node)
{
    std::string json;
    writeNode(json, node);
    return json;
}

} // namespace noclobber::yaml
