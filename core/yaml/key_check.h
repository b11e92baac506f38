#pragma once

#include <algorithm>
#include <array>
#include <bit>
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
    KeyCheck() = default;
    KeyCheck(const KeyCheck &) = delete;
    KeyCheck &operator=(const KeyCheck &) = delete;

    /// Where a mapping's keys begin.
    struct Keys {
        std::uint32_t first;
        bool mayRepeat;
        std::uint64_t filter;      ///< a bit for each hash
        std::uint64_t otherFilter; ///< another bit for each: seldom do two keys share both
    };

    void open(Keys &keys) const
    {
        keys.first = static_cast<std::uint32_t>(m_count);
        keys.mayRepeat = false;
        keys.filter = keys.otherFilter = 0;
    }

    /// Adds a key of the innermost mapping that is open. `readable` is the end of the memory the key lies in.
    void add(Keys &keys, std::string_view key, const char *readable)
    {
        const std::uint64_t hash = hashOf(key, readable);
        const std::uint64_t bit = std::uint64_t{1} << (hash & 63U);
        const std::uint64_t other = std::uint64_t{1} << (hash >> 6U & 63U);
        keys.mayRepeat |= ((keys.filter & bit) != 0) & ((keys.otherFilter & other) != 0);
        keys.filter |= bit;
        keys.otherFilter |= other;
        if (m_count == m_room)
            grow();
        m_hashes[m_count++] = hash;
    }

    /// Ends the innermost mapping. False if two of its keys may be the same: surely if they are, and almost never if
    /// they are not.
    bool close(const Keys &keys)
    {
        const bool isUnique = !keys.mayRepeat || isEachUnique(keys.first);
        m_count = keys.first;
        return isUnique;
    }

private:
    /// Eight bytes as a number, of which so many count.
    static std::uint64_t wordOf(const char *begin, std::size_t size)
    {
        static constexpr std::array<std::uint64_t, 9> masks = [] {
            std::array<unsigned char, 8> bytes{};
            std::array<std::uint64_t, 9> all{};
            for (std::size_t i = 0; i < bytes.size(); ++i) {
                bytes[i] = 0xFF;
                all[i + 1] = std::bit_cast<std::uint64_t>(bytes);
            }
            return all;
        }();
        std::uint64_t word = 0;
        std::memcpy(&word, begin, sizeof word);
        return word & masks[size];
    }

    /// Of sixteen bytes that can be read, by those that count: without a decision, as keys are of all lengths.
    static std::uint64_t hashOfBytes(const char *begin, std::size_t size, std::uint64_t seed)
    {
        const std::size_t first = std::min<std::size_t>(size, 8);
        const std::uint64_t one = wordOf(begin, first) ^ seed;
        const std::uint64_t other = wordOf(begin + 8, std::min<std::size_t>(size - first, 8));
        // odd numbers with bits at random: 2^64 by the golden ratio, as in Fibonacci hashing, and one of SplitMix64
        const std::uint64_t hash = one * 0x9E3779B97F4A7C15U + other * 0xBF58476D1CE4E5B9U;
        return hash ^ hash >> 32U;
    }

    static std::uint64_t hashOf(std::string_view key, const char *readable)
    {
        if (key.size() > 16)
            return hashOfLong(key);
        if (readable - key.data() < 16)
            return hashOfLast(key);
        return hashOfBytes(key.data(), key.size(), key.size());
    }

    static std::uint64_t hashOfLong(std::string_view key);
    static std::uint64_t hashOfLast(std::string_view key); ///< of a short key; behind it nothing can be read
    void grow();
    bool isEachUnique(std::size_t first);

    std::array<std::uint64_t, 128> m_few;   ///< where the hashes stand as long as they are few
    std::vector<std::uint64_t> m_many;      ///< and then
    std::uint64_t *m_hashes = m_few.data(); ///< of the innermost mapping last
    std::size_t m_room = m_few.size();
    std::size_t m_count = 0;
};

} // namespace noclobber::yaml
