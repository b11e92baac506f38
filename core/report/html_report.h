#pragma once

#include <functional>
#include <string>

#include "core/record/review_record.h"
#include "core/report/report_scope.h"
#include "core/review/review.h"

namespace noclobber::report {

struct HtmlOptions {
    std::string date; ///< a day to print, "2026-11-23"; "": none. The clock is never asked
    /// Gives both sides of an overwritten object. By default they are read from the repository.
    std::function<Result<review::ObjectTexts>(const review::Review &review, const argo::ObjectId &id)> texts =
        review::readObjectTexts;
    const record::ShownRecord *record = nullptr; ///< what a reviewer did with it; none: the page has no such section
    const ReportScope *scope = nullptr;          ///< what is listed; none: everything
};

/// The review as one self-contained page: no request, no need for scripts, strict content policy. Everything that comes
/// from the repository is escaped, values of Secrets are masked. Equal reviews give equal bytes.
std::string writeHtmlReport(const review::Review &review, const HtmlOptions &options = {});

} // namespace noclobber::report
