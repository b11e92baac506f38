#pragma once

#include <string_view>

#include "core/blast/blast_radius.h"

namespace noclobber::blast {

/// An object's own reason in two: why it is reached, and what decides over its data ("StorageClass fast-ssd deletes the
/// volume with its claim"). Both point into the object and may be empty.
struct OwnReason {
    std::string_view why;
    std::string_view data;
};

/// The last link of the object's chain, taken apart.
OwnReason ownReason(const AffectedObject &object);

} // namespace noclobber::blast
