#pragma once

#include <optional>

#include "core/blast/blast_radius.h"

namespace noclobber::blast {

/// What starts most of the deletions, those that wait for a person's sync included.
struct MainCause {
    argo::ObjectId id;
    std::size_t deletions = 0; ///< that it starts
    std::size_t others = 0;    ///< deletions that it does not start
};

/// Of equal ones the first by identity. Nothing if none has a cause.
std::optional<MainCause> mainCause(const BlastRadius &radius);

} // namespace noclobber::blast
