#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

#include "core/git/pack_file.h"

namespace noclobber::git {

/// Many blobs of a repository's packs, each of their objects unpacked once: git stores most contents as a change of
/// another one, so they are taken in families, the first one and then all that are made of it.
///
/// It answers for what it is sure of and leaves the rest: contents that are not in a pack, larger than the limit, or
/// damaged. BlobReader reads those, and knows what is wrong with them.
///
/// Damage is what the index's checksums tell of: names take as long to check as all the rest. Only what is made of an
/// object that nobody wants, of which no checksum is known, is checked by its name. (A forged pack fools the checksums;
/// git itself checks all names of what it fetches.)
class PackedBlobs
{
public:
    /// Told of a blob by its place in `wanted`. The bytes are there during the call.
    using Visit = std::function<void(std::size_t place, std::string_view bytes)>;

    /// Finds out what is where. `wanted` must outlive this. `limit` bounds a content, in bytes.
    PackedBlobs(const Comparison &comparison, std::span<const BlobId> wanted, std::size_t limit);
    ~PackedBlobs();

    /// How many pieces of work there are. Threads may take them in any order.
    std::size_t families() const { return m_families.size(); }
    /// Unpacks what one family holds, or less of it once stop is requested.
    void visit(std::size_t family, const Visit &visit, const std::stop_token &stop) const;

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    /// An object in a pack: one that is wanted, or what it is made of.
    struct Object {
        std::uint64_t offset = 0;
        std::uint32_t base = none; ///< what it is a change of
        std::uint32_t firstMade = none;
        std::uint32_t nextMade = none; ///< of the same base
        std::uint32_t wanted = none;   ///< place in what is wanted
        std::uint32_t checksum = 0;    ///< of what is wanted
        std::uint16_t pack = 0;
        bool beginsFamily = false;
    };
    class Walk;

    void openPacks(const Comparison &comparison);
    void addWanted();
    void makeFamilies();

    std::span<const BlobId> m_wanted;
    std::size_t m_limit;
    std::vector<std::unique_ptr<PackFile>> m_packs;
    std::vector<Object> m_objects;
    std::vector<std::uint32_t> m_families; ///< the object that each begins with
};

} // namespace noclobber::git
