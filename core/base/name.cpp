#include "core/base/name.h"

#include <array>
#include <mutex>
#include <unordered_set>

namespace noclobber {
namespace {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

/// A part of all texts, with a lock of its own so that threads seldom meet.
struct Shard {
    std::mutex mutex;
    std::unordered_set<std::string, TextHash, std::equal_to<>> texts;
};

constexpr std::size_t shards = 64;

const std::string &keep(std::string_view text)
{
    static auto &all = *new std::array<Shard, shards>; // outlives every Name, static ones too
    const std::size_t hash = TextHash()(text);
    Shard &shard = all[(hash >> 48U) % shards];
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.texts.find(text);
    return found != shard.texts.end() ? *found : *shard.texts.emplace(text).first;
}

} // namespace

const std::string &Name::emptyText()
{
    static const std::string &empty = keep("");
    return empty;
}

Name::Name(std::string_view text) : m_text(text.empty() ? &emptyText() : &keep(text))
{}

} // namespace noclobber
