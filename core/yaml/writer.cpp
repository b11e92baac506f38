#include <algorithm>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/yaml/document.h"
#include "core/yaml/scalar.h"

namespace noclobber::yaml {

namespace {

void writeBlock(std::string &yaml, const Node &node, std::size_t indentation);

/// Whether the text may stand without quotes: no other meaning, no character that YAML gives one.
bool isPlain(std::string_view text)
{
    if (text.empty() || !isPlainString(text) || text == "<<" || text == "=" || text == "---" || text == "...")
        return false;
    if (std::string_view("-?:,[]{}#&*!|>'\"%@` ").find(text.front()) != std::string_view::npos || text.back() == ' ')
        return false;
    if (text.back() == ':' || text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos)
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; }) ||
           (isUtf8(text) && printable(text) == text && text.find("\xC2\x85") == std::string_view::npos);
}

bool hasUnusualText(std::string_view text)
{
    return printable(text, true) != text || text.find('\r') != std::string_view::npos ||
           text.find("\xE2\x80\xA8") != std::string_view::npos || text.find("\xE2\x80\xA9") != std::string_view::npos;
}

/// Whether a literal block gives the text back exactly.
bool fitsLiteral(std::string_view text)
{
    if (text.find('\n') == std::string_view::npos || hasUnusualText(text))
        return false;
    return text.find_first_not_of('\n') != std::string_view::npos;
}

void writeQuoted(std::string &yaml, std::string_view text)
{
    yaml += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            yaml += std::string("\\") + c;
        else if (c == '\n')
            yaml += "\\n";
        else if (c == '\t')
            yaml += "\\t";
        else if (byte < 0x20 || byte == 0x7F)
            yaml += fmt::format("\\x{:02x}", byte);
        else
            yaml += c;
    }
    yaml += '"';
}

/// The bytes of a code point above ASCII that must not stand in YAML as they are become escapes.
std::string escapedWide(std::string_view quoted)
{
    struct Wide {
        std::string_view bytes;
        std::string_view escape;
    };
    constexpr Wide all[] = {{"\xE2\x80\xA8", "\\L"},
                            {"\xE2\x80\xA9", "\\P"},
                            {"\xEF\xBB\xBF", "\\uFEFF"},
                            {"\xEF\xBF\xBE", "\\uFFFE"},
                            {"\xEF\xBF\xBF", "\\uFFFF"}};
    std::string text;
    for (std::size_t at = 0; at < quoted.size();) {
        const auto *wide = std::find_if(std::begin(all), std::end(all),
                                        [&](const Wide &one) { return quoted.substr(at).starts_with(one.bytes); });
        const bool isControl = quoted.substr(at).starts_with('\xC2') && at + 1 < quoted.size() &&
                               static_cast<unsigned char>(quoted[at + 1]) < 0xA0;
        if (wide != std::end(all)) {
            text += wide->escape;
            at += wide->bytes.size();
        } else if (isControl) {
            text += fmt::format("\\x{:02x}", static_cast<unsigned char>(quoted[at + 1]));
            at += 2;
        } else {
            text += quoted[at++];
        }
    }
    return text;
}

void writeLiteral(std::string &yaml, std::string_view text, std::size_t indentation)
{
    yaml += '|';
    const std::size_t first = text.find_first_not_of('\n');
    if (text.front() == '\n' || text[first] == ' ' || text[first] == '\t')
        yaml += '2';
    if (!text.ends_with('\n'))
        yaml += '-';
    else if (text.ends_with("\n\n"))
        yaml += '+';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        yaml += '\n';
        if (end > at)
            yaml += std::string(indentation, ' ') + std::string(text.substr(at, end - at));
        at = end + 1;
    }
}

void writeString(std::string &yaml, std::string_view text, std::size_t indentation)
{
    if (isPlain(text)) {
        yaml += text;
    } else if (fitsLiteral(text)) {
        writeLiteral(yaml, text, indentation);
    } else {
        std::string quoted;
        writeQuoted(quoted, text);
        yaml += escapedWide(quoted);
    }
}

void writeKey(std::string &yaml, std::string_view key)
{
    if (isPlain(key)) {
        yaml += key;
        return;
    }
    std::string quoted;
    writeQuoted(quoted, key);
    yaml += escapedWide(quoted);
}

/// The fields in the order in which a person looks for them.
std::vector<const Field *> orderedFields(const Node &node)
{
    std::vector<const Field *> fields;
    for (const std::string_view first : {"apiVersion", "kind", "metadata"}) {
        for (const Field &field : node.fields) {
            if (field.key == first)
                fields.push_back(&field);
        }
    }
    for (const Field &field : node.fields) {
        if (field.key != "apiVersion" && field.key != "kind" && field.key != "metadata")
            fields.push_back(&field);
    }
    return fields;
}

bool isFilled(const Node &node)
{
    return !node.items.empty() || !node.fields.empty();
}

/// A value that stands on the line of its key or dash. indentation: of the lines of a literal block.
void writeInline(std::string &yaml, const Node &node, std::size_t indentation)
{
    switch (node.type) {
    case NodeType::Null:
        yaml += "null";
        return;
    case NodeType::Mapping:
        yaml += "{}";
        return;
    case NodeType::Sequence:
        yaml += "[]";
        return;
    case NodeType::String:
        writeString(yaml, node.scalar, indentation);
        return;
    case NodeType::Boolean:
    case NodeType::Integer:
    case NodeType::Float:
        yaml += node.scalar;
        return;
    }
}

void writeMapping(std::string &yaml, const Node &node, std::size_t indentation)
{
    bool isFirst = true;
    for (const Field *field : orderedFields(node)) {
        if (!isFirst)
            yaml.append(indentation, ' ');
        isFirst = false;
        writeKey(yaml, field->key);
        yaml += ':';
        if (!isFilled(field->value)) {
            yaml += ' ';
            writeInline(yaml, field->value, indentation + 2);
            yaml += '\n';
            continue;
        }
        // a list stands at its key's own indentation, as Kubernetes' tools write it
        const std::size_t inner = indentation + (field->value.type == NodeType::Sequence ? 0 : 2);
        yaml += '\n';
        yaml.append(inner, ' ');
        writeBlock(yaml, field->value, inner);
    }
}

void writeSequence(std::string &yaml, const Node &node, std::size_t indentation)
{
    bool isFirst = true;
    for (const Node &item : node.items) {
        if (!isFirst)
            yaml.append(indentation, ' ');
        isFirst = false;
        yaml += "- ";
        if (isFilled(item)) {
            writeBlock(yaml, item, indentation + 2);
            continue;
        }
        writeInline(yaml, item, indentation + 2);
        yaml += '\n';
    }
}

/// A filled Mapping or Sequence whose first line is indented already.
void writeBlock(std::string &yaml, const Node &node, std::size_t indentation)
{
    if (node.type == NodeType::Mapping)
        writeMapping(yaml, node, indentation);
    else
        writeSequence(yaml, node, indentation);
}

} // namespace

std::string toYaml(const Node &node)
{
    std::string yaml;
    if (isFilled(node)) {
        writeBlock(yaml, node, 0);
    } else {
        writeInline(yaml, node, 2);
        yaml += '\n';
    }
    return yaml;
}

} // namespace noclobber::yaml
