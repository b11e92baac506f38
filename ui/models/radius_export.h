#pragma once

#include <QByteArray>
#include <QString>

#include "ui/models/radius_tree.h"

namespace noclobber::models {

enum class ListFormat { Csv, Markdown };

/// The objects that a tree shows, in its order, a line each, as UTF-8. Groups and mere causes are left out.
/// CSV: RFC 4180, with a quote before what a spreadsheet would take for a formula
/// (https://owasp.org/www-community/attacks/CSV_Injection). Markdown: a table; names stand for themselves only.
QByteArray listText(const RadiusTree &tree, ListFormat format);

/// One cell for a comma-separated file.
QString csvCell(const QString &text);

} // namespace noclobber::models
