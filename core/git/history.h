#pragma once

#include <stop_token>

#include "core/git/comparison.h"

namespace noclobber::git {

/// A commit and where it comes from.
struct HistoryCommit {
    std::string id;                   ///< 40 hexadecimal digits
    std::vector<std::string> parents; ///< ids, the one it was made on first
    std::string summary;              ///< first line of its message
    std::string author;
    std::int64_t time = 0; ///< seconds since 1970, UTC

    bool operator==(const HistoryCommit &) const = default;
};

/// What there is to choose from in a repository.
struct History {
    std::vector<Reference> references;  ///< branches, remote branches and tags, each by name
    std::vector<HistoryCommit> commits; ///< reachable from these or HEAD, newest first
    bool isCut = false;                 ///< there are older commits than these
    std::string head;                   ///< the branch that is checked out; "HEAD" when none is
    std::string defaultBase;            ///< git::defaultBase, or "" when there is none
};

/// Reads the newest `most` commits. Errors as findRepository, Git for a missing object, Cancelled.
Result<History> readHistory(const std::string &folder, std::size_t most, std::stop_token stop);

/// Two commits by their ids.
struct Tips {
    std::string base;
    std::string head;

    bool operator==(const Tips &) const = default;
};

/// The commits that a request names now. Errors as git::compare.
Result<Tips> findTips(const ComparisonRequest &request);

} // namespace noclobber::git
