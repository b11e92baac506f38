#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "core/git/comparison.h"

namespace noclobber::git {

/// A blob's bytes, as long as one of the owners lives.
struct Blob {
    std::string_view bytes;
    std::shared_ptr<const void> owner; ///< none: the comparison
};

/// Reads blobs of one comparison. Each thread needs its own: two threads on one handle are slower than one.
class BlobReader
{
public:
    /// The comparison must outlive the reader.
    static Result<BlobReader> open(const Comparison &comparison);

    BlobReader(BlobReader &&) noexcept;
    BlobReader &operator=(BlobReader &&) noexcept;
    ~BlobReader();

    /// The blob's bytes. Error Git for a missing or damaged object (a partial clone says which command fetches it),
    /// Error Io when it is larger than `limit` bytes: nothing is read that would take more memory.
    Result<Blob> open(const BlobId &id, std::size_t limit) const;
    /// The same as a copy.
    Result<std::string> read(const BlobId &id, std::size_t limit) const;

    /// The same, not copied where the comparison keeps it.
    Result<std::shared_ptr<const std::string>> readShared(const BlobId &id, std::size_t limit) const;

private:
    struct Handle;
    Result<Blob> openSized(const BlobId &id, std::size_t limit) const;
    explicit BlobReader(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> m_handle;
};

} // namespace noclobber::git
