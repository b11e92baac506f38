#pragma once

#include <stop_token>

#include "core/argo/content_reader.h"
#include "core/blast/outcome.h"

namespace noclobber::blast {

/// Follows every change to what it reaches: which objects leave their Application, which go with an Application, a
/// Namespace or a CustomResourceDefinition, and what becomes of the rest that changed. Errors: Git, Cancelled.
Result<Trace> traceEffects(const Change &change, argo::ContentReader &reader, std::stop_token stop);

} // namespace noclobber::blast
