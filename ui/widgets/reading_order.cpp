#include "ui/widgets/reading_order.h"

#include <QApplication>
#include <QLayout>
#include <QMainWindow>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

namespace noclobber::widgets {

namespace {

void addLaidOut(const QLayout &layout, QList<QWidget *> &children)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (item->widget() != nullptr)
            children << item->widget();
        else if (item->layout() != nullptr)
            addLaidOut(*item->layout(), children);
    }
}

/// The widgets right inside another one.
QList<QWidget *> inside(const QWidget &widget)
{
    QList<QWidget *> children;
    if (const auto *splitter = qobject_cast<const QSplitter *>(&widget)) {
        for (int i = 0; i < splitter->count(); ++i)
            children << splitter->widget(i);
    } else if (const auto *stack = qobject_cast<const QStackedWidget *>(&widget)) {
        children << stack->currentWidget();
    } else if (const auto *area = qobject_cast<const QScrollArea *>(&widget)) {
        children << area->widget();
    } else if (const auto *window = qobject_cast<const QMainWindow *>(&widget)) {
        children << window->centralWidget();
    } else if (widget.layout() != nullptr) {
        addLaidOut(*widget.layout(), children);
    }
    children.removeAll(nullptr);
    return children;
}

void addStops(QWidget &widget, QList<QWidget *> &stops)
{
    if (widget.isHidden())
        return;
    const bool isStop = (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.isEnabled() && !widget.focusProxy();
    if (isStop && widget.isVisible())
        stops << &widget;
    for (QWidget *child : inside(widget))
        addStops(*child, stops);
}

} // namespace

QList<QWidget *> readingOrder(QWidget &part)
{
    QList<QWidget *> stops;
    addStops(part, stops);
    return stops;
}

bool focusNextStop(QWidget &window, bool forward)
{
    const QList<QWidget *> stops = readingOrder(window);
    if (stops.isEmpty())
        return false;
    qsizetype now = -1;
    for (QWidget *widget = QApplication::focusWidget(); widget != nullptr && now < 0; widget = widget->parentWidget())
        now = stops.indexOf(widget);
    const qsizetype next =
        now < 0 ? (forward ? 0 : stops.size() - 1) : (now + (forward ? 1 : stops.size() - 1)) % stops.size();
    stops.at(next)->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace noclobber::widgets
