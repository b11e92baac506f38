#include "ui/widgets/badge.h"

#include <QPainter>

#include "ui/widgets/theme.h"

namespace noclobber::widgets {

namespace {

int glyphSize(const QFontMetrics &metrics)
{
    return metrics.height() - 2;
}

} // namespace

int badgeWidth(const QFontMetrics &metrics, const QString &text)
{
    return metrics.horizontalAdvance(text) + glyphSize(metrics) + 18;
}

void paintBadge(QPainter &painter, const QRect &area, const QString &glyphName, const QString &text, int level)
{
    const ColourPair colours = currentTheme().levels.at(static_cast<std::size_t>(level));
    const QFontMetrics metrics = painter.fontMetrics();
    const int height = qMin(area.height() - 2, metrics.height() + 4);
    QRect pill(area.left(), area.center().y() - height / 2 + 1, qMin(area.width(), badgeWidth(metrics, text)), height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.fill);
    painter.drawRoundedRect(pill, 4, 4);
    const int size = glyphSize(metrics);
    const QRect icon(pill.left() + 6, pill.center().y() - size / 2 + 1, size, size);
    glyph(glyphName, colours.text).paint(&painter, icon);
    painter.setPen(colours.text);
    const QRect words = pill.adjusted(size + 11, 0, -4, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, words.width()));
    painter.restore();
}

Badge::Badge(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void Badge::setContent(const QString &glyph, const QString &text, int level)
{
    m_glyph = glyph;
    m_level = level;
    setText(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return {badgeWidth(fontMetrics(), text()), fontMetrics().height() + 6};
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_glyph, text(), m_level);
}

} // namespace noclobber::widgets
