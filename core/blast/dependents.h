#pragma once

#include <map>
#include <stop_token>
#include <vector>

#include "core/argo/content_reader.h"
#include "core/blast/blast_radius.h"
#include "core/blast/deployments.h"

namespace noclobber::blast {

/// Who owns whom, as ownerReferences in base say. Refers to the inventory, which must outlive it.
struct Dependents {
    std::map<argo::ObjectId, Objects> byOwner;
    std::map<argo::ObjectId, std::vector<argo::ObjectId>> owners; ///< of each dependent, in git or not
};

/// Reads what carries an ownerReference: rare in git. Errors: Git, Cancelled.
Result<Dependents> readDependents(const Change &change, argo::ContentReader &reader, std::stop_token stop);

} // namespace noclobber::blast
