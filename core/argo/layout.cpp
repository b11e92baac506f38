#include "core/argo/configuration.h"

#include <span>

#include "core/base/glob.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

using Words = std::map<std::string, std::string>;

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

bool matchParts(std::span<const std::string> patterns, std::span<const std::string> parts, Words &words)
{
    if (patterns.empty())
        return parts.empty();
    if (patterns[0] == "**") {
        for (std::size_t skipped = 0; skipped <= parts.size(); ++skipped) {
            Words inner = words;
            if (!matchParts(patterns.subspan(1), parts.subspan(skipped), inner))
                continue;
            words = std::move(inner);
            return true;
        }
        return false;
    }
    return !parts.empty() && matchPart(patterns[0], parts[0], words) &&
           matchParts(patterns.subspan(1), parts.subspan(1), words);
}

} // namespace

std::optional<std::map<std::string, std::string>> matchLayout(std::string_view layout, std::string_view path)
{
    Words words;
    const auto patterns = split(layout, '/');
    const auto parts = split(path, '/');
    if (!matchParts(patterns, parts, words))
        return std::nullopt;
    return words;
}

std::string layoutScope(std::string_view layout, std::string_view path)
{
    const auto patterns = split(layout, '/');
    const auto parts = split(path, '/');
    std::string scope;
    for (std::size_t i = 0; i < patterns.size() && i < parts.size(); ++i) {
        scope += (i == 0 ? "" : "/") + parts[i];
        if (patterns[i].find("{cluster}") != std::string::npos)
            return scope;
    }
    return {};
}

} // namespace noclobber::argo
