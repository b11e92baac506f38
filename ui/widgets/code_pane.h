#pragma once

#include <QList>
#include <QPlainTextEdit>

namespace noclobber::widgets {

enum class CodeChange { Same, Added, Removed, Absent };

/// Characters [begin, begin + length) of a line.
struct CodeSpan {
    int begin = 0;
    int length = 0;
};

/// One line of a code pane. Absent: this side has no such line, its text is empty.
struct CodeLine {
    QString text;
    CodeChange change = CodeChange::Same;
    QList<CodeSpan> words; ///< what differs from the other side's line
};

/// Read-only text of one side, with a sign before each line that differs.
class CodePane : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodePane(QWidget *parent = nullptr);

    void setLines(QList<CodeLine> lines);
    const QList<CodeLine> &lines() const { return m_lines; }

    /// Scrolls until the line (from 0) stands in the upper third.
    void showLine(int line);
    int firstVisibleLine() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    friend class CodeMargin;
    void paintMargin(QPainter &painter, const QRect &area);
    int marginWidth() const;
    void paintLines(QPainter &painter, const QRect &area);

    QList<CodeLine> m_lines;
    QWidget *m_margin;
};

} // namespace noclobber::widgets
