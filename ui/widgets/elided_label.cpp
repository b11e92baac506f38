#include "ui/widgets/elided_label.h"

#include <QPainter>

namespace noclobber::widgets {

QString elidedName(const QString &name, const QFontMetrics &metrics, int room)
{
    const qsizetype arrow = name.indexOf(u'\u2192');
    if (metrics.horizontalAdvance(name) <= room)
        return name;
    if (arrow < 0)
        return metrics.elidedText(name, Qt::ElideMiddle, room);
    const QString before = name.left(arrow).trimmed();
    const QString after = name.mid(arrow + 1).trimmed();
    const QString between = QStringLiteral(" \u2192 ");
    const int names = room - metrics.horizontalAdvance(between);
    const int half = names / 2;
    const int first = metrics.horizontalAdvance(after) < half ? names - metrics.horizontalAdvance(after)
                                                              : qMin(half, metrics.horizontalAdvance(before));
    return metrics.elidedText(before, Qt::ElideMiddle, first) + between +
           metrics.elidedText(after, Qt::ElideMiddle, names - first);
}

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ElidedLabel::setWholeText(const QString &text)
{
    setText(text);
    setToolTip(text);
    setAccessibleName(text);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {4 * fontMetrics().averageCharWidth(), fontMetrics().height()};
}

QSize ElidedLabel::sizeHint() const
{
    const QMargins margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(text()) + margins.left() + margins.right() + 2, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QRect area = contentsRect();
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, elidedName(text(), fontMetrics(), area.width()));
}

} // namespace noclobber::widgets
