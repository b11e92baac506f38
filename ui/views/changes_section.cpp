#include "ui/views/changes_section.h"

#include <QVBoxLayout>

#include "ui/views/row_delegate.h"

namespace noclobber::views {

using models::ChangeModel;

namespace {

constexpr int mostExpandedQuietRows = 200; ///< a longer group of quiet rows begins folded, its count in sight

} // namespace

ChangesSection::ChangesSection(Selection &selection, const runner::Services &services,
                               const KSyntaxHighlighting::Repository &repository, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), m_selection(selection), m_model(new ChangeModel(this)),
      m_filter(new widgets::FilterLine(tr("Filter ( / ): a name, kind:Secret, state:deleted, has:data"))),
      m_list(new widgets::TreeView(tr("Changed and affected objects"))),
      m_object(new ObjectPane(services, repository, this))
{
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setIndentation(12);
    m_list->setColumnCharacters({19, 21, 27});
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(8, 4, 0, 4);
    column->setSpacing(4);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    addWidget(left);
    addWidget(m_object);
    setSizes({580, 780});
    setStretchFactor(0, 2);
    setStretchFactor(1, 3);
    setChildrenCollapsible(false);
    setHandleWidth(1);

    connect(m_filter, &widgets::FilterLine::filterChanged, this, &ChangesSection::filter);
    connect(m_list, &widgets::TreeView::currentRowChanged, this, [this](const QModelIndex &current) {
        if (const models::ReviewedObject *object = m_model->object(current))
            m_selection.setObject(object->id);
    });
    connect(&m_selection, &Selection::objectChanged, this, [this](const argo::ObjectId &id) {
        reveal(id);
        m_object->showObject(id);
    });
}

void ChangesSection::setReview(const review::ReviewPtr &review, const models::ChangeListPtr &list)
{
    m_object->setReview(review);
    m_filter->clear();
    m_model->setReview(review, list);
    m_filter->setCounts(m_model->shownCount(), m_model->objectCount());
    expand();
}

void ChangesSection::filter(const QString &text)
{
    m_model->setFilter(text);
    m_filter->setCounts(m_model->shownCount(), m_model->objectCount());
    expand();
    if (m_selection.object())
        reveal(*m_selection.object());
}

void ChangesSection::expand()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        const bool isQuiet = group.data(models::LevelRole).toInt() < static_cast<int>(models::Level::Caution);
        m_list->setExpanded(group, !isQuiet || m_model->rowCount(group) <= mostExpandedQuietRows);
    }
}

void ChangesSection::reveal(const argo::ObjectId &id)
{
    const QModelIndex row = m_model->find(id);
    if (row.isValid() && row.siblingAtColumn(0) != m_list->currentIndex().siblingAtColumn(0)) {
        m_list->setCurrentIndex(row);
    }
}

} // namespace noclobber::views
