#include "core/git/object_view.h"

#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

#include "core/base/say.h"
#include "core/git/disk_objects.h"
#include "core/git/object_name.h"

namespace noclobber::git {

namespace {

struct ViewBackend : git_odb_backend {
    DiskObjects disk;
    ObjectViewState *state = nullptr;
};

ViewBackend &self(git_odb_backend *backend)
{
    return *static_cast<ViewBackend *>(backend);
}

// The commit object with its parents taken out: what git calls a graft.
std::string withoutParents(std::string_view commit)
{
    std::string kept;
    while (!commit.empty() && commit.front() != '\n') {
        const std::size_t end = std::min(commit.find('\n'), commit.size() - 1) + 1;
        if (commit.rfind("parent ", 0) != 0)
            kept += commit.substr(0, end);
        commit.remove_prefix(end);
    }
    return kept.append(commit);
}

int handOver(git_odb_backend *backend, std::string_view bytes, void **data, std::size_t *size)
{
    *data = git_odb_backend_data_alloc(backend, bytes.size());
    if (*data == nullptr)
        return GIT_ERROR;
    if (!bytes.empty())
        std::memcpy(*data, bytes.data(), bytes.size());
    *size = bytes.size();
    return 0;
}

int readObject(void **data, std::size_t *size, git_object_t *type, git_odb_backend *backend, const git_oid *id)
{
    ObjectViewState &state = *self(backend).state;
    if (state.stop.stop_requested())
        return GIT_EUSER;
    if (const auto made = state.made.find(toBlobId(*id)); made != state.made.end()) {
        *type = made->second.type;
        return handOver(backend, made->second.bytes, data, size);
    }
    const bool isShallow = state.shallow.contains(toBlobId(*id));
    git_odb_backend *packs = self(backend).disk.packs.get();
    if (!isShallow && packs != nullptr && packs->read(data, size, type, packs, id) == 0) {
        if (isNamed(toBlobId(*id), git_object_type2string(*type), {static_cast<const char *>(*data), *size}))
            return 0;
        git_odb_backend_data_free(backend, *data);
    }
    OdbObjectHandle object;
    const int code = self(backend).disk.read(object, *id);
    if (code < 0) {
        state.unreadable = toBlobId(*id);
        state.unreadableCode = code;
        return code;
    }
    *type = git_odb_object_type(object.get());
    const std::string_view bytes(static_cast<const char *>(git_odb_object_data(object.get())),
                                 git_odb_object_size(object.get()));
    if (*type == GIT_OBJECT_COMMIT && isShallow)
        return handOver(backend, withoutParents(bytes), data, size);
    return handOver(backend, bytes, data, size);
}

int readHeader(std::size_t *size, git_object_t *type, git_odb_backend *backend, const git_oid *id)
{
    const ObjectViewState &state = *self(backend).state;
    const auto made = state.made.find(toBlobId(*id));
    if (made == state.made.end())
        return git_odb_read_header(size, type, self(backend).disk.database.get(), id);
    *size = made->second.bytes.size();
    *type = made->second.type;
    return 0;
}

int findPrefix(git_oid *found, git_odb_backend *backend, const git_oid *prefix, std::size_t length)
{
    return git_odb_exists_prefix(found, self(backend).disk.database.get(), prefix, length);
}

int readPrefix(git_oid *found, void **data, std::size_t *size, git_object_t *type, git_odb_backend *backend,
               const git_oid *prefix, std::size_t length)
{
    const int code = findPrefix(found, backend, prefix, length);
    return code < 0 ? code : readObject(data, size, type, backend, found);
}

int exists(git_odb_backend *backend, const git_oid *id)
{
    return self(backend).state->made.contains(toBlobId(*id)) ? 1
                                                             : git_odb_exists(self(backend).disk.database.get(), id);
}

int keepInMemory(git_odb_backend *backend, const git_oid *id, const void *data, std::size_t size, git_object_t type)
{
    self(backend).state->made[toBlobId(*id)] = {type, std::string(static_cast<const char *>(data), size)};
    return 0;
}

void freeBackend(git_odb_backend *backend)
{
    delete static_cast<ViewBackend *>(backend);
}

// Lays the view's backend between the repository handle and its object database.
int layBetween(ObjectView &view)
{
    auto backend = std::make_unique<ViewBackend>();
    git_odb_init_backend(backend.get(), GIT_ODB_BACKEND_VERSION);
    backend->read = readObject;
    backend->read_prefix = readPrefix;
    backend->read_header = readHeader;
    backend->write = keepInMemory;
    backend->exists = exists;
    backend->exists_prefix = findPrefix;
    backend->free = freeBackend;
    backend->state = view.state.get();
    OdbHandle database;
    if (openObjects(backend->disk, view.repository.get()) < 0 || fill(database, git_odb_new) < 0)
        return GIT_ERROR;
    if (git_odb_add_backend(database.get(), backend.get(), 1) < 0)
        return GIT_ERROR;
    static_cast<void>(backend.release()); // the database frees it
    return git_repository_set_odb(view.repository.get(), database.get());
}

std::set<BlobId> shallowCommits(git_repository *repository)
{
    std::set<BlobId> commits;
    std::ifstream file(std::string(git_repository_commondir(repository)) + "/shallow");
    for (std::string line; std::getline(file, line);) {
        git_oid id{};
        if (line.size() >= GIT_OID_HEXSZ && git_oid_fromstrn(&id, line.data(), GIT_OID_HEXSZ) == 0)
            commits.insert(toBlobId(id));
    }
    return commits;
}

Result<ObjectView> openAt(RepositoryPlace place, std::stop_token stop)
{
    ObjectView view{std::move(place), std::make_unique<ObjectViewState>(), {}};
    view.state->stop = std::move(stop);
    const unsigned flags = GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_BARE;
    if (fill(view.repository, git_repository_open_ext, view.place.gitDirectory.c_str(), flags, nullptr) < 0)
        return view.failure(say("cannot open the repository"));
    view.state->shallow = shallowCommits(view.repository.get());
    if (layBetween(view) < 0)
        return view.failure(say("cannot open the object database"));
    return view;
}

} // namespace

Error ObjectView::failure(const std::string &task) const
{
    if (state->stop.stop_requested())
        return {ErrorCode::Cancelled, say("stopped on request"), ""};
    if (state->unreadable)
        return objectError(repository.get(), state->unreadableCode, toOid(*state->unreadable));
    return {ErrorCode::Git, fmt::format("{}: {}", task, lastErrorText()), place.gitDirectory};
}

Result<ObjectView> openView(const std::string &folder, std::stop_token stop)
{
    auto place = findRepository(folder);
    if (!place)
        return place.error();
    return openAt(std::move(*place), std::move(stop));
}

Result<ObjectView> openAnother(const ObjectView &view)
{
    return openAt(view.place, view.state->stop);
}

} // namespace noclobber::git
