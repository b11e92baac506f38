#pragma once

#include "ui/models/change_list.h"

namespace noclobber::models {

/// Fills in what a filter looks at, `keys` and `values`, of a list that has its objects.
void addFilterKeys(ChangeList &list, const review::Review &review);

} // namespace noclobber::models
