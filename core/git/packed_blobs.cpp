#include "core/git/packed_blobs.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "core/base/places.h"
#include "core/git/delta.h"
#include "core/git/disk_objects.h"
#include "core/git/inflate.h"
#include "core/git/object_name.h"

namespace noclobber::git {
namespace {

/// Objects of one family. Large ones are cut, so that threads share them; each part finds its beginning again.
constexpr std::size_t largestFamily = 256;

/// Packs that are looked into: each blob is looked for in one after the other. Beyond it git itself repacks.
constexpr std::size_t mostPacks = 50;

/// Objects that a content may be made from, one of the other: git makes 50 of them, and refuses to make more than this.
/// Each part of a longer line would find its beginning again.
constexpr std::size_t longestLine = 4096;

/// What may be held of one family, in bytes, beyond the largest content.
constexpr std::size_t mostHeld = 64U << 20U;

/// The packs of all object folders, without their ending.
std::vector<std::string> packsIn(const std::vector<std::string> &folders)
{
    std::vector<std::string> packs;
    for (const std::string &folder : folders) {
        std::error_code failed;
        std::filesystem::directory_iterator files(std::filesystem::path(folder) / "pack", failed);
        for (; !failed && files != std::filesystem::directory_iterator(); files.increment(failed)) {
            if (files->path().extension() == ".idx")
                packs.push_back(std::filesystem::path(files->path()).replace_extension().string());
        }
    }
    std::ranges::sort(packs);
    return packs;
}

} // namespace

PackedBlobs::PackedBlobs(const Comparison &comparison, std::span<const BlobId> wanted, std::size_t limit)
    : m_wanted(wanted), m_limit(limit)
{
    if (wanted.empty())
        return;
    openPacks(comparison);
    addWanted();
    makeFamilies();
}

PackedBlobs::~PackedBlobs() = default;

void PackedBlobs::openPacks(const Comparison &comparison)
{
    startLibrary();
    RepositoryHandle repository;
    const unsigned flags = GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_BARE;
    if (fill(repository, git_repository_open_ext, comparison.place.gitDirectory.c_str(), flags, nullptr) < 0)
        return;
    for (const std::string &path : packsIn(objectFolders(repository.get()))) {
        if (auto pack = PackFile::open(path))
            m_packs.push_back(std::move(pack));
    }
    std::ranges::sort(m_packs, std::greater(), [](const auto &pack) { return pack->count(); });
    m_packs.resize(std::min(m_packs.size(), mostPacks));
}

/// Adds what is wanted and all that it is made of.
void PackedBlobs::addWanted()
{
    Places<std::uint64_t> known; // by pack and offset
    known.reserve(m_wanted.size());
    m_objects.reserve(m_wanted.size());
    const auto add = [&](std::size_t pack, std::uint64_t offset) {
        const auto place = static_cast<std::uint32_t>(m_objects.size());
        const auto [object, isNew] = known.add(pack << 56U | offset, place);
        if (isNew)
            m_objects.push_back({.offset = offset, .pack = static_cast<std::uint16_t>(pack)});
        return object;
    };
    std::size_t last = 0; // neighbours mostly are in one pack
    for (std::size_t place = 0; place < m_wanted.size(); ++place) {
        for (std::size_t i = 0; i < m_packs.size(); ++i) {
            const std::size_t pack = i == 0 ? last : i <= last ? i - 1 : i;
            if (const auto found = m_packs[pack]->find(m_wanted[place])) {
                Object &object = m_objects[add(pack, found->offset)];
                object.wanted = static_cast<std::uint32_t>(place);
                object.checksum = found->checksum;
                last = pack;
                break;
            }
        }
    }
    for (std::size_t i = 0; i < m_objects.size(); ++i) { // which grow
        const std::size_t pack = m_objects[i].pack;
        const auto entry = m_packs[pack]->entryAt(m_objects[i].offset);
        if (entry && entry->isDelta()) {
            const std::uint32_t base = add(pack, entry->base);
            m_objects[i].base = base;
        }
    }
}

void PackedBlobs::makeFamilies()
{
    std::vector<std::uint32_t> order; // each after what it is made of; not those that are made of themselves
    order.reserve(m_objects.size());
    for (std::size_t i = m_objects.size(); i-- > 0;) {
        Object &object = m_objects[i];
        const auto place = static_cast<std::uint32_t>(i);
        if (object.base == none)
            order.push_back(place);
        else
            object.nextMade = std::exchange(m_objects[object.base].firstMade, place);
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::uint32_t made = m_objects[order[i]].firstMade; made != none; made = m_objects[made].nextMade)
            order.push_back(made);
    }
    std::vector<std::uint32_t> sizes(m_objects.size(), 1);
    for (std::size_t i = order.size(); i-- > 0;) {
        Object &object = m_objects[order[i]];
        object.beginsFamily = object.base == none || sizes[order[i]] >= largestFamily;
        if (object.beginsFamily)
            m_families.push_back(order[i]);
        else
            sizes[object.base] += sizes[order[i]];
    }
    std::ranges::sort(m_families, {}, [this](std::uint32_t place) {
        return std::pair(m_objects[place].pack, m_objects[place].offset);
    });
}

