#include "tests/ui/inspection.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTest>

#include "ui/widgets/elided_label.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::test {

QString described(const QObject *object)
{
    const auto *widget = qobject_cast<const QWidget *>(object);
    return object == nullptr
               ? QStringLiteral("nothing")
               : QStringLiteral("%1 '%2' '%3' in %4")
                     .arg(QLatin1String(object->metaObject()->className()), object->objectName(),
                          widget != nullptr ? widget->accessibleName() : QString(),
                          object->parent() != nullptr ? QLatin1String(object->parent()->metaObject()->className())
                                                      : QLatin1String("nothing"));
}

namespace {

/// Whether a reader can be taken to it, or it does something when it is pressed.
bool needsName(const QAccessibleInterface &face)
{
    const QAccessible::State state = face.state();
    return state.focusable || face.role() == QAccessible::Button || face.role() == QAccessible::Grip;
}

/// What is on the screen, can be reached, and has no name; what is in lists is looked at row by row.
void addNameless(QAccessibleInterface &face, QStringList &nameless)
{
    if (!face.isValid() || face.state().invisible)
        return;
    if (needsName(face) && face.text(QAccessible::Name).isEmpty())
        nameless << described(face.object()) + QStringLiteral(" role %1").arg(face.role());
    if (qobject_cast<QAbstractItemView *>(face.object()) != nullptr)
        return;
    for (int child = 0; child < face.childCount(); ++child) {
        if (QAccessibleInterface *inner = face.child(child))
            addNameless(*inner, nameless);
    }
}

void addRows(const QAbstractItemModel &model, const QModelIndex &parent, QModelIndexList &rows)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        rows << model.index(row, 0, parent);
        addRows(model, rows.last(), rows);
    }
}

} // namespace

QStringList nameless(QWidget &window)
{
    QStringList names;
    addNameless(*QAccessible::queryAccessibleInterface(&window), names);
    return names;
}

QStringList tersenessOf(const QWidget &window)
{
    QStringList terse;
    for (const auto *view : window.findChildren<QAbstractItemView *>()) {
        QModelIndexList rows;
        if (view->isVisible() && view->model() != nullptr)
            addRows(*view->model(), {}, rows);
        for (const QModelIndex &row : rows) {
            const QString sentence = row.data(Qt::AccessibleTextRole).toString();
            QString other;
            for (int column = 1; column < row.model()->columnCount(row.parent()); ++column)
                other += row.siblingAtColumn(column).data().toString();
            static const QRegularExpression parts("[,:;.] ");
            const bool isWhole =
                !sentence.isEmpty() &&
                (other.isEmpty() || (sentence != row.data().toString() && parts.match(sentence).hasMatch()));
            if (!isWhole)
                terse << view->accessibleName() + QStringLiteral(": ") + row.data().toString() +
                             QStringLiteral(" is read as: ") + sentence;
        }
    }
    return terse;
}

int ringDepth(QWidget &window, const QWidget &widget)
{
    const QImage image = window.grab().toImage();
    const QColor ring = widgets::currentTheme().focus;
    const QRect area(widget.mapTo(&window, QPoint(0, 0)), widget.size());
    int fromLeft = 0;
    while (fromLeft < area.width() && image.pixelColor(area.left() + fromLeft, area.center().y()) == ring)
        ++fromLeft;
    int fromTop = 0;
    while (fromTop < area.height() && image.pixelColor(area.center().x(), area.top() + fromTop) == ring)
        ++fromTop;
    return qMax(fromLeft, fromTop);
}

QStringList clipped(const QWidget &window)
{
    QStringList found;
    const auto check = [&found](const QWidget &widget, const QString &text, QSize need) {
        if (widget.isVisible() && !text.isEmpty() &&
            (need.width() > widget.width() + 1 || need.height() > widget.height() + 1))
            found << QStringLiteral("%1 needs %2x%3 and has %4x%5")
                         .arg(text)
                         .arg(need.width())
                         .arg(need.height())
                         .arg(widget.width())
                         .arg(widget.height());
    };
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (qobject_cast<const widgets::ElidedLabel *>(label) != nullptr)
            continue; // has the whole text in its tooltip
        const QSize need = label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
        check(*label, label->text(), need);
    }
    for (const auto *button : window.findChildren<QAbstractButton *>())
        check(*button, button->text(), button->minimumSizeHint());
    for (const auto *area : window.findChildren<QScrollArea *>()) {
        if (area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff && area->widget() != nullptr)
            check(*area->viewport(), area->accessibleName(), QSize(area->widget()->width(), 0));
    }
    for (const auto *list : window.findChildren<widgets::TreeView *>())
        check(*list->viewport(), list->accessibleName(), QSize(list->header()->length(), 0));
    return found;
}

QList<QWidget *> tabbed()
{
    QList<QWidget *> reached;
    for (int i = 0; i < 200; ++i) {
        QWidget *now = QApplication::focusWidget();
        if (now == nullptr || reached.contains(now))
            break;
        reached << now;
        QTest::keyClick(now, Qt::Key_Tab);
    }
    return reached;
}

} // namespace noclobber::test
