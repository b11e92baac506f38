#include "core/report/markdown_text.h"

#include <algorithm>

#include "core/base/catalogue.h"
#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::report {

namespace {

constexpr std::size_t mostOfName = 400;
constexpr std::size_t mostOfProse = 4000;

/// The beginning of a text, not within a character, and how much is left out.
std::string clipped(std::string text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return say("{}... ({} more bytes)", text.substr(0, end), text.size() - end);
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// A word that nothing reads as anything else: letters (other scripts' too) with inner hyphens or apostrophes, no run
/// of eight that could be a commit's name, or a number.
bool isPlain(std::string_view word)
{
    if (std::ranges::all_of(word, isDigit))
        return word.size() < 7;
    const auto isHex = [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    if (word.size() >= 7 && std::ranges::all_of(word, isHex))
        return false;
    if (word.front() == '-' || word.back() == '-' || word.front() == '\'')
        return false;
    return std::ranges::all_of(word, [](char c) {
        return isLetter(c) || c == '-' || c == '\'' || (static_cast<unsigned char>(c) & 0x80U) != 0;
    });
}

/// How many bytes the character at the beginning of a text has.
std::size_t characterSize(std::string_view text)
{
    std::size_t size = 1;
    while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
        ++size;
    return size;
}

enum class Script { Other, Han, Punctuation };

/// Whether none of the letters and digits of double width.
bool isSign(std::string_view fullWidth)
{
    const auto isIn = [fullWidth](std::string_view first, std::string_view last) {
        return fullWidth >= first && fullWidth <= last;
    };
    return !isIn("\uFF10", "\uFF19") && !isIn("\uFF21", "\uFF3A") && !isIn("\uFF41", "\uFF5A");
}

/// Whether a character is a Chinese one, or punctuation as Chinese has it, beside which there are no blanks.
Script scriptOf(std::string_view character)
{
    if (character >= "\u4E00" && character < "\uA000")
        return Script::Han;
    const bool isQuoteOrDash = character >= "\u2014" && character <= "\u201D";
    const bool isIdeographic = character >= "\u3000" && character < "\u3040";
    const bool isFullWidth = character >= "\uFF01" && character < "\uFF66" && isSign(character);
    return isQuoteOrDash || character == "\u2026" || isIdeographic || isFullWidth ? Script::Punctuation : Script::Other;
}

/// One word with the punctuation around it.
std::string proseWord(std::string_view word)
{
    const std::size_t first = std::min(word.find_first_not_of("(\""), word.size());
    std::size_t end = word.size();
    while (end > first && std::string_view(".,;:)\"?%").find(word[end - 1]) != std::string_view::npos)
        --end;
    const std::string_view core = word.substr(first, end - first);
    if (core.empty() || isPlain(core))
        return std::string(word);
    return std::string(word.substr(0, first)) + codeSpan(core) + std::string(word.substr(end));
}

/// Whose words a text has.
enum class Author {
    Program, ///< names stand between blanks or punctuation
    Person   ///< names may touch Chinese characters
};

/// What stands between two blanks: names, words and punctuation that needs no blanks.
std::string proseRun(std::string_view run, Author author)
{
    std::string written;
    std::string_view word;
    Script before = Script::Other;
    const auto flush = [&] {
        if (!word.empty())
            written += proseWord(word);
        word = {};
    };
    for (std::size_t at = 0; at < run.size();) {
        const std::size_t size = characterSize(run.substr(at));
        const Script script = scriptOf(run.substr(at, size));
        const bool touches =
            author == Author::Person && !word.empty() && script != Script::Punctuation && script != before;
        if (script == Script::Punctuation || touches)
            flush();
        if (touches)
            written += ' ';
        if (script == Script::Punctuation)
            written += run.substr(at, size);
        else
            word = word.empty() ? run.substr(at, size) : std::string_view(word.data(), word.size() + size);
        before = script;
        at += size;
    }
    flush();
    return written;
}

std::string proseOf(std::string_view text, Author author)
{
    const std::string shown = clipped(printable(text, true), mostOfProse);
    std::string written;
    std::string_view rest = shown;
    while (true) {
        const std::size_t begin = rest.find_first_not_of(" \t\r\n");
        if (begin == std::string_view::npos)
            return written;
        rest.remove_prefix(begin);
        const std::size_t end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
        written = inARow(written, proseRun(rest.substr(0, end), author));
        rest.remove_prefix(end);
    }
}

} // namespace

std::string codeSpan(std::string_view text)
{
    const std::string shown = clipped(printable(text), mostOfName);
    if (shown.empty())
        return say("(empty)");
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : shown) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    // a blank at both ends is taken away again by who reads it, and needed beside a back-tick or a blank
    const auto touches = [](char c) { return c == '`' || c == ' '; };
    const char *pad = touches(shown.front()) || touches(shown.back()) ? " " : "";
    return fence + pad + shown + pad + fence;
}

std::string prose(std::string_view text)
{
    return proseOf(text, Author::Program);
}

std::string typedProse(std::string_view text)
{
    return proseOf(text, Author::Person);
}

std::string quotedProse(std::string_view text)
{
    std::string written;
    for (const std::string &line : split(clipped(std::string(text), mostOfProse), '\n'))
        written += (written.empty() ? "> " : "\n> ") + typedProse(line);
    return written;
}

std::string tableCell(std::string_view markdown)
{
    std::string cell;
    for (const char c : markdown) {
        if (c == '|')
            cell += '\\';
        cell += c == '\n' ? ' ' : c;
    }
    return cell;
}

} // namespace noclobber::report
