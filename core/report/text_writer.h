#pragma once

#include <string>
#include <string_view>

namespace noclobber::report {

enum class Style { Plain, Strong, Quiet, Danger, Caution, Good, Mark };

/// Lines for a terminal, of 80 columns unless it is narrower. Everything it is given is made printable, so a name can
/// neither disguise itself nor steer the terminal. Words are never cut: one that is longer than a line stands alone on
/// one.
class TextWriter
{
public:
    explicit TextWriter(bool colour, std::size_t columns = 80) : m_columns(columns), m_colour(colour) {}

    /// A paragraph: wrapped, every line but the first begins with `hang` blanks. `head` (with its own style) stands
    /// before the first line's text.
    void paragraph(std::string_view head, Style headStyle, std::string_view text, std::size_t hang);

    /// Wrapped text with the same indentation on every line.
    void text(std::string_view text, std::size_t indent, Style style = Style::Plain);

    /// Lines as they are, indented.
    void verbatim(std::string_view lines, std::size_t indent);

    /// A heading with an empty line around it.
    void heading(std::string_view text);

    void blankLine() { m_text += '\n'; }

    /// All lines so far.
    std::string finish() { return std::move(m_text); }

private:
    std::string painted(std::string_view text, Style style) const;

    /// Of so many blanks, how many a narrow terminal has room for.
    std::size_t indentation(std::size_t blanks) const;

    std::string m_text;
    std::size_t m_columns = 80;
    bool m_colour = false;
};

} // namespace noclobber::report
