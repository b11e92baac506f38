#include "core/base/ignore_rules.h"

#include <algorithm>

#include "core/base/glob.h"
#include "core/base/text.h"

namespace noclobber {
namespace {

/// Whether the rule matches the path itself or a folder on the way to it.
bool matches(const IgnoreRule &rule, std::string_view path)
{
    if (!isWithin(path, rule.folder) || path == rule.folder)
        return false;
    if (!rule.folder.empty())
        path.remove_prefix(rule.folder.size() + 1);
    for (std::size_t end = path.find('/');; end = path.find('/', end + 1)) {
        const bool isWhole = end == std::string_view::npos;
        if (isWhole && rule.onlyFolders)
            return false;
        const std::string_view way = path.substr(0, end);
        if (matchesPath(rule.pattern, rule.isAnchored ? way : fileName(way)))
            return true;
        if (isWhole)
            return false;
    }
}

} // namespace

std::vector<IgnoreRule> readIgnoreRules(std::string_view text, std::string_view folder)
{
    std::vector<IgnoreRule> rules;
    for (const std::string &line : split(text, '\n')) {
        std::string_view pattern = trimmed(line);
        if (pattern.empty() || pattern.front() == '#')
            continue;
        IgnoreRule rule;
        rule.folder = folder;
        rule.isException = pattern.front() == '!';
        if (rule.isException)
            pattern.remove_prefix(1);
        rule.onlyFolders = pattern.ends_with('/');
        if (rule.onlyFolders)
            pattern.remove_suffix(1);
        rule.isAnchored = pattern.find('/') != std::string_view::npos;
        if (pattern.starts_with('/'))
            pattern.remove_prefix(1);
        rule.pattern = pattern;
        if (!pattern.empty())
            rules.push_back(std::move(rule));
    }
    return rules;
}

bool isIgnored(const std::vector<IgnoreRule> &rules, std::string_view path)
{
    const auto last =
        std::find_if(rules.rbegin(), rules.rend(), [&](const IgnoreRule &rule) { return matches(rule, path); });
    return last != rules.rend() && !last->isException;
}

} // namespace noclobber
