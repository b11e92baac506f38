#pragma once

#include <QHash>
#include <vector>

#include "core/review/review.h"
#include "ui/models/object_filter.h"
#include "ui/models/object_state.h"
#include "ui/models/tree_model.h"

namespace noclobber::models {

/// One object that the change touches or reaches.
struct ReviewedObject {
    argo::ObjectId id;
    const diff::ObjectChange *change = nullptr;      ///< in the review; nullptr: the text is unchanged
    const blast::AffectedObject *affected = nullptr; ///< in the review; nullptr: nothing happens in the cluster
    ObjectState state = ObjectState::Unchanged;
};

/// Every object that has a change or an effect, by state, then risk, then identity. Points into the review.
std::vector<ReviewedObject> reviewedObjects(const review::Review &review);

/// The change list: a group for each state, below it one row for each object.
class ChangeModel : public TreeModel
{
    Q_OBJECT
public:
    enum Column { StateColumn, KindColumn, NameColumn, RemarkColumn, ColumnCount };

    using TreeModel::TreeModel;

    void setReview(const review::ReviewPtr &review);
    /// Shows only what matches.
    void setFilter(const QString &text);

    int objectCount() const { return static_cast<int>(m_objects.size()); }
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
    std::vector<ReviewedObject> m_objects;
    std::vector<QString> m_keys;      ///< what the filter looks at, one for each object, lower case
    std::vector<const Node *> m_rows; ///< by object; nullptr while hidden
    ObjectFilter m_filter;
    int m_shown = 0;
};

} // namespace noclobber::models
