#include "core/yaml/plain_scalars.h"

#include <algorithm>

namespace noclobber::yaml {

namespace {

std::size_t withoutBlanks(const LineCursor &cursor, std::size_t begin, std::size_t end)
{
    while (end > begin && cursor.at(end - 1) == ' ')
        --end;
    return end;
}

/// The line feed that ends the cursor's line, if nothing but text of a scalar without quotes stands from an offset on;
/// else npos.
std::size_t plainEnd(const LineCursor &cursor, std::size_t begin)
{
    const std::size_t end = cursor.mark();
    const bool isPlain = cursor.at(end) == '\n' && cursor.at(end - 1) != ':' && !cursor.hasTab(begin, end);
    return isPlain ? end : std::string_view::npos;
}

/// How a block scalar is written.
struct BlockHeader {
    bool isFolded = false;
    char chomping = ' ';
    int indentation = 0; ///< 0: that of its first line
};

bool passHeader(LineCursor &cursor, std::size_t offset, BlockHeader &header)
{
    header.isFolded = cursor.at(offset) == '>';
    std::size_t at = offset + 1;
    for (int i = 0; i < 2; ++i) {
        const char c = cursor.at(at);
        if ((c == '+' || c == '-') && header.chomping == ' ')
            header.chomping = c;
        else if (c >= '1' && c <= '9' && header.indentation == 0)
            header.indentation = c - '0';
        else
            break;
        ++at;
    }
    return passRest(cursor, at);
}

/// The lines of a block scalar.
class BlockScalar
{
public:
    BlockScalar(LineCursor &cursor, const BlockHeader &header, int column, std::string *text)
        : m_cursor(cursor), m_header(header), m_column(column), m_text(text)
    {}

    bool pass()
    {
        std::size_t blankLines = 0;
        if (!findIndentation(blankLines))
            return false;
        bool hasContent = false;
        for (; !m_cursor.isAtEnd(); m_cursor.nextLine()) {
            if (m_cursor.isBlank() && m_cursor.column() <= m_indentation) {
                ++blankLines;
                continue;
            }
            if (m_cursor.column() < m_indentation)
                break;
            if (!takeLine(blankLines, hasContent))
                return false;
            hasContent = true;
            blankLines = 0;
        }
        const bool isTab = !m_cursor.isAtEnd() && m_cursor.at(m_cursor.first()) == '\t';
        return !isTab && endText(blankLines, hasContent);
    }

private:
    /// Passes the blank lines at its begin.
    bool findIndentation(std::size_t &blankLines)
    {
        int widest = 0;
        for (; !m_cursor.isAtEnd() && m_cursor.isBlank(); m_cursor.nextLine()) {
            ++blankLines;
            widest = std::max(widest, m_cursor.column());
        }
        m_indentation = m_column + m_header.indentation;
        if (m_header.indentation == 0)
            m_indentation = m_cursor.isAtEnd() ? m_column + 1 : std::max(m_column + 1, m_cursor.column());
        return widest <= m_indentation;
    }

    bool takeLine(std::size_t blankLines, bool hasContent)
    {
        const std::size_t begin = m_cursor.begin() + static_cast<std::size_t>(m_indentation);
        const bool isMoreIndented = m_cursor.first() != begin || m_cursor.at(begin) == '\t';
        if (m_header.isFolded && (isMoreIndented || (!hasContent && blankLines > 0)))
            return false;
        if (!m_text)
            return true;
        const std::size_t end = std::min(m_cursor.text().find('\n', begin), m_cursor.text().size());
        if (!m_header.isFolded)
            m_text->append(blankLines, '\n');
        else if (blankLines > 0)
            m_text->replace(m_text->size() - 1, 1, blankLines, '\n');
        else if (hasContent)
            m_text->back() = ' ';
        m_text->append(m_cursor.text(), begin, end - begin);
        *m_text += '\n';
        return true;
    }

    /// Keeps of the line feeds at the end what the header says.
    bool endText(std::size_t blankLines, bool hasContent)
    {
        if (m_header.chomping == '+' && (m_header.isFolded || !hasContent) && blankLines > 0)
            return false;
        if (!m_text)
            return true;
        if (m_header.chomping == '+')
            m_text->append(blankLines, '\n');
        else if (m_header.chomping == '-')
            m_text->erase(m_text->find_last_not_of('\n') + 1);
        return true;
    }

    LineCursor &m_cursor;
    const BlockHeader &m_header;
    int m_column;
    std::string *m_text;
    int m_indentation = 0;
};

} // namespace

bool passRest(LineCursor &cursor, std::size_t offset)
{
    const std::size_t at = offset + blanksAt(cursor.text(), offset);
    if (cursor.at(at) != '\n' && (cursor.at(at) != '#' || at == offset))
        return false;
    cursor.nextLine();
    return true;
}

bool passPlain(LineCursor &cursor, std::size_t offset, int column, std::string *text)
{
    if (cursor.at(cursor.mark()) == '#') {
        const std::size_t end = withoutBlanks(cursor, offset, cursor.mark());
        if (cursor.at(end - 1) == ':' || cursor.hasTab(offset, end))
            return false;
        if (text)
            text->assign(cursor.text(), offset, end - offset);
        cursor.nextLine();
        return true;
    }
    std::size_t end = plainEnd(cursor, offset);
    if (end == std::string_view::npos)
        return false;
    if (text)
        text->assign(cursor.text(), offset, withoutBlanks(cursor, offset, end) - offset);
    cursor.nextLine();
    while (true) {
        std::size_t blankLines = 0;
        for (; !cursor.isAtEnd() && cursor.isBlank(); cursor.nextLine())
            ++blankLines;
        if (cursor.isAtEnd() || cursor.column() <= column || cursor.at(cursor.first()) == '#')
            return true;
        const std::size_t begin = cursor.first();
        end = plainEnd(cursor, begin);
        if (end == std::string_view::npos || cursor.at(begin) == '\t')
            return false;
        if (text) {
            text->append(blankLines > 0 ? blankLines : 1, blankLines > 0 ? '\n' : ' ');
            text->append(cursor.text(), begin, withoutBlanks(cursor, begin, end) - begin);
        }
        cursor.nextLine();
    }
}

bool passBlockScalar(LineCursor &cursor, std::size_t offset, int column, std::string *text)
{
    BlockHeader header;
    return passHeader(cursor, offset, header) && BlockScalar(cursor, header, column, text).pass();
}

} // namespace noclobber::yaml
