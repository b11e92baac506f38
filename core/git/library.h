#pragma once

#include <git2.h>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/git/comparison.h"

/// What all of core/git shares about libgit2. Not for other folders: nothing of libgit2 leaves this one.
namespace noclobber::git {

/// Makes libgit2 ready, once a process; any thread may call it, as often as it likes. The only place that sets its
/// process-wide options:
/// - Strict hash verification is off. It hashes every object that is read, which is 1.6 times the whole cost, and git
///   itself does not do it either. Damage still shows: zlib has a checksum, and packs were verified when they came in.
/// - Owner validation is off, because versions differ in what they honour (1.5 knows no "safe.directory = *").
///   findRepository checks the owner itself, as git does.
/// - The repository extensions that libgit2 1.5 refuses are allowed: findRepository has looked at them first, and lets
/// no
///   object format but SHA-1 pass (1.5 would open SHA-256 and misread it).
void startLibrary();

/// Deleter that calls the library's function.
template <auto function>
struct Freed {
    template <typename T>
    void operator()(T *pointer) const
    {
        function(pointer);
    }
};
template <typename T, auto function>
using Owned = std::unique_ptr<T, Freed<function>>;

using RepositoryHandle = Owned<git_repository, git_repository_free>;
using OdbHandle = Owned<git_odb, git_odb_free>;
using OdbObjectHandle = Owned<git_odb_object, git_odb_object_free>;
using ObjectHandle = Owned<git_object, git_object_free>;
using CommitHandle = Owned<git_commit, git_commit_free>;
using TreeHandle = Owned<git_tree, git_tree_free>;
using IndexHandle = Owned<git_index, git_index_free>;
using ReferenceHandle = Owned<git_reference, git_reference_free>;
using RemoteHandle = Owned<git_remote, git_remote_free>;
using ConfigHandle = Owned<git_config, git_config_free>;
using SignatureHandle = Owned<git_signature, git_signature_free>;
using WalkHandle = Owned<git_revwalk, git_revwalk_free>;

/// Calls a libgit2 function whose first argument is where it puts what it made, and keeps that.
template <typename Handle, typename Function, typename... Arguments>
int fill(Handle &handle, Function function, Arguments... arguments)
{
    typename Handle::pointer made = nullptr;
    const int code = function(&made, arguments...);
    handle.reset(code < 0 ? nullptr : made);
    return code;
}

/// What libgit2 says about the call that failed last in this thread, as the end of a sentence.
std::string lastErrorText();

/// The class of that error, GIT_ERROR_NONE if there is none.
int lastErrorClass();

BlobId toBlobId(const git_oid &id);
git_oid toOid(const BlobId &id);
std::string toHex(const git_oid &id);

/// Sentence for an object that cannot be read: missing (a partial clone says what fetches it) or damaged.
Error objectError(git_repository *repository, int code, const git_oid &id);

} // namespace noclobber::git
