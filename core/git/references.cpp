#include <algorithm>
#include <optional>

#include "core/base/say.h"
#include "core/git/comparison.h"
#include "core/git/object_view.h"

namespace noclobber::git {

namespace {

Reference describe(git_commit *commit)
{
    Reference reference;
    reference.type = Reference::Type::Commit;
    reference.commit = toHex(*git_commit_id(commit));
    reference.name = reference.commit;
    if (const char *summary = git_commit_summary(commit))
        reference.summary = summary;
    if (const git_signature *author = git_commit_author(commit); author != nullptr && author->name != nullptr)
        reference.author = author->name;
    reference.time = git_commit_time(commit);
    return reference;
}

struct Kind {
    std::string_view prefix;
    Reference::Type type;
};

constexpr Kind kinds[] = {{"refs/heads/", Reference::Type::Branch},
                          {"refs/remotes/", Reference::Type::RemoteBranch},
                          {"refs/tags/", Reference::Type::Tag}};

// A reference of one of the kinds that leads to a commit; others (notes, stash, a tagged file) are nothing to choose.
std::optional<Reference> choice(git_repository *repository, std::string_view name)
{
    const auto kind =
        std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind &one) { return name.starts_with(one.prefix); });
    ReferenceHandle reference;
    ObjectHandle commit;
    if (kind == std::end(kinds) || fill(reference, git_reference_lookup, repository, name.data()) < 0)
        return std::nullopt;
    if (git_reference_type(reference.get()) == GIT_REFERENCE_SYMBOLIC && kind->type == Reference::Type::RemoteBranch)
        return std::nullopt; // origin/HEAD, which is another one's second name
    if (fill(commit, git_reference_peel, reference.get(), GIT_OBJECT_COMMIT) < 0)
        return std::nullopt;
    Reference found = describe(reinterpret_cast<git_commit *>(commit.get()));
    found.type = kind->type;
    found.name = name.substr(kind->prefix.size());
    return found;
}

Result<void> addCommits(const ObjectView &view, std::size_t count, std::vector<Reference> &references)
{
    WalkHandle walk;
    if (count == 0 || git_repository_head_unborn(view.repository.get()) == 1)
        return {};
    if (fill(walk, git_revwalk_new, view.repository.get()) < 0 || git_revwalk_sorting(walk.get(), GIT_SORT_TIME) < 0 ||
        git_revwalk_push_head(walk.get()) < 0)
        return view.failure(say("cannot list commits"));
    git_oid id{};
    for (std::size_t i = 0; i < count; ++i) {
        const int code = git_revwalk_next(&id, walk.get());
        CommitHandle commit;
        if (code == GIT_ITEROVER)
            return {};
        if (code < 0 || fill(commit, git_commit_lookup, view.repository.get(), &id) < 0)
            return view.failure(say("cannot list commits"));
        references.push_back(describe(commit.get()));
    }
    return {};
}

} // namespace

Result<std::vector<Reference>> listReferences(const std::string &folder, std::size_t commits)
{
    const auto view = openView(folder, {});
    if (!view)
        return view.error();
    git_strarray names{};
    if (git_reference_list(&names, view->repository.get()) < 0)
        return view->failure(say("cannot list references"));
    std::vector<Reference> references;
    for (std::size_t i = 0; i < names.count; ++i) {
        if (auto found = choice(view->repository.get(), names.strings[i]))
            references.push_back(std::move(*found));
    }
    git_strarray_dispose(&names);
    std::sort(references.begin(), references.end(), [](const Reference &a, const Reference &b) {
        return std::tie(a.type, a.name) < std::tie(b.type, b.name);
    });
    if (auto added = addCommits(*view, commits, references); !added)
        return added.error();
    return references;
}

} // namespace noclobber::git
