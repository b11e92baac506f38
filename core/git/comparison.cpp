#include "core/git/comparison.h"

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/git/merge.h"
#include "core/git/revision.h"
#include "core/git/tree_listing.h"

namespace noclobber::git {

namespace {

Result<TreeSnapshot> snapshot(const ObjectView &view, const std::string &revision, const git_oid &commit,
                              const TreeSnapshot *like = nullptr)
{
    auto entries = listTree(view, commit, like);
    if (!entries)
        return entries.error();
    return TreeSnapshot{revision, toHex(commit), std::move(*entries)};
}

// What the merge bases mean for the kind of comparison that was asked for.
void settleKind(Comparison &comparison, const std::vector<git_oid> &bases)
{
    if (!bases.empty())
        comparison.mergeBase = toHex(bases.front());
    if (bases.size() > 1 && comparison.kind != ComparisonKind::TwoDot)
        comparison.notes.push_back(
            say("base and head have {} merge bases, as they were merged into each other before; {}", bases.size(),
                comparison.kind == ComparisonKind::MergeResult
                    ? say("the merge starts from all of them, as git's does")
                    : say("the comparison starts from one of them, as git's does")));
    if (bases.empty() && comparison.kind != ComparisonKind::TwoDot) {
        comparison.notes.emplace_back(say("base and head have unrelated histories, so they cannot be merged: the two "
                                          "trees are compared as they are"));
        comparison.kind = ComparisonKind::TwoDot;
    }
}

// Puts the merge's entries in head's place; nothing to do when head is already what the merge would give.
Result<void> mergeHead(const ObjectView &view, const MergeCommits &commits, Comparison &comparison)
{
    if (comparison.mergeBase == comparison.base.commit)
        return {}; // a fast-forward
    if (comparison.mergeBase == comparison.head.commit) {
        comparison.head.entries = comparison.base.entries; // merged already
        return {};
    }
    auto merge = mergeInMemory(view, commits, comparison.base, comparison.head);
    if (!merge)
        return merge.error();
    comparison.notes.insert(comparison.notes.end(), merge->notes.begin(), merge->notes.end());
    comparison.conflicts = std::move(merge->conflicts);
    if (!comparison.conflicts.empty()) {
        comparison.kind = ComparisonKind::ThreeDot;
        return {};
    }
    comparison.head.entries = std::move(merge->entries);
    comparison.mergedBlobs = std::move(merge->mergedBlobs);
    return {};
}

Result<void> startFromMergeBase(const ObjectView &view, const git_oid &mergeBase, Comparison &comparison)
{
    auto entries = listTree(view, mergeBase, &comparison.base);
    if (!entries)
        return entries.error();
    comparison.base.entries = std::move(*entries);
    return {};
}

// Both trees as they are, the merge base where it is needed, and then what the kind wants.
Result<Comparison> compareCommits(const ObjectView &view, const RevisionPair &pair, const Ends &ends)
{
    auto bases = mergeBases(view, ends.base, ends.head);
    if (!bases && (pair.kind != ComparisonKind::TwoDot || bases.error().code == ErrorCode::Cancelled))
        return bases.error(); // two trees as they are need no history
    auto base = snapshot(view, pair.base, ends.base);
    if (!base)
        return base.error();
    auto head = snapshot(view, pair.head, ends.head, &*base);
    if (!head)
        return head.error();
    Comparison comparison;
    comparison.place = view.place;
    comparison.kind = pair.kind;
    comparison.base = std::move(*base);
    comparison.head = std::move(*head);
    settleKind(comparison, bases ? *bases : std::vector<git_oid>());
    if (comparison.kind == ComparisonKind::MergeResult) {
        if (auto merged = mergeHead(view, {ends.base, ends.head, bases->front(), bases->size() == 1}, comparison);
            !merged)
            return merged.error();
    }
    if (comparison.kind == ComparisonKind::ThreeDot) {
        if (auto started = startFromMergeBase(view, bases->front(), comparison); !started)
            return started.error();
    }
    return comparison;
}

} // namespace

Result<Comparison> compare(const ComparisonRequest &request, std::stop_token stop)
{
    auto view = openView(request.folder, std::move(stop));
    if (!view)
        return view.error();
    view->jobs = request.jobs;
    const auto pair = revisionPair(*view, request);
    if (!pair)
        return pair.error();
    const auto ends = resolveEnds(*view, *pair);
    if (!ends)
        return ends.error();
    return compareCommits(*view, *pair, *ends);
}

Result<Comparison> openCommit(const std::string &folder, const std::string &revision, std::stop_token stop,
                              unsigned jobs)
{
    auto view = openView(folder, std::move(stop));
    if (!view)
        return view.error();
    view->jobs = jobs;
    const std::string name = revision.empty() ? "HEAD" : revision;
    const auto commit = resolveCommit(*view, name);
    if (!commit)
        return commit.error();
    auto only = snapshot(*view, name, *commit);
    if (!only)
        return only.error();
    Comparison comparison;
    comparison.place = view->place;
    comparison.kind = ComparisonKind::TwoDot;
    comparison.mergeBase = only->commit;
    comparison.head = *only;
    comparison.base = std::move(*only);
    return comparison;
}

} // namespace noclobber::git
