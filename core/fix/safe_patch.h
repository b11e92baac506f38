#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace noclobber::fix {

/// The change of one file for `git apply`, with up to three unchanged lines around each edit, but none of a Secret
/// (but what tells which one it is), of a document that could not be read or is ambiguous, or with a credential:
/// patches get copied into chats and reviews. With fewer lines git still takes it without being told. "" if nothing
/// changes. Errors: Git; Yaml, a clause, when even one line around an edit, or an edited line, would be such a line.
Result<std::string> writeSafePatch(const std::string &path, std::string_view before, std::string_view after);

} // namespace noclobber::fix
