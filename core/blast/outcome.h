#pragma once

#include <map>
#include <vector>

#include "core/blast/blast_radius.h"

namespace noclobber::blast {

/// What reaches an object, before anybody looked at its content.
struct Outcome {
    const argo::DeclaredObject *object = nullptr; ///< as base declares it; a created one as head does
    Effect effect = Effect::Updated;              ///< the first by the contract's order
    std::vector<Reason> because;                  ///< of that effect
    std::vector<Effect> effects;                  ///< of all causes, each once
    bool losesItsNamespace = false;               ///< one of the causes: nothing in it survives, claims included
    bool isRace = false; ///< of that effect: only if who had it (or what holds it) before is faster than who has it now
};

struct Trace {
    std::map<argo::ObjectId, Outcome> outcomes;
    std::vector<argo::Unknown> unknowns;                      ///< in no order
    Refusals refusals;                                        ///< of updates, by what another object says
    std::map<argo::ObjectId, argo::DeclaredObject> generated; ///< stand for Applications that no document declares
};

} // namespace noclobber::blast
