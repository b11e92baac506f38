#include "ui/widgets/desktop_style.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFocusFrame>
#include <QPainter>
#include <QPointer>
#include <QSizeGrip>
#include <QSplitter>
#include <QStyleOption>
#include <algorithm>

#include "ui/widgets/theme.h"

namespace noclobber::widgets {

namespace {

constexpr int ringWidth = 2;
constexpr int ringSpace = 1;  ///< the line in the page's colour
constexpr int cellMargin = 4; ///< on each side of a cell's text, and around that of a heading

void drawRing(QPainter &painter, const QRect &area)
{
    const Theme &theme = currentTheme();
    painter.save();
    painter.setBrush(Qt::NoBrush);
    for (int i = 0; i < ringWidth + ringSpace; ++i) {
        painter.setPen(i < ringWidth ? theme.focus : theme.page.fill);
        painter.drawRect(area.adjusted(i, i, -i - 1, -i - 1));
    }
    painter.restore();
}

int lineHeight(const QStyleOption *option, const QWidget *widget)
{
    if (widget != nullptr)
        return widget->fontMetrics().height();
    return option != nullptr ? option->fontMetrics.height() : QFontMetrics(QApplication::font()).height();
}

/// The box, and in it a tick, a dash for "partly", or for a choice of one a dot.
void drawMark(QPainter &painter, const QStyleOption &option, bool isRound)
{
    const Theme &theme = currentTheme();
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    const QColor colour = isEnabled ? theme.page.text : theme.weak;
    const int side = qMin(option.rect.width(), option.rect.height()) - 2;
    QRect square(0, 0, side, side);
    square.moveCenter(option.rect.center());
    const QRectF box = QRectF(square).adjusted(0.5, 0.5, -0.5, -0.5); // the line fills whole pixels
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(theme.page.fill);
    isRound ? painter.drawEllipse(box) : painter.drawRoundedRect(box, 2, 2);
    painter.setPen(QPen(colour, side / 7.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&box, side](double x, double y) { return box.topLeft() + QPointF(x, y) * side; };
    if (option.state.testFlag(QStyle::State_NoChange)) {
        painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
    } else if (option.state.testFlag(QStyle::State_On) && isRound) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(box.center(), side / 4.0, side / 4.0);
    } else if (option.state.testFlag(QStyle::State_On)) {
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF({at(0.22, 0.52), at(0.42, 0.74), at(0.8, 0.26)}));
    }
    painter.restore();
}

} // namespace

DesktopStyle::DesktopStyle() : QProxyStyle(QStringLiteral("Fusion"))
{}

void DesktopStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (!widget->accessibleName().isEmpty())
        return;
    if (qobject_cast<QSplitterHandle *>(widget) != nullptr)
        widget->setAccessibleName(tr("Divider between two panes"));
    else if (qobject_cast<QSizeGrip *>(widget) != nullptr)
        widget->setAccessibleName(tr("Corner to resize the window"));
}

void DesktopStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        return; // the ring says it
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawMark(*painter, *option, false);
    case PE_IndicatorRadioButton:
        return drawMark(*painter, *option, true);
    case PE_Frame: // of texts that scroll; lists have none
    case PE_FrameLineEdit:
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(currentTheme().border);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        painter->restore();
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void DesktopStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (element == CE_FocusFrame)
        drawRing(*painter, option->rect);
    else
        QProxyStyle::drawControl(element, option, painter, widget);
}

int DesktopStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_FocusFrameHMargin: // of the ring; in a list, what keeps the text of a cell from that of the next one
        return qobject_cast<const QAbstractItemView *>(widget) != nullptr ? cellMargin - 1 : 0;
    case PM_FocusFrameVMargin:
        return 0;
    case PM_HeaderMargin:
        return cellMargin;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return std::max(usual, lineHeight(option, widget) * 4 / 5);
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return std::max(usual, lineHeight(option, widget) - 1);
    default:
        return usual;
    }
}

QSize DesktopStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                     const QWidget *widget) const
{
    const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    return type == CT_PushButton ? size + QSize(lineHeight(option, widget) / 2, 0) : size;
}

int DesktopStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *answer) const
{
    if (hint == SH_FocusFrame_AboveWidget)
        return 1;
    if (hint == SH_Widget_Animation_Duration)
        return 0; // nothing moves that somebody did not move
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;                     // they would be of another set than ours, and dark on dark
    if (hint == SH_FocusFrame_Mask) { // only the ring covers what is below it
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(answer); mask != nullptr && option != nullptr) {
            constexpr int width = ringWidth + ringSpace;
            mask->region = QRegion(option->rect).subtracted(option->rect.adjusted(width, width, -width, -width));
            return 1;
        }
    }
    return QProxyStyle::styleHint(hint, option, widget, answer);
}

void showFocusRing()
{
    static QPointer<QFocusFrame> ring; // goes with the window it was last in
    static const QMetaObject::Connection follows =
        QObject::connect(qApp, &QApplication::focusChanged, qApp, [](const QWidget *, QWidget *now) {
            if (now == nullptr)
                return; // another program has the keyboard
            if (!ring)
                ring = new QFocusFrame;
            const bool isPopup = now->window()->windowType() == Qt::Popup;
            ring->setWidget(isPopup ? nullptr : now);
        });
}

} // namespace noclobber::widgets
