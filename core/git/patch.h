#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace noclobber::git {

/// The change of one file's content as git writes it, for `git apply`, with up to so many unchanged lines around each
/// edit; "" if there is none. Error Git.
Result<std::string> writePatch(const std::string &path, std::string_view before, std::string_view after,
                               unsigned contextLines);

} // namespace noclobber::git
