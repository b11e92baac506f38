#pragma once

#include <cstddef>
#include <string_view>

namespace noclobber::yaml {

// Looks at the text around an event, for what yaml-cpp does not say.

/// How many lines end before an offset.
int linesBefore(std::string_view text, std::size_t offset);

/// Where the scalar beginning at an offset ends, as far as that decides what is a comment behind it: at the closing
/// quote (npos for an open one), at the end of a block scalar's last line, else where it begins. Its anchor and tag may
/// stand first.
std::size_t scalarEnd(std::string_view text, std::size_t begin);

/// End of the last line with text on it, comments and `...` not counted, but not before `floor`.
std::size_t contentEnd(std::string_view text, std::size_t floor);

/// A key with nothing behind it.
struct BareKey {
    std::size_t begin = 0; ///< its anchor and tag included
    std::size_t size = 0;  ///< of its text
};

/// Whether the key lacks its colon, where YAML wants one: yaml-cpp takes it as a key without a value.
bool lacksColon(std::string_view text, const BareKey &key);

/// Whether a tab stands between the token at an offset and its line's begin or its dash: indentation, which YAML wants
/// in blanks.
bool isIndentedByTab(std::string_view text, std::size_t begin);

/// Whether only blanks stand before an offset on its line.
bool isFirstOnLine(std::string_view text, std::size_t offset);

/// Whether the key beginning at an offset is one with a `?` before it.
bool isExplicitKey(std::string_view text, std::size_t begin);

/// Whether the double-quoted scalar beginning at an offset has the escape `\/`, which YAML 1.2 has and Kubernetes
/// refuses.
bool hasSlashEscape(std::string_view text, std::size_t begin);

} // namespace noclobber::yaml
