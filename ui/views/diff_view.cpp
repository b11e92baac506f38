#include "ui/views/diff_view.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/views/code_tints.h"

namespace noclobber::views {

using models::LayoutLine;
using Kind = models::LayoutLine::Kind;

DiffView::DiffView(const KSyntaxHighlighting::Repository &repository, QWidget *parent)
    : QWidget(parent), m_repository(repository), m_message(new QLabel(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)), m_find(new widgets::FindBar(this))
{
    m_base = makeSide(tr("Text in base"));
    m_head = makeSide(tr("Text in head"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->hide();
    m_message->setWordWrap(true);
    m_message->setMargin(8);
    m_message->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_message);
    column->addWidget(m_splitter, 1);
    column->addWidget(m_find);
    bind(m_base.pane, m_head.pane);
    bind(m_head.pane, m_base.pane);
    connect(m_find, &widgets::FindBar::wordChanged, this, &DiffView::search);
    connect(m_find, &widgets::FindBar::nextWanted, this, &DiffView::findNext);
    connect(m_find, &widgets::FindBar::previousWanted, this, &DiffView::findPrevious);
    connect(m_find, &widgets::FindBar::closed, this, [this] {
        m_matches.clear();
        markMatches();
        takeFocus();
    });
}

DiffView::Side DiffView::makeSide(const QString &name)
{
    Side side;
    side.box = new QWidget(m_splitter);
    side.heading = new widgets::ElidedLabel(side.box);
    side.heading->setContentsMargins(4, 0, 4, 0);
    side.pane = new widgets::CodePane(side.box);
    side.pane->setAccessibleName(name);
    side.pane->setInks(yamlInks(m_repository));
    side.pane->installEventFilter(this);
    auto *column = new QVBoxLayout(side.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(side.heading);
    column->addWidget(side.pane, 1);
    m_splitter->addWidget(side.box);
    return side;
}

void DiffView::bind(widgets::CodePane *from, widgets::CodePane *to)
{
    connect(from->verticalScrollBar(), &QScrollBar::valueChanged, to->verticalScrollBar(), &QScrollBar::setValue);
    connect(from->horizontalScrollBar(), &QScrollBar::valueChanged, to->horizontalScrollBar(), &QScrollBar::setValue);
    connect(from, &widgets::CodePane::linkActivated, this, &DiffView::open);
}

void DiffView::setText(const models::DiffTextPtr &text, const QString &baseHeading, const QString &headHeading)
{
    m_text = text;
    forgetMatches();
    m_tints = {};
    m_options.opened.clear();
    m_options.turned.clear();
    m_options.showsAll = false;
    m_baseHeading = baseHeading;
    m_headHeading = headHeading;
    const bool isThere = text->hasBase || text->hasHead;
    m_splitter->setVisible(isThere);
    m_message->setVisible(!isThere || text->isSame);
    m_message->setText(isThere ? tr("Its text is the same in base and head.")
                               : tr("No file declares it: the cluster makes it from another object."));
    arrange();
    fill();
    if (text->hasBase && text->hasHead && !text->isSame)
        nextChange();
    search();
}

void DiffView::forgetMatches()
{
    m_matches.clear();
    m_match = -1;
}

void DiffView::setTints(const DiffTints &tints)
{
    m_tints = tints;
    if (!m_text)
        return;
    if (hasTwoPanes())
        m_base.pane->recolour(diffLines(*m_text, m_layout, m_tints, PaneRole::Base));
    m_head.pane->recolour(diffLines(*m_text, m_layout, m_tints, roleOf(m_head)));
}

void DiffView::setMessage(const QString &message)
{
    m_text.reset();
    forgetMatches();
    m_layout.clear();
    m_splitter->hide();
    m_message->setText(message);
    m_message->show();
}

void DiffView::setWordMarks(bool shown)
{
    for (const Side &side : {m_base, m_head})
        side.pane->setWordMarks(shown);
}

void DiffView::setOptions(const models::DiffOptions &options)
{
    if (m_options == options)
        return;
    m_options = options;
    relayout();
}

bool DiffView::hasTwoPanes() const
{
    return m_text && m_text->hasBase && m_text->hasHead && !m_text->isSame && !m_options.isUnified;
}

widgets::CodePane *DiffView::mainPane() const
{
    return m_base.pane->hasFocus() ? m_base.pane : m_head.pane;
}

PaneRole DiffView::roleOf(const Side &side) const
{
    if (!hasTwoPanes())
        return PaneRole::Unified;
    return side.pane == m_base.pane ? PaneRole::Base : PaneRole::Head;
}

void DiffView::arrange()
{
    const bool isTwo = hasTwoPanes();
    if (m_base.box->isVisibleTo(m_splitter) != isTwo) {
        m_base.box->setVisible(isTwo);
        m_splitter->setSizes({1, 1});
    }
    m_head.pane->setAccessibleName(isTwo ? tr("Text in head") : tr("Text of the object"));
    m_base.heading->setWholeText(m_baseHeading);
    const bool needsBoth = !isTwo && m_text->hasBase && m_text->hasHead && !m_text->isSame;
    const QString one = m_text->hasHead ? m_headHeading : m_baseHeading;
    m_head.heading->setWholeText(
        needsBoth ? tr("%1  \u2192  %2", "heading of base, heading of head").arg(m_baseHeading, m_headHeading) : one);
}

void DiffView::fill()
{
    m_layout = models::layoutOf(*m_text, m_options);
    if (hasTwoPanes())
        m_base.pane->setLines(diffLines(*m_text, m_layout, m_tints, PaneRole::Base));
    else
        m_base.pane->setLines({});
    m_head.pane->setLines(diffLines(*m_text, m_layout, m_tints, roleOf(m_head)));
    markMatches();
}

int DiffView::lineFor(int row) const
{
    const auto line = std::ranges::find_if(m_layout, [row](const LayoutLine &shown) { return shown.last >= row; });
    return static_cast<int>(line - m_layout.begin());
}

/// Shows the text anew. The row that was current stays so, and what was in sight stays where it was.
void DiffView::relayout()
{
    if (!m_text)
        return;
    const widgets::CodePane *pane = mainPane();
    const auto rowOf = [this](int line) { return line < m_layout.size() ? m_layout.at(line).first : 0; };
    const int current = rowOf(pane->currentLine());
    const int held = pane->isInSight(pane->currentLine()) ? pane->currentLine() : pane->firstLineInSight();
    const int above = held - pane->firstLineInSight();
    const int heldRow = rowOf(held);
    arrange();
    fill();
    for (const Side &side : {m_base, m_head}) {
        side.pane->setCurrentLine(lineFor(current));
        side.pane->verticalScrollBar()->setValue(lineFor(heldRow) - above);
    }
}

void DiffView::open(int line, int link)
{
    const LayoutLine &shown = m_layout.at(line);
    if (link > 0)
        m_options.showsAll = true;
    else if (shown.block >= 0)
        m_options.turned.insert(shown.block);
    else
        m_options.opened.insert(shown.first);
    relayout();
}

void DiffView::goToChange(int step)
{
    const int size = static_cast<int>(m_layout.size());
    const auto starts = [&](int line) {
        return m_layout.at(line).isChange(*m_text) && (line == 0 || !m_layout.at(line - 1).isChange(*m_text));
    };
    const bool isAtBegin = mainPane()->currentLine() == 0 && size > 0 && starts(0) && step > 0;
    for (int line = mainPane()->currentLine() + (isAtBegin ? size : step); m_text && line >= 0 && line < size;
         line += step) {
        if (!starts(line))
            continue;
        for (const Side &side : {m_base, m_head})
            side.pane->goTo(line);
        return;
    }
}

void DiffView::nextChange()
{
    goToChange(1);
}

void DiffView::previousChange()
{
    goToChange(-1);
}

QString DiffView::currentPath() const
{
    const int line = mainPane()->currentLine();
    return m_text && line < m_layout.size() ? m_text->rows.at(m_layout.at(line).first).path : QString();
}

void DiffView::takeFocus()
{
    m_head.pane->setFocus(Qt::OtherFocusReason);
}

void DiffView::find()
{
    if (m_text)
        m_find->open();
}

void DiffView::search()
{
    const bool isSearching = m_text && m_find->isVisibleTo(this);
    m_matches = isSearching ? findIn(*m_text, m_find->word()) : QList<DiffMatch>();
    m_match = -1;
    markMatches();
    if (!m_matches.isEmpty() && m_find->isVisible())
        go(1);
}

void DiffView::markMatches()
{
    for (const Side &side : {m_base, m_head})
        side.pane->setMatches(m_text ? marksOf(m_matches, *m_text, m_layout, roleOf(side))
                                     : QHash<int, QList<widgets::CodeSpan>>());
    m_find->setCount(m_match + 1, static_cast<int>(m_matches.size()));
}

int DiffView::lineOf(const DiffMatch &match) const
{
    for (int line = 0; line < m_layout.size(); ++line) {
        const LayoutLine &shown = m_layout.at(line);
        const bool isSide = shown.kind == Kind::Row || shown.kind == (match.isHead ? Kind::Head : Kind::Base);
        if (shown.first == match.row && isSide)
            return line;
    }
    return -1;
}

/// Opens what stands for a row.
void DiffView::uncover(int row)
{
    for (int line = 0; line < m_layout.size(); ++line) {
        const LayoutLine &shown = m_layout.at(line);
        if (shown.kind != Kind::Row && shown.first <= row && row <= shown.last)
            return open(line, 0);
    }
}

void DiffView::go(int step)
{
    const int count = static_cast<int>(m_matches.size());
    if (count == 0)
        return;
    m_match = m_match < 0 ? 0 : (m_match + step + count) % count;
    const DiffMatch match = m_matches.at(m_match);
    for (int attempt = 0; attempt < 2 && lineOf(match) < 0; ++attempt) // a block may lie in unchanged lines
        uncover(match.row);
    const int line = lineOf(match);
    for (const Side &side : {m_base, m_head}) {
        const bool isSide = roleOf(side) == PaneRole::Unified || match.isHead == (side.pane == m_head.pane);
        isSide ? side.pane->goTo(line, match.place) : side.pane->goTo(line);
    }
    m_find->setCount(m_match + 1, count);
}

/// P goes back through the changes where the text has the keyboard; elsewhere it may mean something else.
bool DiffView::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    const auto *key = isKey ? static_cast<QKeyEvent *>(event) : nullptr;
    if (key == nullptr || key->key() != Qt::Key_P || key->modifiers() != Qt::NoModifier)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        previousChange();
    event->accept();
    return true;
}

void DiffView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_head.pane == nullptr)
        return;
    for (const Side &side : {m_base, m_head})
        side.pane->setInks(yamlInks(m_repository));
}

} // namespace noclobber::views
