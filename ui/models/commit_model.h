#pragma once

#include <vector>

#include "ui/models/commit_list.h"
#include "ui/models/roles.h"
#include "ui/models/tree_model.h"

namespace noclobber::models {

/// Branches and tags, and below them the commits with their history beside them; those that match a search.
class CommitModel : public TreeModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, SummaryColumn, AuthorColumn, DateColumn, ColumnCount };
    /// LaneRow; invalid for what is no commit, and while a search leaves some out.
    static constexpr int LanesRole = Qt::UserRole + 100;

    using TreeModel::TreeModel;

    /// Keeps the search.
    void setList(const CommitListPtr &list);
    /// Shows those whose name, commit, message or author hold every word.
    void setSearch(const QString &text);
    /// How many are shown.
    int shownCount() const { return m_shown; }

    /// The row of a branch, a tag or a commit's id, or an invalid index.
    QModelIndex find(const QString &revision) const;
    /// The first row that is no group.
    QModelIndex first() const;
    /// What git understands; empty for a group.
    QString revision(const QModelIndex &index) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        const git::Reference *reference = nullptr;
        const git::HistoryCommit *commit = nullptr; ///< one of both
    };
    void fill();
    void addGroup(std::size_t group, std::size_t begin, std::size_t end, const QStringList &words);
    Row rowOf(std::size_t item) const;
    QVariant groupData(const Node &node, int role) const;
    QString text(std::size_t item, int column) const;
    QString sentence(std::size_t item) const;
    static QString glyphOf(const Row &row);

    CommitListPtr m_list = std::make_shared<const CommitList>();
    QString m_search;
    int m_shown = 0;
};

} // namespace noclobber::models

Q_DECLARE_METATYPE(noclobber::models::LaneRow)
