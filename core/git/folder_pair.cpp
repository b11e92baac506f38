#include "core/git/folder_pair.h"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>

#include "core/base/say.h"
#include "core/git/library.h"
#include "core/git/plain_folder.h"

namespace noclobber::git {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t chunk = 1U << 20U;

Error cannotWrite(const std::string &repository)
{
    return {ErrorCode::Io, say("cannot write a copy to compare: {}", lastErrorText()), repository};
}

/// One folder on its way into a tree.
struct Copy {
    git_repository *repository = nullptr;
    IndexHandle index = {};
    std::stop_token stop = {};
};

Result<git_oid> writeFile(const Copy &copy, const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    git_writestream *stream = nullptr;
    if (!file)
        return cannotRead(path, say("it cannot be opened"));
    if (git_blob_create_from_stream(&stream, copy.repository, nullptr) < 0)
        return cannotWrite(git_repository_path(copy.repository));
    std::string bytes(chunk, '\0');
    while (file.read(bytes.data(), static_cast<std::streamsize>(bytes.size())), file.gcount() > 0) {
        if (copy.stop.stop_requested() ||
            stream->write(stream, bytes.data(), static_cast<std::size_t>(file.gcount())) < 0) {
            stream->free(stream);
            return copy.stop.stop_requested() ? Error{ErrorCode::Cancelled, say("stopped on request"), ""}
                                              : cannotWrite(git_repository_path(copy.repository));
        }
    }
    git_oid id{};
    const bool isRead = !file.bad();
    if (git_blob_create_from_stream_commit(&id, stream) < 0)
        return cannotWrite(git_repository_path(copy.repository));
    return isRead ? Result<git_oid>(id) : cannotRead(path, say("it ends too early"));
}

Result<git_oid> writeLink(const Copy &copy, const fs::path &path)
{
    const auto target = readLink(path);
    git_oid id{};
    if (!target)
        return target.error();
    if (git_blob_create_from_buffer(&id, copy.repository, target->data(), target->size()) < 0)
        return cannotWrite(git_repository_path(copy.repository));
    return id;
}

Result<void> addEntry(const Copy &copy, const FolderEntry &entry, const std::string &name)
{
    const bool isLink = entry.type == FolderEntry::Type::Link;
    const auto id = isLink ? writeLink(copy, entry.path) : writeFile(copy, entry.path);
    if (!id)
        return id.error();
    git_index_entry added{};
    added.id = *id;
    added.mode = isLink ? GIT_FILEMODE_LINK : GIT_FILEMODE_BLOB;
    added.path = name.c_str();
    if (git_index_add(copy.index.get(), &added) < 0)
        return cannotWrite(git_repository_path(copy.repository));
    return {};
}

Result<void> addFolder(const Copy &copy, const fs::path &folder, const std::string &prefix)
{
    const auto entries = readFolder(folder, copy.stop);
    if (!entries)
        return entries.error();
    for (const FolderEntry &entry : *entries) {
        const std::string name = prefix + entry.name;
        const auto added = entry.type == FolderEntry::Type::Folder ? addFolder(copy, entry.path, name + "/")
                                                                   : addEntry(copy, entry, name);
        if (!added)
            return added;
    }
    return {};
}

Result<git_oid> writeTree(const Copy &copy, const std::string &folder)
{
    if (auto found = checkFolder(folder); !found)
        return found.error();
    if (auto added = addFolder(copy, folder, ""); !added)
        return added.error();
    git_oid tree{};
    if (git_index_write_tree_to(&tree, copy.index.get(), copy.repository) < 0)
        return cannotWrite(git_repository_path(copy.repository));
    return tree;
}

Result<void> writeBranch(git_repository *repository, const std::string &folder, const std::string &name,
                         std::stop_token stop)
{
    Copy copy{repository, {}, std::move(stop)};
    if (fill(copy.index, git_index_new) < 0)
        return cannotWrite(git_repository_path(repository));
    const auto treeId = writeTree(copy, folder);
    if (!treeId)
        return treeId.error();
    TreeHandle tree;
    SignatureHandle author;
    git_oid id{};
    const std::string branch = "refs/heads/" + name;
    if (fill(tree, git_tree_lookup, repository, &*treeId) < 0 ||
        fill(author, git_signature_new, folderAuthor, folderEmail, folderTime, 0) < 0 ||
        git_commit_create(&id, repository, branch.c_str(), author.get(), author.get(), nullptr, folderMessage,
                          tree.get(), 0, nullptr) < 0)
        return cannotWrite(git_repository_path(repository));
    return {};
}

/// The last parts of a path, as a branch may be called.
std::string branchName(const fs::path &path, int parts)
{
    fs::path last;
    fs::path rest = path.lexically_normal();
    for (; parts > 0 && rest.has_relative_path(); rest = rest.parent_path()) {
        if (rest.has_filename())
            last = last.empty() ? rest.filename() : rest.filename() / last, --parts;
    }
    std::string name;
    for (const char c : last.string()) {
        const bool isPlain = static_cast<unsigned char>(c) > 0x7f || std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                             std::string_view("/_.-").find(c) != std::string_view::npos;
        const bool isSecondDot = c == '.' && name.ends_with('.');
        const bool isHidden = c == '.' && (name.empty() || name.ends_with('/'));
        name += isPlain && !isSecondDot && !isHidden ? c : '_';
    }
    const bool isGood = git_reference_is_valid_name(("refs/heads/" + name).c_str()) == 1;
    return isGood && name != "HEAD" && name.front() != '-' ? name : "folder-" + std::to_string(name.size());
}

Result<void> replace(const std::string &repository, const std::string &made)
{
    std::error_code failed;
    fs::remove_all(repository, failed);
    fs::rename(made, repository, failed);
    return failed ? Result<void>(Error{ErrorCode::Io, failed.message(), repository}) : Result<void>();
}

} // namespace

FolderPair namesOf(const FolderPair &folders)
{
    constexpr int mostParts = 3;
    startLibrary();
    for (int parts = 1; parts <= mostParts; ++parts) {
        const FolderPair names{branchName(folders.base, parts), branchName(folders.head, parts)};
        if (names.base != names.head)
            return names;
    }
    return {"base", "head"};
}

Result<ComparisonRequest> writeFolderPair(const FolderPair &folders, const std::string &repository,
                                          std::stop_token stop)
{
    const FolderPair names = namesOf(folders);
    const std::string made = repository + ".new";
    std::error_code failed;
    fs::remove_all(made, failed);
    fs::create_directories(made, failed);
    fs::permissions(made, fs::perms::owner_all, failed); // nobody else's business
    if (failed)
        return Error{ErrorCode::Io, failed.message(), made};
    RepositoryHandle handle;
    if (fill(handle, git_repository_init, made.c_str(), 1U) < 0)
        return cannotWrite(made);
    if (auto base = writeBranch(handle.get(), folders.base, names.base, stop); !base)
        return base.error();
    if (auto head = writeBranch(handle.get(), folders.head, names.head, stop); !head)
        return head.error();
    if (auto replaced = replace(repository, made); !replaced)
        return replaced.error();
    return ComparisonRequest{repository, names.base + ".." + names.head, std::nullopt};
}

} // namespace noclobber::git
