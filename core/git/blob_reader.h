#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "core/git/comparison.h"

namespace noclobber::git {

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
    /// Error Io when it is larger than `limit` bytes: its size is looked at first, so memory stays bounded.
    Result<std::string> read(const BlobId &id, std::size_t limit) const;

    /// The same, not copied where the comparison keeps it.
    Result<std::shared_ptr<const std::string>> readShared(const BlobId &id, std::size_t limit) const;

private:
    struct Handle;
    explicit BlobReader(std::unique_ptr<Handle> handle);
    std::unique_ptr<Handle> m_handle;
};

} // namespace noclobber::git
