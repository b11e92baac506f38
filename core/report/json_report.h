#pragma once

#include <string>

#include "core/review/review.h"

namespace noclobber::report {

/// The review as JSON, schema noclobber.review/1 (contract, section 5; resources/schema/). Pure ASCII, ends with a line
/// end. Equal reviews give equal bytes.
std::string writeJsonReport(const review::Review &review);

} // namespace noclobber::report
