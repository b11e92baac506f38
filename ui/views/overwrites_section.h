#pragma once

#include <QScrollArea>
#include <QSplitter>

#include "ui/models/overwrite_model.h"
#include "ui/runner/background.h"
#include "ui/runner/services.h"
#include "ui/views/overwrite_card_view.h"
#include "ui/views/selection.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// Objects with more than one definition: who wins, why, how certain that is, and what follows.
class OverwritesSection : public QSplitter
{
    Q_OBJECT
public:
    OverwritesSection(Selection &selection, const runner::Services &services, QWidget *parent = nullptr);

    void setReview(const review::ReviewPtr &review);
    bool contains(const argo::ObjectId &id) const { return m_model->find(id).isValid(); }
    int count() const { return m_model->rowCount(); }
    void focusList() { count() > 0 ? m_list->setFocus() : m_area->setFocus(); }

    /// Copies how to mend the chosen one.
    void copyMend() const;
    /// Shows what accepts the chosen one as intended.
    void toggleWaiver();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void askForCard(const QModelIndex &index);
    void showCard(const models::OverwriteCard &card);
    void showNone();

    Selection &m_selection;
    const runner::Services &m_services;
    review::ReviewPtr m_review;
    models::OverwriteModel *m_model;
    widgets::TreeView *m_list;
    QScrollArea *m_area;
    OverwriteCardView *m_card = nullptr;
    runner::Background m_background;
};

} // namespace noclobber::views
