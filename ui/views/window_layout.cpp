#include "ui/views/window_layout.h"

#include <QHeaderView>
#include <QMap>
#include <QSettings>
#include <QSplitter>
#include <functional>

#include "ui/widgets/tree_view.h"

namespace noclobber::views {

namespace {

const QLatin1String layoutGroup("layout");

/// The class of our own that a widget belongs to.
QString ownerOf(const QWidget *widget)
{
    while (widget != nullptr &&
           !QLatin1String(widget->metaObject()->className()).startsWith(QLatin1String("noclobber::views")))
        widget = widget->parentWidget();
    return widget == nullptr ? QStringLiteral("window")
                             : QString::fromLatin1(widget->metaObject()->className()).section(QLatin1Char(':'), -1);
}

/// Calls `each` with every widget of a class and a name that it has in every window.
template <typename Widget>
void forEach(const QWidget &root, const std::function<void(Widget &, const QString &)> &each)
{
    QMap<QString, int> numbers;
    for (Widget *widget : root.findChildren<Widget *>()) {
        const QString owner = ownerOf(widget);
        each(*widget, owner + QString::number(numbers[owner]++));
    }
}

/// Columns that were measured with other letters, or others, are no longer right.
QString columnsName(const QTreeView &view, const QString &name)
{
    return name +
           QStringLiteral(".columns.%1.%2").arg(view.header()->count()).arg(view.fontMetrics().averageCharWidth());
}

} // namespace

void keepLayout(const QWidget &root)
{
    QSettings settings;
    settings.beginGroup(layoutGroup);
    forEach<QSplitter>(root, [&](const QSplitter &splitter, const QString &name) {
        settings.setValue(name + QStringLiteral(".splitter"), splitter.saveState());
    });
    forEach<widgets::TreeView>(root, [&](widgets::TreeView &view, const QString &name) {
        settings.setValue(columnsName(view, name), view.columns());
    });
}

void restoreLayout(const QWidget &root)
{
    QSettings settings;
    settings.beginGroup(layoutGroup);
    forEach<QSplitter>(root, [&](QSplitter &splitter, const QString &name) {
        splitter.restoreState(settings.value(name + QStringLiteral(".splitter")).toByteArray());
    });
    forEach<widgets::TreeView>(root, [&](widgets::TreeView &view, const QString &name) {
        const QByteArray columns = settings.value(columnsName(view, name)).toByteArray();
        if (!columns.isEmpty())
            view.restoreColumns(columns);
    });
}

} // namespace noclobber::views
