#include "ui/widgets/code_pane.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include "ui/widgets/fonts.h"
#include "ui/widgets/theme.h"

namespace noclobber::widgets {

/// The strip with the signs.
class CodeMargin : public QWidget
{
public:
    explicit CodeMargin(CodePane *pane) : QWidget(pane), m_pane(pane) {}

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        m_pane->paintMargin(painter, event->rect());
    }

private:
    CodePane *m_pane;
};

namespace {

QColor fillOf(CodeChange change)
{
    const Theme &theme = currentTheme();
    switch (change) {
    case CodeChange::Added:
        return theme.addedLine;
    case CodeChange::Removed:
        return theme.removedLine;
    default:
        return {};
    }
}

} // namespace

CodePane::CodePane(QWidget *parent) : QPlainTextEdit(parent), m_margin(new CodeMargin(this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    useCodeFont(this);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &area, int dy) {
        if (dy != 0)
            m_margin->scroll(0, dy);
        else
            m_margin->update(0, area.y(), m_margin->width(), area.height());
    });
    setViewportMargins(marginWidth(), 0, 0, 0);
}

void CodePane::setLines(QList<CodeLine> lines)
{
    m_lines = std::move(lines);
    QStringList texts;
    texts.reserve(m_lines.size());
    for (const CodeLine &line : m_lines)
        texts << line.text;
    setPlainText(texts.join(QLatin1Char('\n')));
    m_margin->update();
}

void CodePane::showLine(int line)
{
    const int above = viewport()->height() / (3 * qMax(1, fontMetrics().lineSpacing()));
    verticalScrollBar()->setValue(qMax(0, line - above));
}

int CodePane::firstVisibleLine() const
{
    return firstVisibleBlock().blockNumber();
}

void CodePane::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        paintLines(painter, event->rect());
    }
    QPlainTextEdit::paintEvent(event);
}

void CodePane::paintLines(QPainter &painter, const QRect &area)
{
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > area.bottom() || block.blockNumber() >= m_lines.size())
            return;
        const QRectF row(0, place.top(), viewport()->width(), place.height());
        const CodeChange change = m_lines.at(block.blockNumber()).change;
        if (change == CodeChange::Absent)
            painter.fillRect(row, QBrush(currentTheme().absentLine, Qt::BDiagPattern));
        else if (const QColor fill = fillOf(change); fill.isValid())
            painter.fillRect(row, fill);
    }
}

void CodePane::paintMargin(QPainter &painter, const QRect &area)
{
    const Theme &theme = currentTheme();
    painter.fillRect(area, theme.page.fill);
    painter.setFont(font());
    painter.setPen(theme.page.text);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > area.bottom() || block.blockNumber() >= m_lines.size())
            return;
        const CodeChange change = m_lines.at(block.blockNumber()).change;
        const QRectF row(0, place.top(), m_margin->width(), place.height());
        if (const QColor fill = fillOf(change); fill.isValid()) {
            painter.fillRect(row, fill);
            painter.drawText(row, Qt::AlignCenter,
                             change == CodeChange::Added ? QStringLiteral("+") : QStringLiteral("\u2212"));
        }
    }
}

int CodePane::marginWidth() const
{
    return 3 * fontMetrics().averageCharWidth();
}

void CodePane::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), marginWidth(), inside.height());
}

void CodePane::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_margin->update();
}

} // namespace noclobber::widgets
