#include "core/git/revision.h"

#include <algorithm>
#include <fmt/format.h>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/git/repository.h"

namespace noclobber::git {

namespace {

struct Range {
    std::string left;
    std::string right;
    ComparisonKind kind;
};

// The dots of a range; those inside braces or of a search for a message belong to one revision.
std::optional<Range> asRange(const std::string &text)
{
    if (text.starts_with(":/"))
        return std::nullopt;
    int braces = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        braces += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
        if (braces != 0 || text[i] != '.' || text[i + 1] != '.')
            continue;
        const bool three = i + 2 < text.size() && text[i + 2] == '.';
        const auto orHead = [](std::string side) { return side.empty() ? std::string("HEAD") : side; };
        return Range{orHead(text.substr(0, i)), orHead(text.substr(i + (three ? 3 : 2))),
                     three ? ComparisonKind::ThreeDot : ComparisonKind::TwoDot};
    }
    return std::nullopt;
}

bool referenceExists(git_repository *repository, const std::string &name)
{
    git_oid id{};
    return git_reference_name_to_id(&id, repository, name.c_str()) == 0;
}

// "origin/main" for refs/remotes/origin/HEAD; nothing if it is not set or leads nowhere.
std::optional<std::string> remoteHead(git_repository *repository, const std::string &remote)
{
    ReferenceHandle head;
    const std::string name = "refs/remotes/" + remote + "/HEAD";
    if (fill(head, git_reference_lookup, repository, name.c_str()) < 0)
        return std::nullopt;
    const char *target = git_reference_symbolic_target(head.get());
    static constexpr std::string_view prefix = "refs/remotes/";
    if (target == nullptr || !referenceExists(repository, target) || !std::string_view(target).starts_with(prefix))
        return std::nullopt;
    return std::string(target).substr(prefix.size());
}

bool isObjectName(const std::string &text)
{
    return text.size() >= GIT_OID_MINPREFIXLEN && text.size() <= GIT_OID_HEXSZ &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           });
}

std::vector<std::string> shortNames(git_repository *repository)
{
    std::vector<std::string> names;
    git_strarray list{};
    if (git_reference_list(&list, repository) == 0) {
        for (std::size_t i = 0; i < list.count; ++i) {
            const std::string_view name = list.strings[i];
            for (const std::string_view prefix : {"refs/heads/", "refs/remotes/", "refs/tags/"}) {
                if (name.starts_with(prefix))
                    names.emplace_back(name.substr(prefix.size()));
            }
        }
    }
    git_strarray_dispose(&list);
    return names;
}

// "@" is short for HEAD; libgit2 knows it only when nothing follows.
std::string withHeadWrittenOut(const std::string &revision)
{
    const bool isShort = revision.size() > 1 && revision[0] == '@' &&
                         std::string_view("^~:").find(revision[1]) != std::string_view::npos;
    return isShort ? "HEAD" + revision.substr(1) : revision;
}

// What may help somebody whose revision does not exist.
std::string advice(const ObjectView &view, const std::string &revision)
{
    git_repository *repository = view.repository.get();
    const std::string fetch = git_repository_is_shallow(repository) == 1
                                  ? say("this clone is shallow, \"git fetch --unshallow\"")
                                  : std::string("\"git fetch\"");
    const auto remotes = remoteNames(repository);
    for (const std::string &remote : remotes) {
        if (revision.starts_with(remote + "/"))
            return say("if it is a branch of {}, \"git fetch {}\" may bring it", remote, shellQuoted(remote));
    }
    if (isObjectName(revision) && !remotes.empty())
        return say("{} may bring it", fetch);
    const std::string candidate = nearest(revision, shortNames(repository));
    if (!candidate.empty())
        return say("did you mean {}?", candidate);
    for (const std::string &remote : remotes) {
        if (referenceExists(repository, "refs/remotes/" + remote + "/" + revision))
            return say("there is {}/{}", remote, revision);
    }
    return remotes.empty() ? say("\"git branch --all\" lists what there is") : say("{} may bring it", fetch);
}

Error noCommitYet(const std::string &where)
{
    return {ErrorCode::NotFound, say("the repository has no commit yet on its current branch: HEAD names nothing"),
            where};
}

