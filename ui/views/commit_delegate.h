#pragma once

#include "ui/views/row_delegate.h"

namespace noclobber::views {

/// Draws the lines of the history before a commit's id.
class CommitDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace noclobber::views
