#include "ui/views/radius_section.h"

#include <QHBoxLayout>
#include <QVBoxLayout>
#include <utility>

#include "ui/views/row_delegate.h"

namespace noclobber::views {

using models::RadiusPart;

namespace {

constexpr int mostExpandedRows = 5000;

} // namespace

RadiusSection::RadiusSection(Selection &selection, QWidget *parent)
    : QWidget(parent), m_selection(selection), m_model(new models::RadiusModel(this)),
      m_parts(new widgets::SectionBar(this)), m_sum(new QLabel(this)),
      m_tree(new widgets::TreeView(tr("Blast radius, grouped by cause"), this)), m_empty(new QLabel(this)),
      m_chain(new ChainLabel(this))
{
    for (const QString &part : {tr("What dies"), tr("What survives"), tr("Everything")})
        m_parts->addSection(part);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setModel(m_model);
    m_tree->setColumnCharacters({58, 24, 20});
    m_empty->setMargin(12);
    auto *top = new QHBoxLayout;
    top->addWidget(m_parts);
    top->addWidget(m_sum, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->setSpacing(4);
    column->addLayout(top);
    column->addWidget(m_empty);
    column->addWidget(m_tree, 1);
    column->addWidget(m_chain);

    connect(m_parts, &widgets::SectionBar::chosen, this, [this](int part) { setPart(static_cast<RadiusPart>(part)); });
    connect(m_tree, &widgets::TreeView::currentRowChanged, this, [this](const QModelIndex &current) {
        if (const QVariant id = current.data(models::IdentityRole); id.isValid())
            m_selection.setObject(id.value<argo::ObjectId>());
    });
    connect(m_tree, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        m_selection.go(Section::Changes, index.data(models::IdentityRole).value<argo::ObjectId>());
    });
    connect(&m_selection, &Selection::objectChanged, this, [this](const argo::ObjectId &id) {
        reveal(id);
        showChain(id);
    });
}

void RadiusSection::setReview(const review::ReviewPtr &review)
{
    m_review = review;
    m_counts = review ? models::countRadius(review->radius) : models::RadiusCounts{};
    m_parts->setCount(0, m_counts.dies);
    m_parts->setCount(1, m_counts.survives);
    m_parts->setCount(2, m_counts.all);
    m_sum->setText(tr("%1 die (%2 hold data) + %3 survive + %4 are created or updated = %5")
                       .arg(m_counts.dies)
                       .arg(m_counts.diesWithData)
                       .arg(m_counts.survives)
                       .arg(m_counts.changes)
                       .arg(m_counts.all));
    m_chain->setChain({});
    m_model->setReview({});
    m_isFilled = false;
}

void RadiusSection::fill()
{
    if (std::exchange(m_isFilled, true))
        return;
    const RadiusPart part = m_counts.dies > 0 ? RadiusPart::Dies : RadiusPart::Everything;
    m_model->setReview(m_review, part);
    showPart(part);
}

void RadiusSection::setPart(RadiusPart part)
{
    m_model->setPart(part);
    showPart(part);
}

void RadiusSection::showPart(RadiusPart part)
{
    m_parts->setCurrent(static_cast<int>(part));
    m_empty->setVisible(m_model->shownCount() == 0);
    m_empty->setText(part == RadiusPart::Dies       ? tr("Nothing would be deleted.")
                     : part == RadiusPart::Survives ? tr("Nothing is left behind, kept or taken over.")
                                                    : tr("The change reaches no object of a cluster."));
    expand();
    if (m_selection.object())
        reveal(*m_selection.object());
}

void RadiusSection::expand()
{
    if (m_model->shownCount() <= mostExpandedRows)
        m_tree->expandAll();
    else
        m_tree->expandToDepth(0);
}

void RadiusSection::reveal(const argo::ObjectId &id)
{
    const QModelIndex row = m_model->find(id);
    const QModelIndex current = m_tree->currentIndex();
    if (!row.isValid() || current.data(models::IdentityRole).value<argo::ObjectId>() == id)
        return;
    m_tree->setCurrentIndex(row);
}

void RadiusSection::showChain(const argo::ObjectId &id)
{
    const blast::AffectedObject *affected = m_review ? m_review->radius.find(id) : nullptr;
    m_chain->setChain(affected != nullptr ? affected->because : std::vector<blast::Reason>{});
}

} // namespace noclobber::views
