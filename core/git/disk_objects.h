#pragma once

#include <git2/sys/odb_backend.h>
#include <string>
#include <vector>

#include "core/git/library.h"

/// A repository's objects on disk. Not for other folders: nothing of libgit2 leaves this one.
namespace noclobber::git {

struct FreedBackend {
    void operator()(git_odb_backend *backend) const { backend->free(backend); }
};
using BackendHandle = std::unique_ptr<git_odb_backend, FreedBackend>;

struct DiskObjects {
    OdbHandle database;
    BackendHandle packs;              ///< the same without objects in files of their own or of other repositories
    std::vector<std::string> folders; ///< where the objects are: the repository's own, then those it borrows from

    /// As git_odb_read, which never comes back (libgit2 1.5) from an object whose file ends too early, as a full disk
    /// or a power cut leaves it: that is an error here. An object of another name is one, too.
    int read(OdbObjectHandle &object, const git_oid &id) const;
};

/// Where a repository's objects are: its own folder, then those that info/alternates names.
std::vector<std::string> objectFolders(const git_repository *repository);

/// A code of libgit2.
int openObjects(DiskObjects &objects, git_repository *repository);

} // namespace noclobber::git
