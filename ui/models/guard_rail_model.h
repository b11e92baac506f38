#pragma once

#include <vector>

#include "ui/models/guard_rail_list.h"
#include "ui/models/roles.h"
#include "ui/models/tree_model.h"

namespace noclobber::models {

/// The rules by what the change has to do with them, each with how often it was broken before and is after, and below
/// it the objects; then what the review could not read or see: a green verdict is worth no more than what stands there.
class GuardRailModel : public TreeModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, BeforeColumn, AfterColumn, AboutColumn, ColumnCount };
    enum class Group { Broken, Standing, Waived, Unread, NotRendered, Unseen, Remark, Quiet };

    /// What a row is about; what does not apply is null.
    struct Row {
        Group group = Group::Broken;
        const RailRule *rule = nullptr;
        const rules::Finding *finding = nullptr; ///< null for the row of a rule
        std::size_t place = 0;                   ///< in the review's list, of what could not be read or seen
    };

    using TreeModel::TreeModel;

    void setList(const GuardRailListPtr &list);

    int findingCount() const { return m_list ? static_cast<int>(m_list->review->findings.size()) : 0; }
    /// What a row is about, or nullptr for a group and for no row.
    const Row *row(const QModelIndex &index) const;
    /// The findings that a row stands for: one, or those of its rule.
    std::vector<rules::Finding> findings(const QModelIndex &index) const;
    /// The first finding of an object that the change brings, else the first of it at all, or an invalid index.
    QModelIndex find(const argo::ObjectId &id) const;
    /// The row of a finding, or an invalid index.
    QModelIndex find(const review::FindingKey &key) const;
    /// The first finding, or an invalid index.
    QModelIndex firstFinding() const;

    static QString title(Group group);
    static Level level(const Row &row);
    static QString glyph(const Row &row);
    static QString severityText(const Row &row); ///< "Block", "Waived"
    QString text(const Row &row, int column) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void addRules(Group group, const std::vector<RailRule> &rules);
    void addPlaces(Group group, std::size_t count);
    QString ruleText(const Row &row, int column) const;
    QString unseenText(const Row &row, int column) const;
    QString sentence(const Row &row) const;
    QVariant groupData(const Node &node, int role) const;
    template <typename Fits>
    QModelIndex firstWhere(const Node &parent, const Fits &fits) const;

    GuardRailListPtr m_list;
    std::vector<Row> m_rows;
};

} // namespace noclobber::models
