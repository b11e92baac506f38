#pragma once

#include <QStyledItemDelegate>

#include "ui/models/roles.h"

namespace noclobber::views {

/// Draws the rows of every list: groups bold with glyph and count, states as badges, marks before the text.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void drawWithMarks(QPainter &painter, QStyleOptionViewItem &item, const QList<models::Mark> &marks) const;
};

} // namespace noclobber::views
