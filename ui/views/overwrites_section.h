#pragma once

#include <QScrollArea>
#include <QSplitter>

#include "ui/models/overwrite_model.h"
#include "ui/views/selection.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// Objects with more than one definition: who wins, why, how certain that is, and what follows.
class OverwritesSection : public QSplitter
{
    Q_OBJECT
public:
    explicit OverwritesSection(Selection &selection, QWidget *parent = nullptr);

    void setReview(const review::ReviewPtr &review);
    int count() const { return m_model->rowCount(); }
    void focusList() { m_list->setFocus(); }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showCard(const QModelIndex &index);

    Selection &m_selection;
    models::OverwriteModel *m_model;
    widgets::TreeView *m_list;
    QScrollArea *m_area;
};

} // namespace noclobber::views
