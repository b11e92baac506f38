#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/name.h"
#include "core/base/result.h"

namespace noclobber::git {

/// Name of a blob in git's object database (SHA-1). Equal ids, equal bytes.
struct BlobId {
    std::array<std::uint8_t, 20> bytes{};

    auto operator<=>(const BlobId &) const = default;
};

} // namespace noclobber::git

/// Blob ids are evenly spread already.
template <>
struct std::hash<noclobber::git::BlobId> {
    std::size_t operator()(const noclobber::git::BlobId &id) const noexcept
    {
        std::size_t number = 0;
        std::memcpy(&number, id.bytes.data(), sizeof number);
        return number;
    }
};

namespace noclobber::git {

/// Lower-case hexadecimal, 40 characters.
std::string toHex(const BlobId &id);

enum class EntryType { File, SymbolicLink, Submodule };

/// One path of a commit.
struct TreeEntry {
    Name path; ///< from the root, parts separated by '/', bytes as git has them
    EntryType type = EntryType::File;
    BlobId id; ///< the file's content, or the text of a link; of a submodule the other repository's commit

    bool operator==(const TreeEntry &) const = default;
};

/// Everything one commit (or a merge made in memory) holds. Entries are sorted by the bytes of their paths.
struct TreeSnapshot {
    std::string revision; ///< as the person wrote it, "main"
    std::string commit;   ///< id of the commit it names, 40 hexadecimal digits
    std::vector<TreeEntry> entries;

    /// The entry with exactly this path, or nullptr.
    const TreeEntry *find(std::string_view path) const;
};

/// A repository on disk, as found from any folder in it.
struct RepositoryPlace {
    std::string gitDirectory; ///< absolute
    std::string workTree;     ///< absolute; empty for a bare repository
    std::vector<std::string>
        remotes; ///< addresses of its remotes, sorted, without passwords and user names (ssh's stay)

    bool operator==(const RepositoryPlace &) const = default;
};

/// How base and head are set against each other (contract, section 4).
enum class ComparisonKind {
    MergeResult, ///< base's tip against the merge of head into it, made in memory
    TwoDot,      ///< the two trees as they are
    ThreeDot,    ///< the merge base against head; also what is left when the merge has conflicts
};

struct ComparisonRequest {
    std::string folder = "."; ///< any folder of the repository, or a bare one
    std::optional<std::string>
        base; ///< a revision, `A..B` or `A...B` (then head must be absent); default: the remote's default branch
    std::optional<std::string> head; ///< a revision; default HEAD
    unsigned jobs = 1;               ///< threads that may list trees
};

class KeptBlobs;

/// Two commits, ready to be read. For MergeResult the head snapshot holds the merge result's entries, while its
/// `revision` and `commit` name head itself; so the base snapshot of a ThreeDot holds the merge base's, and names base.
struct Comparison {
    RepositoryPlace place;
    ComparisonKind kind = ComparisonKind::MergeResult;
    TreeSnapshot base;
    TreeSnapshot head;
    std::optional<std::string> mergeBase;      ///< id; absent when the histories share nothing
    std::vector<std::string> notes;            ///< what a person should know: several merge bases, unrelated histories
    std::vector<std::string> conflicts;        ///< paths that do not merge cleanly, sorted; then kind is ThreeDot
    std::map<BlobId, std::string> mergedBlobs; ///< contents that exist only in memory: files merged from both sides
    std::shared_ptr<KeptBlobs> keptBlobs;      ///< where contents are kept while they are worked on; may be nullptr
};

/// Finds the repository around a folder. Errors Git or NotFound, each with its own sentence: no repository there, owned
/// by another user (with the safe.directory command to run), an unsupported repository format or object format.
Result<RepositoryPlace> findRepository(const std::string &folder);

/// Resolves both revisions, merges in memory where asked and lists both trees. Writes nothing into the repository.
/// Errors: NotFound for a revision that does not exist, Git for a missing object, a shallow clone without the merge
/// base (with the fetch command to run), Cancelled. Unrelated histories are compared two-dot with a note.
Result<Comparison> compare(const ComparisonRequest &request, std::stop_token stop);

/// One commit: base and head of the answer are the same snapshot. Default revision HEAD.
Result<Comparison> openCommit(const std::string &folder, const std::string &revision, std::stop_token stop,
                              unsigned jobs = 1);

/// A branch, a tag or a commit to choose from.
struct Reference {
    enum class Type { Branch, RemoteBranch, Tag, Commit };
    Type type = Type::Branch;
    std::string name;    ///< "main", "origin/main", "v1.2"; for a commit its id
    std::string commit;  ///< 40 hexadecimal digits
    std::string summary; ///< first line of the commit's message
    std::string author;
    std::int64_t time = 0; ///< of the commit, seconds since 1970, UTC

    bool operator==(const Reference &) const = default;
};

/// Branches, remote branches and tags by name, then the newest `commits` commits reachable from HEAD, newest first.
Result<std::vector<Reference>> listReferences(const std::string &folder, std::size_t commits);

/// The remote's default branch (`origin/HEAD`, else `origin/main`, `origin/master`, else local `main`, `master`), as a
/// revision.
Result<std::string> defaultBase(const std::string &folder);

} // namespace noclobber::git
