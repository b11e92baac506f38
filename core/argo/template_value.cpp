#include "core/argo/template_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "core/base/text.h"

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

Value made(NodeType type, std::string scalar)
{
    Node node;
    node.type = type;
    node.scalar = std::move(scalar);
    return std::make_shared<const Node>(std::move(node));
}

/// A float64 as fmt's %v writes it: the shortest digits that read back, with an exponent below -4 and from 6 on. So the
/// account number 1234567 becomes 1.234567e+06. Source: Go's strconv/ftoa.go.
std::string printedFloat(const std::string &scalar)
{
    const double number = std::strtod(scalar.c_str(), nullptr);
    if (number == 0)
        return std::signbit(number) ? "-0" : "0";
    char digits[64];
    const auto end = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::scientific).ptr;
    const std::string scientific(digits, end);
    const int exponent = std::atoi(scientific.c_str() + scientific.find('e') + 1);
    if (exponent < -4 || exponent >= 6)
        return scientific;
    const auto plain = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed).ptr;
    return std::string(digits, plain);
}

void flattenInto(std::map<std::string, std::string> &leaves, const std::string &prefix, const Node &node)
{
    const auto below = [&](const std::string &key) { return prefix.empty() ? key : prefix + '.' + key; };
    if (node.type == NodeType::Mapping) {
        for (const yaml::Field &field : node.fields)
            flattenInto(leaves, below(field.key), field.value);
    } else if (node.type == NodeType::Sequence) {
        for (std::size_t i = 0; i < node.items.size(); ++i)
            flattenInto(leaves, below(std::to_string(i)), node.items[i]);
    } else {
        leaves[prefix] = printed(node);
    }
}

} // namespace

Value textValue(std::string text)
{
    return made(NodeType::String, std::move(text));
}

Value integerValue(long long number)
{
    return made(NodeType::Integer, std::to_string(number));
}

Value booleanValue(bool isTrue)
{
    return made(NodeType::Boolean, isTrue ? "true" : "false");
}

Value listValue(std::vector<yaml::Node> items)
{
    Node node;
    node.type = NodeType::Sequence;
    node.items = std::move(items);
    return std::make_shared<const Node>(std::move(node));
}

yaml::Node asGoReads(yaml::Node node)
{
    if (node.type == NodeType::Integer)
        node.type = NodeType::Float;
    for (Node &item : node.items)
        item = asGoReads(std::move(item));
    for (yaml::Field &field : node.fields)
        field.value = asGoReads(std::move(field.value));
    return node;
}

std::string printed(const yaml::Node &node)
{
    switch (node.type) {
    case NodeType::Null:
        return "<nil>";
    case NodeType::Float:
        return printedFloat(node.scalar);
    case NodeType::Boolean:
    case NodeType::Integer:
    case NodeType::String:
        return node.scalar;
    case NodeType::Sequence:
    case NodeType::Mapping:
        break;
    }
    std::vector<std::string> parts;
    for (const Node &item : node.items)
        parts.push_back(printed(item));
    for (const yaml::Field &field : node.fields)
        parts.push_back(field.key + ':' + printed(field.value));
    if (node.type == NodeType::Sequence)
        return '[' + join(parts, " ") + ']';
    std::ranges::sort(parts); // by key: fmt prints maps sorted
    return "map[" + join(parts, " ") + ']';
}

std::string printed(const Value &value)
{
    return value && value->type != NodeType::Null ? printed(*value) : std::string("<no value>");
}

bool isTruthy(const Value &value)
{
    if (!value)
        return false;
    switch (value->type) {
    case NodeType::Null:
        return false;
    case NodeType::Boolean:
        return value->scalar == "true";
    case NodeType::Integer:
    case NodeType::Float:
        return std::strtod(value->scalar.c_str(), nullptr) != 0;
    case NodeType::String:
        return !value->scalar.empty();
    case NodeType::Sequence:
        return !value->items.empty();
    case NodeType::Mapping:
        return !value->fields.empty();
    }
    return false;
}

void setField(yaml::Node &mapping, std::string_view key, yaml::Node value)
{
    mapping.type = NodeType::Mapping;
    for (yaml::Field &field : mapping.fields) {
        if (field.key == key) {
            field.value = std::move(value);
            return;
        }
    }
    mapping.fields.push_back({std::string(key), 0, std::move(value)});
}

yaml::Node textNode(std::string text)
{
    Node node;
    node.type = NodeType::String;
    node.scalar = std::move(text);
    return node;
}

std::map<std::string, std::string> flattened(const yaml::Node &mapping)
{
    std::map<std::string, std::string> leaves;
    flattenInto(leaves, {}, mapping);
    return leaves;
}

std::string normalizedName(std::string_view name)
{
    constexpr std::size_t longest = 253;
    std::string normal = lowered(name);
    std::string clean;
    for (std::size_t i = 0; i < normal.size(); ++i) {
        const char c = normal[i];
        const bool isContinuation = (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
        if (!isContinuation) // one character, one dash
            clean += fits ? c : '-';
    }
    clean = clean.substr(0, longest);
    const std::size_t first = clean.find_first_not_of("-.");
    return first == std::string::npos ? "" : clean.substr(first, clean.find_last_not_of("-.") - first + 1);
}

} // namespace noclobber::argo
