#include "core/git/blob_reader.h"

#include <fmt/format.h>

#include "core/git/kept_blobs.h"
#include "core/git/library.h"

namespace noclobber::git {

struct BlobReader::Handle {
    const Comparison *comparison = nullptr;
    RepositoryHandle repository;
    OdbHandle database;
};

BlobReader::BlobReader(std::unique_ptr<Handle> handle) : m_handle(std::move(handle))
{}
BlobReader::BlobReader(BlobReader &&) noexcept = default;
BlobReader &BlobReader::operator=(BlobReader &&) noexcept = default;
BlobReader::~BlobReader() = default;

namespace {

Error tooLarge(const BlobId &id, std::size_t size, std::size_t limit)
{
    return {ErrorCode::Io, fmt::format("the content has {} bytes, the limit is {}", size, limit), toHex(id)};
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
        fill(handle->database, git_repository_odb, handle->repository.get()) < 0)
        return Error{ErrorCode::Git, fmt::format("cannot open the repository: {}", lastErrorText()), path};
    return BlobReader(std::move(handle));
}

Result<std::string> BlobReader::read(const BlobId &id, std::size_t limit) const
{
    const auto &merged = m_handle->comparison->mergedBlobs;
    if (const auto found = merged.find(id); found != merged.end()) {
        if (found->second.size() > limit)
            return tooLarge(id, found->second.size(), limit);
        return found->second;
    }
    const git_oid oid = toOid(id);
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    int code = git_odb_read_header(&size, &type, m_handle->database.get(), &oid);
    if (code < 0)
        return objectError(m_handle->repository.get(), code, oid);
    if (type != GIT_OBJECT_BLOB)
        return Error{ErrorCode::Git, fmt::format("object {} should be a file and is none", toHex(id)),
                     m_handle->comparison->place.gitDirectory};
    if (size > limit)
        return tooLarge(id, size, limit);
    OdbObjectHandle object;
    code = fill(object, git_odb_read, m_handle->database.get(), &oid);
    if (code < 0)
        return objectError(m_handle->repository.get(), code, oid);
    return std::string(static_cast<const char *>(git_odb_object_data(object.get())), git_odb_object_size(object.get()));
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
