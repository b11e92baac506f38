#include "ui/widgets/code_pane.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include "ui/widgets/code_pane_accessible.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/theme.h"

namespace noclobber::widgets {

namespace {

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

} // namespace

CodePane::CodePane(QWidget *parent) : QAbstractScrollArea(parent)
{
    setLayoutDirection(Qt::LeftToRight); // code is, in every language
    installCodePaneAccessible();
    setFrameShape(QFrame::NoFrame);
    useCodeFont(this);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void CodePane::setLines(QList<CodeLine> lines)
{
    m_lines = std::move(lines);
    m_matches.clear();
    ++m_revision;
    m_anchor = m_cursor = {};
    measure();
    updateBars();
    viewport()->update();
}

void CodePane::recolour(QList<CodeLine> lines)
{
    Q_ASSERT_X(lines.size() == m_lines.size(), "recolour", "the lines are others");
    m_lines = std::move(lines);
    viewport()->update();
}

int CodePane::firstLineInSight() const
{
    return verticalScrollBar()->value();
}

bool CodePane::isInSight(int line) const
{
    return line >= firstLineInSight() && line < firstLineInSight() + viewport()->height() / lineHeight();
}

void CodePane::measure()
{
    m_longest = 0;
    m_hasOtherNumbers = false;
    int greatest = 0;
    for (const CodeLine &line : m_lines) {
        const QString &text = line.text;
        const auto wide = std::count_if(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x1100; });
        m_longest = qMax(m_longest, static_cast<int>(text.size() + wide + line.note.size()));
        m_hasOtherNumbers = m_hasOtherNumbers || line.otherNumber > 0;
        greatest = qMax(greatest, qMax(line.number, line.otherNumber));
    }
    m_digits = static_cast<int>(QString::number(greatest).size());
}

QString CodePane::toPlainText() const
{
    QStringList texts;
    texts.reserve(m_lines.size());
    for (const CodeLine &line : m_lines)
        texts << line.text;
    return texts.join(QLatin1Char('\n'));
}

void CodePane::setInks(const QList<CodeInk> &inks)
{
    m_inks = inks;
    viewport()->update();
}

void CodePane::setWordMarks(bool shown)
{
    m_wordMarks = shown;
    viewport()->update();
}

void CodePane::setMatches(QHash<int, QList<CodeSpan>> matches)
{
    m_matches = std::move(matches);
    viewport()->update();
}

void CodePane::goTo(int line)
{
    moveTo({line, 0}, false);
    const int rows = viewport()->height() / lineHeight();
    const int first = verticalScrollBar()->value();
    if (line < first + 2 || line > first + rows - 4)
        verticalScrollBar()->setValue(line - rows / 3);
}

void CodePane::goTo(int line, const CodeSpan &place)
{
    goTo(line);
    m_anchor = {line, place.begin};
    m_cursor = {line, place.begin + place.length};
    const int x = place.begin * fontMetrics().averageCharWidth();
    const int room = viewport()->width() - gutterWidth();
    if (x < horizontalScrollBar()->value() || x > horizontalScrollBar()->value() + room * 3 / 4)
        horizontalScrollBar()->setValue(qMax(0, x - room / 2));
    viewport()->update();
}

QString CodePane::selectedText() const
{
    const auto [first, last] = std::minmax(m_anchor, m_cursor);
    QStringList texts;
    for (int line = first.line; line <= last.line && line < m_lines.size() && first != last; ++line) {
        const int begin = line == first.line ? first.column : 0;
        const QString &text = m_lines.at(line).text;
        texts << (line == last.line ? text.mid(begin, last.column - begin) : text.mid(begin));
    }
    return texts.join(QLatin1Char('\n'));
}

QString CodePane::spokenLine(int line) const
{
    const CodeLine &told = m_lines.at(line);
    QString own = told.text;
    for (auto link = told.links.crbegin(); link != told.links.crend(); ++link)
        own.remove(link->begin, link->length);
    own = own.trimmed();
    const QString text = told.note.isEmpty() ? own : tr("%1, %2", "text of a line, remark").arg(own, told.note);
    if (told.isAside)
        return text;
    const int number = qMax(told.number, told.otherNumber);
    if (told.change == CodeChange::Absent)
        return tr("no line here");
    if (told.change == CodeChange::Added)
        return number > 0 ? tr("added, line %1: %2").arg(number).arg(text) : tr("added: %1").arg(text);
    if (told.change == CodeChange::Removed)
        return number > 0 ? tr("removed, line %1: %2").arg(number).arg(text) : tr("removed: %1").arg(text);
    return number > 0 ? tr("unchanged, line %1: %2").arg(number).arg(text) : tr("unchanged: %1").arg(text);
}

QRect CodePane::lineRect(int line) const
{
    return {0, (line - verticalScrollBar()->value()) * lineHeight(), viewport()->width(), lineHeight()};
}

int CodePane::lineHeight() const
{
    return qMax(1, fontMetrics().lineSpacing() + 2);
}

int CodePane::digitsWidth() const
{
    return (m_digits + 1) * fontMetrics().horizontalAdvance(QLatin1Char('0'));
}

int CodePane::gutterWidth() const
{
    return digitsWidth() * (m_hasOtherNumbers ? 2 : 1) + 3 * fontMetrics().averageCharWidth();
}

void CodePane::updateBars()
{
    const int rows = viewport()->height() / lineHeight();
    verticalScrollBar()->setPageStep(rows);
    verticalScrollBar()->setSingleStep(3);
    verticalScrollBar()->setRange(0, qMax(0, static_cast<int>(m_lines.size()) - rows));
    const int width = gutterWidth() + (m_longest + 2) * fontMetrics().averageCharWidth();
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(4 * fontMetrics().averageCharWidth());
    horizontalScrollBar()->setRange(0, qMax(0, width - viewport()->width()));
}

void CodePane::moveTo(const Place &place, bool extends)
{
    const int last = qMax(0, static_cast<int>(m_lines.size()) - 1);
    const int before = m_cursor.line;
    m_cursor = {qBound(0, place.line, last), place.column};
    if (!extends)
        m_anchor = m_cursor;
    viewport()->update();
    if (m_cursor.line == before || m_lines.isEmpty())
        return;
    if (hasFocus()) {
        QAccessibleEvent focused(this, QAccessible::Focus);
        focused.setChild(m_cursor.line);
        QAccessible::updateAccessibility(&focused);
    }
}

CodePane::Place CodePane::placeAt(const QPoint &point) const
{
    if (m_lines.isEmpty())
        return {};
    const int row = verticalScrollBar()->value() + point.y() / lineHeight();
    const int line = qBound(0, row, static_cast<int>(m_lines.size()) - 1);
    QTextLayout layout;
    prepare(layout, line);
    const int x = point.x() - gutterWidth() + horizontalScrollBar()->value();
    return {line, layout.lineAt(0).xToCursor(x)};
}

int CodePane::linkAt(const Place &place) const
{
    if (place.line >= m_lines.size())
        return -1;
    const QList<CodeSpan> &links = m_lines.at(place.line).links;
    for (int i = 0; i < links.size(); ++i) {
        if (place.column > links.at(i).begin - 1 && place.column < links.at(i).begin + links.at(i).length)
            return i;
    }
    return -1;
}

bool CodePane::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::SelectAll) || (key->matches(QKeySequence::Copy) && m_anchor != m_cursor)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void CodePane::copySelection() const
{
    if (m_anchor != m_cursor)
        QGuiApplication::clipboard()->setText(selectedText());
}

