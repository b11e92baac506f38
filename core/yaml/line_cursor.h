#pragma once

#include <cstddef>
#include <string_view>

#include "core/yaml/text_marks.h"

namespace noclobber::yaml {

/// A place in a text that is read line by line, each line from left to right.
class LineCursor
{
public:
    /// The text is not empty, ends with a line feed and outlives this. line is the number of its first one.
    LineCursor(std::string_view text, int line) : m_text(text), m_marks(text), m_line(line)
    {
        m_mark = m_marks.next();
        m_first = blanksAt(text, 0);
    }

    std::string_view text() const { return m_text; }
    char at(std::size_t offset) const { return m_text.data()[offset]; }
    bool isAtEnd() const { return m_begin >= m_text.size(); }

    int line() const { return m_line; }
    std::size_t begin() const { return m_begin; } ///< of the line
    std::size_t first() const { return m_first; } ///< the line's first byte that is no blank; its line feed if none
    int column() const { return static_cast<int>(m_first - m_begin); } ///< of first()
    bool isBlank() const { return at(m_first) == '\n'; }

    /// The first of the places that TextMarks gives which has not been passed.
    std::size_t mark() const { return m_mark; }
    /// Passes the places before an offset of this line.
    void passTo(std::size_t offset)
    {
        while (m_mark < offset)
            m_mark = m_marks.next();
    }

    /// Goes on to the next line.
    void nextLine()
    {
        while (at(m_mark) != '\n')
            m_mark = m_marks.next();
        nextLine(m_mark + 1 + blanksAt(m_text, m_mark + 1));
    }
    /// The same where mark() is the line feed and the next line's first() is known.
    void nextLine(std::size_t first)
    {
        m_begin = m_mark + 1;
        m_first = first;
        m_mark = m_marks.next();
        ++m_line;
    }

    bool hasOddCharacter() const { return m_marks.hasOddCharacter(); }
    bool hasTab(std::size_t begin, std::size_t end) const { return m_marks.hasTab(begin, end); }
    bool mayHaveTab(std::size_t begin) const { return m_marks.mayHaveTab(begin); }

private:
    std::string_view m_text;
    TextMarks m_marks;
    std::size_t m_mark = 0;
    std::size_t m_begin = 0;
    std::size_t m_first = 0;
    int m_line;
};

} // namespace noclobber::yaml
