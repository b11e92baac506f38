#include "ui/widgets/tree_view.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTimer>

namespace noclobber::widgets {

TreeView::TreeView(const QString &accessibleName, QWidget *parent) : QTreeView(parent)
{
    setAccessibleName(accessibleName);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTextElideMode(Qt::ElideMiddle);
    setExpandsOnDoubleClick(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    header()->setStretchLastSection(true);
    header()->setFocusPolicy(Qt::NoFocus);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

/// Only of what is seen: of 100,000 groups it would take its time.
void TreeView::spanVisibleGroups()
{
    if (model() == nullptr || model()->columnCount() < 2)
        return;
    const int bottom = viewport()->height();
    for (QModelIndex row = indexAt(QPoint(0, 0)); row.isValid() && visualRect(row).top() < bottom;
         row = indexBelow(row)) {
        const bool mayHead = !row.parent().isValid() || model()->hasChildren(row);
        const bool spans = mayHead && !row.siblingAtColumn(1).data().isValid();
        if (spans != isFirstColumnSpanned(row.row(), row.parent()))
            setFirstColumnSpanned(row.row(), row.parent(), spans);
    }
}

void TreeView::paintEvent(QPaintEvent *event)
{
    spanVisibleGroups();
    QTreeView::paintEvent(event);
}

void TreeView::setColumnCharacters(const QList<int> &characters)
{
    m_characterWidth = fontMetrics().averageCharWidth();
    for (int column = 0; column < characters.size(); ++column)
        setColumnWidth(column, characters.at(column) * m_characterWidth);
}

QModelIndex TreeView::chooseFirst()
{
    expandAll();
    const QModelIndex first = model()->index(0, 0, model()->index(0, 0));
    if (first.isValid()) {
        QSignalBlocker quiet(this);
        setCurrentIndex(first);
    }
    return first;
}

int TreeView::rowHeight() const
{
    return fontMetrics().height() * 3 / 2;
}

bool TreeView::canCheck(const QKeyEvent &event) const
{
    const QModelIndex row = currentIndex().siblingAtColumn(0);
    return event.key() == Qt::Key_Space && event.modifiers() == Qt::NoModifier && row.isValid() &&
           row.flags().testFlag(Qt::ItemIsUserCheckable);
}

bool TreeView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && canCheck(static_cast<QKeyEvent &>(*event))) {
        event->accept(); // else the key could be an action of the window
        return true;
    }
    return QTreeView::event(event);
}

void TreeView::keyPressEvent(QKeyEvent *event)
{
    if (canCheck(*event)) {
        const QModelIndex row = currentIndex().siblingAtColumn(0);
        const bool isChecked = row.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        model()->setData(row, isChecked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
        return;
    }
    if (event->modifiers() == Qt::NoModifier && !event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore(); // single letters are shortcuts of the window, no search for a row
        return;
    }
    QTreeView::keyPressEvent(event);
}

void TreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    m_hasMoved = m_hasMoved || !isVisible();
    emit currentRowChanged(current);
}

/// Columns grow with the letters.
void TreeView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    const int width = fontMetrics().averageCharWidth();
    if (event->type() != QEvent::FontChange || m_characterWidth == 0 || width == m_characterWidth)
        return;
    for (int column = 0; column + 1 < header()->count(); ++column)
        setColumnWidth(column, columnWidth(column) * width / m_characterWidth);
    m_characterWidth = width;
}

void TreeView::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    if (!m_hasMoved)
        return;
    m_hasMoved = false;
    const auto reveal = [this] {
        scrollToTop(); // so that no more is scrolled away than must be
        scrollTo(currentIndex());
    };
    QTimer::singleShot(0, this, reveal); // the layout gives the size only after this event
}

} // namespace noclobber::widgets
