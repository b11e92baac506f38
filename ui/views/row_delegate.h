#pragma once

#include <QStyledItemDelegate>

namespace noclobber::views {

/// Draws the rows of every list: groups bold with glyph and count, states as badges.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace noclobber::views
