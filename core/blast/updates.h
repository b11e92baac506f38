#pragma once

#include "core/blast/tracing.h"

namespace noclobber::blast {

/// What becomes of the objects that head declares: created, updated, recreated or refused by the API server.
void followUpdates(Tracing &tracing);

} // namespace noclobber::blast
