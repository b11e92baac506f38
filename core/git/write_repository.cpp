#include "core/git/write_repository.h"

#include <filesystem>
#include <fmt/format.h>

#include "core/base/say.h"
#include "core/git/library.h"

namespace noclobber::git {

namespace {

constexpr git_time_t firstCommitTime = 1704067200; // 2024-01-01T00:00:00Z

Error cannotWrite(const std::string &folder)
{
    return {ErrorCode::Io, say("cannot write a repository: {}", lastErrorText()), folder};
}

Result<git_oid> writeTree(git_repository *repository, const Files &files)
{
    const std::string where = git_repository_path(repository);
    IndexHandle index;
    if (fill(index, git_index_new) < 0)
        return cannotWrite(where);
    for (const auto &[name, content] : files) {
        const bool isLink = name.ends_with('@');
        const std::string path = isLink ? name.substr(0, name.size() - 1) : name;
        git_index_entry entry{};
        entry.mode = isLink ? GIT_FILEMODE_LINK : GIT_FILEMODE_BLOB;
        entry.path = path.c_str();
        if (git_blob_create_from_buffer(&entry.id, repository, content.data(), content.size()) < 0 ||
            git_index_add(index.get(), &entry) < 0)
            return cannotWrite(where);
    }
    if (git_index_entrycount(index.get()) != files.size())
        return Error{ErrorCode::Io, say("cannot write a repository: one path is both a file and a folder"), where};
    git_oid tree{};
    if (git_index_write_tree_to(&tree, index.get(), repository) < 0)
        return cannotWrite(where);
    return tree;
}

struct CommitText {
    const char *reference;
    const char *message;
    git_time_t time;
};

Result<git_oid> commit(git_repository *repository, const Files &files, const CommitText &text, const git_oid *parent)
{
    const auto treeId = writeTree(repository, files);
    if (!treeId)
        return treeId.error();
    TreeHandle tree;
    SignatureHandle author;
    CommitHandle parentCommit;
    git_oid id{};
    if (fill(tree, git_tree_lookup, repository, &*treeId) < 0 ||
        fill(author, git_signature_new, "noclobber", "noclobber@example.invalid", text.time, 0) < 0 ||
        (parent != nullptr && fill(parentCommit, git_commit_lookup, repository, parent) < 0))
        return cannotWrite(git_repository_path(repository));
    const git_commit *parents[] = {parentCommit.get()};
    if (git_commit_create(&id, repository, text.reference, author.get(), author.get(), nullptr, text.message,
                          tree.get(), parent != nullptr ? 1 : 0, parents) < 0)
        return cannotWrite(git_repository_path(repository));
    return id;
}

} // namespace

Result<void> writeRepository(const std::string &folder, const Files &base, const Files &head)
{
    startLibrary();
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed || !std::filesystem::is_empty(folder, failed) || failed)
        return Error{ErrorCode::Io, failed ? failed.message() : say("the folder is not empty"), folder};
    git_repository_init_options options{};
    git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
    options.flags = GIT_REPOSITORY_INIT_NO_REINIT | GIT_REPOSITORY_INIT_MKDIR;
    options.initial_head = "main";
    RepositoryHandle repository;
    if (fill(repository, git_repository_init_ext, folder.c_str(), &options) < 0)
        return cannotWrite(folder);
    const CommitText before{"refs/heads/main", "Base of the comparison\n", firstCommitTime};
    const CommitText after{"refs/heads/change", "The change under review\n", firstCommitTime + 86400};
    const auto main = commit(repository.get(), base, before, nullptr);
    if (!main)
        return main.error();
    if (git_repository_set_head(repository.get(), after.reference) < 0) // unborn until the next commit
        return cannotWrite(folder);
    ReferenceHandle branch;
    if (fill(branch, git_reference_create, repository.get(), after.reference, &*main, 0, "branch") < 0)
        return cannotWrite(folder);
    if (const auto change = commit(repository.get(), head, after, &*main); !change)
        return change.error();
    git_checkout_options checkout{};
    git_checkout_options_init(&checkout, GIT_CHECKOUT_OPTIONS_VERSION);
    checkout.checkout_strategy = GIT_CHECKOUT_FORCE;
    checkout.disable_filters = 1; // the machine's line end settings have no say
    if (git_checkout_head(repository.get(), &checkout) < 0)
        return cannotWrite(folder);
    return {};
}

} // namespace noclobber::git
