#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace noclobber {

/// The numbers that keys have, each key once: a hash table in one piece of memory, of keys that are cheap to compare.
template <typename Key, typename Hash = std::hash<Key>>
class Places
{
public:
    /// Makes room for so many keys.
    void reserve(std::size_t keys)
    {
        std::size_t wanted = 16;
        while (wanted < 2 * keys)
            wanted *= 2;
        if (wanted > m_slots.size())
            resize(wanted);
    }

    /// Gives the key a number if it has none; its number, and whether that is new.
    std::pair<std::uint32_t, bool> add(const Key &key, std::uint32_t place)
    {
        reserve(m_count + 1);
        Slot &slot = m_slots[slotOf(key)];
        if (slot.isTaken)
            return {slot.place, false};
        slot = {key, place, true};
        ++m_count;
        return {place, true};
    }

    std::optional<std::uint32_t> find(const Key &key) const
    {
        if (m_slots.empty())
            return {};
        const Slot &slot = m_slots[slotOf(key)];
        return slot.isTaken ? std::optional(slot.place) : std::nullopt;
    }

private:
    struct Slot {
        Key key;
        std::uint32_t place = 0;
        bool isTaken = false;
    };

    /// The slot of the key, or the free one where it belongs.
    std::size_t slotOf(const Key &key) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = (Hash()(key) * 0x9E3779B97F4A7C15U >> 32U) & mask;
        while (m_slots[at].isTaken && !(m_slots[at].key == key))
            at = (at + 1) & mask;
        return at;
    }

    void resize(std::size_t slots)
    {
        const std::vector<Slot> before = std::exchange(m_slots, std::vector<Slot>(slots));
        for (const Slot &slot : before) {
            if (slot.isTaken)
                m_slots[slotOf(slot.key)] = slot;
        }
    }

    std::vector<Slot> m_slots; ///< a power of two of them, at most half taken
    std::size_t m_count = 0;
};

} // namespace noclobber
