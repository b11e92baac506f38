#pragma once

#include <string_view>

#include "core/git/comparison.h"

namespace noclobber::git {

/// Whether git calls an object of this type ("blob", "tree", "commit") and these bytes so. What was unpacked without a
/// complaint may still be another object: a damaged index or a delta on the wrong base gives one, and manifests are
/// often equally long.
bool isNamed(const BlobId &id, std::string_view type, std::string_view bytes);

} // namespace noclobber::git
