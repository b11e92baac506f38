#pragma once

#include <QString>

#include "core/diff/change_set.h"

namespace noclobber::models {

/// What a difference in a field decides beyond the field itself: "changes which objects are managed". "" where it
/// decides nothing of that kind.
QString fieldMeaning(const argo::ObjectId &id, const diff::FieldChange &field);

} // namespace noclobber::models
