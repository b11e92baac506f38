#include "ui/views/overwrites_section.h"

#include <algorithm>

#include "ui/views/empty_note.h"
#include "ui/views/padded.h"
#include "ui/views/row_delegate.h"

namespace noclobber::views {

OverwritesSection::OverwritesSection(Selection &selection, const runner::Services &services, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), m_selection(selection), m_services(services),
      m_model(new models::OverwriteModel(this)),
      m_list(new widgets::TreeView(tr("Objects with more than one declaration"), this)), m_area(new QScrollArea(this))
{
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setColumnCharacters({19}, {15, 12});
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Definitions of the chosen object"));
    addWidget(padded(m_list));
    addWidget(m_area);
    setSizes({std::max(400, 36 * fontMetrics().averageCharWidth()), 960});
    setStretchFactor(0, 2);
    setStretchFactor(1, 5);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    connect(m_list, &widgets::TreeView::currentRowChanged, this, [this](const QModelIndex &current) {
        if (isVisible())
            askForCard(current);
        if (current.isValid())
            m_selection.setObject(current.data(models::IdentityRole).value<argo::ObjectId>());
    });
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        m_selection.go(Section::Changes, index.data(models::IdentityRole).value<argo::ObjectId>());
    });
    connect(&m_selection, &Selection::objectChanged, this, [this](const argo::ObjectId &id) {
        const QModelIndex row = m_model->find(id);
        if (row.isValid() && row.row() != m_list->currentIndex().row())
            m_list->setCurrentIndex(row);
    });
}

void OverwritesSection::setReview(const review::ReviewPtr &review)
{
    m_review = review;
    m_background.forget();
    m_model->setReview(review);
    widget(0)->setVisible(count() > 0);
    QSignalBlocker quiet(m_list); // what is looked at first is the window's choice
    m_list->setCurrentIndex(m_model->index(0, 0));
    if (isVisible())
        askForCard(m_list->currentIndex());
}

void OverwritesSection::showEvent(QShowEvent *event)
{
    askForCard(m_list->currentIndex()); // made only for who looks at it
    QSplitter::showEvent(event);
}

/// Its files are read and its consequences counted away from the window's thread.
void OverwritesSection::askForCard(const QModelIndex &index)
{
    const diff::ObjectChange *change = m_model->change(index);
    if (change == nullptr)
        return showNone();
    const auto work = [review = m_review, change, read = m_services.readOverwriteFacts] {
        review::OverwriteFacts facts;
        if (read) {
            if (auto known = read(*review, change->id))
                facts = std::move(*known);
        }
        return models::overwriteCard(*review, *change, facts);
    };
    m_background.ask(this, work, [this](const models::OverwriteCard &card) { showCard(card); });
}

void OverwritesSection::showNone()
{
    m_background.forget();
    m_card = nullptr;
    m_area->setWidget(emptyNote(tr("Every object has one declaration, and none replaces another.")));
}

void OverwritesSection::showCard(const models::OverwriteCard &card)
{
    m_card = new OverwriteCardView(card);
    const argo::ObjectId id = card.id;
    connect(m_card, &OverwriteCardView::radiusAsked, this, [this, id] { m_selection.go(Section::BlastRadius, id); });
    connect(m_card, &OverwriteCardView::textAsked, this, [this, id] { m_selection.go(Section::Changes, id); });
    m_area->setWidget(m_card);
}

void OverwritesSection::copyMend() const
{
    if (m_card != nullptr)
        m_card->copyMend();
}

void OverwritesSection::toggleWaiver()
{
    if (m_card != nullptr)
        m_card->toggleWaiver();
}

} // namespace noclobber::views
