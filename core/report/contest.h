#pragma once

#include <string>
#include <vector>

#include "core/diff/change_set.h"

namespace noclobber::report {

enum class Outcome { Wins, Loses, Gone, Undefined };

/// One declaration of an object that more than one claims to define, or that another one replaced.
struct Contender {
    const argo::Declaration *declaration = nullptr;
    bool isNew = false; ///< the change brings it
    Outcome outcome = Outcome::Loses;
};

/// Who declares an object before and after a change, who wins, and why.
struct Contest {
    std::vector<Contender> contenders; ///< the one in effect in base first if it is gone; then head's in apply order
    std::string why;                   ///< one sentence
    bool isCertain = true;             ///< false: whoever syncs last wins
};

/// Reads the contest off a change. It points into the change.
Contest contestOf(const diff::ObjectChange &change);

/// "wins", "loses", "gone", "undefined".
std::string_view word(Outcome outcome);

} // namespace noclobber::report
