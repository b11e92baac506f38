#include "core/git/tree_listing.h"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <iterator>
#include <optional>

#include "core/base/parallel_map.h"
#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::git {

namespace {

// Far above real repositories: they stop trees that are small on disk and endless when listed.
constexpr std::size_t largestListing = 4'000'000;
constexpr int deepestFolder = 512;

/// A folder that is still to be listed.
struct Folder {
    git_oid id{};
    std::string prefix; ///< its path with a slash; "" is the root
    int depth = 0;
    std::optional<git_oid> like; ///< the other commit's folder of the same path, if it has one
};

/// A part of a listing: entries, then those of a folder.
struct Stretch {
    std::vector<TreeEntry> entries;
    std::optional<Folder> folder;
};

class Listing
{
public:
    Listing(const ObjectView &view, const TreeSnapshot *like, std::atomic<std::size_t> &many)
        : m_view(view), m_like(like), m_many(many)
    {}

    /// Lists a folder with all that is below.
    Result<void> add(const Folder &folder)
    {
        m_isDeep = true;
        return addEntries(folder);
    }
    /// Lists a folder and leaves those in it.
    Result<void> addLevel(const Folder &folder) { return addEntries(folder); }

    std::vector<Stretch> stretches{{}}; ///< what was listed; of all levels one

private:
    Result<void> addEntries(const Folder &folder);
    Result<void> addEntry(const git_tree_entry &entry, const Folder &folder, const git_tree *like);
    Result<void> addFolder(Folder folder, const git_tree_entry *like);
    Error unsound(const std::string &path, const std::string &why) const
    {
        return {ErrorCode::Git, say("the tree is not sound: {} {}", printable(path), why), m_view.place.gitDirectory};
    }

    const ObjectView &m_view;
    const TreeSnapshot *m_like;
    std::atomic<std::size_t> &m_many; ///< entries of all that is listed
    bool m_isDeep = false;
};

Result<void> Listing::addEntries(const Folder &folder)
{
    TreeHandle tree;
    TreeHandle other;
    if (m_view.state->stop.stop_requested() || fill(tree, git_tree_lookup, m_view.repository.get(), &folder.id) < 0)
        return m_view.failure(say("cannot read a folder"));
    if (folder.depth > deepestFolder)
        return unsound(folder.prefix, say("lies deeper than {} folders", deepestFolder));
    if (folder.like && fill(other, git_tree_lookup, m_view.repository.get(), &*folder.like) < 0)
        return m_view.failure(say("cannot read a folder"));
    for (std::size_t i = 0; i < git_tree_entrycount(tree.get()); ++i) {
        if (auto added = addEntry(*git_tree_entry_byindex(tree.get(), i), folder, other.get()); !added)
            return added;
    }
    return {};
}

/// The same folder as in the other commit is not read a second time.
Result<void> Listing::addFolder(Folder folder, const git_tree_entry *like)
{
    const bool isFolder = like != nullptr && git_tree_entry_filemode(like) == GIT_FILEMODE_TREE;
    if (isFolder && git_oid_equal(git_tree_entry_id(like), &folder.id) != 0) {
        const auto begin = std::ranges::lower_bound(m_like->entries, folder.prefix, {}, &TreeEntry::path);
        const auto end = std::partition_point(begin, m_like->entries.end(), [&](const TreeEntry &entry) {
            return entry.path.starts_with(folder.prefix);
        });
        auto &entries = stretches.back().entries;
        entries.insert(entries.end(), begin, end);
        m_many += static_cast<std::size_t>(end - begin);
        return {};
    }
    if (isFolder)
        folder.like = *git_tree_entry_id(like);
    if (m_isDeep)
        return addEntries(folder);
    stretches.back().folder = std::move(folder);
    stretches.emplace_back();
    return {};
}

Result<void> Listing::addEntry(const git_tree_entry &entry, const Folder &folder, const git_tree *like)
{
    const std::string_view name = git_tree_entry_name(&entry);
    std::string path = folder.prefix;
    path += name;
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string_view::npos)
        return unsound(path, say("is no name for a file"));
    if (git_tree_entry_filemode(&entry) == GIT_FILEMODE_TREE)
        return addFolder({*git_tree_entry_id(&entry), path + "/", folder.depth + 1, {}},
                         like != nullptr ? git_tree_entry_byname(like, git_tree_entry_name(&entry)) : nullptr);
    const auto type = entryType(git_tree_entry_filemode(&entry));
    if (!type)
        return unsound(path, say("has an unknown file mode"));
    if (m_many++ >= largestListing)
        return unsound(path, say("comes after {} other files, more than this program lists", largestListing));
    stretches.back().entries.push_back({Name(path), *type, toBlobId(*git_tree_entry_id(&entry))});
    return {};
}

