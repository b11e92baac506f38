#include "core/argo/configuration.h"

#include <span>

#include "core/base/glob.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

using Words = std::map<std::string, std::string>;

struct Match {
    Words words;
    std::size_t clusterEnd = 0; ///< how many parts of the path lead up to and including {cluster}; 0 without one
};

/// One folder name against one part of a layout path: literal text, `*` and words in braces, the first of them as short
/// as it can be.
bool matchPart(std::string_view pattern, std::string_view part, Words &words)
{
    const std::size_t open = pattern.find('{');
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos)
        return matchesPath(pattern, part);
    const std::string_view before = pattern.substr(0, open);
    const std::string word(pattern.substr(open + 1, close - open - 1));
    if (!part.starts_with(before))
        return false;
    for (std::size_t end = before.size() + 1; end <= part.size(); ++end) {
        Words inner = words;
        inner[word] = part.substr(before.size(), end - before.size());
        if (!matchPart(pattern.substr(close + 1), part.substr(end), inner))
            continue;
        words = std::move(inner);
        return true;
    }
    return false;
}

bool matchParts(std::span<const std::string> patterns, std::span<const std::string> parts, std::size_t place,
                Match &match)
{
    if (patterns.empty())
        return place == parts.size();
    if (patterns[0] == "**") {
        for (std::size_t next = place; next <= parts.size(); ++next) {
            Match inner = match;
            if (!matchParts(patterns.subspan(1), parts, next, inner))
                continue;
            match = std::move(inner);
            return true;
        }
        return false;
    }
    if (place == parts.size() || !matchPart(patterns[0], parts[place], match.words))
        return false;
    if (patterns[0].find("{cluster}") != std::string::npos)
        match.clusterEnd = place + 1;
    return matchParts(patterns.subspan(1), parts, place + 1, match);
}

std::optional<Match> matchWhole(std::string_view layout, std::string_view path)
{
    Match match;
    const auto patterns = split(layout, '/');
    const auto parts = split(path, '/');
    if (!matchParts(patterns, parts, 0, match))
        return std::nullopt;
    return match;
}

} // namespace

std::optional<std::map<std::string, std::string>> matchLayout(std::string_view layout, std::string_view path)
{
    auto match = matchWhole(layout, path);
    if (!match)
        return std::nullopt;
    return std::move(match->words);
}

std::string layoutScope(std::string_view layout, std::string_view path)
{
    const auto match = matchWhole(layout, path);
    if (!match)
        return {};
    const auto parts = split(path, '/');
    return join(std::span(parts).first(match->clusterEnd), "/");
}

} // namespace noclobber::argo
