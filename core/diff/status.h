#pragma once

#include <optional>

#include "core/diff/change_set.h"
#include "core/diff/pairing.h"

namespace noclobber::diff {

/// An object that both commits declare, after pairing.
struct PairedObject {
    const argo::DeclaredObject &base;
    const argo::DeclaredObject &head;
    DeclaredSides sides;
    Pairing pairing;
};

/// Places of two declarations; nothing where there is none.
struct Places {
    std::optional<std::size_t> base;
    std::optional<std::size_t> head;
};

/// What of an object is set against each other.
struct Judgement {
    Status status = Status::Unchanged;
    bool isDeduplicated = false;
    Places winners;  ///< none on a side that is contested
    Places compared; ///< whose contents make the fields: the winners, or a contender in effect in both commits
};

/// The status of an object that both commits declare: Overwritten and what follows it in contract, section 2.
Judgement judge(const PairedObject &object);

} // namespace noclobber::diff
