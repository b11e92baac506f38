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
/// - Folders are not kept: each is read once, and thousands of them take much memory.
/// - Its memory comes from us, so that reading an object can be bounded (MemoryBound).
void startLibrary();

/// Whether a MemoryBound holds.
bool canBoundMemory();

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

/// A line of git's configuration: "remote.origin.url" and its value; section and last part in lower case.
struct Setting {
    std::string name;
    std::string value; ///< "true" for a name without a value
};

/// All settings, in git's order; several of one name are possible. (libgit2's own search by name leaks 20 kB for each
/// setting that does not match: regular expressions of 1.5 with PCRE2.)
std::vector<Setting> settings(const git_config *config);

/// The same of a repository, the user's and the system's included; none if they cannot be read.
std::vector<Setting> settings(git_repository *repository);

BlobId toBlobId(const git_oid &id);
git_oid toOid(const BlobId &id);
std::string toHex(const git_oid &id);

/// Sentence for an object that cannot be read: missing (a partial clone says what fetches it) or damaged.
Error objectError(git_repository *repository, int code, const git_oid &id);

} // namespace noclobber::git
