#include "core/base/glob.h"

#include <algorithm>
#include <optional>
#include <string>

namespace noclobber {
namespace {

enum class Stars { WithinFolder, AcrossFolders };

/// One character class, "[a-z]" or "[!a-z]", at the start of the pattern.
struct CharacterClass {
    bool matches = false;
    std::size_t size = 0; ///< of its text in the pattern
};

std::optional<CharacterClass> readClass(std::string_view pattern, char c)
{
    const bool negated = pattern.size() > 1 && (pattern[1] == '!' || pattern[1] == '^');
    const std::size_t end = pattern.find(']', negated ? 3 : 2); // the first character may be "]" itself
    if (end == std::string_view::npos)
        return std::nullopt;
    std::string_view inside = pattern.substr(1, end - 1);
    if (negated)
        inside.remove_prefix(1);
    bool found = false;
    while (!inside.empty()) {
        const bool isRange = inside.size() >= 3 && inside[1] == '-';
        found = found || (isRange ? inside[0] <= c && c <= inside[2] : inside[0] == c);
        inside.remove_prefix(isRange ? 3 : 1);
    }
    return CharacterClass{found != negated, end + 1};
}

/// Bytes of the character at the start of the text (one, if it is not UTF-8).
std::size_t characterSize(std::string_view text)
{
    std::size_t size = 1;
    while (size < text.size() && size < 4 && (static_cast<unsigned char>(text[0]) & 0xC0U) == 0xC0U &&
           (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U)
        ++size;
    return size;
}

/// Where the brace that opens the pattern closes, nested ones counted, or npos.
std::size_t closingBrace(std::string_view pattern)
{
    int depth = 0;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{')
            ++depth;
        else if (pattern[i] == '}' && --depth == 0)
            return i;
    }
    return std::string_view::npos;
}

bool matches(std::string_view pattern, std::string_view text, Stars stars, int &steps);

bool matchesAlternatives(std::string_view pattern, std::string_view text, std::size_t close, Stars stars, int &steps)
{
    int depth = 0;
    std::size_t begin = 1;
    for (std::size_t i = 1; i <= close; ++i) {
        if (pattern[i] == '{')
            ++depth;
        const bool ends = (pattern[i] == ',' && depth == 0) || i == close;
        if (pattern[i] == '}')
            --depth;
        if (!ends)
            continue;
        const std::string whole =
            std::string(pattern.substr(begin, i - begin)) + std::string(pattern.substr(close + 1));
        if (matches(whole, text, stars, steps))
            return true;
        begin = i + 1;
    }
    return false;
}

bool matchesStar(std::string_view pattern, std::string_view text, Stars stars, int &steps)
{
    const bool isDouble = pattern.starts_with("**");
    const std::string_view rest = pattern.substr(isDouble ? 2 : 1);
    if (isDouble && rest.starts_with('/') && matches(rest.substr(1), text, stars, steps))
        return true; // "**/" may stand for no folder at all
    for (std::size_t i = 0;; ++i) {
        if (matches(rest, text.substr(i), stars, steps))
            return true;
        const bool stops = i == text.size() || (stars == Stars::WithinFolder && !isDouble && text[i] == '/');
        if (stops)
            return false;
    }
}

bool matches(std::string_view pattern, std::string_view text, Stars stars, int &steps)
{
    constexpr int mostSteps = 200'000; // a pattern of many stars must not hang a review
    while (!pattern.empty()) {
        if (++steps > mostSteps)
            return false;
        const char c = pattern.front();
        if (c == '*')
            return matchesStar(pattern, text, stars, steps);
        const std::size_t close = c == '{' ? closingBrace(pattern) : std::string_view::npos;
        if (close != std::string_view::npos)
            return matchesAlternatives(pattern, text, close, stars, steps);
        if (text.empty())
            return false;
        std::size_t used = 1;
        std::size_t taken = 1;
        const bool mayVary = stars == Stars::AcrossFolders || text.front() != '/';
        bool fits = c == text.front();
        if (c == '?') {
            fits = mayVary;
            taken = characterSize(text);
        } else if (const auto characters = c == '[' ? readClass(pattern, text.front()) : std::nullopt) {
            fits = mayVary && characters->matches;
            used = characters->size;
        } else if (c == '\\' && pattern.size() > 1) {
            fits = pattern[1] == text.front();
            used = 2;
        }
        if (!fits)
            return false;
        pattern.remove_prefix(used);
        text.remove_prefix(taken);
    }
    return text.empty();
}

} // namespace

namespace {

/// The pattern with "**" left only where it is a whole part of the path: elsewhere it means the same as "*".
std::string withWholeDoubleStars(std::string_view pattern)
{
    std::string plain;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '\\' && i + 1 < pattern.size()) {
            plain += pattern.substr(i++, 2);
            continue;
        }
        if (pattern[i] != '*') {
            plain += pattern[i];
            continue;
        }
        const std::size_t end = std::min(pattern.find_first_not_of('*', i), pattern.size());
        const bool begins = i == 0 || std::string_view("/{,").find(pattern[i - 1]) != std::string_view::npos;
        const bool ends = end == pattern.size() || std::string_view("/},").find(pattern[end]) != std::string_view::npos;
        plain += end - i > 1 && begins && ends ? "**" : "*";
        i = end - 1;
    }
    return plain;
}

/// The pattern with "**" as "*": Argo CD compiles its patterns without separators, where the two are one.
std::string withSingleStars(std::string_view pattern)
{
    std::string plain;
    bool afterStar = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool escapes = pattern[i] == '\\' && i + 1 < pattern.size();
        if (pattern[i] != '*' || !afterStar)
            plain += pattern.substr(i, escapes ? 2 : 1);
        afterStar = pattern[i] == '*';
        i += escapes ? 1 : 0;
    }
    return plain;
}

} // namespace

bool matchesPath(std::string_view pattern, std::string_view path)
{
    int steps = 0;
    return matches(withWholeDoubleStars(pattern), path, Stars::WithinFolder, steps);
}

bool matchesArgoGlob(std::string_view pattern, std::string_view path)
{
    int steps = 0;
    return matches(withSingleStars(pattern), path, Stars::AcrossFolders, steps);
}

} // namespace noclobber
