#pragma once

#include "core/git/library.h"

namespace noclobber::git {

/// Why this repository cannot be read by us: its format or object format is unknown to libgit2. Looks at files only.
/// Nothing when it can.
std::optional<Error> unsupportedFormat(const std::string &gitDirectory);

/// Why git would refuse it: it belongs to another user and no safe.directory allows it. Nothing when it may be read.
/// Source: https://git-scm.com/docs/git-config#Documentation/git-config.txt-safedirectory
std::optional<Error> foreignOwner(const std::string &gitDirectory, const std::string &workTree);

/// The names of all remotes, sorted.
std::vector<std::string> remoteNames(git_repository *repository);

/// The address without what must not be shown: password and user name, but the user name of an ssh address stays.
std::string withoutCredentials(const std::string &address);

/// A path for a shell: quoted if it needs to be.
std::string shellQuoted(const std::string &path);

} // namespace noclobber::git
