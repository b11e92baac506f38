#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace noclobber::diff {

/// Where the lines of a text begin; made much faster than each of them is found.
class LineTable
{
public:
    /// The text must outlive the table. At most 4 GiB.
    explicit LineTable(std::string_view text);

    /// The offset of the first byte of a one-based line; of one behind the last, the text's size.
    std::size_t startOf(int line) const;

private:
    std::string_view m_text;
    std::vector<std::uint32_t> m_linesBefore; ///< line feeds before each block
};

} // namespace noclobber::diff
