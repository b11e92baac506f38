#pragma once

#include "ui/models/recent_reviews.h"
#include "ui/runner/services.h"

namespace noclobber::views {

/// What must be made before the source can be compared, in this user's cache: the sample's repository, a copy of two
/// folders. Nothing for commits.
runner::ReviewRunner::Prepare preparationOf(const runner::Services &services, const models::ReviewSource &source);

} // namespace noclobber::views