void CodePane::keyPressEvent(QKeyEvent *event)
{
    const int last = qMax(0, static_cast<int>(m_lines.size()) - 1);
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    if (event->matches(QKeySequence::SelectAll)) {
        m_anchor = {};
        return moveTo({last, m_lines.isEmpty() ? 0 : static_cast<int>(m_lines.last().text.size())}, true);
    }
    if (event->key() == Qt::Key_Return && m_cursor.line < m_lines.size() &&
        !m_lines.at(m_cursor.line).links.isEmpty()) {
        emit linkActivated(m_cursor.line, 0);
        return;
    }
    static const QHash<int, int> steps{{Qt::Key_Up, -1}, {Qt::Key_Down, 1}};
    const int page = qMax(1, verticalScrollBar()->pageStep() - 1);
    int line = m_cursor.line + steps.value(event->key(), 0);
    if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown)
        line += event->key() == Qt::Key_PageUp ? -page : page;
    else if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End)
        line = event->key() == Qt::Key_Home ? 0 : last;
    else if (!steps.contains(event->key()) || (event->modifiers() & Qt::AltModifier))
        return QAbstractScrollArea::keyPressEvent(event);
    line = qBound(0, line, last);
    moveTo({line, 0}, event->modifiers().testFlag(Qt::ShiftModifier));
    const int first = verticalScrollBar()->value();
    const int rows = verticalScrollBar()->pageStep();
    verticalScrollBar()->setValue(qBound(line - rows + 1, first, line));
}

void CodePane::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    moveTo(placeAt(event->position().toPoint()), event->modifiers().testFlag(Qt::ShiftModifier));
}

void CodePane::mouseMoveEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->position().toPoint());
    viewport()->setCursor(linkAt(place) >= 0 ? Qt::PointingHandCursor : Qt::IBeamCursor);
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    moveTo(place, true);
    const int y = static_cast<int>(event->position().y());
    if (y < 0 || y > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (y < 0 ? -1 : 1));
}

void CodePane::mouseReleaseEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && m_anchor == m_cursor && linkAt(place) >= 0)
        emit linkActivated(place.line, linkAt(place));
}

void CodePane::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Place place = placeAt(event->position().toPoint());
    if (place.line >= m_lines.size())
        return;
    const QString &text = m_lines.at(place.line).text;
    int begin = qMin(place.column, static_cast<int>(text.size()));
    int end = begin;
    while (begin > 0 && isWordCharacter(text.at(begin - 1)))
        --begin;
    while (end < text.size() && isWordCharacter(text.at(end)))
        ++end;
    m_anchor = {place.line, begin};
    moveTo({place.line, end}, true);
}

void CodePane::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void CodePane::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void CodePane::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void CodePane::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateBars();
    viewport()->update();
}

} // namespace noclobber::widgets
