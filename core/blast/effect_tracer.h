#pragma once

#include <map>
#include <stop_token>
#include <vector>

#include "core/blast/blast_radius.h"
#include "core/blast/deployments.h"

namespace noclobber::blast {

/// What reaches an object, before anybody looked at its content.
struct Outcome {
    const argo::DeclaredObject *object = nullptr; ///< as base declares it; a created one as head does
    Effect effect = Effect::Updated;              ///< the first by the contract's order
    std::vector<Reason> because;                  ///< of that effect
    std::vector<Effect> effects;                  ///< of all causes, each once
    bool losesItsNamespace = false;               ///< one of the causes: nothing in it survives, claims included
    bool isRace = false;                          ///< adopted while the old Application would delete it
};

struct Trace {
    std::map<argo::ObjectId, Outcome> outcomes;
    std::vector<argo::Unknown> unknowns; ///< in no order
};

/// Follows every change to what it reaches: which objects leave their Application, which go with an Application, a
/// Namespace or a CustomResourceDefinition, and what becomes of the rest that changed. Error Cancelled.
Result<Trace> traceEffects(const Change &change, std::stop_token stop);

} // namespace noclobber::blast
