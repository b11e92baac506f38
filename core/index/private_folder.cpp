#include "core/index/private_folder.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/say.h"

namespace noclobber::index {
namespace {

/// An open handle that is closed at the end.
class Handle
{
public:
    explicit Handle(int handle) : m_handle(handle) {}
    ~Handle()
    {
        if (m_handle >= 0)
            close(m_handle);
    }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;

    explicit operator bool() const { return m_handle >= 0; }
    int get() const { return m_handle; }
    int release() { return std::exchange(m_handle, -1); }

private:
    int m_handle;
};

Error failure(const std::string &what, const std::string &where)
{
    return {ErrorCode::Io, what, where};
}

Error systemFailure(const std::string &what, const std::string &where)
{
    return failure(fmt::format("{}: {}", what, std::strerror(errno)), where);
}

/// What keeps it from being ours alone; "" when nothing does.
std::string exposure(const struct stat &status, mode_t type)
{
    if ((status.st_mode & S_IFMT) != type)
        return type == S_IFDIR ? say("is no folder") : say("is no plain file");
    if (status.st_uid != geteuid())
        return say("belongs to another user");
    return (status.st_mode & (S_IRWXG | S_IRWXO)) != 0 ? say("is open to other users") : "";
}

/// Makes the folder and those above it that are missing, if the one they go into is ours.
bool makeFolders(const std::filesystem::path &path)
{
    struct stat status {};
    if (lstat(path.c_str(), &status) == 0)
        return true;
    const std::filesystem::path above = path.parent_path();
    if (above == path || !makeFolders(above))
        return false;
    if (stat(above.c_str(), &status) != 0 || status.st_uid != geteuid())
        return false;
    return mkdir(path.c_str(), S_IRWXU) == 0 || errno == EEXIST;
}

bool readAll(int handle, std::string &bytes)
{
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::read(handle, bytes.data() + done, bytes.size() - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += static_cast<std::size_t>(got);
    }
    return true;
}

bool writeAll(int handle, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(handle, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

Result<PrivateFolder> PrivateFolder::open(const std::string &path)
{
    std::string place = path;
    while (place.size() > 1 && place.ends_with('/')) // a link with a slash behind it would be followed
        place.pop_back();
    Handle handle(::open(place.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    struct stat status {};
    if (!handle || fstat(handle.get(), &status) != 0)
        return systemFailure(say("the folder cannot be opened"), path);
    if (const std::string wrong = exposure(status, S_IFDIR); !wrong.empty())
        return failure(say("the folder {}", wrong), path);
    return PrivateFolder(handle.release());
}

Result<PrivateFolder> PrivateFolder::make(const std::string &path)
{
    if (!std::filesystem::path(path).is_absolute() || !makeFolders(path))
        return failure(say("the folder cannot be made"), path);
    return open(path);
}

PrivateFolder::PrivateFolder(PrivateFolder &&other) noexcept : m_handle(std::exchange(other.m_handle, -1))
{}

PrivateFolder::~PrivateFolder()
{
    if (m_handle >= 0)
        close(m_handle);
}

Result<std::optional<std::string>> PrivateFolder::read(const std::string &name, std::size_t limit) const
{
    // O_NONBLOCK: a pipe in the place of the file must not make us wait
    const Handle handle(openat(m_handle, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!handle && errno == ENOENT)
        return std::optional<std::string>();
    struct stat status {};
    if (!handle || fstat(handle.get(), &status) != 0)
        return systemFailure(say("the file cannot be opened"), name);
    if (const std::string wrong = exposure(status, S_IFREG); !wrong.empty())
        return failure(say("the file {}", wrong), name);
    if (static_cast<std::uintmax_t>(status.st_size) > limit)
        return failure(say("the file is too large"), name);
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    if (!readAll(handle.get(), bytes))
        return systemFailure(say("the file cannot be read"), name);
    return std::optional(std::move(bytes));
}

Result<void> PrivateFolder::replace(const std::string &name, std::string_view bytes) const
{
    // One name for what is being written, held by a lock that ends with its process: none is ever left over, and who
    // comes second while another writes need not.
    const std::string draft = name + ".new";
    const Handle handle(
        openat(m_handle, draft.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, S_IRUSR | S_IWUSR));
    if (!handle || flock(handle.get(), LOCK_EX | LOCK_NB) != 0)
        return systemFailure(say("the file cannot be written now"), draft);
    struct stat status {};
    struct stat named {};
    if (fstat(handle.get(), &status) != 0 || fstatat(m_handle, draft.c_str(), &named, AT_SYMLINK_NOFOLLOW) != 0)
        return systemFailure(say("the file cannot be written"), draft);
    // Who held the lock before us may have given this file its final name meanwhile.
    if (status.st_ino != named.st_ino || status.st_dev != named.st_dev)
        return failure(say("another process has just written it"), name);
    if (const std::string wrong = exposure(status, S_IFREG); !wrong.empty())
        return failure(say("the file {}", wrong), draft);
    if (ftruncate(handle.get(), 0) == 0 && writeAll(handle.get(), bytes) &&
        renameat(m_handle, draft.c_str(), m_handle, name.c_str()) == 0)
        return {};
    Error error = systemFailure(say("the file cannot be written"), draft);
    unlinkat(m_handle, draft.c_str(), 0);
    return error;
}

void PrivateFolder::keepWithin(std::size_t limit, const std::string &kept) const
{
    struct File {
        std::string name;
        struct timespec written;
        std::size_t size;
    };
    std::vector<File> files;
    std::size_t total = 0;
    Handle copy(openat(m_handle, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(copy ? fdopendir(copy.get()) : nullptr, closedir);
    if (!folder)
        return;
    copy.release();
    constexpr std::size_t least = 64U << 10U; // so that the number of files is bounded, too
    while (const dirent *entry = readdir(folder.get())) {
        struct stat status {};
        if (fstatat(m_handle, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(status.st_mode))
            continue;
        total += std::max(static_cast<std::size_t>(status.st_size), least);
        if (entry->d_name != kept)
            files.push_back({entry->d_name, status.st_mtim, std::max(static_cast<std::size_t>(status.st_size), least)});
    }
    std::ranges::sort(files, [](const File &one, const File &other) {
        return std::pair(one.written.tv_sec, one.written.tv_nsec) <
               std::pair(other.written.tv_sec, other.written.tv_nsec);
    });
    for (const File &file : files) {
        if (total <= limit)
            return;
        unlinkat(m_handle, file.name.c_str(), 0);
        total -= file.size;
    }
}

} // namespace noclobber::index
