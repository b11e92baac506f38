#include "ui/views/diff_view.h"

#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace noclobber::views {

using widgets::CodeChange;

DiffView::DiffView(const KSyntaxHighlighting::Repository &repository, QWidget *parent)
    : QWidget(parent), m_message(new QLabel(this)), m_splitter(new QSplitter(Qt::Horizontal, this))
{
    m_base = makeSide(tr("Text in base"), repository);
    m_head = makeSide(tr("Text in head"), repository);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_message->setWordWrap(true);
    m_message->setMargin(8);
    m_message->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_splitter, 1);
    bindScrolling(m_base.pane, m_head.pane);
    bindScrolling(m_head.pane, m_base.pane);
}

DiffView::Side DiffView::makeSide(const QString &name, const KSyntaxHighlighting::Repository &repository)
{
    Side side;
    side.box = new QWidget(m_splitter);
    side.heading = new widgets::ElidedLabel(side.box);
    side.heading->setContentsMargins(4, 0, 4, 0);
    side.pane = new widgets::CodePane(side.box);
    side.pane->setAccessibleName(name);
    side.highlighter = new CodeHighlighter(side.pane, repository);
    auto *column = new QVBoxLayout(side.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(side.heading);
    column->addWidget(side.pane, 1);
    m_splitter->addWidget(side.box);
    return side;
}

void DiffView::bindScrolling(widgets::CodePane *from, widgets::CodePane *to)
{
    connect(from->verticalScrollBar(), &QScrollBar::valueChanged, to->verticalScrollBar(), &QScrollBar::setValue);
    connect(from->horizontalScrollBar(), &QScrollBar::valueChanged, to->horizontalScrollBar(), &QScrollBar::setValue);
}

void DiffView::setRows(const DiffRows &rows, const QString &baseHeading, const QString &headHeading)
{
    m_base.box->setVisible(rows.hasBase && !rows.isSame);
    m_head.box->setVisible(rows.hasHead);
    m_splitter->setVisible(rows.hasBase || rows.hasHead);
    m_base.heading->setWholeText(baseHeading);
    m_head.heading->setWholeText(headHeading);
    m_base.pane->setLines(rows.base);
    m_head.pane->setLines(rows.head);
    m_base.highlighter->refresh();
    m_head.highlighter->refresh();
    m_splitter->setSizes({1, 1});
    m_message->setVisible(rows.isSame);
    m_message->setText(rows.isSame && rows.hasHead
                           ? tr("Its text is the same in base and head.")
                           : tr("No file declares it: the cluster makes it from another object."));
    m_current = -1;
    if (rows.hasBase && rows.hasHead && !rows.isSame)
        nextChange();
}

void DiffView::setMessage(const QString &message)
{
    m_splitter->hide();
    m_message->setText(message);
    m_message->show();
}

void DiffView::setWordMarks(bool shown)
{
    m_base.highlighter->setWordMarks(shown);
    m_head.highlighter->setWordMarks(shown);
}

void DiffView::nextChange()
{
    for (const int start : changeStarts()) {
        if (start > m_current)
            return showLine(start);
    }
}

void DiffView::previousChange()
{
    const QList<int> starts = changeStarts();
    const auto before = std::lower_bound(starts.begin(), starts.end(), m_current);
    if (before != starts.begin())
        showLine(*std::prev(before));
}

void DiffView::showLine(int line)
{
    m_current = line;
    for (const Side &side : {m_base, m_head})
        side.pane->showLine(line);
}

QList<int> DiffView::changeStarts() const
{
    QList<int> starts;
    const QList<widgets::CodeLine> &lines = m_head.pane->lines();
    for (int line = 0; line < lines.size(); ++line) {
        const bool changed = lines.at(line).change != CodeChange::Same;
        if (changed && (line == 0 || lines.at(line - 1).change == CodeChange::Same))
            starts << line;
    }
    return starts;
}

void DiffView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_base.highlighter == nullptr)
        return;
    m_base.highlighter->refresh();
    m_head.highlighter->refresh();
}

} // namespace noclobber::views
