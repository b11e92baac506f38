#include "core/git/tree_listing.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/base/text.h"

namespace noclobber::git {

namespace {

// Far above real repositories: they stop trees that are small on disk and endless when listed.
constexpr std::size_t largestListing = 4'000'000;
constexpr int deepestFolder = 512;

class Listing
{
public:
    explicit Listing(const ObjectView &view) : m_view(view) {}

    Result<void> add(const git_oid &id, const std::string &prefix, int depth);

    std::vector<TreeEntry> entries;

private:
    Result<void> addEntry(const git_tree_entry &entry, const std::string &prefix, int depth);
    Error unsound(const std::string &path, const std::string &why) const
    {
        return {ErrorCode::Git, fmt::format("the tree is not sound: {} {}", printable(path), why),
                m_view.place.gitDirectory};
    }

    const ObjectView &m_view;
};

Result<void> Listing::add(const git_oid &id, const std::string &prefix, int depth)
{
    TreeHandle tree;
    if (m_view.state->stop.stop_requested() || fill(tree, git_tree_lookup, m_view.repository.get(), &id) < 0)
        return m_view.failure("cannot read a folder");
    if (depth > deepestFolder)
        return unsound(prefix, fmt::format("lies deeper than {} folders", deepestFolder));
    for (std::size_t i = 0; i < git_tree_entrycount(tree.get()); ++i) {
        if (auto added = addEntry(*git_tree_entry_byindex(tree.get(), i), prefix, depth); !added)
            return added;
    }
    return {};
}

Result<void> Listing::addEntry(const git_tree_entry &entry, const std::string &prefix, int depth)
{
    const std::string_view name = git_tree_entry_name(&entry);
    std::string path = prefix;
    path += name;
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string_view::npos)
        return unsound(path, "is no name for a file");
    if (git_tree_entry_filemode(&entry) == GIT_FILEMODE_TREE)
        return add(*git_tree_entry_id(&entry), path + "/", depth + 1);
    const auto type = entryType(git_tree_entry_filemode(&entry));
    if (!type)
        return unsound(path, "has an unknown file mode");
    if (entries.size() >= largestListing)
        return unsound(path, fmt::format("comes after {} other files, more than this program lists", largestListing));
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

Result<std::vector<TreeEntry>> listTree(const ObjectView &view, const git_oid &commit)
{
    CommitHandle handle;
    if (fill(handle, git_commit_lookup, view.repository.get(), &commit) < 0)
        return view.failure("cannot read a commit");
    Listing listing(view);
    if (auto added = listing.add(*git_commit_tree_id(handle.get()), "", 0); !added)
        return added.error();
    auto &entries = listing.entries;
    const auto byPath = [](const TreeEntry &a, const TreeEntry &b) { return a.path < b.path; };
    if (!std::is_sorted(entries.begin(), entries.end(),
                        byPath)) // git writes them in this order, other programs may not
        std::sort(entries.begin(), entries.end(), byPath);
    const auto twice = std::adjacent_find(entries.begin(), entries.end(),
                                          [](const TreeEntry &a, const TreeEntry &b) { return a.path == b.path; });
    if (twice != entries.end())
        return Error{ErrorCode::Git,
                     fmt::format("the tree is not sound: {} stands in it twice", printable(twice->path)),
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
