#pragma once

#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>

#include "ui/models/runbook_model.h"
#include "ui/views/selection.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// What to do if the change was merged by mistake: the steps, and beside them the chosen one with its lines to copy.
class RunbookSection : public QSplitter
{
    Q_OBJECT
public:
    explicit RunbookSection(Selection &selection, QWidget *parent = nullptr);

    void setReview(const review::ReviewPtr &review);
    int count() const { return m_model->stepCount(); }
    void focusList() { m_list->setFocus(); }

private:
    QWidget *makeDetail();
    void showStep(const QModelIndex &index);
    void copy(const QModelIndex &index);

    Selection &m_selection;
    models::RunbookModel *m_model;
    widgets::TreeView *m_list;
    QScrollArea *m_step;
    QToolButton *m_copyPart;
    QToolButton *m_copyAll;
};

} // namespace noclobber::views
