#pragma once

#include "core/blast/tracing.h"

namespace noclobber::blast {

/// Works off what is queued until nothing new is reached: what goes with a Namespace, a CustomResourceDefinition, an
/// Application, an owner.
void followCascades(Tracing &tracing);

} // namespace noclobber::blast
