#include "ui/views/runbook_section.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/views/padded.h"
#include "ui/views/row_delegate.h"
#include "ui/widgets/command_line.h"
#include "ui/widgets/paragraph.h"

namespace noclobber::views {

using models::RunbookModel;
using widgets::Paragraph;

RunbookSection::RunbookSection(Selection &selection, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), m_selection(selection), m_model(new RunbookModel(this)),
      m_list(new widgets::TreeView(tr("Steps to take if this was merged by mistake"), this)), m_step(new QScrollArea),
      m_copyPart(new QToolButton), m_copyAll(new QToolButton)
{
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setIndentation(12);
    m_list->setColumnCharacters({42});
    addWidget(padded(m_list));
    addWidget(makeDetail());
    setSizes({620, 740});
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    connect(m_list, &widgets::TreeView::currentRowChanged, this, [this](const QModelIndex &current) {
        showStep(current);
        if (const QVariant id = current.data(models::IdentityRole); id.isValid())
            m_selection.setObject(id.value<argo::ObjectId>());
    });
    connect(&m_selection, &Selection::objectChanged, this, [this](const argo::ObjectId &id) {
        const QModelIndex row = m_model->find(id);
        const QModelIndex current = m_list->currentIndex();
        if (row.isValid() && current.data(models::IdentityRole).value<argo::ObjectId>() != id)
            m_list->setCurrentIndex(row);
    });
}

QWidget *RunbookSection::makeDetail()
{
    m_step->setAccessibleName(tr("The chosen step"));
    m_step->setWidgetResizable(true);
    m_step->setFrameShape(QFrame::NoFrame);
    m_step->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_copyPart->setText(tr("Copy this step"));
    m_copyAll->setText(tr("Copy the whole runbook"));
    for (QToolButton *button : {m_copyPart, m_copyAll})
        button->setFocusPolicy(Qt::StrongFocus);
    connect(m_copyPart, &QToolButton::clicked, this, [this] { copy(m_list->currentIndex().siblingAtColumn(0)); });
    connect(m_copyAll, &QToolButton::clicked, this, [this] { copy({}); });
    auto *note = new QLabel(tr("Made for this change. noclobber runs none of it."));
    note->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(note, 1);
    buttons->addWidget(m_copyPart);
    buttons->addWidget(m_copyAll);
    auto *detail = new QWidget;
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(0, 4, 8, 8);
    column->addWidget(m_step, 1);
    column->addLayout(buttons);
    return detail;
}

void RunbookSection::setReview(const review::ReviewPtr &review)
{
    m_model->setReview(review);
    showStep(m_list->chooseFirst());
}

void RunbookSection::showStep(const QModelIndex &index)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    const QModelIndex row = index.siblingAtColumn(0);
    auto *heading = new Paragraph(page);
    heading->setTitleFont(1.15);
    heading->setContent({}, m_model->heading(row));
    column->addWidget(heading);
    for (const RunbookModel::Part &part : m_model->parts(row)) {
        auto *what = new Paragraph(page);
        what->setContent({}, part.what);
        column->addSpacing(4);
        column->addWidget(what);
        for (const QString &command : part.commands)
            column->addWidget(new widgets::CommandLine(command, page));
        auto *limit = new Paragraph(page);
        limit->setContent(tr("What this does not bring back"), part.limit);
        column->addWidget(limit);
    }
    column->addStretch(1);
    m_step->setWidget(page); // deletes the one before
}

void RunbookSection::copy(const QModelIndex &index)
{
    QGuiApplication::clipboard()->setText(m_model->copyText(index));
}

} // namespace noclobber::views
