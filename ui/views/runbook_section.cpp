#include "ui/views/runbook_section.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/models/runbook_text.h"
#include "ui/views/row_delegate.h"
#include "ui/widgets/command_line.h"
#include "ui/widgets/glyph_button.h"
#include "ui/widgets/paragraph.h"

namespace noclobber::views {

using models::RunbookModel;
using widgets::Paragraph;

RunbookSection::RunbookSection(Selection &selection, record::RecordKeeper &record, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), m_selection(selection), m_record(record), m_model(new RunbookModel(this)),
      m_progress(new QLabel(this)),
      m_list(new widgets::TreeView(tr("Steps to take if this was merged by mistake"), this)), m_step(new QScrollArea)
{
    addWidget(makeList());
    addWidget(makeDetail());
    setSizes({740, 620});
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
    connect(m_model, &RunbookModel::doneAsked, this, &RunbookSection::setDone);
    connect(&m_record, &record::RecordKeeper::stepsChanged, this, &RunbookSection::showMarks);
}

QWidget *RunbookSection::makeList()
{
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setIndentation(12);
    m_list->setColumnCharacters({70}, {26, 12});
    auto *note = new QLabel(tr("Made from this change. noclobber never runs any of it."));
    note->setObjectName(QStringLiteral("runbook-note"));
    note->setWordWrap(true);
    QFont bold = m_progress->font();
    bold.setBold(true);
    m_progress->setFont(bold);
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(8, 8, 0, 4);
    column->setSpacing(4);
    column->addWidget(note);
    column->addWidget(m_progress);
    column->addWidget(m_list, 1);
    return pane;
}

QWidget *RunbookSection::makeDetail()
{
    m_step->setAccessibleName(tr("The chosen step"));
    m_step->setWidgetResizable(true);
    m_step->setFrameShape(QFrame::NoFrame);
    m_step->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *copyPart = new widgets::GlyphButton(QStringLiteral("copy"), tr("Copy this step"));
    auto *copyWhole = new widgets::GlyphButton(QStringLiteral("copy"), tr("Copy the whole runbook"));
    connect(copyPart, &QToolButton::clicked, this, &RunbookSection::copyStep);
    connect(copyWhole, &QToolButton::clicked, this, &RunbookSection::copyAll);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(copyPart);
    buttons->addWidget(copyWhole);
    auto *detail = new QWidget;
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(0, 4, 8, 8);
    column->addWidget(m_step, 1);
    column->addLayout(buttons);
    return detail;
}

void RunbookSection::setReview(const review::ReviewPtr &review, const std::vector<std::string> &keys)
{
    m_copying.forget();
    m_review = review;
    m_keys = keys;
    m_model->setReview(review);
    showStep(m_list->chooseFirst());
    showMarks();
}

void RunbookSection::showMarks()
{
    if (!m_review)
        return;
    std::vector<bool> done(m_keys.size(), false);
    for (std::size_t i = 0; i < done.size(); ++i)
        done[i] = m_record.isStepDone(m_keys[i]);
    m_model->setDone(done);
    const auto parts = m_model->parts(m_list->currentIndex().siblingAtColumn(0));
    for (qsizetype i = 0; i < qMin(parts.size(), m_marks.size()); ++i) {
        const QSignalBlocker quiet(m_marks.at(i));
        m_marks.at(i)->setChecked(parts.at(i).isDone);
    }
    m_progress->setText(
        tr("%1 of %Ln steps done", "", m_model->stepCount()).arg(QLocale().toString(m_model->doneCount())));
}

void RunbookSection::setDone(const QList<int> &steps, bool isDone)
{
    std::vector<std::string> chosen;
    for (const int step : steps)
        chosen.push_back(m_keys[static_cast<std::size_t>(step)]);
    m_record.setStepsDone(chosen, isDone);
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
    m_marks.clear();
    for (const RunbookModel::Part &part : m_model->parts(row))
        addPart(page, part);
    auto *why = new Paragraph(page);
    why->setContent(tr("Why this comes here"), m_model->why(row));
    auto *assumptions = new Paragraph(page);
    assumptions->setContent(tr("What all of this assumes"), m_model->assumptions());
    column->addSpacing(8);
    column->addWidget(why);
    column->addWidget(assumptions);
    column->addStretch(1);
    m_step->setWidget(page); // deletes the one before
}

void RunbookSection::addPart(QWidget *page, const RunbookModel::Part &part)
{
    auto *mark = new QCheckBox(page);
    mark->setChecked(part.isDone);
    mark->setAccessibleName(tr("Done: %1", "step").arg(part.what));
    mark->setToolTip(tr("Mark this step as done"));
    connect(mark, &QCheckBox::toggled, this, [this, step = part.step](bool isDone) { setDone({step}, isDone); });
    m_marks << mark;
    auto *what = new Paragraph(page);
    what->setContent({}, part.what);
    auto *line = new QHBoxLayout;
    line->addWidget(mark, 0, Qt::AlignTop);
    line->addWidget(what, 1);
    auto *column = qobject_cast<QVBoxLayout *>(page->layout());
    column->addSpacing(4);
    column->addLayout(line);
    for (const QString &command : part.commands)
        column->addWidget(new widgets::CommandLine(command, page));
    auto *limit = new Paragraph(page);
    limit->setContent(tr("What this does not bring back"), part.limit);
    column->addWidget(limit);
}

void RunbookSection::copyStep()
{
    const QModelIndex row = m_list->currentIndex().siblingAtColumn(0);
    copy(m_model->stepsOfRow(row), m_model->hasChildren(row));
}

void RunbookSection::copyAll()
{
    copy(m_review->recovery.steps, true);
}

void RunbookSection::toggleDone()
{
    const QModelIndex row = m_list->currentIndex().siblingAtColumn(0);
    if (row.isValid())
        setDone(m_model->steps(row), row.data(Qt::CheckStateRole).toInt() != Qt::Checked);
}

/// Of 100,000 objects it takes its time to write.
void RunbookSection::copy(std::span<const recovery::Step> steps, bool hasTitles)
{
    if (steps.empty())
        return;
    const auto work = [review = m_review, steps, hasTitles] { // the steps are the review's
        return models::runbookLines(steps, hasTitles);
    };
    m_copying.ask(this, work, [](const QString &text) { QGuiApplication::clipboard()->setText(text); });
}

} // namespace noclobber::views
