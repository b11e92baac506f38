#include "ui/views/diff_search.h"

namespace noclobber::views {

using diff::LineChange;
using Kind = models::LayoutLine::Kind;

namespace {

void findIn(const QString &text, const QString &word, DiffMatch match, QList<DiffMatch> &matches)
{
    const int length = static_cast<int>(word.size());
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + length, Qt::CaseInsensitive)) {
        match.place = {static_cast<int>(at), length};
        matches << match;
    }
}

} // namespace

QList<DiffMatch> findIn(const models::DiffText &text, const QString &word)
{
    QList<DiffMatch> matches;
    if (word.isEmpty())
        return matches;
    for (int row = 0; row < text.rows.size(); ++row) {
        const models::DiffRow &read = text.rows.at(row);
        if (read.base.isThere && (read.change != LineChange::Same || !read.head.isThere))
            findIn(read.base.text, word, {row, false, {}}, matches);
        if (read.head.isThere)
            findIn(read.head.text, word, {row, true, {}}, matches);
    }
    return matches;
}

QHash<int, QList<widgets::CodeSpan>> marksOf(const QList<DiffMatch> &matches, const models::DiffText &text,
                                             const QList<models::LayoutLine> &layout, PaneRole role)
{
    QHash<int, QList<widgets::CodeSpan>> byRow;
    for (const DiffMatch &match : matches) {
        const bool isSame = text.rows.at(match.row).change == LineChange::Same;
        if (role == PaneRole::Unified || isSame || match.isHead == (role == PaneRole::Head))
            byRow[2 * match.row + (match.isHead ? 1 : 0)] << match.place;
    }
    QHash<int, QList<widgets::CodeSpan>> marks;
    for (int line = 0; line < layout.size() && !byRow.isEmpty(); ++line) {
        const models::LayoutLine &shown = layout.at(line);
        if (shown.kind != Kind::Row && shown.kind != Kind::Base && shown.kind != Kind::Head)
            continue;
        QList<widgets::CodeSpan> places;
        if (shown.kind != Kind::Head)
            places << byRow.value(2 * shown.first);
        if (shown.kind != Kind::Base)
            places << byRow.value(2 * shown.first + 1);
        if (!places.isEmpty())
            marks.insert(line, places);
    }
    return marks;
}

} // namespace noclobber::views
