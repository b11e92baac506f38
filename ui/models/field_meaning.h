#pragma once

#include <QString>

#include "core/review/review.h"

namespace noclobber::models {

/// What a difference in a field decides beyond the field itself: "changes which objects are managed". "" where it
/// decides nothing of that kind.
QString fieldMeaning(const argo::ObjectId &id, const diff::FieldChange &field);

/// Whether the change takes objects from an Application that prunes by itself in both commits. Its sync policy does not
/// differ, and still decides that what leaves is deleted.
bool prunesWhatLeaves(const review::Review &review, const diff::ObjectChange &change);

} // namespace noclobber::models
