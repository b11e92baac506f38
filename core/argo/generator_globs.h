#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"

namespace noclobber::argo {

/// Whether a git generator's directory pattern matches a folder: `*` and `?` stay within one name (so `**` is no more
/// than `*`), `[a-z]`, `[^a-z]` are classes, `\` takes the next character as it is. A pattern that is none matches
/// nothing, as in Argo CD. Takes time of pattern times path. Source: Go's path.Match.
bool matchesDirectory(std::string_view pattern, std::string_view folder);

/// Whether a git generator's file pattern matches a file as `git ls-files` takes it (Argo CD's default): `*` and `?`
/// cross folders, a pattern that names a folder takes all below. Error Yaml for what is not followed here
/// (`:(magic)`, `[[:classes:]]`). Source: gitglossary(7), pathspec; util/git/client.go (LsFiles) of Argo CD.
Result<bool> matchesFile(std::string_view pattern, std::string_view file);

} // namespace noclobber::argo
