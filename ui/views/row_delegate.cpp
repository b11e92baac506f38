#include "ui/views/row_delegate.h"

#include <QApplication>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QTreeView>

#include "ui/models/roles.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/theme.h"

namespace noclobber::views {

using models::Role;

namespace {

/// Colour of a glyph beside plain text: the fill of a level that stands out, else the text's own.
QColor glyphColour(int level)
{
    const widgets::Theme &theme = widgets::currentTheme();
    const bool standsOut = level >= static_cast<int>(models::Level::Danger);
    return standsOut ? theme.levels.at(static_cast<std::size_t>(level)).fill : theme.page.text;
}

/// Paints glyphs, those with a word as badges, and takes their room from the area.
void paintMarks(QPainter &painter, QRect &area, const QList<models::Mark> &marks)
{
    constexpr int gap = 4;
    for (const models::Mark &mark : marks) {
        if (area.width() <= 0)
            return;
        if (mark.word.isEmpty()) {
            const int size = painter.fontMetrics().height();
            const QRect place(area.left() + gap, area.center().y() - size / 2, size, size);
            widgets::glyph(mark.glyph).paint(&painter, place);
            area.setLeft(place.right() + gap);
            continue;
        }
        const int width = widgets::badgeWidth(painter.fontMetrics(), mark.word);
        widgets::paintBadge(painter, area.adjusted(gap / 2, 1, 0, -1), mark.glyph, mark.word,
                            static_cast<int>(mark.level));
        area.setLeft(area.left() + width + gap);
    }
}

bool isLastColumn(const QStyleOptionViewItem &item, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QTreeView *>(item.widget);
    const int place = view != nullptr ? view->header()->visualIndex(index.column()) : index.column();
    return place + 1 == index.model()->columnCount(index.parent());
}

/// Whether a text is read from its beginning; of a name, the end tells most.
bool isSentence(const QString &text)
{
    constexpr int mostBlanksInNames = 2;
    return text.count(u' ') > mostBlanksInNames || text.contains(u'，') || text.contains(u'；') || text.contains(u'。');
}

bool isGroup(const QModelIndex &index)
{
    return index.data(Role::CountRole).isValid() && !index.data(Role::IdentityRole).isValid();
}

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const bool isLast = isLastColumn(item, index);
    const bool isCutAtItsEnd = (isLast && index.column() > 0) || isSentence(item.text);
    item.textElideMode = isCutAtItsEnd ? Qt::ElideRight : Qt::ElideMiddle;
    const QString glyph = index.data(Role::GlyphRole).toString();
    const int level = index.data(Role::LevelRole).toInt();
    if (index.data(Role::BadgeRole).toBool()) {
        const QString text = item.text;
        item.text.clear();
        item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        if (!text.isEmpty())
            widgets::paintBadge(*painter, item.rect.adjusted(2, 1, -2, -1), glyph, text, level);
        return;
    }
    const auto marks = index.data(Role::MarksRole).value<QList<models::Mark>>();
    if (!marks.isEmpty()) {
        drawWithMarks(*painter, item, marks);
        return;
    }
    if (isGroup(index)) {
        item.font.setBold(true);
        item.text = tr("%1  %2", "group of rows, count")
                        .arg(QLocale().toString(index.data(Role::CountRole).toInt()), item.text);
    }
    if (!glyph.isEmpty()) {
        item.features |= QStyleOptionViewItem::HasDecoration;
        item.icon = widgets::glyph(glyph, glyphColour(level));
        item.decorationSize = QSize(item.fontMetrics.height(), item.fontMetrics.height());
    }
    item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
}

void RowDelegate::drawWithMarks(QPainter &painter, QStyleOptionViewItem &item, const QList<models::Mark> &marks) const
{
    const QString text = item.text;
    item.text.clear();
    item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, &painter, item.widget);
    QRect area = item.rect;
    painter.save();
    painter.setClipRect(area);
    painter.setFont(item.font);
    paintMarks(painter, area, marks);
    area.adjust(4, 0, -2, 0);
    if (!text.isEmpty() && area.width() > 0) {
        const bool isChosen = item.state.testFlag(QStyle::State_Selected);
        painter.setPen(item.palette.color(isChosen ? QPalette::HighlightedText : QPalette::Text));
        painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                         item.fontMetrics.elidedText(text, Qt::ElideRight, area.width()));
    }
    painter.restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() * 3 / 2};
}

} // namespace noclobber::views
