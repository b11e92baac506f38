#pragma once

#include <vector>

#include "core/review/review.h"
#include "ui/models/change_list.h"
#include "ui/models/object_filter.h"
#include "ui/models/tree_model.h"

namespace noclobber::models {

/// The change list: a group for each state, below it one row for each object.
class ChangeModel : public TreeModel
{
    Q_OBJECT
public:
    enum Column { StateColumn, KindColumn, NameColumn, RemarkColumn, ColumnCount };

    using TreeModel::TreeModel;

    void setReview(const review::ReviewPtr &review);
    /// The same, with its rows made already.
    void setReview(const review::ReviewPtr &review, const ChangeListPtr &list);
    /// Shows only what matches.
    void setFilter(const QString &text);

    int objectCount() const { return static_cast<int>(m_list->objects.size()); }
    int shownCount() const { return m_shown; }
    /// The row of an object, or an invalid index where it is hidden or not there.
    QModelIndex find(const argo::ObjectId &id) const;
    const ReviewedObject *object(const QModelIndex &index) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void fill();
    QVariant groupData(const Node &node, int role) const;
    QString text(const ReviewedObject &object, int column) const;
    QString remark(const ReviewedObject &object) const;
    QString sentence(const ReviewedObject &object) const;

    review::ReviewPtr m_review;
    ChangeListPtr m_list = std::make_shared<const ChangeList>();
    std::vector<const Node *> m_rows; ///< by object; nullptr while hidden
    ObjectFilter m_filter;
    int m_shown = 0;
};

} // namespace noclobber::models
