#pragma once

#include <optional>

#include "core/blast/blast_radius.h"

namespace noclobber::blast {

/// What starts most of the deletions, those that wait for a person's sync included: of equal ones the first by
/// identity. Nothing if none has a cause.
std::optional<argo::ObjectId> mainCause(const BlastRadius &radius);

} // namespace noclobber::blast
