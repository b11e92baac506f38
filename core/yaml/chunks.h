#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/yaml/document.h"

namespace noclobber::yaml {

/// A part of a text between two separator lines: what Kubernetes' reader gives to its YAML parser at once.
struct Chunk {
    std::string_view text;  ///< whole lines; may begin with a `---` line of its own
    std::size_t begin = 0;  ///< in the whole text
    int firstLine = 1;      ///< one-based
    int number = 1;         ///< of its document, as YAML counts
    bool hasMarker = false; ///< begins with a `---` line
};

/// Splits a text as k8s.io/apimachinery pkg/util/yaml does: at lines that begin with `---`, whatever stands around
/// them. A first separator, or a second one in a row, belongs to the chunk that follows.
class ChunkReader
{
public:
    /// firstLine is the one-based line the text begins on, documents how many came before it.
    explicit ChunkReader(std::string_view text, int firstLine = 1, int documents = 0);

    /// The next one, or nothing at the end.
    std::optional<Chunk> next();

    /// Separators with other text on their line, which Kubernetes refuses; what follows them up to the next one is not
    /// read.
    const std::vector<Remark> &problems() const { return m_problems; }

private:
    bool passSeparator();
    void advanceTo(std::size_t offset);

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
    int m_number = 0;
    bool m_isFirst = true;
    bool m_isBroken = false; ///< the last separator line had other text on it
    std::vector<Remark> m_problems;
};

/// Offset of the first line with something on it that is neither a comment nor a `---` or `...` line by itself; npos if
/// none.
std::size_t firstContent(std::string_view text);

/// End of the line at an offset: the offset of its line feed, or the text's size.
std::size_t lineEnd(std::string_view text, std::size_t offset);

} // namespace noclobber::yaml
