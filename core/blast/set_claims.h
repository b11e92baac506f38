#pragma once

#include <map>
#include <vector>

#include "core/blast/data_fate.h"

namespace noclobber::blast {

using Affected = std::map<argo::ObjectId, AffectedObject>;

/// Adds the claims of every StatefulSet that goes, is made anew or shrinks: those that the set takes with it, and those
/// that stay. A claim that git declares as well is one object, with the first effect and the worst fate.
/// Source: persistentVolumeClaimRetentionPolicy of kubernetes/api apps/v1 types.go. Error Git.
Result<void> addSetClaims(const Change &change, const Trace &trace, DataFates &fates, Affected &affected,
                          std::vector<argo::Unknown> &unknowns);

} // namespace noclobber::blast
