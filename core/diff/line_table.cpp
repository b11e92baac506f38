#include "core/diff/line_table.h"

#include <algorithm>

#include "core/yaml/text_marks.h"

namespace noclobber::diff {
namespace {

constexpr std::size_t blockSize = 128;

} // namespace

LineTable::LineTable(std::string_view text) : m_text(text)
{
    m_linesBefore.reserve(text.size() / blockSize + 1);
    std::uint32_t lines = 0;
    for (std::size_t at = 0; at < text.size(); at += blockSize) {
        m_linesBefore.push_back(lines);
        lines += static_cast<std::uint32_t>(yaml::countLines(text.substr(at, blockSize)));
    }
}

std::size_t LineTable::startOf(int line) const
{
    if (line <= 1)
        return 0;
    const auto before = static_cast<std::uint32_t>(line - 1); // line feeds
    const auto behind = std::ranges::lower_bound(m_linesBefore, before);
    if (behind == m_linesBefore.begin())
        return m_text.size();
    const auto block = static_cast<std::size_t>(behind - m_linesBefore.begin()) - 1;
    std::size_t at = block * blockSize;
    for (std::uint32_t left = before - m_linesBefore[block]; left > 0; --left) {
        at = m_text.find('\n', at);
        if (at == std::string_view::npos)
            return m_text.size();
        ++at;
    }
    return at;
}

} // namespace noclobber::diff
