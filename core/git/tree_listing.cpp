#include "core/git/tree_listing.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::git {

namespace {

// Far above real repositories: they stop trees that are small on disk and endless when listed.
constexpr std::size_t largestListing = 4'000'000;
constexpr int deepestFolder = 512;

class Listing
{
public:
    Listing(const ObjectView &view, const TreeSnapshot *like) : m_view(view), m_like(like) {}

    /// like: the other commit's folder of the same path, if it has one.
    Result<void> add(const git_oid &id, const std::string &prefix, int depth, const git_oid *like);

    std::vector<TreeEntry> entries;

private:
    Result<void> addEntry(const git_tree_entry &entry, const std::string &prefix, int depth, const git_tree *like);
    Result<void> addFolder(const git_oid &id, const std::string &prefix, int depth, const git_tree_entry *like);
    Error unsound(const std::string &path, const std::string &why) const
    {
        return {ErrorCode::Git, say("the tree is not sound: {} {}", printable(path), why), m_view.place.gitDirectory};
    }

    const ObjectView &m_view;
    const TreeSnapshot *m_like;
};

Result<void> Listing::add(const git_oid &id, const std::string &prefix, int depth, const git_oid *like)
{
    TreeHandle tree;
    TreeHandle other;
    if (m_view.state->stop.stop_requested() || fill(tree, git_tree_lookup, m_view.repository.get(), &id) < 0)
        return m_view.failure(say("cannot read a folder"));
    if (depth > deepestFolder)
        return unsound(prefix, say("lies deeper than {} folders", deepestFolder));
    if (like != nullptr && fill(other, git_tree_lookup, m_view.repository.get(), like) < 0)
        return m_view.failure(say("cannot read a folder"));
    for (std::size_t i = 0; i < git_tree_entrycount(tree.get()); ++i) {
        if (auto added = addEntry(*git_tree_entry_byindex(tree.get(), i), prefix, depth, other.get()); !added)
            return added;
    }
    return {};
}

/// The same folder as in the other commit is not read a second time.
Result<void> Listing::addFolder(const git_oid &id, const std::string &prefix, int depth, const git_tree_entry *like)
{
    const bool isFolder = like != nullptr && git_tree_entry_filemode(like) == GIT_FILEMODE_TREE;
    if (!isFolder || git_oid_equal(git_tree_entry_id(like), &id) == 0)
        return add(id, prefix, depth, isFolder ? git_tree_entry_id(like) : nullptr);
    const auto begin = std::ranges::lower_bound(m_like->entries, prefix, {}, &TreeEntry::path);
    const auto end = std::partition_point(begin, m_like->entries.end(),
                                          [&](const TreeEntry &entry) { return entry.path.starts_with(prefix); });
    entries.insert(entries.end(), begin, end);
    return {};
}

Result<void> Listing::addEntry(const git_tree_entry &entry, const std::string &prefix, int depth, const git_tree *like)
{
    const std::string_view name = git_tree_entry_name(&entry);
    std::string path = prefix;
    path += name;
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string_view::npos)
        return unsound(path, say("is no name for a file"));
    if (git_tree_entry_filemode(&entry) == GIT_FILEMODE_TREE)
        return addFolder(*git_tree_entry_id(&entry), path + "/", depth + 1,
                         like != nullptr ? git_tree_entry_byname(like, git_tree_entry_name(&entry)) : nullptr);
    const auto type = entryType(git_tree_entry_filemode(&entry));
    if (!type)
        return unsound(path, say("has an unknown file mode"));
    if (entries.size() >= largestListing)
        return unsound(path, say("comes after {} other files, more than this program lists", largestListing));
    entries.push_back({Name(path), *type, toBlobId(*git_tree_entry_id(&entry))});
    return {};
}

} // namespace

std::optional<EntryType> entryType(unsigned mode)
{
    switch (mode) {
    case GIT_FILEMODE_BLOB:
    case GIT_FILEMODE_BLOB_EXECUTABLE:
        return EntryType::File;
    case GIT_FILEMODE_LINK:
        return EntryType::SymbolicLink;
    case GIT_FILEMODE_COMMIT:
        return EntryType::Submodule;
    default:
        return std::nullopt;
    }
}

Result<std::vector<TreeEntry>> listTree(const ObjectView &view, const git_oid &commit, const TreeSnapshot *like)
{
    CommitHandle handle;
    CommitHandle other;
    if (fill(handle, git_commit_lookup, view.repository.get(), &commit) < 0)
        return view.failure(say("cannot read a commit"));
    git_oid otherId{};
    if (like != nullptr && (git_oid_fromstr(&otherId, like->commit.c_str()) < 0 ||
                            fill(other, git_commit_lookup, view.repository.get(), &otherId) < 0))
        return view.failure(say("cannot read a commit"));
    Listing listing(view, like);
    if (like != nullptr)
        listing.entries.reserve(like->entries.size() + like->entries.size() / 16);
    const git_oid *likeTree = like != nullptr ? git_commit_tree_id(other.get()) : nullptr;
    if (auto added = listing.add(*git_commit_tree_id(handle.get()), "", 0, likeTree); !added)
        return added.error();
    auto &entries = listing.entries;
    const auto byPath = [](const TreeEntry &a, const TreeEntry &b) { return a.path < b.path; };
    if (!std::is_sorted(entries.begin(), entries.end(),
                        byPath)) // git writes them in this order, other programs may not
        std::sort(entries.begin(), entries.end(), byPath);
    const auto twice = std::adjacent_find(entries.begin(), entries.end(),
                                          [](const TreeEntry &a, const TreeEntry &b) { return a.path == b.path; });
    if (twice != entries.end())
        return Error{ErrorCode::Git, say("the tree is not sound: {} stands in it twice", printable(twice->path)),
                     view.place.gitDirectory};
    return std::move(entries);
}

const TreeEntry *TreeSnapshot::find(std::string_view path) const
{
    const auto found =
        std::lower_bound(entries.begin(), entries.end(), path,
                         [](const TreeEntry &entry, std::string_view wanted) { return entry.path < wanted; });
    return found != entries.end() && found->path == path ? &*found : nullptr;
}

} // namespace noclobber::git
