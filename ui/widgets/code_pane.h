#pragma once

#include <QAbstractScrollArea>
#include <QHash>
#include <QTextLayout>

#include "ui/widgets/code_line.h"

namespace noclobber::widgets {

/// Read-only text of one side: numbers and a sign before each line, words that differ, places that are found. Draws the
/// lines in sight only, so that its length does not matter. One line is current: arrows move it, readers read it.
class CodePane : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit CodePane(QWidget *parent = nullptr);

    void setLines(QList<CodeLine> lines);
    /// The same lines in other colours: what is current, selected and in sight stays.
    void recolour(QList<CodeLine> lines);
    const QList<CodeLine> &lines() const { return m_lines; }
    QString toPlainText() const;
    /// The colours that tints name.
    void setInks(const QList<CodeInk> &inks);
    void setWordMarks(bool shown);
    /// Places to mark, by line.
    void setMatches(QHash<int, QList<CodeSpan>> matches);

    /// Makes a line (from 0) the current one and scrolls until it stands in sight.
    void goTo(int line);
    /// The same for a place in it, which is selected.
    void goTo(int line, const CodeSpan &place);
    /// Makes a line the current one where it stands.
    void setCurrentLine(int line) { moveTo({line, 0}, false); }
    int currentLine() const { return m_cursor.line; }
    int firstLineInSight() const;
    bool isInSight(int line) const;
    QString selectedText() const;
    /// What a reader says of a line: added, removed or unchanged, its number, its text.
    QString spokenLine(int line) const;
    /// Where a line stands in the viewport.
    QRect lineRect(int line) const;
    /// Grows with each setLines.
    int revision() const { return m_revision; }

signals:
    void linkActivated(int line, int link);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Place {
        int line = 0;
        int column = 0;

        auto operator<=>(const Place &) const = default;
    };
    int lineHeight() const;
    int digitsWidth() const;
    int gutterWidth() const;
    void measure();
    void updateBars();
    void copySelection() const;
    void moveTo(const Place &place, bool extends);
    Place placeAt(const QPoint &point) const;
    int linkAt(const Place &place) const;
    QList<QTextLayout::FormatRange> formatsOf(int line) const;
    void addSelection(int line, QList<QTextLayout::FormatRange> &formats) const;
    void prepare(QTextLayout &layout, int line) const;
    void paintLine(QPainter &painter, int line) const;
    void paintGutter(QPainter &painter, int line, const QRect &row) const;

    QList<CodeLine> m_lines;
    QList<CodeInk> m_inks;
    QHash<int, QList<CodeSpan>> m_matches;
    bool m_wordMarks = true;
    bool m_hasOtherNumbers = false;
    int m_longest = 0; ///< characters of the longest line, wide ones counted twice
    int m_digits = 1;
    int m_revision = 0;
    Place m_anchor; ///< of the selection
    Place m_cursor;
};

} // namespace noclobber::widgets
