#pragma once

#include <stop_token>
#include <string>

#include "core/git/folder_pair.h"
#include "core/git/history.h"

namespace noclobber::git {

/// Two folders as they were found.
struct FolderState {
    std::string stamp; ///< of all names, sizes and times: while it is the same, no file has changed
    Tips tips;         ///< the commits that writeFolderPair would make of them
};

/// The folders as they are now; nothing is written. Files are read only if names, sizes or times are not those of
/// `before`: a file that was written again with the same bytes changes the stamp alone.
/// Errors: NotFound for a folder that is not there, Io, Cancelled.
Result<FolderState> findFolderState(const FolderPair &folders, const FolderState &before, const std::stop_token &stop);

} // namespace noclobber::git
