#include "ui/widgets/tree_view.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTimer>

namespace noclobber::widgets {

int rowHeightFor(const QFontMetrics &metrics)
{
    constexpr int large = 26; ///< pixels high: where rows are few, less is left between them
    return metrics.height() >= large ? metrics.height() * 6 / 5 : metrics.height() * 3 / 2;
}

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
    header()->setMinimumSectionSize(fontMetrics().averageCharWidth()); // else the widest letter's, and columns leave
    header()->setTextElideMode(Qt::ElideRight);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

/// Whether the first cell is all that a row has.
bool TreeView::isAlone(const QModelIndex &row) const
{
    for (int column = 1; column < model()->columnCount(row.parent()); ++column) {
        if (row.siblingAtColumn(column).data().isValid())
            return false;
    }
    return true;
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
        const bool spans = mayHead ? !row.siblingAtColumn(1).data().isValid() : isAlone(row);
        if (spans != isFirstColumnSpanned(row.row(), row.parent()))
            setFirstColumnSpanned(row.row(), row.parent(), spans);
    }
}

void TreeView::paintEvent(QPaintEvent *event)
{
    spanVisibleGroups();
    QTreeView::paintEvent(event);
}

void TreeView::setColumnCharacters(const QList<int> &wanted, const QList<int> &least)
{
    m_characterWidth = fontMetrics().averageCharWidth();
    m_least = least;
    for (int column = 0; column < wanted.size(); ++column)
        setColumnWidth(column, wanted.at(column) * m_characterWidth);
    adoptColumns();
    connect(header(), &QHeaderView::sectionResized, this, &TreeView::takeWidth, Qt::UniqueConnection);
}

QByteArray TreeView::columns()
{
    const QScopedValueRollback<bool> guard(m_isFitting, true);
    for (int column = 0; column < m_wanted.size(); ++column) {
        if (!isColumnHidden(column))
            setColumnWidth(column, m_wanted.at(column));
    }
    const QByteArray kept = header()->saveState();
    fitColumns();
    return kept;
}

void TreeView::restoreColumns(const QByteArray &kept)
{
    const QScopedValueRollback<bool> guard(m_isFitting, true);
    header()->restoreState(kept);
    adoptColumns();
    fitColumns();
}

/// What the columns measure now is what they should.
void TreeView::adoptColumns()
{
    m_wanted.clear();
    for (int column = 0; column < header()->count(); ++column)
        m_wanted << columnWidth(column);
}

/// A person drew a column wider or narrower.
void TreeView::takeWidth(int column, int, int width)
{
    if (!m_isFitting && width > 0 && column < m_wanted.size())
        m_wanted[column] = width;
}

/// The one that is stretched.
int TreeView::lastColumn() const
{
    for (int place = header()->count() - 1; place > 0; --place) {
        if (!header()->isSectionHidden(header()->logicalIndex(place)))
            return header()->logicalIndex(place);
    }
    return 0;
}

/// Takes what is missing in width from what the columns can spare, in proportion; no column leaves the view by that.
void TreeView::fitColumns()
{
    if (m_least.isEmpty())
        return;
    const QScopedValueRollback<bool> guard(m_isFitting, true);
    QList<int> spare(m_wanted.size());
    int all = 0;
    int spareOfAll = 0;
    const int last = lastColumn();
    for (int column = 0; column < m_wanted.size(); ++column) {
        if (isColumnHidden(column))
            continue;
        const int least = m_least.value(column, 0) * m_characterWidth;
        spare[column] = column == last ? 0 : qMax(0, m_wanted.at(column) - least);
        spareOfAll += spare.at(column);
        all += column == last ? least : m_wanted.at(column);
    }
    const int missing = qBound(0, all - viewport()->width(), spareOfAll);
    int rest = viewport()->width();
    for (int column = 0; column < m_wanted.size(); ++column) {
        if (column == last || isColumnHidden(column))
            continue;
        setColumnWidth(column,
                       m_wanted.at(column) - (spare.at(column) * missing + spareOfAll - 1) / qMax(1, spareOfAll));
        rest -= columnWidth(column);
    }
    setColumnWidth(last, qMax(rest, m_least.value(last) * m_characterWidth)); // the heading stretches it late
}

void TreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
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
    return rowHeightFor(fontMetrics());
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
    const QScopedValueRollback<bool> guard(m_isFitting, true);
    for (int column = 0; column < m_wanted.size(); ++column) {
        m_wanted[column] = m_wanted.at(column) * width / m_characterWidth;
        if (column + 1 < m_wanted.size())
            setColumnWidth(column, m_wanted.at(column));
    }
    m_characterWidth = width;
    fitColumns();
}

void TreeView::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    if (!m_hasMoved)
        return;
    m_hasMoved = false;
    const auto reveal = [this] {
        scrollToTop(); // so that no more is scrolled away than must be
        if (!viewport()->rect().contains(visualRect(currentIndex())))
            scrollTo(currentIndex(), PositionAtCenter); // with what stands around it
    };
    QTimer::singleShot(0, this, reveal); // the layout gives the size only after this event
}

} // namespace noclobber::widgets
