#pragma once

#include <QSplitter>
#include <QToolButton>

#include "ui/models/guard_rail_model.h"
#include "ui/views/selection.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// Findings, and beside them what the chosen one means, where it is and what to do.
class GuardRailsSection : public QSplitter
{
    Q_OBJECT
public:
    explicit GuardRailsSection(Selection &selection, QWidget *parent = nullptr);

    void setReview(const review::ReviewPtr &review);
    int count() const { return m_model->findingCount(); }
    void focusList() { m_list->setFocus(); }
    void next();
    void previous();

private:
    QWidget *makeDetail();
    void showDetail(const QModelIndex &index);
    void reveal(const argo::ObjectId &id);
    void step(bool forward);

    Selection &m_selection;
    models::GuardRailModel *m_model;
    widgets::TreeView *m_list;
    widgets::Badge *m_badge;
    widgets::Paragraph *m_heading;
    widgets::Paragraph *m_message;
    widgets::Paragraph *m_mend;
    widgets::Paragraph *m_places;
    widgets::Paragraph *m_explanation;
    QToolButton *m_show;
};

} // namespace noclobber::views
