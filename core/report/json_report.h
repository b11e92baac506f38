#pragma once

#include <string>

#include "core/record/review_record.h"
#include "core/review/review.h"

namespace noclobber::report {

/// The review as JSON, schema noclobber.review/1 (contract, section 5; resources/schema/). Pure ASCII, ends with a line
/// end. Equal reviews give equal bytes. With a record it has "reviewRecord": what a reviewer did with the review.
std::string writeJsonReport(const review::Review &review, const record::ShownRecord *record = nullptr);

} // namespace noclobber::report
