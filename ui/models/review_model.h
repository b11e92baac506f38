#pragma once

#include <vector>

#include "ui/models/decision_gate.h"
#include "ui/models/roles.h"
#include "ui/models/tree_model.h"

namespace noclobber::models {

/// What is left to do before a decision, and what was written: blocked objects, those that changed since they were
/// seen, comments.
class ReviewModel : public TreeModel
{
    Q_OBJECT
public:
    enum Column { StateColumn, ObjectColumn, AboutColumn, TextColumn, ColumnCount };

    using TreeModel::TreeModel;

    /// Another review, with what blocks it.
    void setGate(const DecisionGate &gate);
    /// Shows the record as it is now. Whether other rows are there than before; else only what they say may differ, and
    /// who shows them draws them anew.
    bool setRecord(const record::RecordKeeper &record);

    const DecisionGate &gate() const { return m_gate; }
    /// The number of a comment's row, 0 for other rows.
    int comment(const QModelIndex &index) const;
    /// The row of an object, or of one of its comments; invalid if there is none.
    QModelIndex find(const argo::ObjectId &id) const;
    QModelIndex findComment(int number) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Group { Blocked, Changed, Comments };
    struct Row {
        Group group = Group::Blocked;
        std::size_t place = 0; ///< in the list of the group
    };

    void addGroup(Group group, std::size_t count);
    const argo::ObjectId &idOf(const Row &row) const;
    QString text(const Row &row, int column) const;
    QString glyph(const Row &row) const;
    Level level(const Row &row) const;
    QVariant groupData(const Node &node, int role) const;

    DecisionGate m_gate;
    std::vector<bool> m_isSeen; ///< by m_gate.objects()
    std::vector<argo::ObjectId> m_changed;
    std::vector<record::Comment> m_comments;
    std::vector<Row> m_rows;
    bool m_hasRows = false; ///< of the present review
};

} // namespace noclobber::models
