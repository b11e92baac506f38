#include "ui/widgets/fonts.h"

#include <QApplication>
#include <QFontDatabase>
#include <QVariant>

namespace noclobber::widgets {

namespace {

constexpr char factorProperty[] = "textFactor";
constexpr char boldProperty[] = "textIsBold";
constexpr char codeProperty[] = "textIsCode";

FontSizes &inUse()
{
    static FontSizes sizes;
    return sizes;
}

/// As it was when the program began.
const QFont &systemFont()
{
    static const QFont font = QApplication::font();
    return font;
}

void takeFont(QWidget *widget)
{
    if (widget->property(codeProperty).toBool()) {
        widget->setFont(codeFont());
        return;
    }
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * widget->property(factorProperty).toDouble());
    font.setBold(widget->property(boldProperty).toBool());
    widget->setFont(font);
}

} // namespace

FontSizes systemFontSizes()
{
    return {systemFont().pointSizeF(), QFontDatabase::systemFont(QFontDatabase::FixedFont).pointSizeF()};
}

void useFontSizes(const FontSizes &sizes)
{
    if (sizes == inUse())
        return;
    QFont font = systemFont();
    if (sizes.interface > 0)
        font.setPointSizeF(sizes.interface);
    inUse() = sizes;
    QApplication::setFont(font);
    for (QWidget *widget : QApplication::allWidgets()) {
        if (widget->property(factorProperty).isValid() || widget->property(codeProperty).isValid())
            takeFont(widget);
    }
}

void setTextSize(QWidget *widget, double factor, bool isBold)
{
    widget->setProperty(factorProperty, factor);
    widget->setProperty(boldProperty, isBold);
    takeFont(widget);
}

void useCodeFont(QWidget *widget)
{
    widget->setProperty(codeProperty, true);
    takeFont(widget);
}

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (inUse().code > 0)
        font.setPointSizeF(inUse().code);
    return font;
}

} // namespace noclobber::widgets
