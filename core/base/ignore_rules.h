#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace noclobber {

/// One line of a file in the format of .gitignore.
struct IgnoreRule {
    std::string folder;       ///< where the file stands: the rule speaks of paths in it
    std::string pattern;      ///< without "!" and without slashes at its ends
    bool isException = false; ///< "!": takes paths back in
    bool onlyFolders = false; ///< ends in "/"
    bool isAnchored = false;  ///< has a slash before its end: counted from `folder`, else any name below it

    bool operator==(const IgnoreRule &) const = default;
};

/// The rules of such a text, in its order; comments and blank lines left out.
std::vector<IgnoreRule> readIgnoreRules(std::string_view text, std::string_view folder);

/// Whether the last rule that matches the file's path, or a folder on the way to it, ignores it. Unlike git, an
/// exception takes back a file in an ignored folder too, as Flux's source-controller archives file by file.
/// Source: fluxcd/pkg sourceignore, go-git plumbing/format/gitignore.
bool isIgnored(const std::vector<IgnoreRule> &rules, std::string_view path);

} // namespace noclobber
