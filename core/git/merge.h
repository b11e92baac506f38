#pragma once

#include "core/git/object_view.h"

namespace noclobber::git {

/// The common ancestors of two commits, best first; several after criss-cross merges, none for unrelated histories.
/// Error Git in a shallow clone that does not reach back far enough (with the command to run).
Result<std::vector<git_oid>> mergeBases(const ObjectView &view, const git_oid &one, const git_oid &other);

/// What a merge in memory gives.
struct MergeResult {
    std::vector<TreeEntry> entries;            ///< sorted by path; empty when there are conflicts
    std::vector<std::string> conflicts;        ///< paths that do not merge cleanly, sorted
    std::map<BlobId, std::string> mergedBlobs; ///< contents of entries that no commit holds
    std::vector<std::string> notes;
};

/// The commits of a merge.
struct MergeCommits {
    git_oid base;
    git_oid head;
    git_oid ancestor;           ///< one of their merge bases
    bool isOnlyAncestor = true; ///< there is no other
};

/// Merges head into base as git's recursive merge would, renames followed. Attributes (`merge=`) are those of base's
/// tree. The snapshots are the listings of base and head, as they are.
Result<MergeResult> mergeInMemory(const ObjectView &view, const MergeCommits &commits, const TreeSnapshot &base,
                                  const TreeSnapshot &head);

} // namespace noclobber::git
