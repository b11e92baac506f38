#include "core/base/name.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <utility>
#include <vector>

namespace noclobber {
namespace {

/// A text of its own. What a thread makes one after the other lies side by side: paths are gone through in that order.
const std::string &place(std::string_view text)
{
    constexpr std::size_t together = 128;
    static thread_local std::size_t used = together;
    static thread_local std::string *texts = nullptr; // never given back
    if (used == together) {
        texts = new std::string[together];
        used = 0;
    }
    texts[used] = text;
    return texts[used++];
}

/// A part of all texts, with a lock of its own so that threads seldom meet.
class alignas(64) Shard
{
public:
    const std::string &keep(std::string_view text, std::size_t hash)
    {
        const std::lock_guard lock(m_mutex);
        if (5 * (m_count + 1) > 4 * m_slots.size())
            grow();
        Slot &slot = slotFor(hash, text);
        if (!slot.text) {
            slot = {hash, &place(text)};
            ++m_count;
        }
        return *slot.text;
    }

private:
    struct Slot {
        std::size_t hash = 0;
        const std::string *text = nullptr; ///< none: the slot is free
    };

    /// The slot of the text, or the free one where it belongs.
    Slot &slotFor(std::size_t hash, std::string_view text)
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = hash & mask;
        while (m_slots[at].text && (m_slots[at].hash != hash || *m_slots[at].text != text))
            at = (at + 1) & mask;
        return m_slots[at];
    }

    void grow()
    {
        const std::vector<Slot> before =
            std::exchange(m_slots, std::vector<Slot>(std::max(fewest, 2 * m_slots.size())));
        for (const Slot &slot : before) {
            if (slot.text)
                slotFor(slot.hash, *slot.text) = slot;
        }
    }

    static constexpr std::size_t fewest = 64;

    std::mutex m_mutex;
    std::vector<Slot> m_slots; ///< a power of two of them, four of five taken at most
    std::size_t m_count = 0;
};

constexpr std::size_t shards = 64;

const std::string &keep(std::string_view text)
{
    static auto &all = *new std::array<Shard, shards>; // outlives every Name, static ones too
    const std::size_t hash = std::hash<std::string_view>()(text);
    return all[(hash >> 48U) % shards].keep(text, hash);
}

/// The same: what a thread asked for lately needs no lock.
const std::string &keepLately(std::string_view text)
{
    constexpr unsigned bits = 10;
    static thread_local std::array<const std::string *, std::size_t{1} << bits> lately{};
    std::uint64_t ends = 0; // most texts of one length differ in their last bytes
    const std::size_t size = std::min(text.size(), sizeof ends);
    std::memcpy(&ends, text.data() + text.size() - size, size);
    const std::uint64_t hash = (ends ^ text.size() ^ static_cast<unsigned char>(text.front())) * 0x9E3779B97F4A7C15U;
    const std::string *&slot = lately[hash >> (64 - bits)];
    if (!slot || *slot != text)
        slot = &keep(text);
    return *slot;
}

} // namespace

const std::string &Name::emptyText()
{
    static const std::string &empty = keep("");
    return empty;
}

Name::Name(std::string_view text) : m_text(text.empty() ? &emptyText() : &keepLately(text))
{}

} // namespace noclobber
