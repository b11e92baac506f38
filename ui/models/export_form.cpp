#include "ui/models/export_form.h"

#include "core/report/html_report.h"
#include "core/report/json_report.h"
#include "core/report/markdown_report.h"

namespace noclobber::models {

QString Export::name(ExportForm form)
{
    switch (form) {
    case ExportForm::Html:
        return tr("&HTML report: one file with everything, opens in any browser without a network");
    case ExportForm::Markdown:
        return tr("&Markdown summary: for a comment or a ticket, at most 30,000 characters");
    case ExportForm::Json:
        break;
    }
    return tr("&JSON: everything, for programs");
}

QString Export::fileName(ExportForm form)
{
    return form == ExportForm::Html       ? QStringLiteral("review.html")
           : form == ExportForm::Markdown ? QStringLiteral("review.md")
                                          : QStringLiteral("review.json");
}

QString Export::pattern(ExportForm form)
{
    return form == ExportForm::Html       ? tr("HTML (*.html)")
           : form == ExportForm::Markdown ? tr("Markdown (*.md)")
                                          : tr("JSON (*.json)");
}

std::string writeExport(const review::Review &review, const record::ShownRecord &record, ExportForm form)
{
    switch (form) {
    case ExportForm::Html: {
        report::HtmlOptions options;
        options.record = &record;
        return report::writeHtmlReport(review, options);
    }
    case ExportForm::Markdown:
        return report::writeMarkdownReport(review, {.record = &record});
    case ExportForm::Json:
        break;
    }
    return report::writeJsonReport(review, &record);
}

} // namespace noclobber::models
