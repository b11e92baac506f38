#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>

#include "core/record/review_record.h"
#include "core/report/report_scope.h"
#include "ui/models/change_list.h"

namespace noclobber::models {

enum class ExportForm { Html, Markdown, Json };

/// Which objects an export lists.
enum class ExportScope { All, Filtered, Risky };

/// What can be exported of a review.
struct Exported {
    review::ReviewPtr review;
    record::ShownRecord record;
    ChangeListPtr list;                   ///< all objects; nullptr: there is nothing to choose from
    QString filter;                       ///< of the window's list; "": none
    std::vector<argo::ObjectId> filtered; ///< what it leaves
};

/// How a review is exported.
class Export
{
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::Export)
public:
    /// What the form is for, with a mnemonic.
    static QString name(ExportForm form);
    /// "review.html".
    static QString fileName(ExportForm form);
    /// For a file dialog: "HTML (*.html)".
    static QString pattern(ExportForm form);
    /// "All 412 objects", "As the list is filtered: 37 objects", with a mnemonic.
    static QString name(ExportScope scope, int objects);
    /// Why a form has no choice; "" if it has.
    static QString remark(ExportForm form);
};

/// How many objects a scope lists.
int objectsIn(const Exported &exported, ExportScope scope);

/// The scope as reports want it; nothing for All.
std::optional<report::ReportScope> reportScope(const Exported &exported, ExportScope scope);

/// The review with its record, as bytes. JSON is for programs and always whole. Takes a moment for a large review, as
/// HTML it reads the repository: not in the window's thread.
std::string writeExport(const Exported &exported, ExportForm form, ExportScope scope);

} // namespace noclobber::models
