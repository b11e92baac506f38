#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "core/yaml/line_cursor.h"
#include "core/yaml/scalar.h"

namespace noclobber::yaml {

// Each of these passes over one scalar of block-style YAML that begins at an offset of the cursor's line, inside a
// collection of the indentation `column`, and writes its text to `text` if that is not null. They return false if they
// are not sure what every reader makes of it; the cursor stands anywhere then.

/// A scalar without quotes, on one line or several. Ends at the begin of the line behind it.
bool passPlain(LineCursor &cursor, std::size_t offset, int column, std::string *text);

/// A scalar in single or double quotes. Ends in the line of its closing quote; `end` is the place behind that.
bool passQuoted(LineCursor &cursor, std::size_t offset, int column, std::size_t &end, std::string *text);

/// A scalar of lines, from its `|` or `>` on. Ends at the begin of the line behind it.
bool passBlockScalar(LineCursor &cursor, std::size_t offset, int column, std::string *text);

/// What is left of a line behind a value: blanks and a comment. Ends at the begin of the next line.
bool passRest(LineCursor &cursor, std::size_t offset);

/// Characters that begin something else than a scalar without quotes.
inline constexpr std::array<bool, 256> isIndicator = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view(",[]{}#&*!|>'\"%@` \t\n"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

/// What a scalar begins with, as far as that needs no look at what stands behind it.
enum class First : unsigned char { Other, Text, Number, Word, Quote };
inline constexpr std::array<First, 256> firsts = [] {
    std::array<First, 256> table{};
    for (std::size_t c = 0; c < table.size(); ++c) {
        const bool isOther = isIndicator[c] || c == '-' || c == '?' || c == ':' || c == '.' || c == '<';
        const Begin begin = beginsOfScalars[c];
        const First text = begin == Begin::OfNumber ? First::Number
                           : begin == Begin::OfWord ? First::Word
                                                    : First::Text;
        table[c] = isOther ? First::Other : text;
    }
    table['"'] = table['\''] = First::Quote;
    return table;
}();

/// Whether a scalar without quotes may begin with a character, by the one behind it.
inline bool beginsPlain(char first, char second)
{
    if (isIndicator[static_cast<unsigned char>(first)])
        return false;
    return (first != '-' && first != '?' && first != ':') || (second != ' ' && second != '\n');
}

} // namespace noclobber::yaml
