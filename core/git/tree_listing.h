#pragma once

#include "core/git/object_view.h"

namespace noclobber::git {

/// Every path of the commit's tree, sorted by bytes. Error Git for a tree that cannot be read, is not sound (one name
/// twice, a name with a slash) or is too large or deep to be a real one. like: what another commit holds; folders that
/// are the same there are taken from it.
Result<std::vector<TreeEntry>> listTree(const ObjectView &view, const git_oid &commit,
                                        const TreeSnapshot *like = nullptr);

/// The type that a tree entry or index entry of this mode has; nothing for a folder or an unknown mode.
std::optional<EntryType> entryType(unsigned mode);

} // namespace noclobber::git
