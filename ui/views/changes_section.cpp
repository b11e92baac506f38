#include "ui/views/changes_section.h"

#include <QHeaderView>
#include <QScopedValueRollback>
#include <QSettings>
#include <QVBoxLayout>

#include "ui/models/similar_changes.h"
#include "ui/views/empty_note.h"
#include "ui/views/row_delegate.h"

namespace noclobber::views {

using models::ChangeModel;

namespace {

constexpr int mostRowsAllOpen = 200; ///< in a longer list quiet groups begin folded, their counts in sight
const QLatin1String splitterKey("changes/splitter");

} // namespace

ChangesSection::ChangesSection(Selection &selection, record::RecordKeeper &record, const runner::Services &services,
                               const KSyntaxHighlighting::Repository &repository, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), m_selection(selection), m_record(record), m_model(new ChangeModel(this)),
      m_arrangement(new ArrangementMenu(this)),
      m_filter(new widgets::FilterLine(tr("Filter ( / ): a name, kind:Secret, state:pruned, -is:seen"))),
      m_arrangementButton(new QPushButton(this)), m_saved(new SavedFilters(this)), m_emptiness(emptyNote({}, this)),
      m_list(new widgets::TreeView(tr("Changed and affected objects"))), m_similar(new SimilarBar(this)),
      m_object(new ObjectPane(services, repository, this))
{
    makeList();
    makeLeft();
    addWidget(m_object);
    setSizes({620, 740});
    setStretchFactor(0, 2);
    setStretchFactor(1, 3);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    restoreState(QSettings().value(splitterKey).toByteArray());
    connectAll();
}

ChangesSection::~ChangesSection()
{
    QSettings settings;
    settings.setValue(splitterKey, saveState());
}

void ChangesSection::makeList()
{
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setIndentation(12);
    QList<int> wanted(ChangeModel::ColumnCount);
    QList<int> least(ChangeModel::ColumnCount);
    const auto measure = [&wanted, &least](ChangeModel::Column column, int width, int narrowest) {
        wanted[column] = width;
        least[column] = narrowest;
    };
    measure(ChangeModel::StateColumn, 21, 16);
    measure(ChangeModel::SeenColumn, 7, 4);
    measure(ChangeModel::KindColumn, 16, 7);
    measure(ChangeModel::NameColumn, 25, 13);
    measure(ChangeModel::ClusterColumn, 12, 5);
    measure(ChangeModel::RemarkColumn, 12, 2);
    m_list->setColumnCharacters(wanted, least);
    m_list->header()->moveSection(ChangeModel::SeenColumn, 1);
    m_list->header()->moveSection(m_list->header()->visualIndex(ChangeModel::ClusterColumn), 4);
}

void ChangesSection::makeLeft()
{
    m_arrangementButton->setMenu(m_arrangement);
    m_arrangementButton->setToolTip(tr("What the changes are grouped and sorted by"));
    m_arrangementButton->setFocusPolicy(Qt::TabFocus);
    m_arrangementButton->setAutoDefault(false);
    m_filter->addBeside(m_arrangementButton);
    m_filter->addBelow(m_saved->saveButton());
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(8, 4, 0, 4);
    column->setSpacing(4);
    column->addWidget(m_filter);
    column->addWidget(m_saved);
    column->addWidget(m_emptiness);
    column->addWidget(m_list, 1);
    column->addWidget(m_similar);
    addWidget(left);
}

void ChangesSection::connectAll()
{
    m_filter->setCompletions(
        [this](const QString &word) { return models::filterCompletions(word, m_model->list().values); });
    connect(m_filter, &widgets::FilterLine::filterChanged, this, &ChangesSection::useFilter);
    connect(m_saved, &SavedFilters::chosen, m_filter, &widgets::FilterLine::setText);
    connect(m_filter, &widgets::FilterLine::leaveAsked, this, &ChangesSection::focusList);
    connect(m_arrangement, &ArrangementMenu::chosen, this, &ChangesSection::useArrangement);
    connect(m_list, &widgets::TreeView::currentRowChanged, this, &ChangesSection::showCurrent);
    const auto remember = [this](bool isOpen) {
        return [this, isOpen](const QModelIndex &group) {
            if (!m_isExpanding)
                m_isOpen.insert(group.data().toString(), isOpen);
        };
    };
    connect(m_list, &QTreeView::expanded, this, remember(true));
    connect(m_list, &QTreeView::collapsed, this, remember(false));
    connect(&m_selection, &Selection::objectChanged, this, [this](const argo::ObjectId &id) {
        reveal(id);
        m_object->showObject(id);
    });
    connect(&m_record, &record::RecordKeeper::changed, this, &ChangesSection::takeMarks);
    connect(m_similar, &SimilarBar::undoAsked, this, [this] { m_record.undoStack()->undo(); });
    connect(m_similar, &SimilarBar::markAsked, this,
            [this] { m_record.setSeen(m_model->objects(sharedRow(m_list->currentIndex())), true); });
    m_model->setMarks({[this](const argo::ObjectId &id) { return m_record.isSeen(id); },
                       [this](const argo::ObjectId &id) { return m_comments.value(id); }});
}

void ChangesSection::setReview(const review::ReviewPtr &review, const models::ChangeListPtr &list)
{
    const bool isOther = m_review && m_review->comparison.place.gitDirectory != review->comparison.place.gitDirectory;
    m_review = review;
    m_isOpen.clear();
    m_object->setReview(review);
    if (isOther)
        m_filter->clear();
    m_model->setReview(review, list);
    m_list->setColumnHidden(ChangeModel::ClusterColumn,
                            list->values.at(static_cast<std::size_t>(models::FilterField::Scope)).size() < 2);
    rowsChanged();
    useArrangement();
}

void ChangesSection::useFilter(const QString &text)
{
    m_filter->setProblems(m_model->setFilter(text).problems());
    m_saved->setFilter(text);
    rowsChanged();
}

void ChangesSection::useArrangement()
{
    const models::Grouping grouping = m_arrangement->grouping();
    const models::Sorting sorting = m_arrangement->sorting();
    m_arrangementButton->setText(m_arrangement->word());
    m_arrangementButton->setAccessibleName(tr("Grouped by: %1").arg(m_arrangement->word()));
    if (!m_review || (m_model->arrangement()->grouping == grouping && m_model->arrangement()->sorting == sorting))
        return m_arranging.forget();
    const auto work = [list = m_model->sharedList(), grouping, sorting] {
        return std::make_shared<const models::Arrangement>(models::arrange(*list, grouping, sorting));
    };
    m_arranging.ask(this, work, [this](const models::ArrangementPtr &arrangement) {
        m_isOpen.clear();
        m_model->setArrangement(arrangement);
        rowsChanged();
    });
}

void ChangesSection::takeMarks()
{
    m_comments.clear();
    for (const record::Comment &comment : m_record.comments())
        ++m_comments[comment.id];
    const int shown = m_model->shownCount();
    m_model->refreshMarks(m_list->currentIndex());
    if (m_model->shownCount() != shown)
        rowsChanged();
    m_list->viewport()->update();
    showSimilar();
}

void ChangesSection::rowsChanged()
{
    m_filter->setCounts(m_model->shownCount(), m_model->objectCount());
    expand();
    showEmptiness();
    if (m_selection.object())
        reveal(*m_selection.object());
    showSimilar();
}

void ChangesSection::expand()
{
    const QScopedValueRollback<bool> guard(m_isExpanding, true);
    const bool isShort = m_model->shownCount() <= mostRowsAllOpen;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        const bool isRisky = group.data(models::LevelRole).toInt() >= static_cast<int>(models::Level::Caution);
        m_list->setExpanded(group, m_isOpen.value(group.data().toString(), isShort || isRisky));
    }
}

