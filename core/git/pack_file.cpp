#include "core/git/pack_file.h"

#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace noclobber::git {
namespace {

constexpr std::size_t idSize = 20;
constexpr std::size_t checksumSize = 20;
constexpr std::size_t fanoutBegin = 8;
constexpr std::size_t idsBegin = fanoutBegin + std::size_t{256} * 4;
constexpr std::size_t packHeaderSize = 12;

std::uint32_t number32(std::string_view bytes, std::size_t at)
{
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i)
        number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

std::string_view bytesOf(const BlobId &id)
{
    return {reinterpret_cast<const char *>(id.bytes.data()), id.bytes.size()};
}

/// What comes out byte by byte; "ended" once there is nothing more.
class Bytes
{
public:
    Bytes(std::string_view bytes, std::uint64_t at) : m_bytes(bytes), m_at(at) {}
    unsigned next()
    {
        m_isEnded |= m_at >= m_bytes.size();
        return m_isEnded ? 0 : static_cast<unsigned char>(m_bytes[m_at++]);
    }
    bool isEnded() const { return m_isEnded; }
    std::uint64_t at() const { return m_at; }
    std::string_view rest() const { return m_bytes.substr(m_at); }
    void skip(std::size_t count) { m_at += count; }

private:
    std::string_view m_bytes;
    std::uint64_t m_at;
    bool m_isEnded = false;
};

} // namespace

MappedFile::MappedFile(const std::string &path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    struct stat facts {};
    if (fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0) {
        const auto size = static_cast<std::size_t>(facts.st_size);
        void *bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
        if (bytes != MAP_FAILED)
            m_bytes = {static_cast<const char *>(bytes), size};
    }
    close(file);
}

MappedFile::~MappedFile()
{
    if (!m_bytes.empty())
        munmap(const_cast<char *>(m_bytes.data()), m_bytes.size());
}

void MappedFile::release() const
{
    if (!m_bytes.empty())
        madvise(const_cast<char *>(m_bytes.data()), m_bytes.size(), MADV_DONTNEED);
}

std::unique_ptr<PackFile> PackFile::open(const std::string &path)
{
    std::unique_ptr<PackFile> file(new PackFile(path));
    return file->isSound() ? std::move(file) : nullptr;
}

bool PackFile::isSound()
{
    const std::string_view index = m_index.bytes();
    const std::string_view pack = m_pack.bytes();
    if (index.size() < idsBegin + 2 * checksumSize || !index.starts_with(std::string_view("\377tOc\0\0\0\2", 8)))
        return false;
    if (pack.size() < packHeaderSize + checksumSize || !pack.starts_with("PACK"))
        return false;
    const std::uint32_t version = number32(pack, 4);
    m_count = number32(index, idsBegin - 4);
    std::uint32_t last = 0;
    for (std::size_t at = fanoutBegin; at < idsBegin; at += 4) {
        if (number32(index, at) < last)
            return false;
        last = number32(index, at);
    }
    m_objects = pack.substr(0, pack.size() - checksumSize);
    return (version == 2 || version == 3) && number32(pack, 8) == m_count &&
           (index.size() - idsBegin - 2 * checksumSize) / (idSize + 8) >= m_count;
}

std::string_view PackFile::idAt(std::uint32_t place) const
{
    return m_index.bytes().substr(idsBegin + place * idSize, idSize);
}

std::optional<std::uint64_t> PackFile::offsetAt(std::uint32_t place) const
{
    constexpr std::uint32_t isLarge = 1U << 31U;
    const std::string_view index = m_index.bytes();
    const std::size_t offsets = idsBegin + std::size_t{m_count} * (idSize + 4);
    const std::uint32_t offset = number32(index, offsets + std::size_t{place} * 4);
    if ((offset & isLarge) == 0)
        return offset;
    const std::size_t at = offsets + std::size_t{m_count} * 4 + std::size_t{offset ^ isLarge} * 8;
    if (at + 8 > index.size() - 2 * checksumSize)
        return {};
    return std::uint64_t{number32(index, at)} << 32U | number32(index, at + 4);
}

std::optional<PackPlace> PackFile::find(const BlobId &id) const
{
    const std::size_t first = id.bytes[0];
    std::uint32_t begin = first == 0 ? 0 : number32(m_index.bytes(), fanoutBegin + (first - 1) * 4);
    std::uint32_t end = number32(m_index.bytes(), fanoutBegin + first * 4);
    while (begin < end) {
        const std::uint32_t middle = begin + (end - begin) / 2;
        const int order = idAt(middle).compare(bytesOf(id));
        if (order == 0) {
            const auto offset = offsetAt(middle);
            const std::size_t checksums = idsBegin + std::size_t{m_count} * idSize;
            return offset ? std::optional(
                                PackPlace{*offset, number32(m_index.bytes(), checksums + std::size_t{middle} * 4)})
                          : std::nullopt;
        }
        (order < 0 ? begin : end) = order < 0 ? middle + 1 : middle;
    }
    return {};
}

std::optional<PackEntry> PackFile::entryAt(std::uint64_t offset) const
{
    if (offset < packHeaderSize)
        return {};
    Bytes bytes(m_objects, offset);
    unsigned byte = bytes.next();
    PackEntry entry;
    entry.type = byte >> 4U & 7U;
    entry.size = byte & 15U;
    for (unsigned shift = 4; (byte & 128U) != 0; shift += 7) {
        byte = bytes.next();
        if (shift > 53) // far more than any object has
            return {};
        entry.size |= std::uint64_t{byte & 127U} << shift;
    }
    if (entry.type == PackEntry::offsetDelta) {
        byte = bytes.next();
        std::uint64_t back = byte & 127U;
        while ((byte & 128U) != 0 && back < std::uint64_t{1} << 50U) {
            byte = bytes.next();
            back = (back + 1) << 7U | (byte & 127U);
        }
        if (back == 0 || back >= offset || (byte & 128U) != 0)
            return {};
        entry.base = offset - back;
    } else if (entry.type == PackEntry::idDelta) {
        BlobId base;
        if (bytes.isEnded() || bytes.rest().size() < idSize)
            return {};
        std::memcpy(base.bytes.data(), bytes.rest().data(), idSize);
        bytes.skip(idSize);
        const auto found = find(base);
        if (!found)
            return {};
        entry.base = found->offset;
    }
    entry.bytes = bytes.at();
    return bytes.isEnded() ? std::nullopt : std::optional(entry);
}

void PackFile::noteUse(std::size_t bytes) const
{
    constexpr std::size_t mostHeld = 4U << 20U;
    if (m_used.fetch_add(bytes) + bytes < mostHeld)
        return;
    m_used = 0;
    m_pack.release();
}

} // namespace noclobber::git