/// Lists one commit's tree: its upper folders until there are enough of them for all threads, then those side by side.
class TreeLister
{
public:
    TreeLister(const ObjectView &view, const TreeSnapshot *like) : m_view(view), m_like(like) {}

    Result<std::vector<TreeEntry>> run(Folder root)
    {
        m_stretches.push_back({{}, std::move(root)});
        // What was made in memory only this view has.
        const bool isShared = m_view.jobs > 1 && m_view.state->made.empty();
        while (isShared && !folders().empty() && folders().size() < std::size_t{16} * m_view.jobs) {
            if (auto listed = listLevel(); !listed)
                return listed.error();
        }
        if (auto listed = isShared ? listShared() : listAlone(); !listed)
            return listed.error();
        std::vector<TreeEntry> entries;
        entries.reserve(m_many);
        for (Stretch &stretch : m_stretches) {
            std::ranges::move(stretch.entries, std::back_inserter(entries));
            stretch = {};
        }
        return entries;
    }

private:
    /// Places of the stretches that end with a folder.
    std::vector<std::size_t> folders() const
    {
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < m_stretches.size(); ++i) {
            if (m_stretches[i].folder)
                places.push_back(i);
        }
        return places;
    }

    Result<void> listLevel()
    {
        std::vector<Stretch> finer;
        for (Stretch &stretch : m_stretches) {
            Listing level(m_view, m_like, m_many);
            if (auto listed = stretch.folder ? level.addLevel(*stretch.folder) : Result<void>(); !listed)
                return listed;
            finer.push_back({std::move(stretch.entries), {}});
            std::ranges::move(level.stretches, std::back_inserter(finer));
        }
        m_stretches = std::move(finer);
        return {};
    }

    /// Lists the folder at the end of a stretch.
    Result<void> list(const ObjectView &view, Stretch &stretch)
    {
        Listing listing(view, m_like, m_many);
        if (auto listed = listing.add(*stretch.folder); !listed)
            return listed;
        std::ranges::move(listing.stretches.front().entries, std::back_inserter(stretch.entries));
        return {};
    }

    Result<void> listAlone()
    {
        for (const std::size_t place : folders()) {
            if (auto listed = list(m_view, m_stretches[place]); !listed)
                return listed;
        }
        return {};
    }

    Result<void> listShared()
    {
        const std::vector<std::size_t> places = folders();
        std::vector<Result<void>> listed(places.size());
        parallelFor(
            places.size(), m_view.jobs, m_view.state->stop, [this] { return openAnother(m_view); },
            [&](const Result<ObjectView> &view, std::size_t i) {
                listed[i] = view ? list(*view, m_stretches[places[i]]) : Result<void>(view.error());
            },
            4);
        const auto failed = std::ranges::find_if(listed, [](const Result<void> &one) { return !one; });
        if (failed != listed.end())
            return *failed;
        return m_view.state->stop.stop_requested() ? Result<void>(m_view.failure("")) : Result<void>();
    }

    const ObjectView &m_view;
    const TreeSnapshot *m_like;
    std::vector<Stretch> m_stretches;
    std::atomic<std::size_t> m_many{0};
};

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
    Folder root{*git_commit_tree_id(handle.get()), "", 0, {}};
    if (like != nullptr)
        root.like = *git_commit_tree_id(other.get());
    auto listed = TreeLister(view, like).run(std::move(root));
    if (!listed)
        return listed;
    auto &entries = *listed;
    const auto byPath = [](const TreeEntry &a, const TreeEntry &b) { return a.path < b.path; };
    if (!std::is_sorted(entries.begin(), entries.end(),
                        byPath)) // git writes them in this order, other programs may not
        std::sort(entries.begin(), entries.end(), byPath);
    const auto twice = std::adjacent_find(entries.begin(), entries.end(),
                                          [](const TreeEntry &a, const TreeEntry &b) { return a.path == b.path; });
    if (twice != entries.end())
        return Error{ErrorCode::Git, say("the tree is not sound: {} stands in it twice", printable(twice->path)),
                     view.place.gitDirectory};
    return listed;
}

const TreeEntry *TreeSnapshot::find(std::string_view path) const
{
    const auto found =
        std::lower_bound(entries.begin(), entries.end(), path,
                         [](const TreeEntry &entry, std::string_view wanted) { return entry.path < wanted; });
    return found != entries.end() && found->path == path ? &*found : nullptr;
}

} // namespace noclobber::git
