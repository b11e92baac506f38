#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/git/comparison.h"
#include "ui/models/roles.h"

namespace noclobber::models {

/// Branches, tags and commits to choose from, those that match a search.
class ReferenceModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, CommitColumn, SummaryColumn, DateColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setReferences(std::vector<git::Reference> references);
    /// Shows those whose name, commit, message or author hold every word.
    void setSearch(const QString &text);
    /// The row of a reference with this name, or -1.
    int find(const QString &name) const;
    /// What git understands: the name, or a commit's id.
    QString revision(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const git::Reference &reference, int column) const;
    static QString typeWord(git::Reference::Type type);

    std::vector<git::Reference> m_references;
    std::vector<std::size_t> m_shown;
};

} // namespace noclobber::models
