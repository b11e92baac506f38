#pragma once

#include <KSyntaxHighlighting/Repository>
#include <QLabel>
#include <QSplitter>
#include <QWidget>

#include "ui/views/diff_lines.h"
#include "ui/views/diff_search.h"
#include "ui/widgets/code_pane.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/find_bar.h"

namespace noclobber::views {

/// The text of an object in base and head, side by side or in one column.
class DiffView : public QWidget
{
    Q_OBJECT
public:
    explicit DiffView(const KSyntaxHighlighting::Repository &repository, QWidget *parent = nullptr);

    /// Headings say what each side is and where it stands. What was opened in another text is forgotten.
    void setText(const models::DiffTextPtr &text, const QString &baseHeading, const QString &headHeading);
    /// The colours of the text, which may come later.
    void setTints(const DiffTints &tints);
    /// Shows a sentence instead of text: loading, or why there is none.
    void setMessage(const QString &message);
    void setWordMarks(bool shown);

    const models::DiffOptions &options() const { return m_options; }
    void setOptions(const models::DiffOptions &options);
    const models::DiffTextPtr &text() const { return m_text; }

    /// To the begin of the next run of changed lines below or above the current line.
    void nextChange();
    void previousChange();
    /// The field of the current line; "" for none.
    QString currentPath() const;
    void takeFocus();

    void find();
    void findNext() { go(1); }
    void findPrevious() { go(-1); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void forgetMatches();
    struct Side {
        QWidget *box = nullptr;
        widgets::ElidedLabel *heading = nullptr;
        widgets::CodePane *pane = nullptr;
    };
    Side makeSide(const QString &name);
    void bind(widgets::CodePane *from, widgets::CodePane *to);
    void arrange();
    void fill();
    void relayout();
    bool hasTwoPanes() const;
    widgets::CodePane *mainPane() const;
    PaneRole roleOf(const Side &side) const;
    int lineOf(const DiffMatch &match) const;
    int lineFor(int row) const;
    void uncover(int row);
    void open(int line, int link);
    void search();
    void markMatches();
    void goToChange(int step);
    void go(int step);

    const KSyntaxHighlighting::Repository &m_repository;
    QLabel *m_message;
    QSplitter *m_splitter;
    Side m_base;
    Side m_head; ///< the only one where there is one pane
    widgets::FindBar *m_find;
    models::DiffTextPtr m_text;
    DiffTints m_tints;
    models::DiffOptions m_options;
    QList<models::LayoutLine> m_layout;
    QString m_baseHeading;
    QString m_headHeading;
    QList<DiffMatch> m_matches;
    int m_match = -1;
};

} // namespace noclobber::views
