#pragma once

#include "core/blast/tracing.h"

namespace noclobber::blast {

/// What becomes of the objects of an Application that is reached: deleted with it, left running, or synced on from its
/// last spec.
void expandApplication(Tracing &tracing, const argo::DeclaredObject &object, const Cause &cause);

} // namespace noclobber::blast
