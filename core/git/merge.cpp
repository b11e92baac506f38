#include "core/git/merge.h"

#include <algorithm>
#include <fmt/format.h>
#include <git2/sys/hashsig.h>
#include <git2/sys/repository.h>
#include <limits>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/git/path_merge.h"
#include "core/git/tree_listing.h"

namespace noclobber::git {

namespace {

// Pairs of a removed and an added file that are looked at for a rename; a comparison costs about a microsecond.
constexpr std::size_t mostPairs = 1'000'000;

// libgit2's own way to measure likeness, which here also looks at the stop token.
int signatureOfBuffer(void **signature, const git_diff_file * /*file*/, const char *bytes, std::size_t size,
                      void *payload)
{
    if (static_cast<const ObjectViewState *>(payload)->stop.stop_requested())
        return GIT_EUSER;
    git_hashsig *made = nullptr;
    const int code = git_hashsig_create(
        &made, bytes, size,
        static_cast<git_hashsig_option_t>(GIT_HASHSIG_SMART_WHITESPACE | GIT_HASHSIG_ALLOW_SMALL_FILES));
    *signature = made;
    return code;
}

int signatureOfFile(void ** /*signature*/, const git_diff_file * /*file*/, const char * /*path*/, void * /*payload*/)
{
    return GIT_ERROR; // nothing here comes from the work tree
}

void freeSignature(void *signature, void * /*payload*/)
{
    git_hashsig_free(static_cast<git_hashsig *>(signature));
}

int similarity(int *score, void *one, void *other, void *payload)
{
    if (static_cast<const ObjectViewState *>(payload)->stop.stop_requested())
        return GIT_EUSER;
    *score = git_hashsig_compare(static_cast<git_hashsig *>(one), static_cast<git_hashsig *>(other));
    return *score < 0 ? *score : 0;
}

// Attributes come from an index when there is no work tree: give it those of base, so that the user's index has no say.
int takeAttributesFrom(const ObjectView &view, const TreeSnapshot &base)
{
    IndexHandle index;
    if (fill(index, git_index_new) < 0)
        return GIT_ERROR;
    for (const TreeEntry &entry : base.entries) {
        if (entry.type != EntryType::File || fileName(entry.path) != ".gitattributes")
            continue;
        git_index_entry attributes{};
        attributes.mode = GIT_FILEMODE_BLOB;
        attributes.path = entry.path.text().c_str();
        attributes.id = toOid(entry.id);
        if (git_index_add(index.get(), &attributes) < 0)
            return GIT_ERROR;
    }
    return git_repository_set_index(view.repository.get(), index.get());
}

// How many pairs of files libgit2 would compare to find what one side moved.
std::size_t renamePairs(const std::vector<TreeEntry> &before, const std::vector<TreeEntry> &after)
{
    const auto byPath = [](const TreeEntry &a, const TreeEntry &b) { return a.path < b.path; };
    std::vector<TreeEntry> removed;
    std::vector<TreeEntry> added;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(removed), byPath);
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(added), byPath);
    return removed.size() * added.size();
}

std::vector<std::string> conflictPaths(git_index *index)
{
    std::vector<std::string> paths;
    for (std::size_t i = 0; i < git_index_entrycount(index); ++i) {
        const git_index_entry *entry = git_index_get_byindex(index, i);
        if (git_index_entry_is_conflict(entry) != 0)
            paths.emplace_back(entry->path);
    }
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
    return paths;
}

Result<void> readMerge(const ObjectView &view, git_index *index, MergeResult &result)
{
    const std::size_t count = git_index_entrycount(index);
    result.entries.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (view.state->stop.stop_requested())
            return view.failure("");
        const git_index_entry *entry = git_index_get_byindex(index, i);
        const auto type = entryType(entry->mode);
        if (!type)
            return Error{ErrorCode::Git, say("{} has an unknown file mode after the merge", printable(entry->path)),
                         view.place.gitDirectory};
        const BlobId id = toBlobId(entry->id);
        if (const auto made = view.state->made.find(id); made != view.state->made.end())
            result.mergedBlobs.try_emplace(id, made->second.bytes);
        result.entries.push_back({entry->path, *type, id});
    }
    std::sort(result.entries.begin(), result.entries.end(),
              [](const TreeEntry &a, const TreeEntry &b) { return a.path < b.path; });
    return {};
}

} // namespace

Result<std::vector<git_oid>> mergeBases(const ObjectView &view, const git_oid &one, const git_oid &other)
{
    view.state->unreadable.reset();
    git_oidarray found{};
    const int code = git_merge_bases(&found, view.repository.get(), &one, &other);
    std::vector<git_oid> bases(found.ids, found.ids + found.count);
    git_oidarray_dispose(&found);
    if (code == 0)
        return bases;
    const bool stopped = view.state->stop.stop_requested();
    if (!stopped && git_repository_is_shallow(view.repository.get()) == 1)
        return Error{ErrorCode::Git,
                     say("this clone is shallow and does not reach back to where base and head part: run \"git fetch "
                         "--unshallow\" (in CI: check out with the whole history, fetch-depth 0)"),
                     view.place.gitDirectory};
    if (!stopped && code == GIT_ENOTFOUND && !view.state->unreadable)
        return std::vector<git_oid>(); // they share nothing
    return view.failure(say("cannot find the merge base"));
}

Result<MergeResult> mergeInMemory(const ObjectView &view, const MergeCommits &commits, const TreeSnapshot &base,
                                  const TreeSnapshot &head)
{
    view.state->unreadable.reset();
    const auto ancestor = listTree(view, commits.ancestor, &base);
    if (!ancestor)
        return ancestor.error();
    MergeResult result;
    const MergeListings listings{*ancestor, base.entries, head.entries};
    if (auto merged = commits.isOnlyAncestor ? mergeByPath(listings) : std::nullopt) {
        result.entries = std::move(*merged);
        return result;
    }
    const bool follow = renamePairs(*ancestor, base.entries) + renamePairs(*ancestor, head.entries) <= mostPairs;
    CommitHandle ours;
    CommitHandle theirs;
    git_repository *repository = view.repository.get();
    if (fill(ours, git_commit_lookup, repository, &commits.base) < 0 ||
        fill(theirs, git_commit_lookup, repository, &commits.head) < 0 || takeAttributesFrom(view, base) < 0)
        return view.failure(say("cannot merge"));
    git_diff_similarity_metric metric{signatureOfFile, signatureOfBuffer, freeSignature, similarity, view.state.get()};
    git_merge_options options{};
    git_merge_options_init(&options, GIT_MERGE_OPTIONS_VERSION);
    options.flags = GIT_MERGE_FIND_RENAMES | GIT_MERGE_SKIP_REUC;
    options.target_limit = follow ? std::numeric_limits<int>::max() : 1; // counts changed files
    options.metric = &metric;
    IndexHandle index;
    if (fill(index, git_merge_commits, repository, ours.get(), theirs.get(), &options) < 0)
        return view.failure(say("cannot merge"));
    if (git_index_has_conflicts(index.get()) != 0)
        result.conflicts = conflictPaths(index.get());
    else if (auto read = readMerge(view, index.get(), result); !read)
        return read.error();
    if (!follow)
        result.notes.emplace_back(say("so many files were moved that only those moved without a change are followed: "
                                      "one that the other side changed shows as a conflict"));
    return result;
}

} // namespace noclobber::git
