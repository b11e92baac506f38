#include "core/yaml/key_check.h"

#include <algorithm>

namespace noclobber::yaml {

std::uint64_t KeyCheck::hashOfLong(std::string_view key)
{
    constexpr std::size_t together = 16;
    std::uint64_t hash = key.size();
    for (std::size_t at = 0; at + together < key.size(); at += together)
        hash = hashOfBytes(key.data() + at, together, hash);
    return hashOfBytes(key.data() + key.size() - together, together, hash);
}

std::uint64_t KeyCheck::hashOfLast(std::string_view key)
{
    std::array<char, 16> copy{};
    key.copy(copy.data(), copy.size());
    return hashOfBytes(copy.data(), key.size(), key.size());
}

void KeyCheck::grow()
{
    m_many.resize(2 * m_room);
    if (m_hashes == m_few.data())
        std::ranges::copy(m_few, m_many.begin());
    m_hashes = m_many.data();
    m_room = m_many.size();
}

bool KeyCheck::isEachUnique(std::size_t first)
{
    std::uint64_t *const begin = m_hashes + first;
    std::uint64_t *const end = m_hashes + m_count;
    constexpr std::ptrdiff_t few = 24;
    if (end - begin > few) {
        std::sort(begin, end);
        return std::adjacent_find(begin, end) == end;
    }
    for (const std::uint64_t *hash = begin; hash != end; ++hash) {
        if (std::find<const std::uint64_t *>(begin, hash, *hash) != hash)
            return false;
    }
    return true;
}

} // namespace noclobber::yaml
