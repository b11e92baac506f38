#pragma once

#include <QCoreApplication>
#include <QString>

#include "core/record/review_record.h"
#include "core/review/review.h"

namespace noclobber::models {

enum class ExportForm { Html, Markdown, Json };

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
};

/// The review with its record, as bytes. Takes a moment for a large review, as HTML it reads the repository: not in
/// the window's thread.
std::string writeExport(const review::Review &review, const record::ShownRecord &record, ExportForm form);

} // namespace noclobber::models