void ChangesSection::showEmptiness()
{
    QString text;
    if (m_model->objectCount() == 0)
        text = tr("No object differs between the two commits.");
    else if (m_model->shownCount() == 0)
        text = tr("The filter hides all %Ln objects.", "", m_model->objectCount());
    else if (const int files = m_model->list().formattedFiles; files > 0)
        text = tr("No object differs; %Ln files changed only in comments, order or quoting.", "", files);
    m_emptiness->setText(text);
    m_emptiness->setVisible(!text.isEmpty());
    const bool hasObjects = m_model->objectCount() > 0; // else one sentence says all, and there is nothing to filter
    m_filter->setVisible(hasObjects);
    m_object->setVisible(hasObjects);
    const bool hasRows = m_model->shownCount() > 0;
    m_emptiness->setSizePolicy(QSizePolicy::Preferred, hasRows ? QSizePolicy::Preferred : QSizePolicy::Expanding);
    if (hasObjects && !hasRows && m_list->hasFocus())
        m_filter->takeFocus();
    m_list->setVisible(hasRows);
}

/// The row that stands for several objects, of itself or of a row below it; invalid for other rows.
QModelIndex ChangesSection::sharedRow(const QModelIndex &row) const
{
    if (m_model->delta(row) == nullptr)
        return {};
    return m_model->object(row) == nullptr ? row.siblingAtColumn(0) : row.parent();
}

