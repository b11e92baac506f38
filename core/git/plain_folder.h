#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace noclobber::git {

/// Who makes a commit of a folder, when (seconds since 1970: 2024-01-01), and what it says: always the same, so that
/// equal folders give equal commits.
constexpr const char *folderAuthor = "noclobber";
constexpr const char *folderEmail = "noclobber@example.invalid";
constexpr const char *folderMessage = "A folder\n";
constexpr std::int64_t folderTime = 1704067200;

/// What git would keep of an entry of a plain folder.
struct FolderEntry {
    enum class Type { File, Link, Folder };
    Type type = Type::File;
    std::string name;
    std::filesystem::path path;
};

/// The entries of a folder by name; its own `.git` is left out, and what git would not keep (sockets, devices). Errors:
/// Io, Cancelled.
Result<std::vector<FolderEntry>> readFolder(const std::filesystem::path &folder, const std::stop_token &stop);

/// What a link leads to, as it is written. Error Io.
Result<std::string> readLink(const std::filesystem::path &link);

/// Nothing, or NotFound if there is no such folder.
Result<void> checkFolder(const std::string &folder);

/// An entry that is there and cannot be read.
Error cannotRead(const std::filesystem::path &path, const std::string &why);

} // namespace noclobber::git
