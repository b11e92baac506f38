#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace noclobber::index {

/// A folder that only this user may read and write (mode 0700, our own, no symbolic link), by its open handle.
class PrivateFolder
{
public:
    /// Opens the folder. Error Io when there is none, it belongs to somebody else, others may enter it, or it is a
    /// symbolic link.
    static Result<PrivateFolder> open(const std::string &path);

    /// The same, but makes it first, and missing ones above it; below a folder of another user nothing is made.
    static Result<PrivateFolder> make(const std::string &path);

    PrivateFolder(PrivateFolder &&other) noexcept;
    PrivateFolder &operator=(PrivateFolder &&) = delete;
    ~PrivateFolder();

    /// A file's bytes. Nothing if there is none; Error Io if it is no plain file of ours that only we may read and
    /// write, if it is larger than `limit` bytes, or cannot be read. Waits for nothing.
    Result<std::optional<std::string>> read(const std::string &name, std::size_t limit) const;

    /// Puts a file with these bytes in the place of the one with that name: whoever reads finds the old or the new one
    /// whole, whenever we are killed. Does not wait for the disk (that can take seconds while others write), so a power
    /// cut may leave a file that is not whole: the bytes must be such that a reader notices. Error Io when another
    /// process is just writing it, or it cannot be written; then the old one stays.
    Result<void> replace(const std::string &name, std::string_view bytes) const;

    /// Removes what was written longest ago, but for `kept`, until the files together have `limit` bytes at most.
    void keepWithin(std::size_t limit, const std::string &kept) const;

private:
    explicit PrivateFolder(int handle) : m_handle(handle) {}
    int m_handle = -1;
};

} // namespace noclobber::index
