#pragma once

#include <string_view>

namespace noclobber {

/// Whether the path matches the pattern of `.noclobber.yaml`: `**` matches any number of folders, `*` and `?` stay
/// within one folder, `[a-z]`, `[!a-z]` are classes, `{a,b}` alternatives. Everything else stands for itself.
bool matchesPath(std::string_view pattern, std::string_view path);

/// Whether the path matches as Argo CD's directory include and exclude do: `*` crosses folders too
/// (gobwas/glob without separators), `{a,b}` lists are allowed.
bool matchesArgoGlob(std::string_view pattern, std::string_view path);

} // namespace noclobber