void ChangesSection::showSimilar()
{
    const QModelIndex shared = sharedRow(m_list->currentIndex());
    m_shared = shared;
    m_similar->setVisible(shared.isValid());
    if (!shared.isValid())
        return;
    const diff::ObjectChange &delta = *m_model->delta(shared);
    const std::vector<argo::ObjectId> ids = m_model->objects(shared);
    const auto unseen = std::ranges::count_if(ids, [this](const argo::ObjectId &id) { return !m_record.isSeen(id); });
    m_similar->setContent(models::DeltaWords::line(delta), models::DeltaWords::whole(delta),
                          static_cast<int>(ids.size()), static_cast<int>(unseen));
}

/// A shared row shows the first of its objects.
void ChangesSection::showCurrent(const QModelIndex &current)
{
    if (const QModelIndex shared = sharedRow(current); !shared.isValid() || m_shared != shared)
        showSimilar();
    const QModelIndex row = m_model->delta(current) != nullptr && m_model->object(current) == nullptr
                                ? m_model->index(0, 0, current.siblingAtColumn(0))
                                : current;
    if (const models::ReviewedObject *object = m_model->object(row))
        m_selection.setObject(object->id);
}

void ChangesSection::reveal(const argo::ObjectId &id)
{
    const QModelIndex row = m_model->find(id);
    const QModelIndex current = m_list->currentIndex().siblingAtColumn(0);
    const bool isShown = row == current || (row.isValid() && row.row() == 0 && row.parent() == current &&
                                            m_model->delta(current) != nullptr);
    if (row.isValid() && !isShown)
        m_list->setCurrentIndex(row);
}

void ChangesSection::markSeenAndGoOn()
{
    const QModelIndex current = m_list->currentIndex();
    const QModelIndex next = m_model->nextUnseenRisk(current);
    const QPersistentModelIndex nextRow(next == current.siblingAtColumn(0) ? QModelIndex() : next);
    const bool isRow = m_model->object(current) != nullptr || m_model->delta(current) != nullptr;
    if (isRow)
        m_record.setSeen(m_model->objects(current), true);
    if (nextRow.isValid())
        m_list->setCurrentIndex(nextRow);
}

void ChangesSection::unsee()
{
    const QModelIndex current = m_list->currentIndex();
    if (m_model->object(current) != nullptr || m_model->delta(current) != nullptr)
        m_record.setSeen(m_model->objects(current), false);
}

void ChangesSection::markAllShown()
{
    m_record.setSeen(m_model->shownObjects(), true);
}

} // namespace noclobber::views
