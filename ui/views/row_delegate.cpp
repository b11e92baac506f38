#include "ui/views/row_delegate.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

#include "ui/models/kind_text.h"
#include "ui/models/roles.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

using models::Role;

namespace {

constexpr int margin = 4; ///< on each side of a cell, as the style has it
constexpr int gap = 4;    ///< between what stands in a cell

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
        widgets::paintBadge(painter, area.adjusted(gap, 1, 0, -1), mark.glyph, mark.word, static_cast<int>(mark.level));
        area.setLeft(area.left() + width + gap);
    }
}

/// Whether a text is read from its beginning; of a name or a path, the end tells most.
bool isSentence(const QString &text)
{
    constexpr int mostBlanksInNames = 2;
    return text.count(u' ') > mostBlanksInNames || text.contains(QLatin1String(", ")) || text.contains(u'，') ||
           text.contains(u'；') || text.contains(u'。');
}

/// A text in the room of its cell: a kind by its short name, of two names the end of each, else the end of a name and
/// the beginning of a sentence.
QString fitted(const QString &text, const QFontMetrics &metrics, int room)
{
    if (metrics.horizontalAdvance(text) <= room)
        return text;
    if (const QString brief = models::shortKind(text); brief != text)
        return metrics.elidedText(brief, Qt::ElideRight, room);
    return isSentence(text) && !text.contains(u'\u2192') ? metrics.elidedText(text, Qt::ElideRight, room)
                                                         : widgets::elidedName(text, metrics, room);
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
    const QString glyph = index.data(Role::GlyphRole).toString();
    const int level = index.data(Role::LevelRole).toInt();
    if (index.data(Role::BadgeRole).toBool()) {
        const QString text = item.text;
        item.text.clear();
        item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        if (!text.isEmpty())
            widgets::paintBadge(*painter, item.rect.adjusted(margin, 1, -margin, -1), glyph, text, level);
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
    const QStyle *style = item.widget->style();
    const int room = style->subElementRect(QStyle::SE_ItemViewItemText, &item, item.widget).width() - 2 * margin;
    item.text = fitted(item.text, QFontMetrics(item.font), room);
    item.textElideMode = Qt::ElideRight;
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
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
    area.adjust(margin, 0, -margin, 0);
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
    return {QStyledItemDelegate::sizeHint(option, index).width(), widgets::rowHeightFor(option.fontMetrics)};
}

} // namespace noclobber::views
