#pragma once

#include <QSplitter>
#include <QToolButton>
#include <stop_token>

#include "ui/models/guard_rail_detail.h"
#include "ui/views/patch_offer.h"
#include "ui/views/selection.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/paragraph.h"
#include "ui/widgets/tree_view.h"

namespace noclobber::views {

/// The rules with how often each is broken before and after the change, and beside them what the chosen one or the
/// chosen finding means, where it is and how to mend it. Both commits are judged by themselves when somebody looks.
class GuardRailsSection : public QSplitter
{
    Q_OBJECT
public:
    GuardRailsSection(Selection &selection, const runner::Services &services, QWidget *parent = nullptr);
    ~GuardRailsSection() override;

    /// A review by the list of its findings, before both commits are judged.
    void setReview(const models::GuardRailListPtr &list);
    bool contains(const argo::ObjectId &id) const { return m_model->find(id).isValid(); }
    int count() const { return m_model->findingCount(); }
    void focusList() { m_list->setFocus(); }
    void next();
    void previous();
    /// Of the chosen row, where there is something to copy or to save.
    void copyMend();
    void copyPatch();
    void savePatch();

signals:
    /// The counts of both commits are there.
    void counted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeDetail();
    void connectParts();
    void takeList(const models::GuardRailListPtr &list);
    void judgeBothCommits();
    void showDetail(const QModelIndex &index);
    void reveal(const argo::ObjectId &id);
    void step(bool forward);

    Selection &m_selection;
    const runner::Services &m_services;
    runner::Background m_judging;
    std::stop_source m_stop;
    bool m_isJudged = false; ///< or being judged
    review::ReviewPtr m_review;
    models::GuardRailModel *m_model;
    QLabel *m_coverage;
    QLabel *m_progress;
    widgets::TreeView *m_list;
    widgets::Badge *m_badge;
    widgets::Paragraph *m_heading;
    widgets::Paragraph *m_message;
    widgets::Paragraph *m_mend;
    widgets::Paragraph *m_waiver;
    widgets::Paragraph *m_places;
    widgets::Paragraph *m_counts;
    widgets::Paragraph *m_explanation;
    widgets::Paragraph *m_accident;
    widgets::Paragraph *m_ruleMend;
    widgets::Paragraph *m_example;
    PatchOffer *m_patch;
    QToolButton *m_copyMend;
    QToolButton *m_show;
};

} // namespace noclobber::views
