#include "core/yaml/key_check.h"

#include <algorithm>
#include <cstring>

namespace noclobber::yaml {

namespace {

constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15U; // 2^64 by the golden ratio, as Fibonacci hashing has it

/// The first eight bytes at most as a number.
std::uint64_t wordOf(const char *begin, std::size_t size, const char *readable)
{
    std::uint64_t word = 0;
    if (readable - begin < 8) {
        std::memcpy(&word, begin, std::min<std::size_t>(size, 8));
        return word;
    }
    std::memcpy(&word, begin, 8);
    return size >= 8 ? word : word & ((std::uint64_t{1} << (8 * size)) - 1);
}

std::uint64_t hashOf(std::string_view key, const char *readable)
{
    std::uint64_t hash = key.size();
    for (std::size_t at = 0; at < key.size(); at += 8) {
        hash = (hash ^ wordOf(key.data() + at, key.size() - at, readable)) * multiplier;
        hash ^= hash >> 32U;
    }
    return hash;
}

} // namespace

void KeyCheck::add(Keys &keys, std::string_view key, const char *readable)
{
    const std::uint64_t hash = hashOf(key, readable);
    const std::uint64_t bit = std::uint64_t{1} << (hash & 63U);
    keys.mayRepeat = keys.mayRepeat || (keys.filter & bit) != 0;
    keys.filter |= bit;
    m_hashes.push_back(hash);
}

bool KeyCheck::isEachUnique(std::size_t first)
{
    const auto begin = m_hashes.begin() + static_cast<std::ptrdiff_t>(first);
    constexpr std::ptrdiff_t few = 24;
    if (m_hashes.end() - begin > few) {
        std::sort(begin, m_hashes.end());
        return std::adjacent_find(begin, m_hashes.end()) == m_hashes.end();
    }
    for (auto hash = begin; hash != m_hashes.end(); ++hash) {
        if (std::find(begin, hash, *hash) != hash)
            return false;
    }
    return true;
}

} // namespace noclobber::yaml
