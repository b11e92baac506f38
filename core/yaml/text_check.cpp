#include "core/yaml/text_check.h"

#include <array>
#include <cstdint>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/yaml/text_marks.h"

namespace noclobber::yaml {

namespace {

std::uint8_t byteAt(std::string_view text, std::size_t offset)
{
    return static_cast<std::uint8_t>(text[offset]);
}

void appendUtf8(std::string &text, std::uint32_t codePoint)
{
    const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (codePoint < 0x80) {
        add(codePoint);
    } else if (codePoint < 0x800) {
        add(0xC0U | (codePoint >> 6U));
        add(0x80U | (codePoint & 0x3FU));
    } else if (codePoint < 0x10000) {
        add(0xE0U | (codePoint >> 12U));
        add(0x80U | ((codePoint >> 6U) & 0x3FU));
        add(0x80U | (codePoint & 0x3FU));
    } else {
        add(0xF0U | (codePoint >> 18U));
        add(0x80U | ((codePoint >> 12U) & 0x3FU));
        add(0x80U | ((codePoint >> 6U) & 0x3FU));
        add(0x80U | (codePoint & 0x3FU));
    }
}

std::string fromUtf16(std::string_view bytes, bool isLittleEndian)
{
    const auto unit = [&](std::size_t offset) -> std::uint32_t {
        const std::uint32_t first = byteAt(bytes, offset);
        const std::uint32_t second = byteAt(bytes, offset + 1);
        return isLittleEndian ? first | (second << 8U) : (first << 8U) | second;
    };
    std::string text;
    text.reserve(bytes.size() / 2);
    std::size_t offset = 0;
    for (; offset + 1 < bytes.size(); offset += 2) {
        const std::uint32_t high = unit(offset);
        const bool isPair = high >= 0xD800 && high < 0xDC00 && offset + 3 < bytes.size() &&
                            unit(offset + 2) >= 0xDC00 && unit(offset + 2) < 0xE000;
        if (isPair) {
            appendUtf8(text, 0x10000 + ((high - 0xD800) << 10U) + (unit(offset + 2) - 0xDC00));
            offset += 2;
        } else {
            appendUtf8(text, high);
        }
    }
    if (offset < bytes.size())
        text += '\xFF'; // half a character: no UTF-8 either
    return text;
}

/// The length of the UTF-8 sequence at an offset whose first byte is no ASCII, or 0 if it is malformed.
std::size_t sequenceSize(std::string_view text, std::size_t offset)
{
    const std::uint8_t first = byteAt(text, offset);
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || offset + size > text.size())
        return 0;
    for (std::size_t i = 1; i < size; ++i) {
        if ((byteAt(text, offset + i) & 0xC0U) != 0x80U)
            return 0;
    }
    const std::uint8_t second = byteAt(text, offset + 1);
    const bool isOverlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
    const bool isBeyond = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
    return isOverlong || isBeyond ? 0 : size;
}

/// Whether the well-formed sequence is one of the characters YAML forbids: C1 controls but U+0085, U+FFFE, U+FFFF.
bool isForbidden(std::string_view sequence)
{
    if (sequence.size() == 2)
        return byteAt(sequence, 0) == 0xC2 && byteAt(sequence, 1) < 0xA0 && byteAt(sequence, 1) != 0x85;
    return sequence == "\xEF\xBF\xBE" || sequence == "\xEF\xBF\xBF";
}

/// ASCII that YAML forbids: all but printable characters, tab, line feed and carriage return.
constexpr std::array<bool, 128> isControl = [] {
    std::array<bool, 128> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
        table[byte] = byte < 0x20 || byte == 0x7F;
    table['\t'] = table['\n'] = table['\r'] = false;
    return table;
}();

std::optional<ForbiddenCharacter> findCharacter(std::string_view text, bool isYaml)
{
    for (std::size_t offset = 0; offset < text.size();) {
        const std::uint8_t byte = byteAt(text, offset);
        if (byte < 0x80) {
            if (isYaml && isControl[byte])
                return ForbiddenCharacter{offset, say("the control character U+{:04X}", byte)};
            ++offset;
            continue;
        }
        const std::size_t size = sequenceSize(text, offset);
        if (size == 0)
            return ForbiddenCharacter{offset, say("byte 0x{:02X} is no UTF-8", byte)};
        if (isYaml && isForbidden(text.substr(offset, size)))
            return ForbiddenCharacter{offset, say("a character that YAML forbids")};
        offset += size;
    }
    return {};
}

} // namespace

SourceText::SourceText(std::string_view file) : m_file(file)
{
    m_isUtf16 = file.starts_with("\xFF\xFE") || file.starts_with("\xFE\xFF");
    if (m_isUtf16) {
        m_markSize = 2;
        m_converted = fromUtf16(file.substr(2), file.starts_with("\xFF\xFE"));
    } else if (file.starts_with("\xEF\xBB\xBF")) {
        m_markSize = 3;
    }
}

std::size_t SourceText::fileOffset(std::size_t offset) const
{
    if (!m_isUtf16)
        return offset + m_markSize;
    std::size_t units = 0;
    for (const char c : text().substr(0, offset)) {
        const auto byte = static_cast<std::uint8_t>(c);
        units += (byte & 0xC0U) == 0x80U ? 0 : byte >= 0xF0 ? 2 : 1;
    }
    return m_markSize + 2 * units;
}

std::optional<ForbiddenCharacter> findForbidden(std::string_view text)
{
    return findCharacter(text, true);
}

std::optional<ForbiddenCharacter> findMalformed(std::string_view text)
{
    return findCharacter(text, false);
}

UnusualBreak unusualBreakAt(std::string_view text, std::size_t offset)
{
    const std::string_view rest = text.substr(offset);
    if (rest.starts_with('\r') && !rest.substr(1).starts_with('\n'))
        return {"a lone CR", 1};
    if (rest.starts_with("\xC2\x85"))
        return {"U+0085", 2};
    if (rest.starts_with("\xE2\x80\xA8"))
        return {"U+2028", 3};
    if (rest.starts_with("\xE2\x80\xA9"))
        return {"U+2029", 3};
    return {};
}

std::size_t plainCharacterSize(std::string_view text, std::size_t offset)
{
    if (byteAt(text, offset) < 0x80)
        return 0;
    const std::size_t size = sequenceSize(text, offset);
    const std::string_view sequence = text.substr(offset, size);
    const bool isPlain =
        size != 0 && !isForbidden(sequence) && unusualBreakAt(text, offset).size == 0 && sequence != "\xEF\xBB\xBF";
    return isPlain ? size : 0;
}

std::size_t findUnusualBreak(std::string_view text, std::size_t from)
{
    // in ordinary files there is no byte that begins one
    for (std::size_t at = findBreakLike(text, from); at < text.size(); at = findBreakLike(text, at + 1)) {
        if (unusualBreakAt(text, at).size != 0)
            return at;
    }
    return std::string_view::npos;
}

PlainBreaks withPlainBreaks(std::string_view text)
{
    PlainBreaks plain;
    plain.lines.push_back(0);
    int line = 0;
    for (std::size_t offset = 0; offset < text.size();) {
        const UnusualBreak unusual = unusualBreakAt(text, offset);
        if (unusual.size == 0 && text[offset] != '\n') {
            plain.text += text[offset++];
            continue;
        }
        offset += unusual.size == 0 ? 1 : unusual.size;
        line += unusual.size == 0 ? 1 : 0;
        plain.text += '\n';
        plain.lines.push_back(line);
    }
    return plain;
}

} // namespace noclobber::yaml
