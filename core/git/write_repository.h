#pragma once

#include <map>
#include <string>

#include "core/base/result.h"

namespace noclobber::git {

/// Path to content. A path that ends in "@" (as "a.yaml@") becomes a symbolic link of that name without the "@", whose
/// content is the target.
using Files = std::map<std::string, std::string>;

/// Makes a repository in an empty or new folder: branch `main` holds base, branch `change` is one commit on top of it
/// with head, HEAD is `change`, and the work tree is checked out. Author, dates and messages are fixed, so equal files
/// give equal commit ids. Used for the sample and by tests. Error Io when the folder is not empty or cannot be written.
Result<void> writeRepository(const std::string &folder, const Files &base, const Files &head);

} // namespace noclobber::git
