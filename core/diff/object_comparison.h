#pragma once

#include <optional>
#include <vector>

#include "core/diff/change_set.h"
#include "core/diff/declared_contents.h"

namespace noclobber::diff {

/// One object in both commits; nullptr where it is not declared.
struct ObjectPair {
    const argo::DeclaredObject *base = nullptr;
    const argo::DeclaredObject *head = nullptr;

    const argo::ObjectId &id() const { return base != nullptr ? base->id : head->id; }
};

/// What came out of it.
struct ObjectOutcome {
    std::vector<ObjectChange>
        changes; ///< one; of a generated name one for each pair or single declaration; none if only lines moved
    std::optional<Duplicate> duplicate;
};

/// Whether all declarations stand where they stood in files that did not change, so that nothing needs reading. Not
/// where head declares an object more than once: its declarations may say different things.
bool isUntouched(const ObjectPair &pair);

/// Compares one object. An object of one commit is Added or Removed; whether it is Unknown or Renamed is decided with
/// all objects in view. Errors: Git, Yaml.
Result<ObjectOutcome> compareObject(const ObjectPair &pair, DeclaredContents &contents);

/// The fields in which two declarations of one object differ. Errors: Git, Yaml.
Result<std::vector<FieldChange>> compareDeclarations(const argo::Declaration &base, const argo::Declaration &head,
                                                     DeclaredContents &contents);

/// The declaration that stands for a side of a change: the winner, while contested the first one.
const argo::Declaration &representative(const Few<argo::Declaration> &declarations,
                                        std::optional<std::size_t> winner);

} // namespace noclobber::diff
