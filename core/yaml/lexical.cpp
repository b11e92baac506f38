#include "core/yaml/lexical.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/yaml/chunks.h"
#include "core/yaml/text_marks.h"

namespace noclobber::yaml {

namespace {

/// Passes over blanks, line ends and comments.
std::size_t skipBlanks(std::string_view text, std::size_t at)
{
    while (at < text.size()) {
        if (text[at] == '#')
            at = lineEnd(text, at);
        else if (std::string_view(" \t\r\n").find(text[at]) != std::string_view::npos)
            ++at;
        else
            break;
    }
    return at;
}

/// Passes over anchors, tags, blanks and comments before a scalar's own first character.
std::size_t skipProperties(std::string_view text, std::size_t at)
{
    at = skipBlanks(text, at);
    while (at < text.size() && (text[at] == '&' || text[at] == '!'))
        at = skipBlanks(text, std::min(text.find_first_of(" \t\r\n", at), text.size()));
    return at;
}

} // namespace

int linesBefore(std::string_view text, std::size_t offset)
{
    return static_cast<int>(countLines(text.substr(0, offset)));
}

/// The place of the quote that ends the quoted scalar beginning at an offset; npos if there is none.
std::size_t closingQuote(std::string_view text, std::size_t begin)
{
    const char quote = text[begin];
    for (std::size_t at = begin + 1; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\')
            ++at;
        else if (text[at] == quote && quote == '\'' && text.substr(at + 1).starts_with('\''))
            ++at;
        else if (text[at] == quote)
            return at;
    }
    return std::string_view::npos;
}

/// End of the block scalar that begins with the `|` or `>` at an offset: before the first line with less indentation.
std::size_t blockEnd(std::string_view text, std::size_t begin)
{
    std::size_t indentation = 0;
    std::size_t last = lineEnd(text, begin);
    for (std::size_t at = last + 1; at < text.size();) {
        const std::size_t end = lineEnd(text, at);
        const std::string_view line = text.substr(at, end - at);
        const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
        const bool isBlank = trimmed(line).empty();
        if (!isBlank && indentation == 0)
            indentation = blanks;
        if (!isBlank && (blanks < indentation || indentation == 0))
            break;
        if (!isBlank)
            last = end;
        at = end + 1;
    }
    return last;
}

/// Where the last scalar of a document ends if that decides what is a comment behind it; npos for an open quote.
std::size_t scalarEnd(std::string_view text, std::size_t begin)
{
    const std::size_t at = skipProperties(text, begin);
    if (at >= text.size())
        return begin;
    if (text[at] == '"' || text[at] == '\'')
        return closingQuote(text, at);
    return text[at] == '|' || text[at] == '>' ? blockEnd(text, at) : at;
}

std::size_t contentEnd(std::string_view text, std::size_t floor)
{
    std::size_t end = text.size();
    while (end > floor) {
        const std::size_t newline = text.rfind('\n', end - 1);
        const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
        const std::string_view line = trimmed(text.substr(begin, end - begin));
        if (!line.empty() && line.front() != '#' && line != "...")
            return end;
        if (begin == 0)
            break;
        end = begin - 1;
    }
    return std::max(floor, end);
}

/// Whether the key at the end of a document lacks its colon.
bool lacksColon(std::string_view text, const BareKey &key)
{
    const std::size_t begin = skipProperties(text, key.begin);
    if (begin >= text.size() || text[begin] == '*')
        return false;
    if (isExplicitKey(text, key.begin))
        return false;
    const bool isQuoted = text[begin] == '"' || text[begin] == '\'';
    const std::size_t end = isQuoted ? closingQuote(text, begin) : begin + key.size - 1;
    if (end == std::string_view::npos)
        return false; // the open quote is reported as such
    const std::size_t behind = skipBlanks(text, end + 1);
    return behind >= text.size() || std::string_view(":,}]").find(text[behind]) == std::string_view::npos;
}

bool isIndentedByTab(std::string_view text, std::size_t begin)
{
    if (begin == 0 || begin > text.size() || (text[begin - 1] != '\t' && text[begin - 1] != ' '))
        return false;
    const std::size_t before = text.find_last_not_of(" \t", begin - 1);
    const std::size_t blanks = before == std::string_view::npos ? 0 : before + 1;
    const bool isIndentation = blanks == 0 || std::string_view("\n-?").find(text[before]) != std::string_view::npos;
    return isIndentation && text.substr(blanks, begin - blanks).find('\t') != std::string_view::npos;
}

bool isFirstOnLine(std::string_view text, std::size_t offset)
{
    const std::size_t before = offset == 0 ? std::string_view::npos : text.find_last_not_of(" \t", offset - 1);
    return before == std::string_view::npos || text[before] == '\n';
}

bool isExplicitKey(std::string_view text, std::size_t begin)
{
    const std::size_t before = begin == 0 ? std::string_view::npos : text.find_last_not_of(" \t\r\n", begin - 1);
    return before != std::string_view::npos && text[before] == '?';
}

bool hasSlashEscape(std::string_view text, std::size_t begin)
{
    const std::size_t at = skipProperties(text, begin);
    if (at >= text.size() || text[at] != '"')
        return false;
    const std::size_t end = std::min(closingQuote(text, at), text.size());
    for (std::size_t i = text.find('\\', at); i < end; i = text.find('\\', i + 2)) {
        if (text.substr(i + 1).starts_with('/'))
            return true;
    }
    return false;
}

} // namespace noclobber::yaml
