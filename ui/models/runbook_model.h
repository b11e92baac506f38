#pragma once

#include <QList>
#include <vector>

#include "core/review/review.h"
#include "ui/models/roles.h"
#include "ui/models/tree_model.h"

namespace noclobber::models {

/// The way back from a change that was merged by mistake: its parts, and in each one row a step, or a row for each
/// object that is brought back. Each row can be marked as done: that is asked for by a signal, and shown once setDone
/// says so.
class RunbookModel : public TreeModel
{
    Q_OBJECT
public:
    enum Column { WhatColumn, ObjectColumn, ColumnCount };

    /// One thing to do, and the lines to copy.
    struct Part {
        int step = 0; ///< place among the steps of the review
        QString what;
        QStringList commands;
        QString limit; ///< what it does not bring back; may be empty
        bool isDone = false;
    };

    using TreeModel::TreeModel;

    void setReview(const review::ReviewPtr &review);
    /// Which of the steps are done, by their places.
    void setDone(const std::vector<bool> &done);

    int stepCount() const { return m_review ? static_cast<int>(m_review->recovery.steps.size()) : 0; }
    int doneCount() const;
    /// What a row is about; of a group the title of its part.
    QString heading(const QModelIndex &index) const;
    /// Why this part of the runbook comes where it does, one sentence.
    QString why(const QModelIndex &index) const;
    /// What to do in this row; nothing for a group.
    QList<Part> parts(const QModelIndex &index) const;
    /// The places of the steps of a row, or of all rows of a group.
    QList<int> steps(const QModelIndex &index) const;
    /// The steps of a row, or of all rows of a group, in the review; nothing for an invalid index.
    std::span<const recovery::Step> stepsOfRow(const QModelIndex &index) const;
    /// What is taken for granted by all of it, whole sentences.
    QString assumptions() const;
    /// The row that brings an object back, or an invalid index.
    QModelIndex find(const argo::ObjectId &id) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void doneAsked(const QList<int> &steps, bool isDone);

private:
    using Steps = std::span<const recovery::Step>;

    QString label(Steps steps) const; ///< "" for the whole change
    QString text(Steps steps, int column) const;
    QString sentence(Steps steps, Qt::CheckState state) const;
    QVariant groupData(const Node &node, int role) const;
    void addSteps(const Node &node, QList<int> &steps) const;
    QList<int> stepsOf(const Node &node) const;
    int doneIn(const QList<int> &steps) const;
    Qt::CheckState checkState(const Node &node) const;
    int placeOf(const recovery::Step &step) const;

    review::ReviewPtr m_review;
    bool m_namesClusters = false; ///< the steps are about several
    std::vector<Steps> m_rows;
    std::vector<bool> m_done; ///< of the steps
};

} // namespace noclobber::models
