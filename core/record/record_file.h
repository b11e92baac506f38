#pragma once

#include <optional>
#include <string>

#include "core/record/review_record.h"
#include "core/record/seen_digest.h"

namespace noclobber::record {

/// The folder of this user for review records: below $XDG_DATA_HOME, else below $HOME/.local/share. Nothing without
/// either (a path that is not absolute does not count).
/// Source: https://specifications.freedesktop.org/basedir-spec/latest/
std::optional<std::string> userFolder();

/// The file of a record: the same for two reviews of the same branches of one repository.
std::string fileName(const ReviewRecord &record);

/// What was found on disk.
struct KeptRecord {
    ReviewRecord record;
    Key key{};
    std::vector<std::string> remarks; ///< what a person should know, whole sentences: what was damaged and where it is
};

/// A record on disk. Holds a lock while it lives, so that two windows do not write over each other. For one thread at a
/// time; nothing in it waits for another process.
class RecordFile
{
public:
    /// `record` says which one, by repository, base and head.
    RecordFile(std::string folder, ReviewRecord record);
    RecordFile(const RecordFile &) = delete;
    RecordFile &operator=(const RecordFile &) = delete;
    ~RecordFile();

    /// Reads what is there; without a file an empty record. A damaged file is renamed, and a remark names it.
    /// Error Io when the folder cannot be made, or another window has this review open; write() tries again. Error Io,
    /// too, when the file cannot be read at all, or a newer noclobber wrote it: it is left as it is, and write() refuses
    /// to replace it until it was read.
    Result<KeptRecord> read();

    /// Puts the record in the place of the one before: whenever we are killed, one of the two is there whole, and it
    /// outlives a power cut. Error Io when it cannot be written; then the one before stays.
    Result<void> write(const ReviewRecord &record);

private:
    Result<void> lock();
    Error refused(Error error);
    Result<void> makeAnew();
    Result<std::optional<std::string>> bytesOf(const std::string &name) const;
    Result<void> replace(const std::string &name, const std::string &bytes) const;
    /// Renames a file that cannot be used; its new place.
    Result<std::string> keepAside(const std::string &name) const;
    Result<void> takeKey(KeptRecord &kept);

    std::string m_folder;
    ReviewRecord m_record; ///< as it is without a file
    std::string m_name;
    std::optional<Key> m_key;       ///< once it was read
    std::optional<Error> m_refusal; ///< why it must not be written
    int m_lock = -1;
};

} // namespace noclobber::record
