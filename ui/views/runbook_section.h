#pragma once

#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>

#include "ui/models/runbook_model.h"
#include "ui/record/record_keeper.h"
#include "ui/runner/background.h"
#include "ui/views/selection.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// What to do if the change was merged by mistake: the steps with what is done already, and beside them the chosen one
/// with its lines to copy.
class RunbookSection : public QSplitter
{
    Q_OBJECT
public:
    RunbookSection(Selection &selection, record::RecordKeeper &record, QWidget *parent = nullptr);

    /// `keys`: record::stepKey of each step.
    void setReview(const review::ReviewPtr &review, const std::vector<std::string> &keys);
    int count() const { return m_model->stepCount(); }
    void focusList() { m_list->setFocus(); }

    void copyStep();
    void copyAll();
    /// Marks the chosen row as done, or takes the mark away again.
    void toggleDone();

private:
    QWidget *makeList();
    QWidget *makeDetail();
    /// As the record says.
    void showMarks();
    void setDone(const QList<int> &steps, bool isDone);
    void showStep(const QModelIndex &index);
    void addPart(QWidget *page, const models::RunbookModel::Part &part);
    void copy(std::span<const recovery::Step> steps, bool hasTitles);

    Selection &m_selection;
    record::RecordKeeper &m_record;
    review::ReviewPtr m_review;
    std::vector<std::string> m_keys; ///< of the steps
    runner::Background m_copying;
    models::RunbookModel *m_model;
    QLabel *m_progress;
    widgets::TreeView *m_list;
    QScrollArea *m_step;
    QList<QCheckBox *> m_marks; ///< of the chosen row's steps
};

} // namespace noclobber::views