Error noSuchRevision(const ObjectView &view, const std::string &revision, int code)
{
    const std::string shown = printable(revision);
    if (view.state->stop.stop_requested())
        return view.failure("");
    git_repository *repository = view.repository.get();
    if (git_repository_head_unborn(repository) == 1 && (revision == "HEAD" || revision == "@"))
        return noCommitYet(revision);
    if (code == GIT_EAMBIGUOUS)
        return {ErrorCode::NotFound, say("{} is short for more than one object: give more digits", shown), revision};
    if (code == GIT_EINVALIDSPEC)
        return {ErrorCode::NotFound, say("{} is not written as a revision is: {}", shown, lastErrorText()), revision};
    if (view.state->unreadable && !isObjectName(revision)) // the name is known, what it names is not there
        return view.failure("");
    return {ErrorCode::NotFound, say("there is no revision {}; {}", shown, advice(view, revision)), revision};
}

} // namespace

Result<RevisionPair> revisionPair(const ObjectView &view, const ComparisonRequest &request)
{
    const auto isEmpty = [](const std::optional<std::string> &text) { return text && text->empty(); };
    if (isEmpty(request.base) || isEmpty(request.head))
        return Error{ErrorCode::Usage, say("a revision is empty: expected a branch, a tag or a commit"), ""};
    if (request.head && asRange(*request.head))
        return Error{ErrorCode::Usage, say("HEAD must name one commit, not a range: give the range alone"),
                     *request.head};
    const auto range = request.base ? asRange(*request.base) : std::nullopt;
    if (range && request.head)
        return Error{ErrorCode::Usage, say("give either a range or two revisions, not both"), *request.base};
    if (range)
        return RevisionPair{range->left, range->right, range->kind};
    RevisionPair pair{request.base.value_or(""), request.head.value_or("HEAD"), ComparisonKind::MergeResult};
    if (!request.base) {
        auto base = defaultBaseOf(view);
        if (!base)
            return base.error();
        pair.base = std::move(*base);
    }
    return pair;
}

Result<git_oid> resolveCommit(const ObjectView &view, const std::string &revision)
{
    if (view.state->stop.stop_requested())
        return view.failure("");
    view.state->unreadable.reset();
    ObjectHandle object;
    const std::string written = withHeadWrittenOut(revision);
    int code = fill(object, git_revparse_single, view.repository.get(), written.c_str());
    if (code < 0)
        return noSuchRevision(view, revision, code);
    ObjectHandle commit;
    code = fill(commit, git_object_peel, object.get(), GIT_OBJECT_COMMIT);
    if (code == GIT_EPEEL || code == GIT_EINVALIDSPEC)
        return Error{ErrorCode::NotFound,
                     say("{} names no commit but a {}; expected a branch, a tag or a commit", printable(revision),
                         git_object_type2string(git_object_type(object.get()))),
                     revision};
    if (code < 0)
        return view.failure(say("cannot read the commit of {}", printable(revision)));
    return *git_object_id(commit.get());
}

Result<Ends> resolveEnds(const ObjectView &view, const RevisionPair &pair)
{
    const auto base = resolveCommit(view, pair.base);
    if (!base)
        return base.error();
    const auto head = resolveCommit(view, pair.head);
    if (!head)
        return head.error();
    return Ends{*base, *head};
}

Result<std::string> defaultBaseOf(const ObjectView &view)
{
    git_repository *repository = view.repository.get();
    std::vector<std::string> remotes = remoteNames(repository);
    if (remotes.size() != 1) // with several, only "origin" can be taken for the one that was cloned
        remotes = {"origin"};
    const std::string &remote = remotes.front();
    if (auto head = remoteHead(repository, remote))
        return *head;
    for (const std::string name : {"main", "master"}) {
        if (referenceExists(repository, "refs/remotes/" + remote + "/" + name))
            return remote + "/" + name;
    }
    for (const std::string name : {"main", "master"}) {
        if (referenceExists(repository, "refs/heads/" + name))
            return name;
    }
    if (git_repository_head_unborn(repository) == 1)
        return noCommitYet(view.place.gitDirectory);
    return Error{ErrorCode::NotFound,
                 say("there is no default branch to compare with (looked for {0}/HEAD, {0}/main, {0}/master, main "
                     "and master): name the base",
                     remote),
                 view.place.gitDirectory};
}

Result<std::string> defaultBase(const std::string &folder)
{
    const auto view = openView(folder, {});
    if (!view)
        return view.error();
    return defaultBaseOf(*view);
}

} // namespace noclobber::git
