#include "core/report/json_writer.h"

#include <fmt/format.h>

#include <cassert>

#include "core/base/text.h"

namespace noclobber::report {

namespace {

/// The code point at the beginning of well-formed UTF-8; takes it away.
char32_t takeCodePoint(std::string_view &text)
{
    const auto byte = [&text](std::size_t place) { return static_cast<unsigned char>(text[place]); };
    const unsigned char first = byte(0);
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    char32_t point = size == 1 ? first : first & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i)
        point = (point << 6U) | (byte(i) & 0x3FU);
    text.remove_prefix(size);
    return point;
}

void appendEscaped(std::string &out, char32_t point)
{
    if (point == U'"' || point == U'\\') {
        out += '\\';
        out += static_cast<char>(point);
    } else if (point == U'\n') {
        out += "\\n";
    } else if (point == U'\t') {
        out += "\\t";
    } else if (point >= 0x20 && point < 0x7F) {
        out += static_cast<char>(point);
    } else if (point < 0x10000) {
        out += fmt::format("\\u{:04x}", static_cast<unsigned>(point));
    } else {
        const auto rest = static_cast<unsigned>(point) - 0x10000U;
        out += fmt::format("\\u{:04x}\\u{:04x}", 0xD800U + (rest >> 10U), 0xDC00U + (rest & 0x3FFU));
    }
}

std::string quoted(std::string_view value)
{
    std::string out = "\"";
    const std::string escaped = isUtf8(value) ? std::string() : printable(value, true);
    std::string_view rest = escaped.empty() ? value : escaped;
    while (!rest.empty())
        appendEscaped(out, takeCodePoint(rest));
    out += '"';
    return out;
}

/// Infinities and "not a number" have no JSON token; they are shown as texts.
bool isJsonToken(const yaml::Node &value)
{
    return value.type != yaml::NodeType::Float ||
           value.scalar.find_first_not_of("-+.eE0123456789") == std::string::npos;
}

} // namespace

void JsonWriter::key(std::string_view name)
{
    separate();
    m_text += quoted(name);
    m_text += ": ";
    m_hasKey = true;
}

void JsonWriter::text(std::string_view value)
{
    raw(quoted(value));
}

void JsonWriter::textOrNull(const std::optional<std::string> &value)
{
    if (value)
        text(*value);
    else
        null();
}

void JsonWriter::share(double value)
{
    raw(fmt::format("{:.2f}", value));
}

void JsonWriter::node(const yaml::Node &value)
{
    switch (value.type) {
    case yaml::NodeType::Null:
        return null();
    case yaml::NodeType::String:
        return text(value.scalar);
    case yaml::NodeType::Sequence:
        beginList();
        for (const yaml::Node &item : value.items)
            node(item);
        return endList();
    case yaml::NodeType::Mapping:
        beginObject();
        for (const yaml::Field &field : value.fields) {
            key(field.key);
            node(field.value);
        }
        return endObject();
    case yaml::NodeType::Boolean:
    case yaml::NodeType::Integer:
    case yaml::NodeType::Float:
        return isJsonToken(value) ? raw(value.scalar) : text(value.scalar);
    }
}

std::string JsonWriter::finish()
{
    assert(m_levels.empty() && "something begun was not ended");
    m_text += '\n';
    return std::move(m_text);
}

void JsonWriter::begin(char bracket, Layout layout)
{
    separate();
    m_text += bracket;
    const bool isInside = !m_levels.empty() && m_levels.back().isOneLine;
    m_levels.push_back({isInside || layout == Layout::OneLine, true});
}

void JsonWriter::end(char bracket)
{
    assert(!m_levels.empty() && !m_hasKey && "nothing to end, or a key without a value");
    const Level level = m_levels.back();
    m_levels.pop_back();
    if (!level.isEmpty && !level.isOneLine) {
        m_text += '\n';
        m_text.append(m_levels.size() * 2, ' ');
    }
    m_text += bracket;
}

void JsonWriter::raw(std::string_view token)
{
    separate();
    m_text += token;
}

void JsonWriter::separate()
{
    if (m_hasKey) {
        m_hasKey = false;
        return;
    }
    if (m_levels.empty())
        return;
    Level &level = m_levels.back();
    if (!level.isEmpty)
        m_text += ',';
    if (!level.isOneLine) {
        m_text += '\n';
        m_text.append(m_levels.size() * 2, ' ');
    } else if (!level.isEmpty) {
        m_text += ' ';
    }
    level.isEmpty = false;
}

} // namespace noclobber::report
