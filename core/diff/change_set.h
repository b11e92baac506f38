#pragma once

#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/argo/content_reader.h"
#include "core/argo/inventory.h"

namespace noclobber::diff {

/// What happened to an object between base and head (contract, section 2), in the order in which the first that fits is
/// taken.
enum class Status { Unknown, Renamed, Added, Removed, Overwritten, Shadowed, Moved, Modified, Duplicated, Unchanged };

struct Flags {
    bool apiMigrated = false;    ///< group or version changed
    bool recreated = false;      ///< an immutable field changed
    bool contested = false;      ///< declarations in effect belong to different Applications, or to aliased groups
    bool formattingOnly = false; ///< text differs, content does not
    bool deduplicated = false;   ///< a copy is gone, what is in effect is unchanged
    bool hook = false;           ///< becomes or stops being a hook

    bool operator==(const Flags &) const = default;
    bool any() const { return *this != Flags(); }
};

enum class FieldOperation { Added, Removed, Replaced };

/// One field that differs. Values of Secrets are masked already.
struct FieldChange {
    std::string path; ///< "spec.template.spec.containers[name=web].image", "metadata.labels[\"a.b/c\"]"
    FieldOperation operation = FieldOperation::Replaced;
    std::optional<yaml::Node> base;
    std::optional<yaml::Node> head;
    int baseLine = 0; ///< one-based, in the winner's file; 0 when absent
    int headLine = 0;
    bool isOrderOnly = false; ///< a list holds the same items in another order
    bool isImmutable = false; ///< the API server refuses this change
    bool isSecret = false;    ///< both values are masks
};

/// One object between base and head.
struct ObjectChange {
    Status status = Status::Unchanged;
    Flags flags;
    argo::ObjectId id;
    Few<argo::Declaration> base; ///< by Application, then apply order
    Few<argo::Declaration> head;
    std::optional<std::size_t> baseWinner; ///< place in base; none when absent or contested
    std::optional<std::size_t> headWinner;
    std::vector<std::size_t> newDeclarations;  ///< places in head of declarations without a partner in base
    std::optional<argo::ObjectId> renamedFrom; ///< Status::Renamed, the entry of the new id
    std::optional<argo::ObjectId> renamedTo;   ///< Status::Renamed, the entry of the old id
    double likeness = 0;                       ///< of a renamed pair: share of equal leaf values, 0 to 1
    std::vector<FieldChange> fields;           ///< between the winners, in the object's text order
    bool isConflicting = false;                ///< head's declarations of it do not all say the same
    std::vector<int> baseContents; ///< a number for each of base: equal numbers here and in headContents, equal content;
    std::vector<int> headContents; ///< both are empty where nothing is there to compare with

    const argo::Declaration *winnerInBase() const { return baseWinner ? &base[*baseWinner] : nullptr; }
    const argo::Declaration *winnerInHead() const { return headWinner ? &head[*headWinner] : nullptr; }
};

/// How many identities have each status; they add up to all identities of both commits (a renamed pair counts two).
struct StatusCounts {
    std::size_t unknown = 0, renamed = 0, added = 0, removed = 0, overwritten = 0, shadowed = 0, moved = 0,
                modified = 0, duplicated = 0, unchanged = 0, formattingOnly = 0;

    bool operator==(const StatusCounts &) const = default;
};

/// An identity that head declares more than once.
struct Duplicate {
    argo::ObjectId id;
    Few<argo::Declaration> declarations; ///< by Application, then apply order
    std::optional<std::size_t> winner;
    bool isIntroduced = false;  ///< the change brings a copy, or makes equal copies in one Application differ
    bool isConflicting = false; ///< the copies do not all say the same
};

struct ChangeSet {
    std::vector<ObjectChange>
        changes; ///< sorted by id; unchanged objects only if they have a flag.
                 ///< A renamed pair is two entries: the old id (renamedTo) and the new one (renamedFrom)
    std::vector<Duplicate> duplicates; ///< sorted by id
    StatusCounts counts;
    /// Every object that the two commits do not both declare, or not by the same bytes in the same files for the same
    /// Applications; sorted, each once. All others are what they were but for what their Applications say.
    std::vector<argo::ObjectId> touched;

    const ObjectChange *find(const argo::ObjectId &id) const;
};

/// How many of the entries have each status.
StatusCounts countStatuses(std::span<const ObjectChange> changes);

/// Compares the two inventories object by object. Errors: Git, Yaml, Cancelled.
Result<ChangeSet> compareInventories(const git::Comparison &comparison, const argo::Inventories &inventories,
                                     unsigned jobs, std::stop_token stop);

} // namespace noclobber::diff
