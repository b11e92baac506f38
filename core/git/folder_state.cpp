#include "core/git/folder_state.h"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "core/base/digest.h"
#include "core/git/library.h"
#include "core/git/plain_folder.h"

namespace noclobber::git {

namespace {

namespace fs = std::filesystem;
using Type = FolderEntry::Type;

/// The id that git gives to these bytes.
git_oid idOf(std::string_view bytes, git_object_t type)
{
    git_oid id{};
    git_odb_hash(&id, bytes.data(), bytes.size(), type);
    return id;
}

/// An entry of a tree as git writes it, with what it sorts by: a folder as if a slash stood behind it.
struct TreeLine {
    std::string order;
    std::string bytes;
};

Result<std::optional<git_oid>> treeOf(const fs::path &folder, const std::stop_token &stop);

/// Nothing: a folder without files, which git does not keep.
Result<std::optional<git_oid>> idOf(const FolderEntry &entry, const std::stop_token &stop)
{
    if (entry.type == Type::Folder)
        return treeOf(entry.path, stop);
    if (entry.type == Type::Link) {
        const auto target = readLink(entry.path);
        return target ? Result<std::optional<git_oid>>(idOf(*target, GIT_OBJECT_BLOB)) : target.error();
    }
    git_oid id{};
    if (git_odb_hashfile(&id, entry.path.c_str(), GIT_OBJECT_BLOB) < 0)
        return cannotRead(entry.path, lastErrorText());
    return std::optional(id);
}

Result<std::optional<git_oid>> treeOf(const fs::path &folder, const std::stop_token &stop)
{
    const auto entries = readFolder(folder, stop);
    if (!entries)
        return entries.error();
    std::vector<TreeLine> lines;
    for (const FolderEntry &entry : *entries) {
        const auto id = idOf(entry, stop);
        if (!id)
            return id.error();
        if (!*id)
            continue;
        const bool isFolder = entry.type == Type::Folder;
        const char *mode = isFolder ? "40000" : entry.type == Type::Link ? "120000" : "100644";
        TreeLine line{isFolder ? entry.name + '/' : entry.name, fmt::format("{} {}", mode, entry.name)};
        line.bytes += '\0';
        line.bytes.append(std::begin((*id)->id), std::end((*id)->id));
        lines.push_back(std::move(line));
    }
    if (lines.empty())
        return std::optional<git_oid>();
    std::ranges::sort(lines, {}, &TreeLine::order);
    std::string tree;
    for (const TreeLine &line : lines)
        tree += line.bytes;
    return std::optional(idOf(tree, GIT_OBJECT_TREE));
}

std::string toText(const git_oid &id)
{
    std::string text(GIT_OID_HEXSZ, '0');
    git_oid_fmt(text.data(), &id);
    return text;
}

/// The commit that would hold the folder.
Result<std::string> commitOf(const std::string &folder, const std::stop_token &stop)
{
    const auto tree = treeOf(folder, stop);
    if (!tree)
        return tree.error();
    const std::string id = toText(tree->value_or(idOf("", GIT_OBJECT_TREE)));
    const std::string author = fmt::format("{} <{}> {} +0000", folderAuthor, folderEmail, folderTime);
    return toText(idOf(fmt::format("tree {}\nauthor {}\ncommitter {}\n\n{}", id, author, author, folderMessage),
                       GIT_OBJECT_COMMIT));
}

Result<void> addStamp(std::string &stamp, const fs::path &folder, const std::stop_token &stop)
{
    const auto entries = readFolder(folder, stop);
    if (!entries)
        return entries.error();
    for (const FolderEntry &entry : *entries) {
        std::error_code failed;
        stamp += entry.path.string() + '\0';
        if (entry.type == Type::Link)
            stamp += fs::read_symlink(entry.path, failed).string() + '\0';
        else if (entry.type == Type::File)
            stamp += fmt::format("{} {}\n", fs::file_size(entry.path, failed),
                                 fs::last_write_time(entry.path, failed).time_since_epoch().count());
        else if (auto added = addStamp(stamp, entry.path, stop); !added)
            return added;
        if (failed)
            return cannotRead(entry.path, failed.message());
    }
    return {};
}

} // namespace

Result<FolderState> findFolderState(const FolderPair &folders, const FolderState &before, const std::stop_token &stop)
{
    startLibrary();
    std::string stamp;
    for (const std::string &folder : {folders.base, folders.head}) {
        if (auto found = checkFolder(folder); !found)
            return found.error();
        if (auto added = addStamp(stamp, folder, stop); !added)
            return added.error();
    }
    FolderState now{toHex(sha256(stamp)), before.tips};
    if (now.stamp == before.stamp)
        return now;
    const auto base = commitOf(folders.base, stop);
    if (!base)
        return base.error();
    const auto head = commitOf(folders.head, stop);
    if (!head)
        return head.error();
    now.tips = {*base, *head};
    return now;
}

} // namespace noclobber::git
