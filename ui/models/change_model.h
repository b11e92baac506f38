#pragma once

#include <functional>
#include <vector>

#include "ui/models/change_list.h"
#include "ui/models/object_filter.h"
#include "ui/models/tree_model.h"

namespace noclobber::models {

/// What a person has said of the objects so far.
struct SeenMarks {
    std::function<bool(const argo::ObjectId &)> isSeen;
    std::function<int(const argo::ObjectId &)> comments; ///< how many
};

/// The change list: groups by some arrangement, below them one row for each object; objects that change alike share a
/// row that opens, a renamed object and what it was share one. Every change of the rows is one layout change, so that
/// what is open and current stays so.
class ChangeModel : public TreeModel
{
    Q_OBJECT
public:
    enum Column { StateColumn, KindColumn, NameColumn, RemarkColumn, ClusterColumn, SeenColumn, ColumnCount };

    using TreeModel::TreeModel;

    void setReview(const review::ReviewPtr &review);
    /// The same, with its rows made already.
    void setReview(const review::ReviewPtr &review, const ChangeListPtr &list);
    /// Another order of the rows of the same list.
    void setArrangement(const ArrangementPtr &arrangement);
    /// Shows only what matches. The filter as it was understood.
    const ObjectFilter &setFilter(const QString &text);
    void setMarks(SeenMarks marks);
    /// Marks or comments are others now. Told is only this row, the others are asked for as they are drawn: a view
    /// looks for each row it is told of, which takes its time for 100,000.
    void refreshMarks(const QModelIndex &current);

    const ChangeList &list() const { return *m_list; }
    const ChangeListPtr &sharedList() const { return m_list; }
    const ArrangementPtr &arrangement() const { return m_arrangement; }
    bool hasMarks() const { return m_marks.isSeen != nullptr; }
    int objectCount() const { return static_cast<int>(m_list->objects.size()); }
    int shownCount() const { return m_shown; }
    /// The row of an object, or an invalid index where it is hidden or not there.
    QModelIndex find(const argo::ObjectId &id) const;
    /// The object of a row; nullptr for a group or a shared row.
    const ReviewedObject *object(const QModelIndex &index) const;
    /// The objects of a row and of all below it.
    std::vector<argo::ObjectId> objects(const QModelIndex &index) const;
    /// All that the filter leaves.
    std::vector<argo::ObjectId> shownObjects() const;
    /// What the objects of a shared row, or of a row below one, have alike; nullptr for other rows.
    const diff::ObjectChange *delta(const QModelIndex &index) const;
    /// The next row after this one, from the first on after the last, of an object that has not been seen and that is
    /// no quiet one; invalid if there is none.
    QModelIndex nextUnseenRisk(const QModelIndex &index) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Anchor; // what a row is, across a change of the rows
    struct Alike {
        int count = 0;       ///< of the rows with this delta in the group
        Node *row = nullptr; ///< that they share
    };

    void rebuild(const std::function<void()> &fillAnew, bool keepsGroups);
    Anchor anchorOf(const QModelIndex &index) const;
    QModelIndex indexOfAnchor(const Anchor &anchor) const;
    /// With these objects; all of them where none are named.
    void fill(const std::vector<bool> &candidates = {});
    void fillGroup(std::uint32_t group, const std::vector<std::uint32_t> &places);
    bool matches(std::size_t place) const;
    void collect(const Node &node, std::vector<argo::ObjectId> &ids) const;
    bool isSeen(const ReviewedObject &object) const { return m_marks.isSeen && m_marks.isSeen(object.id); }
    QVariant groupData(const Node &node, int role) const;
    QVariant foldData(const Node &node, int role) const;
    QVariant objectData(const ReviewedObject &object, int column, int role) const;
    QString text(const ReviewedObject &object, int column) const;
    QString accessibleText(const ReviewedObject &object, int column) const;
    QString seenText(const ReviewedObject &object) const;
    QList<Mark> seenMarks(const ReviewedObject &object) const;

    review::ReviewPtr m_review;
    ChangeListPtr m_list = std::make_shared<const ChangeList>();
    ArrangementPtr m_arrangement = std::make_shared<const Arrangement>();
    std::vector<const Node *> m_rows;   ///< by object; nullptr while hidden
    std::vector<const Node *> m_groups; ///< by place in the arrangement; nullptr while empty
    std::vector<int> m_counts;          ///< of objects, by place in the arrangement
    std::vector<Alike> m_alike;         ///< by delta, while a group is filled
    ObjectFilter m_filter;
    QString m_filterText;
    SeenMarks m_marks;
    int m_shown = 0;
};

} // namespace noclobber::models
