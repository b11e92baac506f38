#pragma once

#include <string>

#include "core/record/review_record.h"
#include "core/report/report_scope.h"
#include "core/review/review.h"

namespace noclobber::report {

struct MarkdownOptions {
    std::size_t most = 30'000;                   ///< bytes; the smallest forge takes 32,768 characters
    const record::ShownRecord *record = nullptr; ///< what a reviewer did with it; none: a gate wrote this
    const ReportScope *scope = nullptr;          ///< what is listed; none: everything
};

/// The review as a comment for a forge. The first line is a hidden marker, so that the next run finds the comment it
/// wrote. Verdict, decision, cause and mend are always whole; lists are cut at their end, with counts, until all of it
/// fits. No name of the repository can format anything, mention a person or link an issue. Values of Secrets are not in
/// it, nor what fields say. Equal reviews give equal bytes.
std::string writeMarkdownReport(const review::Review &review, const MarkdownOptions &options = {});

} // namespace noclobber::report
