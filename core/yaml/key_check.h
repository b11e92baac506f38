#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace noclobber::yaml {

/// As ==: short keys of one length mostly differ in their first byte already.
inline bool isSameKey(std::string_view one, std::string_view other)
{
    return one.size() == other.size() && (one.empty() || (one.front() == other.front() && one == other));
}

/// The keys of the mappings that are open, to find a repeated one without keeping their texts.
class KeyCheck
{
public:
    void reserve(std::size_t keys) { m_hashes.reserve(keys); }

    /// Where a mapping's keys begin.
    struct Keys {
        std::size_t first = 0;
        std::uint64_t filter = 0; ///< a bit for each hash; two keys may share one
        bool mayRepeat = false;
    };

    Keys open() const { return {m_hashes.size(), 0, false}; }

    /// Adds a key of the innermost mapping that is open. `readable` is the end of the memory the key lies in.
    void add(Keys &keys, std::string_view key, const char *readable)
    {
        const std::uint64_t hash = hashOf(key, readable);
        const std::uint64_t bit = std::uint64_t{1} << (hash & 63U);
        keys.mayRepeat = keys.mayRepeat || (keys.filter & bit) != 0;
        keys.filter |= bit;
        m_hashes.push_back(hash);
    }

    /// Ends the innermost mapping. False if two of its keys may be the same: surely if they are, and almost never if
    /// they are not.
    bool close(const Keys &keys)
    {
        const bool isUnique = !keys.mayRepeat || isEachUnique(keys.first);
        m_hashes.resize(keys.first);
        return isUnique;
    }

private:
    /// The first eight bytes at most as a number.
    static std::uint64_t wordOf(const char *begin, std::size_t size, const char *readable)
    {
        std::uint64_t word = 0;
        if (readable - begin < 8) {
            std::memcpy(&word, begin, std::min<std::size_t>(size, 8));
            return word;
        }
        std::memcpy(&word, begin, 8);
        return size >= 8 ? word : word & ((std::uint64_t{1} << (8 * size)) - 1);
    }

    static std::uint64_t hashOf(std::string_view key, const char *readable)
    {
        constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15U; // 2^64 by the golden ratio, as in Fibonacci hashing
        std::uint64_t hash = key.size();
        for (std::size_t at = 0; at < key.size(); at += 8) {
            hash = (hash ^ wordOf(key.data() + at, key.size() - at, readable)) * multiplier;
            hash ^= hash >> 32U;
        }
        return hash;
    }

    bool isEachUnique(std::size_t first);

    std::vector<std::uint64_t> m_hashes; ///< of the innermost mapping last
};

} // namespace noclobber::yaml
