#include "ui/models/radius_export.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "core/report/markdown_text.h"
#include "core/report/words.h"
#include "ui/models/radius_words.h"
#include "ui/models/text.h"

namespace noclobber::models {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(noclobber::models::RadiusExport)
};

/// Words of the contract, so that the columns can be worked with in any language.
QStringList columns()
{
    return {QStringLiteral("scope"),       QStringLiteral("group"),   QStringLiteral("kind"),
            QStringLiteral("namespace"),   QStringLiteral("name"),    QStringLiteral("effect"),
            QStringLiteral("dataFate"),    QStringLiteral("storage"), QStringLiteral("recover"),
            QStringLiteral("application"), QStringLiteral("place"),   QStringLiteral("because")};
}

QStringList cells(const RadiusRow &row)
{
    const argo::ObjectId &id = *row.id;
    const blast::AffectedObject *affected = row.object->affected;
    QString why = RadiusWords::why(row);
    QStringList line{toQString(id.scope), toQString(id.key.group), toQString(id.key.kind), toQString(id.key.nameSpace),
                     toQString(id.key.name)};
    if (affected == nullptr)
        return line << QStringLiteral("unknown") << QString() << QString() << RadiusWords::recover(row) << QString()
                    << QString() << why;
    QStringList chain;
    for (const blast::Reason &reason : affected->because)
        chain << toQString(reason.text);
    line << toQString(report::word(affected->effect)) << toQString(report::word(affected->dataFate))
         << toQString(affected->storage) << RadiusWords::recover(row)
         << (row.object->application != nullptr ? toQString(argo::applicationName(*row.object->application))
                                                : QString())
         << (affected->location ? placeText(*affected->location) : QString()) << chain.join(QStringLiteral("; "));
    return line;
}

QString csvLine(const QStringList &line)
{
    QStringList escaped;
    for (const QString &cell : line)
        escaped << csvCell(cell);
    return escaped.join(QLatin1Char(',')) + QStringLiteral("\r\n");
}

QString markdownLine(const QStringList &line)
{
    return QStringLiteral("| ") + line.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

QString cell(const std::string &markdown)
{
    return QString::fromStdString(report::tableCell(markdown));
}

QString sentence(const QString &text)
{
    return cell(report::prose(text.toStdString()));
}

QString markdownRow(const RadiusRow &row)
{
    const std::string scope = row.id->scope.empty() ? std::string() : report::codeSpan(row.id->scope.text());
    return markdownLine({cell(report::codeSpan(argo::shortText(*row.id))), cell(scope),
                         sentence(RadiusWords::fate(row)), sentence(RadiusWords::why(row)),
                         sentence(RadiusWords::recover(row))});
}

} // namespace

QString csvCell(const QString &text)
{
    static const QString formulas = QStringLiteral("=+-@\t\r");
    QString cell = text;
    if (!cell.isEmpty() && formulas.contains(cell.at(0)))
        cell.prepend(QLatin1Char('\''));
    const bool needsQuotes = std::ranges::any_of(cell, [](QChar letter) {
        return letter == u'"' || letter == u',' || letter == u'\n' || letter == u'\r' || letter == u';';
    });
    if (!needsQuotes)
        return cell;
    return QLatin1Char('"') + cell.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QByteArray listText(const RadiusTree &tree, ListFormat format)
{
    const bool isCsv = format == ListFormat::Csv;
    QString text = isCsv ? csvLine(columns())
                         : markdownLine({Say::tr("Object"), Say::tr("Cluster"), Say::tr("Fate"), Say::tr("Why"),
                                         Say::tr("Recover")}) +
                               QStringLiteral("| --- | --- | --- | --- | --- |\n");
    std::vector<const RadiusRow *> rows;
    for (const RadiusRow &row : tree.rows) {
        if (row.object != nullptr)
            rows.push_back(&row);
    }
    std::ranges::stable_sort(rows, {}, &RadiusRow::object); // worst first: they lie in the list in that order
    for (const RadiusRow *row : rows)
        text += isCsv ? csvLine(cells(*row)) : markdownRow(*row);
    return text.toUtf8();
}

} // namespace noclobber::models
