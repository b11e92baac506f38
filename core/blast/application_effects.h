#pragma once

#include "core/blast/tracing.h"

namespace noclobber::blast {

/// Applications that both commits have in effect: what is in the old target set and not in the new one leaves.
void followApplications(Tracing &tracing);

/// Objects that no Application of either commit covers: whoever deploys them is taken to prune.
void followUnseenDeployers(Tracing &tracing);

/// Applications that are gone and that nobody reached: each is deployed by itself, or by others that are gone too in a
/// circle. Their last spec decides. Comes when everything queued has been followed.
void followSelfManaged(Tracing &tracing);

} // namespace noclobber::blast
