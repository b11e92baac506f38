#pragma once

#include <map>
#include <set>
#include <stop_token>

#include "core/git/library.h"

namespace noclobber::git {

/// An object made in memory.
struct MadeObject {
    git_object_t type = GIT_OBJECT_INVALID;
    std::string bytes;
};

/// What an object view remembers.
struct ObjectViewState {
    std::stop_token stop;
    std::set<BlobId> shallow;          ///< commits whose parents this clone does not have
    std::map<BlobId, MadeObject> made; ///< what was written through the view
    std::optional<BlobId> unreadable;  ///< the object that the last failing read asked for
    int unreadableCode = 0;
};

/// A repository seen through a glass: everything can be read, what libgit2 writes stays in memory, and nothing on disk
/// is touched (libgit2's own backends would freshen the time of an existing object's file). Every read looks at the
/// stop token, so that its long walks and merges end soon. A shallow clone's last commits appear as roots, as git
/// treats them.
struct ObjectView {
    RepositoryPlace place;
    std::unique_ptr<ObjectViewState> state; ///< outlives the handle, whose backend points to it
    RepositoryHandle repository;            ///< opened bare: the work tree has no say
    unsigned jobs = 1;                      ///< threads that may read at a time, each through a view of its own

    /// The error of the call that just failed: cancelled, an object that cannot be read, or what libgit2 says.
    Error failure(const std::string &task) const;
};

/// Finds the repository (errors as findRepository) and opens a view of it.
Result<ObjectView> openView(const std::string &folder, std::stop_token stop);

/// Another view of what is on disk, for another thread.
Result<ObjectView> openAnother(const ObjectView &view);

} // namespace noclobber::git
