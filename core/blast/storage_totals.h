#pragma once

#include <map>
#include <string>

#include "core/blast/blast_radius.h"

namespace noclobber::blast {

/// Requested storage of what is deleted (by itself, or once a person says so), added up by what becomes of the data:
/// "150Gi". Only fates with any. A claim and the volume that it is bound to in git are counted once. What is no
/// quantity is not counted.
std::map<DataFate, std::string> storageTotals(const BlastRadius &radius);

} // namespace noclobber::blast
