#pragma once

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>

#include "core/git/comparison.h"
#include "tests/support/scratch_repository.h"

/// What the tests of core/git need to make histories.
namespace noclobber::test {

/// Writes files into the work tree (an empty content removes one) and commits them on the current branch. The commit's
/// id.
inline std::string commitFiles(const ScratchRepository &repository, const git::Files &files)
{
    for (const auto &[name, content] : files) {
        const std::filesystem::path path = std::filesystem::path(repository.path()) / name;
        std::filesystem::create_directories(path.parent_path());
        if (content.empty())
            std::filesystem::remove(path);
        else
            std::ofstream(path, std::ios::binary) << content;
    }
    repository.git({"add", "-A"});
    repository.git({"commit", "-q", "--allow-empty", "-m", "change"});
    return repository.git({"rev-parse", "HEAD"});
}

/// Makes a branch of one commit on top of main whose tree has, beside main's, `count` files of the same content below a
/// folder. No file is written to disk, so thousands take no time.
inline void commitMany(const ScratchRepository &repository, const std::string &branch, int count,
                       const std::string &folder, const std::string &content)
{
    std::ofstream(repository.path() + "/content", std::ios::binary) << content;
    const std::string entry = "100644," + repository.git({"hash-object", "-w", "content"}) + "," + folder + "/";
    std::vector<std::string> arguments{"update-index", "--add"};
    for (int i = 0; i < count; ++i) {
        arguments.emplace_back("--cacheinfo");
        arguments.push_back(entry + std::to_string(i));
    }
    repository.git({"read-tree", branch});
    repository.git(arguments);
    const std::string tree = repository.git({"write-tree"});
    repository.git(
        {"update-ref", "refs/heads/" + branch, repository.git({"commit-tree", "-p", branch, "-m", "many", tree})});
}

/// The only pack of a repository, by the ending of one of its files.
inline std::filesystem::path packOf(const ScratchRepository &repository, const std::string &ending)
{
    for (const auto &file : std::filesystem::directory_iterator(repository.path() + "/.git/objects/pack")) {
        if (file.path().extension() == ending) {
            std::filesystem::permissions(file.path(), std::filesystem::perms::owner_all);
            return file.path();
        }
    }
    return {};
}

/// Packs all objects and gives each the place of another one in the index, as no reading of the pack itself tells.
inline void mixUpPack(const ScratchRepository &repository)
{
    repository.git({"repack", "-a", "-d", "-q"});
    repository.git({"prune-packed"});
    std::fstream index(packOf(repository, ".idx"), std::ios::binary | std::ios::in | std::ios::out);
    const std::string bytes((std::istreambuf_iterator<char>(index)), {});
    const std::size_t count = static_cast<unsigned char>(bytes.at(1031)); // less than 256
    const std::size_t offsets = 1032 + count * 24;
    index.seekp(static_cast<std::streamoff>(offsets));
    index << bytes.substr(offsets + 4, (count - 1) * 4) << bytes.substr(offsets, 4);
}

/// Compares in the repository's folder.
inline Result<git::Comparison> compare(const ScratchRepository &repository, std::optional<std::string> base,
                                       std::optional<std::string> head = {})
{
    return git::compare({repository.path(), std::move(base), std::move(head)}, {});
}

/// The listing as `git ls-tree -r` prints it: "id path" a line.
inline std::string listing(const git::TreeSnapshot &snapshot)
{
    std::string text;
    for (const git::TreeEntry &entry : snapshot.entries)
        text += (text.empty() ? "" : "\n") + toHex(entry.id) + " " + entry.path;
    return text;
}

/// The same by git itself.
inline std::string listingByGit(const ScratchRepository &repository, const std::string &treeish)
{
    return repository.git({"ls-tree", "-r", "--format=%(objectname) %(path)", treeish});
}

/// Lines "1" to "20", some of them replaced.
inline std::string numbered(const std::map<int, std::string> &replaced = {})
{
    std::string text;
    for (int line = 1; line <= 20; ++line)
        text += (replaced.contains(line) ? replaced.at(line) : std::to_string(line)) + "\n";
    return text;
}

/// Every file below .git with its content and the time of its last change.
inline std::map<std::string, std::pair<std::string, std::filesystem::file_time_type>>
stateOfGit(const std::string &gitDirectory)
{
    std::map<std::string, std::pair<std::string, std::filesystem::file_time_type>> state;
    for (const auto &[name, content] : readFolder(gitDirectory))
        state[name] = {content, std::filesystem::last_write_time(std::filesystem::path(gitDirectory) / name)};
    for (const auto &entry : std::filesystem::recursive_directory_iterator(gitDirectory)) {
        if (entry.is_directory())
            state[entry.path().string()] = {"", entry.last_write_time()};
    }
    return state;
}

} // namespace noclobber::test
