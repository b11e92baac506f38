#include <QPainter>
#include <QScrollBar>

#include "ui/widgets/code_pane.h"
#include "ui/widgets/theme.h"

namespace noclobber::widgets {

namespace {

QColor fillOf(const CodeLine &line)
{
    const Theme &theme = currentTheme();
    if (line.change == CodeChange::Added)
        return theme.addedLine;
    if (line.change == CodeChange::Removed)
        return theme.removedLine;
    return line.isAside ? theme.window : QColor();
}

/// Of ranges that overlap, the later counts.
QList<QTextLayout::FormatRange> apart(const QList<QTextLayout::FormatRange> &ranges, int length)
{
    QList<int> rangeAt(length, -1);
    for (int i = 0; i < ranges.size(); ++i) {
        const int end = qMin(length, ranges.at(i).start + ranges.at(i).length);
        for (int at = qMax(0, ranges.at(i).start); at < end; ++at)
            rangeAt[at] = i;
    }
    QList<QTextLayout::FormatRange> result;
    for (int at = 0; at < length; ++at) {
        const bool continues = at > 0 && rangeAt.at(at) == rangeAt.at(at - 1);
        if (rangeAt.at(at) < 0)
            continue;
        if (continues) {
            ++result.last().length;
            continue;
        }
        result << ranges.at(rangeAt.at(at));
        result.last().start = at;
        result.last().length = 1;
    }
    return result;
}

QTextLayout::FormatRange range(const CodeSpan &span, const QTextCharFormat &format)
{
    QTextLayout::FormatRange range;
    range.start = span.begin;
    range.length = span.length;
    range.format = format;
    return range;
}

} // namespace

QList<QTextLayout::FormatRange> CodePane::formatsOf(int number) const
{
    const CodeLine &line = m_lines.at(number);
    const Theme &theme = currentTheme();
    QList<QTextLayout::FormatRange> formats;
    QTextCharFormat format;
    if (line.isAside) {
        format.setForeground(theme.weak);
        formats << range({0, static_cast<int>(line.text.size())}, format);
    }
    for (const CodeTint &tint : line.tints) {
        const CodeInk ink = m_inks.value(tint.ink, {theme.page.text, false});
        format.setForeground(ink.colour);
        format.setFontWeight(ink.isBold ? QFont::Bold : QFont::Normal);
        formats << range({tint.begin, tint.length}, format);
    }
    QTextCharFormat word;
    word.setForeground(theme.page.text);
    word.setBackground(line.change == CodeChange::Removed ? theme.removedWord : theme.addedWord);
    word.setFontUnderline(line.change != CodeChange::Removed);
    word.setFontStrikeOut(line.change == CodeChange::Removed);
    for (const CodeSpan &span : m_wordMarks ? line.words : QList<CodeSpan>())
        formats << range(span, word);
    QTextCharFormat link;
    link.setForeground(theme.link);
    link.setFontUnderline(true);
    for (const CodeSpan &span : line.links)
        formats << range(span, link);
    QTextCharFormat match;
    match.setForeground(theme.levels[2].text);
    match.setBackground(theme.levels[2].fill);
    for (const CodeSpan &span : m_matches.value(number))
        formats << range(span, match);
    addSelection(number, formats);
    return apart(formats, static_cast<int>(line.text.size()));
}

void CodePane::addSelection(int line, QList<QTextLayout::FormatRange> &formats) const
{
    const auto [first, last] = std::minmax(m_anchor, m_cursor);
    if (first == last || line < first.line || line > last.line)
        return;
    const int begin = line == first.line ? first.column : 0;
    const int end = line == last.line ? last.column : static_cast<int>(m_lines.at(line).text.size());
    QTextCharFormat selected;
    selected.setForeground(currentTheme().selection.text);
    selected.setBackground(currentTheme().selection.fill);
    formats << range({begin, end - begin}, selected);
}

void CodePane::prepare(QTextLayout &layout, int line) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    layout.setFont(font());
    layout.setText(m_lines.at(line).text);
    layout.setTextOption(option);
    layout.setFormats(formatsOf(line));
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
}

void CodePane::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), currentTheme().page.fill);
    painter.setFont(font());
    const int first = verticalScrollBar()->value() + event->rect().top() / lineHeight();
    const int last = verticalScrollBar()->value() + event->rect().bottom() / lineHeight();
    for (int line = first; line <= last && line < m_lines.size(); ++line)
        paintLine(painter, line);
    if (!hasFocus() || m_lines.isEmpty())
        return;
    painter.setPen(QPen(currentTheme().focus, 2));
    painter.drawRect(lineRect(m_cursor.line).adjusted(1, 1, -1, -1));
}

void CodePane::paintLine(QPainter &painter, int number) const
{
    const Theme &theme = currentTheme();
    const CodeLine &line = m_lines.at(number);
    const QRect row = lineRect(number);
    if (line.change == CodeChange::Absent)
        painter.fillRect(row, QBrush(theme.absentLine, Qt::BDiagPattern));
    else if (const QColor fill = fillOf(line); fill.isValid())
        painter.fillRect(row, fill);
    QTextLayout layout;
    prepare(layout, number);
    const int x = gutterWidth() - horizontalScrollBar()->value();
    painter.setPen(theme.page.text);
    painter.save();
    painter.setClipRect(row.adjusted(gutterWidth(), 0, 0, 0));
    layout.draw(&painter, QPointF(x, row.top() + 1));
    if (!line.note.isEmpty()) {
        painter.setPen(theme.weak);
        const int end = x + static_cast<int>(layout.lineAt(0).naturalTextWidth()) + fontMetrics().averageCharWidth();
        painter.drawText(QRect(end, row.top(), row.width() * 2, row.height()), Qt::AlignVCenter, line.note);
    }
    painter.restore();
    paintGutter(painter, number, row);
}

void CodePane::paintGutter(QPainter &painter, int number, const QRect &row) const
{
    const CodeLine &line = m_lines.at(number);
    const int digits = digitsWidth();
    const int half = fontMetrics().averageCharWidth() / 2;
    painter.setPen(fillOf(line).isValid() && !line.isAside ? currentTheme().page.text : currentTheme().weak);
    const auto draw = [&](int place, int value) {
        if (value > 0)
            painter.drawText(QRect(place, row.top(), digits - half, row.height()), Qt::AlignRight | Qt::AlignVCenter,
                             QString::number(value));
    };
    draw(0, line.number);
    if (m_hasOtherNumbers)
        draw(digits, line.otherNumber);
    if (line.change != CodeChange::Added && line.change != CodeChange::Removed)
        return;
    const int width = 3 * fontMetrics().averageCharWidth();
    painter.drawText(QRect(gutterWidth() - width, row.top(), width, row.height()), Qt::AlignCenter,
                     line.change == CodeChange::Added ? QStringLiteral("+") : QStringLiteral("\u2212"));
}

} // namespace noclobber::widgets
