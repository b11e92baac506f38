#include "core/git/kept_blobs.h"

namespace noclobber::git {

void KeptBlobs::keep(const BlobId &id, std::string bytes)
{
    const std::lock_guard lock(m_mutex);
    if (bytes.size() > m_left)
        return;
    const auto [kept, isNew] = m_blobs.try_emplace(id);
    if (!isNew)
        return;
    m_left -= bytes.size();
    kept->second = std::make_shared<const std::string>(std::move(bytes));
}

std::shared_ptr<const std::string> KeptBlobs::find(const BlobId &id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_blobs.find(id);
    return found == m_blobs.end() ? nullptr : found->second;
}

} // namespace noclobber::git
