#pragma once

#include <optional>
#include <vector>

#include "core/git/comparison.h"

namespace noclobber::git {

/// The three listings of a merge, each sorted by path.
struct MergeListings {
    const std::vector<TreeEntry> &ancestor;
    const std::vector<TreeEntry> &base;
    const std::vector<TreeEntry> &head;
};

/// The merge of two sides that touch different paths, which most changes are: each path as the side has it that changed
/// it. Nothing where content or renames have to be looked at, which is git's part: a path that both sides changed
/// differently or removed (either may have moved it), or a file where the other side has a folder.
std::optional<std::vector<TreeEntry>> mergeByPath(const MergeListings &listings);

} // namespace noclobber::git
