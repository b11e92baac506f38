#include "core/record/record_file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/say.h"
#include "core/index/private_folder.h"

namespace noclobber::record {

namespace {

constexpr std::size_t mostBytes = 256U << 20U;
constexpr std::string_view keyName = "key";

Error systemFailure(std::string_view what, const std::string &where)
{
    const int failure = errno; // before anything else may set it
    return {ErrorCode::Io, fmt::format("{}: {}", said(what), std::strerror(failure)), where};
}

/// Whether all of it is on the disk; else errno says why not. Closes the stream.
bool writeThrough(int stream, std::string_view bytes)
{
    bool isWritten = true;
    while (isWritten && !bytes.empty()) {
        const ssize_t written = ::write(stream, bytes.data(), bytes.size());
        isWritten = written > 0 || (written < 0 && errno == EINTR);
        bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    isWritten = isWritten && fsync(stream) == 0;
    const int reason = errno;
    const bool isClosed = close(stream) == 0;
    if (!isWritten)
        errno = reason;
    return isWritten && isClosed;
}

/// Without it a power cut could take back that the file has got its name. That it fails is no reason to say that
/// nothing was saved.
void syncFolder(const std::string &folder)
{
    const int handle = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    fsync(handle);
    close(handle);
}

/// Makes a file at a place where none is, whole or not at all.
Result<void> writeNew(const std::string &place, const std::string &draft, std::string_view bytes)
{
    const int stream = open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (stream >= 0 && writeThrough(stream, bytes) && (link(draft.c_str(), place.c_str()) == 0 || errno == EEXIST)) {
        unlink(draft.c_str());
        return {};
    }
    Error error = systemFailure(toSay("the file cannot be written"), place);
    unlink(draft.c_str());
    return error;
}

Result<std::optional<Key>> keyIn(const std::optional<std::string> &bytes)
{
    if (!bytes)
        return std::optional<Key>();
    const auto raw = fromBase64(*bytes);
    Key key{};
    if (!raw || raw->size() != key.size())
        return Error{ErrorCode::Io, say("it holds no key"), std::string(keyName)};
    std::memcpy(key.data(), raw->data(), key.size());
    return std::optional(key);
}

} // namespace

std::optional<std::string> userFolder()
{
    const auto absolute = [](const char *name) -> std::optional<std::filesystem::path> {
        const char *value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): nobody sets it
        if (value == nullptr || *value != '/')
            return {};
        return value;
    };
    const auto home = absolute("HOME");
    auto data = absolute("XDG_DATA_HOME");
    if (!data && home)
        data = *home / ".local" / "share";
    if (!data)
        return {};
    return (*data / "noclobber" / "reviews").string();
}

std::string fileName(const ReviewRecord &record)
{
    const std::string what = fmt::format("{}\n{}\n{}", record.repository, record.base, record.head);
    return toHex(sha256(what)).substr(0, 32) + ".json";
}

RecordFile::RecordFile(std::string folder, ReviewRecord record)
    : m_folder(std::move(folder)), m_record(std::move(record)), m_name(fileName(m_record))
{}

RecordFile::~RecordFile()
{
    if (m_lock >= 0)
        close(m_lock);
}

Result<void> RecordFile::lock()
{
    if (m_lock >= 0)
        return {};
    if (const auto folder = index::PrivateFolder::make(m_folder); !folder)
        return folder.error();
    const std::string place = m_folder + "/" + m_name + ".lock";
    m_lock = open(place.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (m_lock < 0)
        return systemFailure(toSay("the review record cannot be written"), place);
    if (flock(m_lock, LOCK_EX | LOCK_NB) == 0)
        return {};
    const bool isTaken = errno == EWOULDBLOCK;
    Error error = isTaken
                      ? Error{ErrorCode::Io,
                              say("this review is open in another window, which keeps its own; close one of the two"),
                              {}}
                      : systemFailure(toSay("the review record cannot be locked"), place);
    close(m_lock);
    m_lock = -1;
    return error;
}

Result<std::optional<std::string>> RecordFile::bytesOf(const std::string &name) const
{
    const auto folder = index::PrivateFolder::open(m_folder);
    if (!folder)
        return folder.error();
    auto bytes = folder->read(name, mostBytes);
    return bytes ? std::move(bytes) : Error{ErrorCode::Io, bytes.error().message, m_folder + "/" + name};
}

Result<std::string> RecordFile::keepAside(const std::string &name) const
{
    const std::string place = m_folder + "/" + name;
    for (int number = 1;; ++number) {
        const std::string aside = number == 1 ? place + ".damaged" : fmt::format("{}.damaged-{}", place, number);
        if (link(place.c_str(), aside.c_str()) == 0 && unlink(place.c_str()) == 0)
            return aside;
        if (errno != EEXIST)
            return systemFailure(toSay("a damaged file cannot be put aside"), place);
    }
}

Result<void> RecordFile::takeKey(KeptRecord &kept)
{
    const std::string place = m_folder + "/" + std::string(keyName);
    for (int attempt = 0; attempt < 3; ++attempt) {
        const auto bytes = bytesOf(std::string(keyName));
        if (!bytes) // with another key all marks would count as changed
            return bytes.error();
        const auto known = keyIn(*bytes);
        if (known && *known) {
            kept.key = **known;
            return {};
        }
        if (!known) {
            const Result<std::string> aside = keepAside(std::string(keyName));
            if (!aside)
                return aside.error();
            kept.remarks.push_back(
                say("The key that marks are made with is damaged: it was kept as {}, and a new one was made.", *aside));
        }
        std::string fresh(Key().size(), '\0');
        if (getentropy(fresh.data(), fresh.size()) != 0)
            return systemFailure(toSay("no key can be made"), place);
        const auto written = writeNew(place, fmt::format("{}.{}.new", place, getpid()), toBase64(fresh));
        if (!written)
            return written;
    }
    return Error{ErrorCode::Io, say("the key of the marks cannot be read"), place};
}

Result<KeptRecord> RecordFile::read()
{
    if (const auto locked = lock(); !locked)
        return locked.error();
    KeptRecord kept{m_record, {}, {}};
    m_refusal.reset();
    if (const auto key = takeKey(kept); !key)
        return refused(key.error());
    m_key = kept.key;
    const auto bytes = bytesOf(m_name);
    if (!bytes) // it may be whole
        return refused(bytes.error());
    if (!*bytes)
        return kept;
    if (isOfNewerVersion(**bytes))
        return refused(
            {ErrorCode::Io, say("a newer noclobber wrote the ones on disk, and nothing is saved over them"), {}});
    const auto record = readRecord(**bytes);
    if (record) {
        kept.record = *record;
        return kept;
    }
    const auto aside = keepAside(m_name);
    if (!aside)
        return aside.error();
    const Error &why = record.error();
    kept.remarks.push_back(
        say("Marks and comments that were kept cannot be read ({}): their file is kept as {}, and an "
            "empty record is begun.",
            why.where.empty() ? why.message : why.message + ", " + why.where, *aside));
    return kept;
}

/// Nothing is written over what was not read.
Error RecordFile::refused(Error error)
{
    m_refusal = error;
    return error;
}

Result<void> RecordFile::write(const ReviewRecord &record)
{
    if (const auto locked = lock(); !locked)
        return locked.error();
    if (m_refusal)
        return *m_refusal;
    if (m_key && !std::filesystem::exists(m_folder)) // somebody took it away, and our lock with it
        if (const auto made = makeAnew(); !made)
            return made;
    return replace(m_name, toJson(record));
}

/// The folder with a lock and the key that the marks were made with.
Result<void> RecordFile::makeAnew()
{
    close(m_lock);
    m_lock = -1;
    if (const auto locked = lock(); !locked)
        return locked;
    const std::string place = m_folder + "/" + std::string(keyName);
    const std::string_view bytes(reinterpret_cast<const char *>(m_key->data()), m_key->size());
    return writeNew(place, fmt::format("{}.{}.new", place, getpid()), toBase64(bytes));
}

Result<void> RecordFile::replace(const std::string &name, const std::string &bytes) const
{
    const std::string place = m_folder + "/" + name;
    const std::string draft = place + ".new";
    const int stream = open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (stream < 0 || !writeThrough(stream, bytes) || rename(draft.c_str(), place.c_str()) != 0) {
        Error error = systemFailure(toSay("the review record cannot be written"), place);
        unlink(draft.c_str());
        return error;
    }
    syncFolder(m_folder);
    return {};
}

} // namespace noclobber::record
