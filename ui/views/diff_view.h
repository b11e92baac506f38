#pragma once

#include <QLabel>
#include <QSplitter>
#include <QWidget>

#include "ui/views/code_highlighter.h"
#include "ui/views/diff_rows.h"
#include "ui/widgets/elided_label.h"

namespace noclobber::views {

/// Base and head of an object side by side, lines set against each other.
class DiffView : public QWidget
{
    Q_OBJECT
public:
    explicit DiffView(const KSyntaxHighlighting::Repository &repository, QWidget *parent = nullptr);

    /// Headings say what each side is and where it stands.
    void setRows(const DiffRows &rows, const QString &baseHeading, const QString &headHeading);
    /// Shows a sentence instead of text: loading, or why there is none.
    void setMessage(const QString &message);
    void setWordMarks(bool shown);

    /// To the begin of the next run of changed lines below or above what is in sight.
    void nextChange();
    void previousChange();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Side {
        QWidget *box = nullptr;
        widgets::ElidedLabel *heading = nullptr;
        widgets::CodePane *pane = nullptr;
        CodeHighlighter *highlighter = nullptr;
    };
    Side makeSide(const QString &name, const KSyntaxHighlighting::Repository &repository);
    void bindScrolling(widgets::CodePane *from, widgets::CodePane *to);
    void showLine(int line);
    QList<int> changeStarts() const;

    QLabel *m_message;
    QSplitter *m_splitter;
    Side m_base;
    Side m_head;
    int m_current = -1; ///< line of the change gone to last
};

} // namespace noclobber::views
