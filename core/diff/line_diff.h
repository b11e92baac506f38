#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace noclobber::diff {

/// Bytes [begin, end) of a line.
struct WordSpan {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const WordSpan &) const = default;
};

enum class LineChange { Same, Added, Removed, Replaced };

/// One row of a side-by-side view. The texts point into what was given to alignLines.
struct LinePair {
    LineChange change = LineChange::Same;
    int baseLine = 0;          ///< one-based; 0: the row has no base side
    int headLine = 0;          ///< one-based; 0: the row has no head side
    std::string_view baseText; ///< without the line end, "\n" or "\r\n"
    std::string_view headText;
    std::vector<WordSpan> baseWords; ///< of a Replaced row: what differs, in order, apart from each other
    std::vector<WordSpan> headWords;
};

/// Sets the lines of two texts against each other, in order; each line of both stands in exactly one row. Removed
/// lines come before added ones; lines that are much alike, or carry the same YAML key, share a Replaced row.
/// Time is bounded: texts with more than some thousand changed lines are shown as wholly removed and added between
/// their equal beginning and end.
std::vector<LinePair> alignLines(std::string_view base, std::string_view head);

} // namespace noclobber::diff
