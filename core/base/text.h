#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace noclobber {

/// The parts between the separators; "" gives one empty part.
std::vector<std::string> split(std::string_view text, char separator);

/// The parts with a separator between each two.
std::string join(std::span<const std::string> parts, std::string_view separator);

/// How many bytes both texts begin with.
std::size_t commonPrefix(std::string_view one, std::string_view other);

/// Without ASCII blanks, tabs and line ends at both sides.
std::string_view trimmed(std::string_view text);

/// ASCII lower case.
std::string lowered(std::string_view text);

/// Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7).
bool isUtf8(std::string_view bytes);

/// The text for a person: control characters, bidirectional controls, invisible characters and malformed UTF-8 become
/// escapes such as \u202e, so that a name cannot disguise itself or steer a terminal. A line end stays only if
/// keepLineEnds is set.
std::string printable(std::string_view text, bool keepLineEnds = false);

/// How many single-character edits (insert, delete, replace, swap of neighbours) lead from one text to the other,
/// by bytes (Damerau-Levenshtein, optimal string alignment).
std::size_t editDistance(std::string_view from, std::string_view to);

/// The candidate with the smallest edit distance, or "" if none is within a third of the word's length.
std::string nearest(std::string_view word, std::span<const std::string> candidates);

/// The last part of a path: "a/b.yaml" gives "b.yaml".
std::string_view fileName(std::string_view path);

/// The folder of a path: "a/b.yaml" gives "a", "b.yaml" gives "".
std::string_view folderOf(std::string_view path);

/// Whether path is the folder itself or lies below it. Every path lies below "".
bool isWithin(std::string_view path, std::string_view folder);

/// The path without "." and empty parts, ".." taken back: "./a//b/../c/" gives "a/c". A path that leaves the root gives
/// "..".
std::string normalPath(std::string_view path);

} // namespace noclobber
