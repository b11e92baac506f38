#include "core/report/text_writer.h"

#include <algorithm>
#include <vector>

#include "core/base/text.h"
#include "core/report/field_text.h"

namespace noclobber::report {

namespace {

/// Words put into lines that have this much room; the first line may have less.
std::vector<std::string> wrapped(std::string_view text, std::size_t firstRoom, std::size_t room)
{
    std::vector<std::string> lines(1);
    std::size_t used = 0;
    for (const std::string &word : split(text, ' ')) {
        if (word.empty())
            continue;
        const std::size_t width = characterCount(word);
        const std::size_t limit = lines.size() == 1 ? firstRoom : room;
        if (used > 0 && used + 1 + width > limit) {
            lines.emplace_back();
            used = 0;
        }
        lines.back() += used > 0 ? " " + word : word;
        used += (used > 0 ? 1 : 0) + width;
    }
    return lines;
}

} // namespace

void TextWriter::paragraph(std::string_view head, Style headStyle, std::string_view text, std::size_t hang)
{
    std::string shownHead = printable(head);
    if (text.empty()) // no blanks at a line's end
        shownHead.erase(shownHead.find_last_not_of(' ') + 1);
    const std::size_t headWidth = characterCount(shownHead);
    hang = indentation(hang);
    m_text += painted(shownHead, headStyle);
    const std::size_t firstRoom = m_columns > headWidth ? m_columns - headWidth : 0;
    const auto lines = wrapped(printable(text), firstRoom, m_columns - hang);
    const bool fits = characterCount(lines.front()) <= firstRoom;
    if (!fits) // even the first word is too long
        m_text += '\n' + std::string(hang, ' ');
    for (std::size_t i = 0; i < lines.size(); ++i)
        m_text += (i == 0 ? std::string() : std::string(hang, ' ')) + lines[i] + '\n';
}

void TextWriter::text(std::string_view text, std::size_t indent, Style style)
{
    indent = indentation(indent);
    for (const std::string &line : wrapped(printable(text), m_columns - indent, m_columns - indent))
        m_text += std::string(indent, ' ') + painted(line, style) + '\n';
}

void TextWriter::verbatim(std::string_view lines, std::size_t indent)
{
    const std::string shown = printable(lines, true);
    for (const std::string &line : split(trimmed(shown), '\n'))
        m_text += std::string(indent, ' ') + line + '\n';
}

std::size_t TextWriter::indentation(std::size_t blanks) const
{
    return std::min(blanks, m_columns / 2);
}

void TextWriter::heading(std::string_view text)
{
    m_text += '\n' + painted(printable(text), Style::Strong) + "\n\n";
}

std::string TextWriter::painted(std::string_view text, Style style) const
{
    if (!m_colour || style == Style::Plain)
        return std::string(text);
    const auto code = [style]() -> std::string_view {
        switch (style) {
        case Style::Strong:
            return "1";
        case Style::Quiet:
            return "2";
        case Style::Danger:
            return "1;31";
        case Style::Caution:
            return "33";
        case Style::Good:
            return "32";
        case Style::Mark:
            return "36";
        case Style::Plain:
            break;
        }
        return "0";
    }();
    return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

} // namespace noclobber::report
