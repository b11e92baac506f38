#include "core/git/blob_reader.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/git/disk_objects.h"
#include "core/git/kept_blobs.h"
#include "core/git/library.h"
#include "core/git/memory_bound.h"
#include "core/git/object_name.h"

namespace noclobber::git {

struct BlobReader::Handle {
    const Comparison *comparison = nullptr;
    RepositoryHandle repository;
    DiskObjects objects;
};

BlobReader::BlobReader(std::unique_ptr<Handle> handle) : m_handle(std::move(handle))
{}
BlobReader::BlobReader(BlobReader &&) noexcept = default;
BlobReader &BlobReader::operator=(BlobReader &&) noexcept = default;
BlobReader::~BlobReader() = default;

namespace {

constexpr std::size_t leastBound = 1U << 20U;

Error tooLarge(const BlobId &id, std::size_t size, std::size_t limit)
{
    return {ErrorCode::Io, say("the content has {} bytes, the limit is {}", size, limit), toHex(id)};
}

Blob blobOf(OdbObjectHandle object)
{
    const std::string_view bytes(static_cast<const char *>(git_odb_object_data(object.get())),
                                 git_odb_object_size(object.get()));
    return {bytes, std::shared_ptr<const git_odb_object>(std::move(object))};
}

/// The blob if it is in a pack and needs no more memory than that.
std::optional<Blob> readPacked(git_odb_backend *packs, const git_oid &id, std::size_t limit)
{
    const MemoryBound bound(std::max(limit, leastBound) + leastBound); // room for what libgit2 itself keeps
    void *data = nullptr;
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    if (packs->read(&data, &size, &type, packs, &id) < 0)
        return {};
    const std::shared_ptr<const void> owner(data, [](void *block) { git_odb_backend_data_free(nullptr, block); });
    if (type != GIT_OBJECT_BLOB || size > limit)
        return {};
    return Blob{{static_cast<const char *>(data), size}, owner};
}

} // namespace

Result<BlobReader> BlobReader::open(const Comparison &comparison)
{
    startLibrary();
    auto handle = std::make_unique<Handle>();
    handle->comparison = &comparison;
    const std::string &path = comparison.place.gitDirectory;
    const unsigned flags = GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_BARE;
    if (fill(handle->repository, git_repository_open_ext, path.c_str(), flags, nullptr) < 0 ||
        openObjects(handle->objects, handle->repository.get()) < 0)
        return Error{ErrorCode::Git, say("cannot open the repository: {}", lastErrorText()), path};
    return BlobReader(std::move(handle));
}

Result<Blob> BlobReader::open(const BlobId &id, std::size_t limit) const
{
    const auto &merged = m_handle->comparison->mergedBlobs;
    if (const auto found = merged.find(id); found != merged.end()) {
        if (found->second.size() > limit)
            return tooLarge(id, found->second.size(), limit);
        return Blob{found->second, nullptr};
    }
    if (m_handle->objects.packs && canBoundMemory()) {
        auto packed = readPacked(m_handle->objects.packs.get(), toOid(id), limit);
        if (packed && isNamed(id, "blob", packed->bytes))
            return std::move(*packed);
    }
    return openSized(id, limit);
}

/// Looks at the size first, and finds out what is wrong.
Result<Blob> BlobReader::openSized(const BlobId &id, std::size_t limit) const
{
    const git_oid oid = toOid(id);
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    int code = git_odb_read_header(&size, &type, m_handle->objects.database.get(), &oid);
    if (code < 0)
        return objectError(m_handle->repository.get(), code, oid);
    if (type != GIT_OBJECT_BLOB)
        return Error{ErrorCode::Git, say("object {} should be a file and is none", toHex(id)),
                     m_handle->comparison->place.gitDirectory};
    if (size > limit)
        return tooLarge(id, size, limit);
    OdbObjectHandle object;
    code = m_handle->objects.read(object, oid);
    if (code < 0)
        return objectError(m_handle->repository.get(), code, oid);
    return blobOf(std::move(object));
}

Result<std::string> BlobReader::read(const BlobId &id, std::size_t limit) const
{
    const auto blob = open(id, limit);
    return blob ? Result<std::string>(std::string(blob->bytes)) : Result<std::string>(blob.error());
}

Result<std::shared_ptr<const std::string>> BlobReader::readShared(const BlobId &id, std::size_t limit) const
{
    const KeptBlobs *kept = m_handle->comparison->keptBlobs.get();
    auto known = kept != nullptr ? kept->find(id) : nullptr;
    if (known && known->size() <= limit)
        return known;
    auto bytes = read(id, limit);
    if (!bytes)
        return bytes.error();
    return std::make_shared<const std::string>(std::move(*bytes));
}

} // namespace noclobber::git
