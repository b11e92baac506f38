#include "ui/views/guard_rails_section.h"

#include <QClipboard>
#include <QDate>
#include <QGuiApplication>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/models/object_state.h"
#include "ui/views/row_delegate.h"
#include "ui/widgets/glyph_button.h"

namespace noclobber::views {

using models::GuardRailModel;

GuardRailsSection::GuardRailsSection(Selection &selection, const runner::Services &services, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), m_selection(selection), m_services(services),
      m_model(new GuardRailModel(this)), m_coverage(new QLabel(this)), m_progress(new QLabel(this)),
      m_list(new widgets::TreeView(tr("Guard rails"), this))
{
    addWidget(makeList());
    addWidget(makeDetail());
    setSizes({740, 620});
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    connectParts();
}

GuardRailsSection::~GuardRailsSection()
{
    m_stop.request_stop();
}

QWidget *GuardRailsSection::makeList()
{
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setIndentation(12);
    m_list->setColumnCharacters({46, 9, 9}, {22, 8, 7, 8});
    QFont bold = m_coverage->font();
    bold.setBold(true);
    m_coverage->setFont(bold);
    m_coverage->setObjectName(QStringLiteral("coverage"));
    m_progress->setText(tr("Counting what each commit breaks by itself…"));
    for (QLabel *label : {m_coverage, m_progress}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_progress->hide();
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(8, 8, 0, 4);
    column->setSpacing(4);
    column->addWidget(m_coverage);
    column->addWidget(m_progress);
    column->addWidget(m_list, 1);
    return pane;
}

QWidget *GuardRailsSection::makeDetail()
{
    auto *detail = new QWidget;
    m_badge = new widgets::Badge(detail);
    for (widgets::Paragraph **part : {&m_heading, &m_message, &m_mend, &m_waiver, &m_places, &m_counts, &m_explanation,
                                      &m_accident, &m_ruleMend, &m_example})
        *part = new widgets::Paragraph(detail);
    m_heading->setTitleFont(1.15);
    m_example->setFixedFont();
    m_patch = new PatchOffer(m_services, detail);
    m_copyMend = new widgets::GlyphButton(QStringLiteral("copy"), tr("Copy how to mend it"), detail);
    m_show = new QToolButton(detail);
    m_show->setText(tr("Show the object"));
    m_show->setAccessibleName(tr("Show the object of this finding in the change list"));
    m_show->setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_badge, m_heading, m_message, m_mend, m_copyMend, m_patch, m_waiver,
                                          m_places, m_show, m_explanation, m_counts, m_accident, m_ruleMend, m_example})
        column->addWidget(part);
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setAccessibleName(tr("The chosen rule or finding"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(detail);
    return area;
}

void GuardRailsSection::connectParts()
{
    connect(m_list, &widgets::TreeView::currentRowChanged, this, [this](const QModelIndex &current) {
        showDetail(current);
        if (const QVariant id = current.siblingAtColumn(0).data(models::IdentityRole); id.isValid())
            m_selection.setObject(id.value<argo::ObjectId>());
    });
    connect(m_list, &QAbstractItemView::activated, m_show, &QToolButton::click);
    connect(m_show, &QToolButton::clicked, this, [this] {
        const QVariant id = m_list->currentIndex().data(models::IdentityRole);
        if (id.isValid())
            m_selection.go(Section::Changes, id.value<argo::ObjectId>());
    });
    connect(m_copyMend, &QToolButton::clicked, this, &GuardRailsSection::copyMend);
    connect(&m_selection, &Selection::objectChanged, this, &GuardRailsSection::reveal);
}

void GuardRailsSection::setReview(const models::GuardRailListPtr &list)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_judging.forget();
    m_isJudged = false;
    m_review = list->review;
    m_coverage->setText(models::coverageText(*m_review));
    m_progress->hide();
    takeList(list);
    if (isVisible())
        judgeBothCommits();
}

void GuardRailsSection::showEvent(QShowEvent *event)
{
    QSplitter::showEvent(event);
    if (m_review)
        judgeBothCommits();
}

void GuardRailsSection::judgeBothCommits()
{
    if (m_isJudged || !m_services.readGuardRails)
        return;
    m_isJudged = true;
    m_progress->show();
    const std::string today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    const auto work = [read = m_services.readGuardRails, review = m_review, today, stop = m_stop.get_token()] {
        auto rails = read(*review, today, stop);
        return rails ? models::makeGuardRailList(review, std::make_shared<const review::GuardRails>(std::move(*rails)))
                     : models::GuardRailListPtr();
    };
    m_judging.ask(this, work, [this](const models::GuardRailListPtr &list) {
        m_progress->setVisible(!list);
        if (list)
            takeList(list);
        else
            m_progress->setText(tr("What each commit breaks by itself could not be counted."));
        emit counted();
    });
}

/// Shows a list; the finding that was chosen stays so. What the change breaks is open, the rest is counted in its row.
void GuardRailsSection::takeList(const models::GuardRailListPtr &list)
{
    const GuardRailModel::Row *chosen = m_model->row(m_list->currentIndex().siblingAtColumn(0));
    const auto key =
        chosen != nullptr && chosen->finding != nullptr ? std::optional(review::keyOf(*chosen->finding)) : std::nullopt;
    const QSignalBlocker quiet(m_list);
    m_model->setList(list);
    for (int group = 0; group < m_model->rowCount(); ++group) {
        const QModelIndex parent = m_model->index(group, 0);
        const GuardRailModel::Row *first = m_model->row(m_model->index(0, 0, parent));
        m_list->setExpanded(parent, first->group != GuardRailModel::Group::Quiet);
        const bool isOpen = first->group != GuardRailModel::Group::Standing;
        for (int rule = 0; isOpen && rule < m_model->rowCount(parent); ++rule)
            m_list->expand(m_model->index(rule, 0, parent));
    }
    const QModelIndex kept = key ? m_model->find(*key) : QModelIndex();
    m_list->setCurrentIndex(kept.isValid() ? kept : m_model->firstFinding());
    showDetail(m_list->currentIndex());
}

void GuardRailsSection::showDetail(const QModelIndex &index)
{
    const models::GuardRailDetail detail = models::detailOf(*m_model, index.siblingAtColumn(0));
    m_badge->setContent(detail.glyph, detail.badge, static_cast<int>(detail.level));
    m_heading->setContent({}, index.isValid() ? detail.heading : tr("No rule has anything to say about this change."));
    m_counts->setContent({}, detail.counts);
    m_message->setContent({}, detail.message);
    m_mend->setContent(tr("How to mend it"), detail.mend);
    m_waiver->setContent(tr("Accepted"), detail.waiver);
    m_places->setContent(tr("Where"), detail.places.join(QLatin1Char('\n')));
    m_explanation->setContent(tr("The rule %1").arg(detail.rule), detail.explanation);
    m_accident->setContent(tr("What happened to others"), detail.accident);
    m_ruleMend->setContent(tr("How to keep it"), detail.ruleMend);
    m_example->setContent(tr("Example"), detail.example);
    m_copyMend->setVisible(!detail.mend.isEmpty() || !detail.ruleMend.isEmpty());
    m_show->setVisible(index.siblingAtColumn(0).data(models::IdentityRole).isValid());
    m_patch->offer(m_review,
                   detail.fixable > 0 ? m_model->findings(index.siblingAtColumn(0)) : std::vector<rules::Finding>());
}

void GuardRailsSection::reveal(const argo::ObjectId &id)
{
    const QVariant current = m_list->currentIndex().data(models::IdentityRole);
    if (current.isValid() && current.value<argo::ObjectId>() == id)
        return;
    const QModelIndex row = m_model->find(id);
    if (row.isValid())
        m_list->setCurrentIndex(row);
}

void GuardRailsSection::copyMend()
{
    const auto detail = models::detailOf(*m_model, m_list->currentIndex().siblingAtColumn(0));
    if (const QString mend = detail.mend.isEmpty() ? detail.ruleMend : detail.mend; !mend.isEmpty())
        QGuiApplication::clipboard()->setText(mend);
}

void GuardRailsSection::copyPatch()
{
    if (m_patch->isOffered())
        m_patch->copyPatch();
}

void GuardRailsSection::savePatch()
{
    if (m_patch->isOffered())
        m_patch->savePatch();
}

void GuardRailsSection::next()
{
    step(true);
}

void GuardRailsSection::previous()
{
    step(false);
}

void GuardRailsSection::step(bool forward)
{
    QModelIndex row = m_list->currentIndex();
    do {
        row = forward ? m_list->indexBelow(row) : m_list->indexAbove(row);
    } while (row.isValid() && m_model->hasChildren(row.siblingAtColumn(0)));
    if (!row.isValid())
        return;
    m_list->setCurrentIndex(row);
    m_selection.go(Section::GuardRails, std::nullopt);
}

} // namespace noclobber::views
