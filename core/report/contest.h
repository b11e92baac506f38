#pragma once

#include <string>
#include <vector>

#include "core/diff/change_set.h"

namespace noclobber::report {

/// Refused: its engine applies none of the declarations while there are several.
enum class Outcome { Wins, Loses, Gone, Undefined, Refused };

/// How sure it is who wins. Likely: their deployer is not seen here, and files are taken in the usual order.
enum class Certainty { Certain, Likely, Unpredictable };

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
    Certainty certainty = Certainty::Certain;
};

/// Reads the contest off a change. It points into the change.
Contest contestOf(const diff::ObjectChange &change);

/// "wins", "loses", "gone", "undefined", "refused".
std::string_view word(Outcome outcome);

} // namespace noclobber::report
