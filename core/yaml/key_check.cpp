#include "core/yaml/key_check.h"

#include <algorithm>

namespace noclobber::yaml {

std::uint64_t KeyCheck::hashOfOther(std::string_view key)
{
    constexpr std::size_t together = 16;
    std::uint64_t hash = key.size();
    std::size_t at = 0;
    for (; at + together <= key.size(); at += together)
        hash = hashOfBytes(key.data() + at, together, hash);
    if (at == key.size() && at > 0)
        return hash;
    std::array<char, together> last{};
    key.copy(last.data(), together, at);
    return hashOfBytes(last.data(), key.size() - at, hash);
}

bool KeyCheck::isEachUnique(std::size_t first)
{
    const auto begin = m_hashes.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = m_hashes.begin() + static_cast<std::ptrdiff_t>(m_count);
    constexpr std::ptrdiff_t few = 24;
    if (end - begin > few) {
        std::sort(begin, end);
        return std::adjacent_find(begin, end) == end;
    }
    for (auto hash = begin; hash != end; ++hash) {
        if (std::find(begin, hash, *hash) != hash)
            return false;
    }
    return true;
}

} // namespace noclobber::yaml
