#pragma once

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSplitter>
#include <QToolButton>

#include "ui/models/review_model.h"
#include "ui/views/review_text.h"
#include "ui/views/selection.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// The way to a decision: what is left to look at, what was written, what is decided, and the text of the review.
class ReviewSection : public QSplitter
{
    Q_OBJECT
public:
    ReviewSection(Selection &selection, record::RecordKeeper &record, QWidget *parent = nullptr);

    /// What takes a decision back, shown beside it; to decide has its buttons below every section.
    void setWithdraw(QAction *action);
    void setReview(const review::ReviewPtr &review, const models::DecisionGate &gate);
    const models::DecisionGate &gate() const { return m_model->gate(); }
    void focusList() { m_list->setFocus(); }

signals:
    /// Somebody wants to change a comment.
    void editAsked(int comment);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void takeColours();
    QWidget *makeList();
    QWidget *makeDetail();
    QWidget *makeProgress();
    /// Shows the record as it is now, or once the section is seen.
    void takeRecord();
    void showRows();
    void showProgress();
    void showText();
    void showCurrent(const QModelIndex &current);
    void jump();
    int chosenComment() const { return m_model->comment(m_list->currentIndex().siblingAtColumn(0)); }

    Selection &m_selection;
    record::RecordKeeper &m_record;
    review::ReviewPtr m_review;
    models::ReviewModel *m_model;
    widgets::TreeView *m_list;
    QLabel *m_nothing;
    widgets::Paragraph *m_row;
    QToolButton *m_show;
    QToolButton *m_edit;
    QToolButton *m_remove;
    QLabel *m_risky;
    QProgressBar *m_riskyBar;
    QLabel *m_all;
    QProgressBar *m_allBar;
    widgets::Paragraph *m_decision;
    QLabel *m_obstacle;
    QToolButton *m_withdraw;
    ReviewText *m_text;
    bool m_isStale = true; ///< the record has changed while nobody saw the section
};

} // namespace noclobber::views
