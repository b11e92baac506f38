#include "core/report/field_text.h"

#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::report {

namespace {

bool beginsCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

} // namespace

std::size_t characterCount(std::string_view text)
{
    std::size_t count = 0;
    for (const char byte : text)
        count += beginsCharacter(byte) ? 1 : 0;
    return count;
}

std::string_view firstCharacters(std::string_view text, std::size_t count)
{
    std::size_t end = 0;
    for (; end < text.size(); ++end) {
        if (beginsCharacter(text[end]) && count-- == 0)
            break;
    }
    return text.substr(0, end);
}

std::string valueText(const yaml::Node &value, std::size_t limit)
{
    std::string text = value.type == yaml::NodeType::String ? value.scalar : yaml::toCanonicalJson(value);
    if (value.type == yaml::NodeType::String && (text.empty() || text != trimmed(text)))
        text = '"' + text + '"';
    text = printable(text);
    const std::size_t length = characterCount(text);
    if (length <= limit)
        return text;
    return say("{}... ({} characters)", firstCharacters(text, limit), length);
}

} // namespace noclobber::report
