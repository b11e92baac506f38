#pragma once

#include <stop_token>
#include <string>

#include "core/git/comparison.h"

namespace noclobber::git {

/// Two plain folders to compare as they are.
struct FolderPair {
    std::string base;
    std::string head;

    bool operator==(const FolderPair &) const = default;
};

/// What the two folders are called beside each other: their last names, with names above them where the last ones are
/// equal. Both are names of branches and differ.
FolderPair namesOf(const FolderPair &folders);

/// Writes both folders as they are now into a bare repository, which replaces the one that was there, and returns the
/// request that compares them. Nothing is written into the folders; their own `.git` is left out, links stay links.
/// Errors: NotFound for a folder that is not there, Io, Cancelled.
Result<ComparisonRequest> writeFolderPair(const FolderPair &folders, const std::string &repository,
                                          std::stop_token stop);

} // namespace noclobber::git
