#include "core/git/history.h"

#include "core/base/say.h"
#include "core/git/revision.h"

namespace noclobber::git {

namespace {

HistoryCommit describe(git_commit *commit)
{
    HistoryCommit described;
    described.id = toHex(*git_commit_id(commit));
    for (unsigned i = 0; i < git_commit_parentcount(commit); ++i)
        described.parents.push_back(toHex(*git_commit_parent_id(commit, i)));
    if (const char *summary = git_commit_summary(commit))
        described.summary = summary;
    if (const git_signature *author = git_commit_author(commit); author != nullptr && author->name != nullptr)
        described.author = author->name;
    described.time = git_commit_time(commit);
    return described;
}

std::string checkedOutBranch(git_repository *repository)
{
    ReferenceHandle head;
    if (fill(head, git_reference_lookup, repository, "HEAD") < 0 ||
        git_reference_type(head.get()) != GIT_REFERENCE_SYMBOLIC)
        return "HEAD";
    static constexpr std::string_view prefix = "refs/heads/";
    const std::string_view target = git_reference_symbolic_target(head.get());
    return std::string(target.starts_with(prefix) ? target.substr(prefix.size()) : "HEAD");
}

/// From every reference that leads to a commit; one that leads elsewhere is no place to begin at.
Result<WalkHandle> walkFrom(const ObjectView &view, const std::vector<Reference> &references)
{
    WalkHandle walk;
    if (fill(walk, git_revwalk_new, view.repository.get()) < 0 || git_revwalk_sorting(walk.get(), GIT_SORT_TIME) < 0)
        return view.failure(say("cannot list commits"));
    for (const Reference &reference : references) {
        git_oid id{};
        if (git_oid_fromstr(&id, reference.commit.c_str()) < 0 || git_revwalk_push(walk.get(), &id) < 0)
            return view.failure(say("cannot list commits"));
    }
    const bool hasHead = git_repository_head_unborn(view.repository.get()) == 0;
    if (hasHead && git_revwalk_push_head(walk.get()) < 0)
        return view.failure(say("cannot list commits"));
    return walk;
}

Result<void> addCommits(const ObjectView &view, std::size_t most, History &history)
{
    auto walk = walkFrom(view, history.references);
    if (!walk)
        return walk.error();
    git_oid id{};
    for (;;) {
        const int code = git_revwalk_next(&id, walk->get());
        if (code == GIT_ITEROVER)
            return {};
        CommitHandle commit;
        if (code < 0 || fill(commit, git_commit_lookup, view.repository.get(), &id) < 0)
            return view.failure(say("cannot list commits"));
        if (history.commits.size() == most) {
            history.isCut = true;
            return {};
        }
        history.commits.push_back(describe(commit.get()));
    }
}

} // namespace

Result<History> readHistory(const std::string &folder, std::size_t most, std::stop_token stop)
{
    auto references = listReferences(folder, 0);
    if (!references)
        return references.error();
    const auto view = openView(folder, std::move(stop));
    if (!view)
        return view.error();
    History history;
    history.references = std::move(*references);
    history.head = checkedOutBranch(view->repository.get());
    if (const auto base = defaultBaseOf(*view))
        history.defaultBase = *base;
    if (auto added = addCommits(*view, most, history); !added)
        return added.error();
    return history;
}

Result<Tips> findTips(const ComparisonRequest &request)
{
    const auto view = openView(request.folder, {});
    if (!view)
        return view.error();
    const auto pair = revisionPair(*view, request);
    if (!pair)
        return pair.error();
    const auto ends = resolveEnds(*view, *pair);
    if (!ends)
        return ends.error();
    return Tips{toHex(ends->base), toHex(ends->head)};
}

} // namespace noclobber::git
