#include "ui/views/row_delegate.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

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

bool isGroup(const QModelIndex &index)
{
    return index.data(Role::CountRole).isValid() && !index.data(Role::IdentityRole).isValid();
}

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const bool isLast = index.column() + 1 == index.model()->columnCount(index.parent());
    item.textElideMode = isLast && index.column() > 0 ? Qt::ElideRight : Qt::ElideMiddle;
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

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() * 3 / 2};
}

} // namespace noclobber::views
