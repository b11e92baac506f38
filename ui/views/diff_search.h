#pragma once

#include <QHash>

#include "ui/views/diff_lines.h"

namespace noclobber::views {

/// A place of the text where a word stands.
struct DiffMatch {
    int row = 0;
    bool isHead = false; ///< else in base; in a row without a difference always in head
    widgets::CodeSpan place;
};

/// Every place, folded ones too, in the order in which the text is read. Upper and lower case are one.
QList<DiffMatch> findIn(const models::DiffText &text, const QString &word);

/// The marks of a pane, by line.
QHash<int, QList<widgets::CodeSpan>> marksOf(const QList<DiffMatch> &matches, const models::DiffText &text,
                                             const QList<models::LayoutLine> &layout, PaneRole role);

} // namespace noclobber::views
