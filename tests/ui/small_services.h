#pragma once

#include "ui/runner/services.h"

namespace noclobber::test {

/// Answers made by hand for a window: smallReview for every question, two branches, and a text for each object.
runner::Services smallServices();

/// Answers that open one review, whatever is asked, and know no text of its objects.
runner::Services servicesOf(const review::ReviewPtr &review);

/// The small accident with a runbook, so that no section is missing.
review::ReviewPtr wholeReview();

/// The same answers about wholeReview; for head "nowhere" an error. Both commits are judged, and patches are written.
runner::Services wholeServices();

} // namespace noclobber::test
