#pragma once

#include <string>

#include "core/report/html_report.h"
#include "core/report/text_report.h"
#include "core/review/audit.h"

namespace noclobber::report {

/// The audit as JSON, schema noclobber.audit/1.
std::string writeAuditJson(const review::Audit &audit);

/// The audit for a terminal: the coverage figures, then the findings. Detail::Verdict is the first paragraph only.
std::string writeAuditText(const review::Audit &audit, const TextOptions &options);

/// The audit as one self-contained page, by the rules of writeHtmlReport.
std::string writeAuditHtml(const review::Audit &audit, const HtmlOptions &options = {});

} // namespace noclobber::report
