#include "ui/views/commit_delegate.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <bit>

#include "ui/models/commit_model.h"
#include "ui/widgets/theme.h"

namespace noclobber::views {

using models::LaneRow;

namespace {

/// Where the lanes of a row lie.
struct Lanes {
    QRect area;
    int step = 0;

    double x(unsigned lane) const { return area.left() + step * (lane + 0.5); }
    double middle() const { return area.top() + area.height() / 2.0; }
    double bottom() const { return area.bottom() + 1.0; }
};

template <typename Draw>
void forEach(std::uint32_t lanes, Draw draw)
{
    for (unsigned lane = 0; lane <= models::lastLane; ++lane) {
        if ((lanes >> lane & 1U) != 0)
            draw(lane);
    }
}

void paintLanes(QPainter &painter, const Lanes &lanes, const LaneRow &row, const QColor &fill)
{
    const widgets::Theme &theme = widgets::currentTheme();
    const double node = lanes.x(row.lane);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.weak, 1.5));
    forEach(row.through, [&](unsigned lane) {
        painter.drawLine(QPointF(lanes.x(lane), lanes.area.top()), QPointF(lanes.x(lane), lanes.bottom()));
    });
    forEach(row.in, [&](unsigned lane) {
        painter.drawLine(QPointF(lanes.x(lane), lanes.area.top()), QPointF(node, lanes.middle()));
    });
    forEach(row.out, [&](unsigned lane) {
        painter.drawLine(QPointF(node, lanes.middle()), QPointF(lanes.x(lane), lanes.bottom()));
    });
    const double radius = lanes.step * 0.32;
    const bool isMerge = std::popcount(row.out) > 1;
    painter.setPen(QPen(theme.focus, 1.5));
    painter.setBrush(isMerge ? fill : theme.focus); // a merge is a ring
    painter.drawEllipse(QPointF(node, lanes.middle()), radius, radius);
    painter.restore();
}

} // namespace

void CommitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant value = index.data(models::CommitModel::LanesRole);
    if (!value.isValid()) {
        RowDelegate::paint(painter, option, index);
        return;
    }
    const auto row = value.value<LaneRow>();
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const bool isSelected = item.state & QStyle::State_Selected;
    const Lanes lanes{item.rect, item.fontMetrics.height() * 2 / 3};
    paintLanes(*painter, lanes, row, item.palette.color(isSelected ? QPalette::Highlight : QPalette::Base));
    const std::uint32_t all = row.through | row.in | row.out | 1U << row.lane;
    const QRect words = item.rect.adjusted((std::bit_width(all)) * lanes.step + 4, 0, 0, 0);
    painter->setPen(item.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                      item.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
}

} // namespace noclobber::views
