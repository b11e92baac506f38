#include "ui/views/overwrites_section.h"

#include <QLabel>

#include "ui/views/overwrite_card_view.h"
#include "ui/views/padded.h"
#include "ui/views/row_delegate.h"

namespace noclobber::views {

OverwritesSection::OverwritesSection(Selection &selection, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), m_selection(selection), m_model(new models::OverwriteModel(this)),
      m_list(new widgets::TreeView(tr("Objects with more than one definition"), this)), m_area(new QScrollArea(this))
{
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setColumnCharacters({19});
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Definitions of the chosen object"));
    addWidget(padded(m_list));
    addWidget(m_area);
    setSizes({400, 960});
    setStretchFactor(0, 2);
    setStretchFactor(1, 5);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    connect(m_list, &widgets::TreeView::currentRowChanged, this, [this](const QModelIndex &current) {
        if (isVisible())
            showCard(current.siblingAtColumn(0));
        if (current.isValid())
            m_selection.setObject(current.data(models::IdentityRole).value<argo::ObjectId>());
    });
    connect(&m_selection, &Selection::objectChanged, this, [this](const argo::ObjectId &id) {
        const QModelIndex row = m_model->find(id);
        if (row.isValid() && row.row() != m_list->currentIndex().row())
            m_list->setCurrentIndex(row);
    });
}

void OverwritesSection::setReview(const review::ReviewPtr &review)
{
    m_model->setReview(review);
    QSignalBlocker quiet(m_list); // what is looked at first is the window's choice
    m_list->setCurrentIndex(m_model->index(0, 0));
    if (isVisible())
        showCard(m_list->currentIndex());
}

void OverwritesSection::showEvent(QShowEvent *event)
{
    showCard(m_list->currentIndex().siblingAtColumn(0)); // made only for who looks at it
    QSplitter::showEvent(event);
}

void OverwritesSection::showCard(const QModelIndex &index)
{
    if (!index.isValid()) {
        auto *empty = new QLabel(tr("Every object has one definition, and none replaces another."));
        empty->setMargin(16);
        empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        empty->setWordWrap(true);
        m_area->setWidget(empty);
        return;
    }
    auto *card = new OverwriteCardView(m_model->card(index));
    const auto id = index.data(models::IdentityRole).value<argo::ObjectId>();
    connect(card, &OverwriteCardView::radiusAsked, this, [this, id] { m_selection.go(Section::BlastRadius, id); });
    connect(card, &OverwriteCardView::textAsked, this, [this, id] { m_selection.go(Section::Changes, id); });
    m_area->setWidget(card);
}

} // namespace noclobber::views
