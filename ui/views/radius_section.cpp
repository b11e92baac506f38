#include "ui/views/radius_section.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <utility>

#include "ui/models/radius_words.h"
#include "ui/views/empty_note.h"
#include "ui/views/row_delegate.h"
#include "ui/widgets/reader_toggle.h"

namespace noclobber::views {

using models::RadiusGrouping;
using models::RadiusPart;

namespace {

constexpr int fewestLines = 22; ///< of text high, from where on the overview is shown above the list

constexpr int mostExpandedRows = 5000;

} // namespace

RadiusSection::RadiusSection(Selection &selection, QWidget *parent)
    : QWidget(parent), m_selection(selection), m_model(new models::RadiusModel(this)), m_grouping(new QComboBox(this)),
      m_path(new QToolButton(this)), m_export(new QPushButton(tr("Export the list"), this)), m_sum(new QLabel(this)),
      m_icicle(new widgets::Icicle(tr("Overview by Application, namespace and kind"), this)),
      m_hidden(new QLabel(this)), m_clear(new QPushButton(tr("Show all"), this)),
      m_tree(new widgets::TreeView(tr("Blast radius"), this)), m_empty(emptyNote({}, this)),
      m_chain(new ChainLabel(this)), m_diagram(new widgets::PathDiagram(tr("Path to the chosen object"), this)),
      m_diagramArea(new QScrollArea(this)), m_below(new QSplitter(Qt::Vertical, this))
{
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setModel(m_model);
    m_tree->setColumnCharacters({48, 27, 62}, {30, 20, 14, 8});
    m_sum->setWordWrap(true);
    m_sum->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_clear->setAutoDefault(false);
    m_clear->setAccessibleName(tr("Show all objects of this part again"));
    auto *hidden = new QHBoxLayout;
    hidden->addWidget(m_hidden);
    hidden->addWidget(m_clear);
    hidden->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(4);
    column->addWidget(makeControls());
    column->addWidget(m_sum);
    column->addWidget(m_icicle);
    column->addLayout(hidden);
    column->addWidget(m_empty);
    column->addWidget(m_below, 1);
    column->addWidget(m_chain);
    fillBelow();
    connectAll();
    showHidden();
}

void RadiusSection::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showHidden();
}

QWidget *RadiusSection::makeControls()
{
    auto *row = new widgets::LineOrTwo(this);
    auto *group = new QButtonGroup(this);
    for (std::size_t part = 0; part < m_parts.size(); ++part) {
        m_parts.at(part) = new QRadioButton(this);
        group->addButton(m_parts.at(part), static_cast<int>(part));
        row->first()->addWidget(m_parts.at(part));
    }
    connect(group, &QButtonGroup::idToggled, this, [this](int part, bool isOn) {
        if (isOn && static_cast<RadiusPart>(part) != m_part) // by whatever means: readers toggle without a click
            showPart(static_cast<RadiusPart>(part));
    });
    auto *label = new QLabel(tr("Group b&y"), this);
    label->setBuddy(m_grouping);
    for (const QString &name : {tr("Application"), tr("Namespace"), tr("Kind"), tr("Cause")})
        m_grouping->addItem(name);
    m_grouping->setAccessibleName(tr("Group the blast radius by"));
    m_path->setFocusPolicy(Qt::TabFocus);
    widgets::triggerByToggle(*m_path);
    m_export->setAccessibleName(m_export->text());
    m_export->setAutoDefault(false);
    for (QWidget *widget : std::initializer_list<QWidget *>{label, m_grouping, m_path, m_export})
        row->second()->addWidget(widget);
    return row;
}

void RadiusSection::fillBelow()
{
    m_diagramArea->setWidget(m_diagram);
    m_diagramArea->setWidgetResizable(true);
    m_diagramArea->setFrameShape(QFrame::NoFrame);
    m_diagramArea->setFocusPolicy(Qt::NoFocus);
    m_diagramArea->hide();
    m_below->addWidget(m_tree);
    m_below->addWidget(m_diagramArea);
    m_below->setStretchFactor(0, 1);
    m_below->setChildrenCollapsible(false);
}

