#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/git/comparison.h"

namespace noclobber::git {

/// A file's bytes as the system maps them into memory; none if that fails.
class MappedFile
{
public:
    explicit MappedFile(const std::string &path);
    ~MappedFile();
    MappedFile(const MappedFile &) = delete;
    MappedFile &operator=(const MappedFile &) = delete;

    std::string_view bytes() const { return m_bytes; }
    /// Gives the memory back; what is looked at again comes again from the file. Any thread may do so at any time.
    void release() const;

private:
    std::string_view m_bytes;
};

/// Where the index says that an object is.
struct PackPlace {
    std::uint64_t offset = 0;   ///< of its entry
    std::uint32_t checksum = 0; ///< of the whole entry (checksumOf)
};

/// What stands before an object's packed bytes.
struct PackEntry {
    static constexpr unsigned blob = 3;
    static constexpr unsigned offsetDelta = 6;
    static constexpr unsigned idDelta = 7;

    unsigned type = 0;       ///< of these and others
    std::uint64_t size = 0;  ///< in bytes once unpacked; of a delta its own
    std::uint64_t base = 0;  ///< offset of the object that a delta changes
    std::uint64_t bytes = 0; ///< offset of the packed bytes

    bool isDelta() const { return type == offsetDelta || type == idDelta; }
};

/// One of git's packs with its index, read only. It trusts nothing in them: whatever makes no sense is not there.
/// Source: https://git-scm.com/docs/gitformat-pack (index of version 2, packs of version 2 and 3).
class PackFile
{
public:
    /// By the path of the pack without its ending (.pack, .idx). Null if it is not a pair that this knows.
    static std::unique_ptr<PackFile> open(const std::string &path);

    std::uint32_t count() const { return m_count; }
    std::optional<PackPlace> find(const BlobId &id) const;
    std::optional<PackEntry> entryAt(std::uint64_t offset) const;
    /// Packed bytes from an offset to the end.
    std::string_view bytesFrom(std::uint64_t offset) const { return m_objects.substr(offset); }
    /// Says how many packed bytes were looked at, so that memory is given back now and then.
    void noteUse(std::size_t bytes) const;

private:
    explicit PackFile(const std::string &path) : m_index(path + ".idx"), m_pack(path + ".pack") {}
    bool isSound();
    std::string_view idAt(std::uint32_t place) const;
    std::optional<std::uint64_t> offsetAt(std::uint32_t place) const;

    MappedFile m_index;
    MappedFile m_pack;
    std::string_view m_objects; ///< the pack without its trailing checksum
    std::uint32_t m_count = 0;
    mutable std::atomic<std::size_t> m_used{0};
};

} // namespace noclobber::git
