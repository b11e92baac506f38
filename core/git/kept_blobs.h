#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "core/git/comparison.h"

namespace noclobber::git {

/// Contents that will soon be asked for again, so that git need not unpack them twice. Bounded; safe to use from
/// several threads.
class KeptBlobs
{
public:
    /// All together hold at most this many bytes.
    explicit KeptBlobs(std::size_t most) : m_left(most) {}

    /// Keeps the bytes while there is room.
    void keep(const BlobId &id, std::string bytes);

    /// What was kept, or nullptr.
    std::shared_ptr<const std::string> find(const BlobId &id) const;

private:
    mutable std::mutex m_mutex;
    std::size_t m_left;
    std::map<BlobId, std::shared_ptr<const std::string>> m_blobs;
};

} // namespace noclobber::git
