#pragma once

#include <QString>

#include "core/review/overwrite_facts.h"

namespace noclobber::models {

/// Why a declaration looks like a copy that kept its name, whole sentences; "" if it does not.
QString slipText(const review::OverwriteFacts &facts);

/// Which declaration gets which name; "" if nothing tells.
QString renameText(const argo::ObjectId &id, const review::OverwriteFacts &facts);

/// What to add to .noclobber.yaml so that the findings about an object's definitions count no more; "" if none counts.
/// The person's own words are in capitals.
QString waiverText(const review::Review &review, const argo::ObjectId &id);

/// Where that text goes, whole sentences.
QString waiverPlaceText(const review::Review &review);

/// Whether a finding is about who defines an object.
bool isAboutDefinitions(const rules::Finding &finding);

} // namespace noclobber::models