void RadiusSection::connectAll()
{
    connect(m_grouping, &QComboBox::currentIndexChanged, this, [this] { refresh(); });
    connect(m_icicle, &widgets::PaintedParts::chosen, this, &RadiusSection::filterBy);
    connect(m_icicle, &widgets::PaintedParts::cleared, this, [this] { filterBy(-1); });
    connect(m_clear, &QPushButton::clicked, this, [this] { filterBy(-1); });
    connect(m_tree, &widgets::TreeView::currentRowChanged, this, [this](const QModelIndex &current) {
        if (const QVariant id = current.data(models::IdentityRole); id.isValid())
            m_selection.setObject(id.value<argo::ObjectId>());
    });
    connect(m_tree, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const QVariant id = index.data(models::IdentityRole); id.isValid())
            m_selection.go(Section::Changes, id.value<argo::ObjectId>());
    });
    connect(m_diagram, &widgets::PaintedParts::chosen, this, [this](int box) {
        if (const auto &id = m_picture.boxes[static_cast<std::size_t>(box)].id)
            m_selection.setObject(argo::ObjectId(*id));
    });
    connect(m_diagram, &widgets::PaintedParts::cleared, this, &RadiusSection::togglePath);
    connect(m_diagram, &widgets::PaintedParts::currentPartChanged, this, &RadiusSection::showCurrentBox);
    connect(&m_selection, &Selection::objectChanged, this, [this](const argo::ObjectId &id) {
        reveal(id);
        showReasons();
    });
}

void RadiusSection::setReview(const review::ReviewPtr &review, const models::RadiusCounts &counts)
{
    m_background.forget();
    m_pathBackground.forget();
    m_writing.forget();
    m_review = review;
    m_counts = counts;
    const QLocale locale;
    const QString dies = tr("What dies: %1").arg(locale.toString(m_counts.dies));
    m_parts[0]->setText(
        m_counts.unknown > 0 ? tr("%1, unknown: %L2", "what dies, count").arg(dies).arg(m_counts.unknown) : dies);
    m_parts[1]->setText(tr("What survives and why: %1").arg(locale.toString(m_counts.survives)));
    m_parts[2]->setText(tr("Everything: %1").arg(locale.toString(m_counts.all)));
    m_part = m_counts.dies + m_counts.unknown > 0 ? RadiusPart::Dies : RadiusPart::Everything;
    m_parts.at(static_cast<std::size_t>(m_part))->setChecked(true);
    m_sum->setText(models::RadiusWords::sum(m_counts));
    m_list.reset();
    m_overview.reset();
    m_picture = {};
    m_chain->setChain({});
    m_model->setTree({});
    m_icicle->setCells({}, 0);
    m_isFilled = false;
    showHidden();
    showEmpty();
}

void RadiusSection::fill()
{
    if (m_review && !std::exchange(m_isFilled, true))
        refresh();
}

void RadiusSection::showChosen()
{
    fill();
    m_looksForChosen = true;
    revealOtherPart();
}

void RadiusSection::showPart(RadiusPart part)
{
    m_part = part;
    m_parts.at(static_cast<std::size_t>(part))->setChecked(true);
    m_overview.reset();
    m_model->setTree({}); // a list that gets the keyboard makes its first row the current one
    refresh();
}

/// Shows the objects of a cell alone; -1: all of the part.
void RadiusSection::filterBy(int cell)
{
    m_icicle->setMarked(cell == m_icicle->marked() ? -1 : cell);
    refresh();
}

void RadiusSection::refresh()
{
    if (!m_review)
        return;
    const auto work = [review = m_review, list = m_list, overview = m_overview, part = m_part,
                       cell = m_overview ? m_icicle->marked() : -1,
                       grouping = static_cast<RadiusGrouping>(m_grouping->currentIndex())] {
        Shown shown{list ? list : models::makeRadiusList(review), overview, {}};
        if (!shown.overview)
            shown.overview = std::make_shared<const models::RadiusOverview>(models::overviewOf(*shown.list, part));
        const auto places = cell < 0 ? models::placesOf(*shown.list, part)
                                     : shown.overview->placesOf(shown.overview->cells[static_cast<std::size_t>(cell)]);
        shown.tree = models::makeRadiusTree(shown.list, places, grouping);
        return shown;
    };
    m_background.ask(this, work, [this](const Shown &shown) { take(shown); });
}