/// The passage through one family.
class PackedBlobs::Walk
{
public:
    Walk(const PackedBlobs &blobs, const Visit &visit, const std::stop_token &stop)
        : m_blobs(blobs), m_visit(visit), m_stop(stop)
    {}

    void run(std::uint32_t first)
    {
        if (unpackAlone(first))
            enter(first, std::move(m_made));
        while (!m_open.empty() && !m_stop.stop_requested()) {
            const std::uint32_t next = m_open.back().next;
            if (next == none) {
                leave();
                continue;
            }
            const Object &object = m_blobs.m_objects[next];
            m_open.back().next = object.nextMade;
            m_isSure = m_open.back().isSure;
            if (!object.beginsFamily && unpack(object, m_open.back().content.bytes(), m_made))
                enter(next, std::move(m_made));
        }
    }

private:
    /// An object of which others are made, and which of them comes next.
    struct Open {
        std::uint32_t next = none;
        Buffer content;
        bool isSure = false; ///< that the content is right
    };

    /// The content of an object, into m_made.
    bool unpackAlone(std::uint32_t place)
    {
        std::vector<std::uint32_t> line;
        for (std::uint32_t at = place; at != none && line.size() <= longestLine; at = m_blobs.m_objects[at].base)
            line.push_back(at);
        if (line.size() > longestLine)
            return false;
        Buffer base;
        m_isSure = true;
        for (; !line.empty(); line.pop_back()) {
            std::swap(base, m_made);
            if (m_stop.stop_requested() || !unpack(m_blobs.m_objects[line.back()], base.bytes(), m_made))
                return false;
        }
        return true;
    }

    /// Whether it could be unpacked. It stays sure only if the object's checksum says so; where a base is named by its
    /// id, the checksum says nothing of where that is.
    bool unpack(const Object &object, std::string_view base, Buffer &made)
    {
        const PackFile &pack = *m_blobs.m_packs[object.pack];
        const auto entry = pack.entryAt(object.offset);
        const bool isDelta = object.base != none;
        if (!entry || entry->isDelta() != isDelta || (!isDelta && entry->type != PackEntry::blob) ||
            entry->size > m_blobs.m_limit)
            return false;
        char *bytes = (isDelta ? m_delta : made).resize(entry->size);
        const std::size_t read = m_inflater.unpack(pack.bytesFrom(entry->bytes), bytes, entry->size);
        pack.noteUse(read);
        if (read == 0 || (isDelta && !applyDelta(m_delta.bytes(), base, m_blobs.m_limit, made)))
            return false;
        m_isSure = m_isSure && object.wanted != none && entry->type != PackEntry::idDelta;
        const std::string_view whole = pack.bytesFrom(object.offset).substr(0, entry->bytes + read - object.offset);
        return object.wanted == none || checksumOf(whole) == object.checksum;
    }

    /// Shows the object and goes on with those that are made of it.
    void enter(std::uint32_t place, Buffer content)
    {
        const Object &object = m_blobs.m_objects[place];
        if (object.wanted != none && !m_isSure)
            m_isSure = isNamed(m_blobs.m_wanted[object.wanted], "blob", content.bytes());
        if (object.wanted != none && m_isSure)
            m_visit(object.wanted, content.bytes());
        if (!m_open.empty() && m_open.back().next == none)
            leave(); // its last one
        m_held += content.capacity();
        if (object.firstMade != none && m_held <= m_blobs.m_limit + mostHeld) {
            m_open.push_back({object.firstMade, std::move(content), m_isSure});
        } else {
            m_held -= content.capacity();
            m_spare.push_back(std::move(content));
        }
        takeSpare();
    }

    void leave()
    {
        m_held -= m_open.back().content.capacity();
        m_spare.push_back(std::move(m_open.back().content));
        m_open.pop_back();
    }

    void takeSpare()
    {
        m_made = m_spare.empty() ? Buffer() : std::move(m_spare.back());
        if (!m_spare.empty())
            m_spare.pop_back();
    }

    const PackedBlobs &m_blobs;
    const Visit &m_visit;
    const std::stop_token &m_stop;
    Inflater m_inflater;
    Buffer m_delta;
    Buffer m_made;
    bool m_isSure = false; ///< that m_made is right, once it is what it should be made of
    std::vector<Open> m_open;
    std::vector<Buffer> m_spare;
    std::size_t m_held = 0; ///< bytes of m_open
};

void PackedBlobs::visit(std::size_t family, const Visit &visit, const std::stop_token &stop) const
{
    Walk(*this, visit, stop).run(m_families[family]);
}

} // namespace noclobber::git
