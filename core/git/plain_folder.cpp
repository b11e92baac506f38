#include "core/git/plain_folder.h"

#include <algorithm>

#include "core/base/say.h"

namespace noclobber::git {

namespace fs = std::filesystem;

Result<std::vector<FolderEntry>> readFolder(const fs::path &folder, const std::stop_token &stop)
{
    std::vector<FolderEntry> entries;
    std::error_code failed;
    for (fs::directory_iterator each(folder, failed), end; !failed && each != end; each.increment(failed)) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, say("stopped on request"), ""};
        std::string name = each->path().filename().string();
        std::error_code unknown;
        const fs::file_status status = each->symlink_status(unknown);
        if (name == ".git")
            continue; // the folder's own repository is no part of what is compared
        if (fs::is_directory(status))
            entries.push_back({FolderEntry::Type::Folder, std::move(name), each->path()});
        else if (fs::is_symlink(status))
            entries.push_back({FolderEntry::Type::Link, std::move(name), each->path()});
        else if (fs::is_regular_file(status))
            entries.push_back({FolderEntry::Type::File, std::move(name), each->path()});
    }
    if (failed)
        return cannotRead(folder, failed.message());
    std::ranges::sort(entries, {}, &FolderEntry::name);
    return entries;
}

Result<std::string> readLink(const fs::path &link)
{
    std::error_code failed;
    std::string target = fs::read_symlink(link, failed).string();
    return failed ? Result<std::string>(cannotRead(link, failed.message())) : Result<std::string>(std::move(target));
}

Result<void> checkFolder(const std::string &folder)
{
    std::error_code unknown;
    if (!fs::is_directory(folder, unknown))
        return Error{ErrorCode::NotFound, say("there is no folder {}", folder), folder};
    return {};
}

Error cannotRead(const fs::path &path, const std::string &why)
{
    return {ErrorCode::Io, say("cannot read {}: {}", path.string(), why), path.string()};
}

} // namespace noclobber::git