void RadiusSection::take(const Shown &shown)
{
    m_list = shown.list;
    if (std::exchange(m_overview, shown.overview) != shown.overview)
        takeOverview();
    const QString storage = models::RadiusWords::storage(m_list->storage);
    const QString sum = models::RadiusWords::sum(m_counts);
    m_sum->setText(storage.isEmpty() ? sum : tr("%1. %2", "how the fates add up, storage").arg(sum, storage));
    m_model->setTree(shown.tree);
    m_tree->setColumnHidden(models::RadiusModel::RecoverColumn, m_part == RadiusPart::Survives);
    if (m_model->shownCount() <= mostExpandedRows)
        m_tree->expandAll();
    else
        m_tree->expandToDepth(0);
    showHidden();
    showEmpty();
    if (m_selection.object())
        reveal(*m_selection.object());
    revealOtherPart();
}

void RadiusSection::takeOverview()
{
    std::vector<widgets::IcicleCell> cells;
    cells.reserve(m_overview->cells.size());
    for (const models::OverviewCell &cell : m_overview->cells)
        cells.push_back(
            {cell.level, cell.parent, cell.first, cell.count, cell.dataLost, cell.name, cell.brief, cell.sentence});
    m_icicle->setCells(std::move(cells), static_cast<qint64>(m_overview->order.size()));
}

/// Says what the overview hides, and beside it how to see it again.
void RadiusSection::showHidden()
{
    const bool isFiltered = m_overview && m_icicle->marked() >= 0;
    m_hidden->setVisible(isFiltered);
    m_clear->setVisible(isFiltered);
    const bool hasRoom = isFiltered || height() >= fewestLines * fontMetrics().lineSpacing(); // the list goes first
    m_icicle->setVisible(m_icicle->partCount() > 0 && hasRoom);
    if (!isFiltered)
        return;
    const models::OverviewCell &cell = m_overview->cells[static_cast<std::size_t>(m_icicle->marked())];
    const int others = static_cast<int>(m_overview->order.size()) - cell.count;
    m_hidden->setText(tr("Only %1. %2", "what is shown, how much is hidden")
                          .arg(cell.sentence, tr("%Ln objects are hidden.", "", others)));
}

void RadiusSection::showEmpty()
{
    const bool isEmpty = m_list && m_model->shownCount() == 0;
    m_empty->setVisible(isEmpty);
    m_tree->setVisible(!isEmpty);
    m_empty->setText(m_part == RadiusPart::Dies       ? tr("Nothing would be deleted.")
                     : m_part == RadiusPart::Survives ? tr("Nothing is left behind, kept or taken over.")
                                                      : tr("The change reaches no object of a cluster."));
}

void RadiusSection::reveal(const argo::ObjectId &id)
{
    const QModelIndex current = m_tree->currentIndex();
    if (current.isValid() && current.data(models::IdentityRole).value<argo::ObjectId>() == id)
        return;
    const QModelIndex row = m_model->find(id);
    if (row.isValid())
        m_tree->setCurrentIndex(row);
}

/// Whoever comes to see what becomes of an object sees it, in whatever part it is, as soon as there is a list.
void RadiusSection::revealOtherPart()
{
    if (!m_list || !m_looksForChosen)
        return;
    m_looksForChosen = false;
    if (!m_selection.object() || m_model->find(*m_selection.object()).isValid())
        return;
    const blast::AffectedObject *affected = m_review->radius.find(*m_selection.object());
    if (affected != nullptr)
        showPart(models::partOf(*affected));
}

void RadiusSection::showReasons()
{
    const auto &id = m_selection.object();
    const blast::AffectedObject *affected = m_review && id ? m_review->radius.find(*id) : nullptr;
    m_chain->setChain(affected != nullptr ? affected->because : std::vector<blast::Reason>{});
    if (!m_diagramArea->isHidden())
        showPath();
}

} // namespace noclobber::views
