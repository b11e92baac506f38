#include "ui/views/guard_rails_section.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/models/object_state.h"
#include "ui/views/padded.h"
#include "ui/views/row_delegate.h"

namespace noclobber::views {

using models::GuardRailModel;

GuardRailsSection::GuardRailsSection(Selection &selection, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), m_selection(selection), m_model(new GuardRailModel(this)),
      m_list(new widgets::TreeView(tr("Findings"), this))
{
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setIndentation(12);
    m_list->setColumnCharacters({28, 36});
    addWidget(padded(m_list));
    addWidget(makeDetail());
    setSizes({700, 660});
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    connect(m_list, &widgets::TreeView::currentRowChanged, this, [this](const QModelIndex &current) {
        showDetail(current);
        if (const QVariant id = current.data(models::IdentityRole); id.isValid())
            m_selection.setObject(id.value<argo::ObjectId>());
    });
    connect(m_list, &QAbstractItemView::activated, m_show, &QToolButton::click);
    connect(&m_selection, &Selection::objectChanged, this, &GuardRailsSection::reveal);
}

QWidget *GuardRailsSection::makeDetail()
{
    auto *detail = new QWidget;
    m_badge = new widgets::Badge(detail);
    for (widgets::Paragraph **part : {&m_heading, &m_message, &m_mend, &m_places, &m_explanation})
        *part = new widgets::Paragraph(detail);
    m_heading->setTitleFont(1.15);
    m_show = new QToolButton(detail);
    m_show->setText(tr("Show the object"));
    m_show->setAccessibleName(tr("Show the object of this finding in the change list"));
    m_show->setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(12);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_badge, m_heading, m_message, m_mend, m_places, m_show, m_explanation})
        column->addWidget(part);
    column->addStretch(1);
    auto *area = new QScrollArea;
    area->setAccessibleName(tr("The chosen finding"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(detail);
    connect(m_show, &QToolButton::clicked, this, [this] {
        const QVariant id = m_list->currentIndex().data(models::IdentityRole);
        if (id.isValid())
            m_selection.go(Section::Changes, id.value<argo::ObjectId>());
    });
    return area;
}

void GuardRailsSection::setReview(const review::ReviewPtr &review)
{
    m_model->setReview(review);
    showDetail(m_list->chooseFirst());
}

void GuardRailsSection::showDetail(const QModelIndex &index)
{
    const GuardRailModel::Detail detail = m_model->detail(index.siblingAtColumn(0));
    const bool isEmpty = detail.heading.isEmpty();
    const QString word = index.parent().data(Qt::DisplayRole).toString();
    m_badge->setContent(detail.glyph, isEmpty ? QString() : word, static_cast<int>(detail.level));
    m_heading->setContent({}, isEmpty ? tr("No finding is chosen.") : detail.heading);
    m_message->setContent({}, detail.message);
    m_mend->setContent(tr("What to do"), detail.help);
    m_places->setContent(detail.waiver.isEmpty() ? tr("Where") : tr("Where (%1)").arg(detail.waiver),
                         detail.places.join(QLatin1Char('\n')));
    m_explanation->setContent(tr("About this rule"), detail.explanation);
    m_show->setVisible(index.data(models::IdentityRole).isValid());
}

void GuardRailsSection::reveal(const argo::ObjectId &id)
{
    const QVariant current = m_list->currentIndex().data(models::IdentityRole);
    if (current.isValid() && current.value<argo::ObjectId>() == id)
        return;
    const QModelIndex row = m_model->find(id);
    if (!row.isValid())
        return;
    m_list->setCurrentIndex(row);
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
    } while (row.isValid() && m_model->hasChildren(row));
    if (!row.isValid())
        return;
    m_list->setCurrentIndex(row);
    m_selection.go(Section::GuardRails, std::nullopt);
}

} // namespace noclobber::views
