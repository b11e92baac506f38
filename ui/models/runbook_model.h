#pragma once

#include <vector>

#include "core/review/review.h"
#include "ui/models/roles.h"
#include "ui/models/tree_model.h"

namespace noclobber::models {

/// The way back from a change that was merged by mistake: its parts, and in each one row a step, or a row for each
/// object that is brought back.
class RunbookModel : public TreeModel
{
    Q_OBJECT
public:
    enum Column { ObjectColumn, WhatColumn, ColumnCount };

    /// One thing to do, and the lines to copy.
    struct Part {
        QString what;
        QStringList commands;
        QString limit; ///< what it does not bring back; may be empty
    };

    using TreeModel::TreeModel;

    void setReview(const review::ReviewPtr &review);

    int stepCount() const { return m_review ? static_cast<int>(m_review->recovery.steps.size()) : 0; }
    /// What a row is about; of a group the title of its part.
    QString heading(const QModelIndex &index) const;
    /// What to do in this row; nothing for a group.
    QList<Part> parts(const QModelIndex &index) const;
    /// The row, or all rows of a group, as lines for a shell, sentences as comments. An invalid index: the whole
    /// runbook.
    QString copyText(const QModelIndex &index) const;
    /// The row that brings an object back, or an invalid index.
    QModelIndex find(const argo::ObjectId &id) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Steps = std::span<const recovery::Step>;

    QString label(Steps steps) const; ///< "" for the whole change
    QString text(Steps steps, int column) const;
    QVariant groupData(const Node &node, int role) const;
    QString linesOf(const Node &node) const;

    review::ReviewPtr m_review;
    bool m_namesClusters = false; ///< the steps are about several
    std::vector<Steps> m_rows;
};

} // namespace noclobber::models
