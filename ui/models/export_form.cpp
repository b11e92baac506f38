#include "ui/models/export_form.h"

#include <algorithm>
#include <iterator>

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

QString Export::name(ExportScope scope, int objects)
{
    switch (scope) {
    case ExportScope::Filtered:
        return tr("As the list is &filtered: %Ln objects", "", objects);
    case ExportScope::Risky:
        return tr("&Risky ones only: %Ln objects", "", objects);
    case ExportScope::All:
        break;
    }
    return tr("&All %Ln objects", "", objects);
}

QString Export::remark(ExportForm form)
{
    return form == ExportForm::Json ? tr("JSON always has all objects.") : QString();
}

namespace {

bool isRisky(const ReviewedObject &object)
{
    return object.level >= Level::Caution;
}

} // namespace

int objectsIn(const Exported &exported, ExportScope scope)
{
    if (!exported.list)
        return 0;
    if (scope == ExportScope::Filtered)
        return static_cast<int>(exported.filtered.size());
    const std::vector<ReviewedObject> &objects = exported.list->objects;
    return static_cast<int>(scope == ExportScope::All ? std::ssize(objects)
                                                      : std::count_if(objects.begin(), objects.end(), isRisky));
}

std::optional<report::ReportScope> reportScope(const Exported &exported, ExportScope scope)
{
    if (!exported.list || scope == ExportScope::All)
        return std::nullopt;
    report::ReportScope made;
    made.objects = exported.list->objects.size();
    if (scope == ExportScope::Filtered) {
        made.filter = exported.filter.toStdString();
        made.listed.insert(exported.filtered.begin(), exported.filtered.end());
        return made;
    }
    made.kind = report::ReportScope::Kind::Risky;
    for (const ReviewedObject &object : exported.list->objects) {
        if (isRisky(object))
            made.listed.insert(object.id);
    }
    return made;
}

std::string writeExport(const Exported &exported, ExportForm form, ExportScope scope)
{
    const auto chosen = reportScope(exported, scope);
    const report::ReportScope *listed = chosen ? &*chosen : nullptr;
    switch (form) {
    case ExportForm::Html: {
        report::HtmlOptions options;
        options.record = &exported.record;
        options.scope = listed;
        return report::writeHtmlReport(*exported.review, options);
    }
    case ExportForm::Markdown:
        return report::writeMarkdownReport(*exported.review, {.record = &exported.record, .scope = listed});
    case ExportForm::Json:
        break;
    }
    return report::writeJsonReport(*exported.review, &exported.record);
}

} // namespace noclobber::models
