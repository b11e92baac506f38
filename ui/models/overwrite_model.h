#pragma once

#include <QAbstractListModel>
#include <vector>

#include "ui/models/overwrite_card.h"

namespace noclobber::models {

/// The objects that more than one document claims to define, or whose definition was replaced.
class OverwriteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setReview(const review::ReviewPtr &review);
    QModelIndex find(const argo::ObjectId &id) const;
    /// What a row is about, in the review; nullptr for an invalid index.
    const diff::ObjectChange *change(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString nameOf(const argo::ObjectId &id) const;

    review::ReviewPtr m_review;
    bool m_hasSeveralClusters = false;
    std::vector<const diff::ObjectChange *> m_changes;
};

} // namespace noclobber::models
