#include "ui/views/review_section.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/models/text.h"
#include "ui/views/empty_note.h"
#include "ui/views/row_delegate.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/glyph_button.h"
#include "ui/widgets/theme.h"

namespace noclobber::views {

using models::RecordWords;
using models::ReviewModel;

namespace {

constexpr std::size_t mostOfComment = 2000; ///< bytes; "Edit comment" shows all of it

QToolButton *makeButton(const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void setCounts(QLabel *label, QProgressBar *bar, const QString &text, std::size_t seen, std::size_t all)
{
    label->setText(text);
    bar->setAccessibleName(text);
    bar->setMaximum(static_cast<int>(all));
    bar->setValue(static_cast<int>(seen));
    label->setVisible(all > 0);
    bar->setVisible(all > 0);
}

} // namespace

ReviewSection::ReviewSection(Selection &selection, record::RecordKeeper &record, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent), m_selection(selection), m_record(record), m_model(new ReviewModel(this)),
      m_list(new widgets::TreeView(tr("What is left to look at, and comments"))), m_nothing(emptyNote()),
      m_row(new widgets::Paragraph), m_show(makeButton(tr("Show the object"), this)),
      m_edit(makeButton(tr("Edit comment"), this)), m_remove(makeButton(tr("Remove comment"), this)),
      m_risky(new QLabel), m_riskyBar(new QProgressBar), m_all(new QLabel), m_allBar(new QProgressBar),
      m_decision(new widgets::Paragraph), m_obstacle(new QLabel), m_withdraw(makeButton({}, this)),
      m_text(new ReviewText)
{
    addWidget(makeList());
    addWidget(makeDetail());
    setSizes({700, 660});
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
    setChildrenCollapsible(false);
    setHandleWidth(1);
    takeColours();
    connect(m_list, &widgets::TreeView::currentRowChanged, this, &ReviewSection::showCurrent);
    connect(m_list, &QAbstractItemView::activated, this,
            [this] { chosenComment() != 0 ? emit editAsked(chosenComment()) : jump(); });
    connect(m_show, &QToolButton::clicked, this, &ReviewSection::jump);
    connect(m_edit, &QToolButton::clicked, this, [this] { emit editAsked(chosenComment()); });
    connect(m_remove, &QToolButton::clicked, this, [this] { m_record.removeComment(chosenComment()); });
    connect(&m_record, &record::RecordKeeper::changed, this, &ReviewSection::takeRecord);
}

QWidget *ReviewSection::makeList()
{
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setModel(m_model);
    m_list->setIndentation(12);
    m_list->setColumnCharacters({19, 29, 22}, {15, 17, 8, 6});
    m_nothing->setText(tr("Nothing blocks, nothing changed since you looked, and no comment is written. Press C at an "
                          "object to write one."));
    auto *buttons = new QHBoxLayout;
    for (QToolButton *button : {m_show, m_edit, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(8, 8, 0, 8);
    column->setSpacing(8);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    column->addWidget(m_row);
    column->addLayout(buttons);
    return pane;
}

QWidget *ReviewSection::makeProgress()
{
    auto *area = new QWidget;
    auto *grid = new QGridLayout(area);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[label, bar] : {std::pair(m_risky, m_riskyBar), std::pair(m_all, m_allBar)}) {
        bar->setTextVisible(false);
        bar->setMaximumHeight(bar->fontMetrics().height());
        grid->addWidget(label, row, 0);
        grid->addWidget(bar, row++, 1);
    }
    return area;
}

QWidget *ReviewSection::makeDetail()
{
    auto *title = new QLabel(tr("Text of the review"));
    title->setBuddy(m_text);
    widgets::setTextSize(title, 1, true);
    auto *copy = new widgets::GlyphButton(QStringLiteral("copy"), tr("Copy the text"));
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    auto *heading = new QHBoxLayout;
    heading->addWidget(title, 1);
    heading->addWidget(copy);
    m_obstacle->setWordWrap(true);
    m_obstacle->setTextFormat(Qt::PlainText);
    auto *detail = new QWidget;
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(16, 12, 16, 8);
    column->setSpacing(12);
    column->addWidget(makeProgress());
    column->addWidget(m_decision);
    column->addWidget(m_obstacle);
    column->addWidget(m_withdraw, 0, Qt::AlignLeft);
    column->addLayout(heading);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // what is above has its room first
    column->addWidget(m_text, 1);
    return detail;
}

void ReviewSection::setWithdraw(QAction *action)
{
    m_withdraw->setDefaultAction(action);
    m_withdraw->setAccessibleName(action->iconText());
}

void ReviewSection::setReview(const review::ReviewPtr &review, const models::DecisionGate &gate)
{
    m_review = review;
    m_model->setGate(gate);
    takeRecord();
}

/// Each mark changes it: of 100,000 blocked objects the rows are made only for who sees them.
void ReviewSection::takeRecord()
{
    m_isStale = true;
    if (!m_review || !isVisible())
        return;
    m_isStale = false;
    showRows();
    showProgress();
    showText();
}

void ReviewSection::showRows()
{
    const QModelIndex before = m_list->currentIndex().siblingAtColumn(0);
    const int comment = m_model->comment(before);
    const QVariant id = before.data(models::IdentityRole);
    if (!m_model->setRecord(m_record)) { // the same rows
        m_list->viewport()->update();
        return showCurrent(m_list->currentIndex());
    }
    m_list->expandAll();
    QModelIndex now = comment != 0 ? m_model->findComment(comment) : QModelIndex();
    if (!now.isValid() && id.isValid())
        now = m_model->find(id.value<argo::ObjectId>());
    {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentIndex(now.isValid() ? now : m_model->index(0, 0, m_model->index(0, 0)));
    }
    showCurrent(m_list->currentIndex());
    m_list->setVisible(m_model->rowCount() > 0);
    m_nothing->setVisible(m_model->rowCount() == 0);
}

void ReviewSection::showProgress()
{
    const record::Progress progress = m_record.progress();
    const QLocale locale;
    setCounts(m_risky, m_riskyBar,
              tr("%1 of %2 that need a look are seen")
                  .arg(locale.toString(progress.seenRisky), locale.toString(progress.risky)),
              progress.seenRisky, progress.risky);
    setCounts(m_all, m_allBar,
              tr("%1 of %2 objects are seen").arg(locale.toString(progress.seen), locale.toString(progress.objects)),
              progress.seen, progress.objects);
    const QString decision = RecordWords::decision(m_record.shown());
    m_decision->setContent(tr("Decision"), decision.isEmpty() ? tr("None yet.") : decision);
    m_withdraw->setVisible(m_record.decision().has_value());
    m_obstacle->setText(models::DecisionGate::obstacle(gate().unseen(m_record)));
    m_obstacle->setVisible(!m_obstacle->text().isEmpty());
}

void ReviewSection::showEvent(QShowEvent *event)
{
    QSplitter::showEvent(event);
    if (m_isStale)
        takeRecord();
}

void ReviewSection::changeEvent(QEvent *event)
{
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColours();
}

/// A bar is filled with the colour of a row that is chosen, too pale to be read off.
void ReviewSection::takeColours()
{
    for (QProgressBar *bar : {m_riskyBar, m_allBar}) {
        QPalette own = palette();
        own.setColor(QPalette::Highlight, widgets::currentTheme().focus);
        bar->setPalette(own);
    }
}

void ReviewSection::showText()
{
    m_text->showReview(m_review, m_record.shown());
}

void ReviewSection::showCurrent(const QModelIndex &current)
{
    const QModelIndex row = current.siblingAtColumn(0);
    const QVariant id = row.data(models::IdentityRole);
    const bool isComment = m_model->comment(row) != 0;
    m_show->setVisible(id.isValid());
    m_edit->setVisible(isComment);
    m_remove->setVisible(isComment);
    QString about;
    QString text;
    if (isComment) {
        for (const record::Comment &comment : m_record.comments()) {
            if (comment.number == m_model->comment(row))
                text = models::clipped(comment.text, mostOfComment);
        }
        about = row.siblingAtColumn(ReviewModel::AboutColumn).data().toString();
    } else if (id.isValid()) {
        text = row.siblingAtColumn(ReviewModel::TextColumn).data().toString();
    }
    const QString object = row.siblingAtColumn(ReviewModel::ObjectColumn).data().toString();
    m_row->setContent(about.isEmpty() ? object : tr("%1, field %2", "object, field").arg(object, about), text);
    if (id.isValid() && isVisible())
        m_selection.setObject(id.value<argo::ObjectId>());
}

void ReviewSection::jump()
{
    const QVariant id = m_list->currentIndex().siblingAtColumn(0).data(models::IdentityRole);
    if (id.isValid())
        m_selection.go(Section::Changes, id.value<argo::ObjectId>());
}

} // namespace noclobber::views
