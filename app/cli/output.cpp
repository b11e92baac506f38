#include "app/cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace noclobber::cli {

namespace {

Error failure(const std::string &what, const std::string &where)
{
    return {ErrorCode::Io, what + ": " + std::strerror(errno), where};
}

/// Whether all bytes went out; else errno says why not.
bool writeAll(int stream, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = write(stream, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

mode_t modeFor(const std::string &file)
{
    struct stat status = {};
    if (stat(file.c_str(), &status) == 0)
        return status.st_mode & 07777U;
    const mode_t mask = umask(0);
    umask(mask);
    return 0666U & ~mask;
}

/// A device, a pipe or the like: what is written goes there, nothing can be put in its place.
bool isSpecial(const std::string &file)
{
    struct stat status = {};
    return stat(file.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
}

Result<void> writeInPlace(const std::string &file, std::string_view bytes)
{
    const int stream = open(file.c_str(), O_WRONLY | O_CLOEXEC);
    if (stream < 0)
        return failure("cannot write the file", file);
    const bool isWritten = writeAll(stream, bytes);
    const int reason = errno;
    const bool isClosed = close(stream) == 0;
    if (isWritten && isClosed)
        return {};
    errno = isWritten ? errno : reason;
    return failure("cannot write the file", file);
}

/// Gives the file beside its place its name. Whether that was done; else errno says why not.
bool moveInPlace(const std::string &beside, const std::string &file, Existing existing)
{
    if (existing == Existing::Replace)
        return rename(beside.c_str(), file.c_str()) == 0;
    return link(beside.c_str(), file.c_str()) == 0 && unlink(beside.c_str()) == 0;
}

Result<void> writeBeside(const std::string &file, std::string_view bytes, Interruption &interruption, Existing existing)
{
    const std::filesystem::path place(file);
    std::string beside = (place.parent_path() / ("." + place.filename().string() + ".XXXXXX")).string();
    const int stream = mkostemp(beside.data(), O_CLOEXEC);
    if (stream < 0)
        return failure("cannot write the file", file);
    interruption.willWrite(beside);
    errno = 0;
    bool isWritten = writeAll(stream, bytes) && fchmod(stream, modeFor(file)) == 0;
    int reason = errno;
    isWritten = close(stream) == 0 && isWritten;
    if (isWritten && moveInPlace(beside, file, existing)) {
        interruption.hasWritten(beside);
        return {};
    }
    reason = reason != 0 ? reason : errno;
    unlink(beside.c_str());
    interruption.hasWritten(beside);
    errno = reason;
    return failure("cannot write the file", file);
}

} // namespace

void keepStandardStreams()
{
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
        if (fcntl(stream, F_GETFD) < 0)
            (void)!open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY); // takes the lowest free number
    }
}

Result<void> writeOutput(const std::string &file, std::string_view bytes, Interruption &interruption, Existing existing)
{
    if (file == "-") {
        if (!writeAll(STDOUT_FILENO, bytes))
            return failure("cannot write to the standard output", "");
        return {};
    }
    struct stat status = {};
    if (existing == Existing::Refuse && lstat(file.c_str(), &status) == 0)
        return Error{ErrorCode::Io, "the file is there already and is not overwritten; -o - prints what would be in it",
                     file};
    if (isSpecial(file))
        return writeInPlace(file, bytes);
    std::error_code ignored;
    const auto place = std::filesystem::canonical(file, ignored); // the file itself, not a link to it
    return writeBeside(place.empty() ? file : place.string(), bytes, interruption, existing);
}

} // namespace noclobber::cli
