#include <algorithm>
#include <optional>

#include "core/yaml/plain_scalars.h"

namespace noclobber::yaml {

namespace {

/// The offset of the quote that closes the scalar, or npos.
std::size_t closingQuoteOf(std::string_view text, std::size_t begin)
{
    const char quote = text[begin];
    if (quote == '"') {
        std::size_t at = findQuoteOrEscape(text, begin + 1);
        while (at < text.size() && text[at] == '\\')
            at = findQuoteOrEscape(text, std::min(at + 2, text.size()));
        return at < text.size() ? at : std::string_view::npos;
    }
    std::size_t at = text.find(quote, begin + 1);
    while (at != std::string_view::npos && text.substr(at + 1).starts_with(quote))
        at = text.find(quote, at + 2);
    return at;
}

void appendUtf8(std::string &text, unsigned code)
{
    if (code < 0x80) {
        text += static_cast<char>(code);
        return;
    }
    if (code < 0x800) {
        text += static_cast<char>(0xC0U | (code >> 6U));
    } else {
        text += static_cast<char>(0xE0U | (code >> 12U));
        text += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
    }
    text += static_cast<char>(0x80U | (code & 0x3FU));
}

/// The character of four hexadecimal digits, unless it is a control or half of a pair.
std::optional<unsigned> characterOf(std::string_view digits)
{
    unsigned code = 0;
    for (const char c : digits) {
        const char low = static_cast<char>(c | 0x20);
        const bool isLetter = low >= 'a' && low <= 'f';
        if (!isLetter && (c < '0' || c > '9'))
            return {};
        code = code * 16 + static_cast<unsigned>(isLetter ? low - 'a' + 10 : c - '0');
    }
    const bool isText = code >= 0x20 && (code < 0x7F || code > 0xA0) && (code < 0xD800 || code > 0xDFFF);
    return isText && digits.size() == 4 ? std::optional(code) : std::nullopt;
}

/// Passes over the escape at an offset; false for one that is rare or unknown.
bool passEscape(std::string_view part, std::size_t &at, std::string *text)
{
    constexpr std::string_view marks = "\"\\ntr ";
    constexpr std::string_view meanings = "\"\\\n\t\r ";
    const char mark = part[at + 1];
    if (mark == 'u') {
        const auto character = characterOf(part.substr(at + 2, 4));
        if (character && text)
            appendUtf8(*text, *character);
        at += 6;
        return character.has_value();
    }
    const std::size_t index = marks.find(mark);
    if (index == std::string_view::npos)
        return false;
    if (text)
        *text += meanings[index];
    at += 2;
    return true;
}

/// A quoted scalar, line by line.
class QuotedScalar
{
public:
    QuotedScalar(LineCursor &cursor, std::size_t begin, std::size_t close, std::string *text)
        : m_cursor(cursor), m_begin(begin + 1), m_close(close), m_isDouble(cursor.at(begin) == '"'), m_text(text)
    {}

    bool pass(int column)
    {
        const std::size_t all = m_begin;
        for (bool isLast = passLine(); !isLast; isLast = passLine()) {
            if (!m_isSure || !passToNext(column))
                return false;
        }
        return m_isSure && !(m_isInLines && m_cursor.hasTab(all, m_close));
    }

private:
    /// Takes what stands of the scalar on this line; true if the closing quote does.
    bool passLine()
    {
        m_cursor.passTo(m_begin);
        while (m_cursor.mark() < m_close && m_cursor.at(m_cursor.mark()) != '\n')
            m_cursor.passTo(m_cursor.mark() + 1);
        const bool isLast = m_cursor.mark() >= m_close;
        std::size_t end = std::min(m_cursor.mark(), m_close);
        while (!isLast && end > m_begin && m_cursor.at(end - 1) == ' ')
            --end;
        m_isEscapedBreak = false;
        takeLine(m_cursor.text().substr(m_begin, end - m_begin), isLast);
        if (m_isEscapedBreak && m_cursor.at(end) != '\n')
            m_isSure = false; // an escaped blank at the line's end
        if (isLast && m_isInLines && end == m_begin && m_blankLines > 0)
            m_isSure = false; // whether its last line feeds stay is an open question between readers
        return isLast;
    }

    void takeLine(std::string_view part, bool isLast)
    {
        const char escape = m_isDouble ? '\\' : '\'';
        for (std::size_t at = 0; m_isSure;) {
            const std::size_t next = std::min(part.find(escape, at), part.size());
            if (m_text)
                m_text->append(part, at, next - at);
            if (next == part.size())
                return;
            at = next;
            if (!m_isDouble) {
                if (m_text)
                    *m_text += escape;
                at += 2;
            } else if (at + 1 == part.size()) {
                m_isEscapedBreak = true;
                m_isSure = m_isSure && !isLast;
                return;
            } else {
                m_isSure = passEscape(part, at, m_text);
            }
        }
    }

    /// Goes on to the next line that is not blank.
    bool passToNext(int column)
    {
        m_isInLines = true;
        m_blankLines = 0;
        m_cursor.nextLine();
        while (!m_cursor.isAtEnd() && m_cursor.isBlank()) {
            ++m_blankLines;
            m_cursor.nextLine();
        }
        if (m_cursor.isAtEnd() || m_cursor.column() <= column || (m_isEscapedBreak && m_blankLines > 0))
            return false;
        if (m_text && m_blankLines > 0)
            m_text->append(m_blankLines, '\n');
        else if (m_text && !m_isEscapedBreak)
            *m_text += ' ';
        m_begin = m_cursor.first();
        return true;
    }

    LineCursor &m_cursor;
    std::size_t m_begin; ///< of what stands on the line
    std::size_t m_close;
    bool m_isDouble;
    std::string *m_text;
    std::size_t m_blankLines = 0; ///< before this line
    bool m_isInLines = false;     ///< there is more than one
    bool m_isEscapedBreak = false;
    bool m_isSure = true;
};

} // namespace

bool passQuoted(LineCursor &cursor, std::size_t offset, int column, std::size_t &end, std::string *text)
{
    const std::size_t close = closingQuoteOf(cursor.text(), offset);
    if (close == std::string_view::npos)
        return false;
    end = close + 1;
    return QuotedScalar(cursor, offset, close, text).pass(column);
}

} // namespace noclobber::yaml
