#pragma once

#include "ui/models/radius_tree.h"
#include "ui/models/roles.h"
#include "ui/models/tree_model.h"

namespace noclobber::models {

/// What the change reaches, worst first, below its Application, namespace, kind or cause.
class RadiusModel : public TreeModel
{
    Q_OBJECT
public:
    enum Column { ObjectColumn, FateColumn, WhyColumn, RecoverColumn, ColumnCount };

    using TreeModel::TreeModel;

    void setTree(RadiusTreePtr tree);
    const RadiusTreePtr &tree() const { return m_tree; }

    int shownCount() const { return m_tree ? m_tree->shown : 0; }
    /// The object's own row; else one of it as a cause or group; else an invalid index.
    QModelIndex find(const argo::ObjectId &id) const;
    /// What a row stands for, or nullptr for an invalid index.
    const RadiusRow *row(const QModelIndex &index) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    RadiusTreePtr m_tree;        ///< nullptr: there are no rows
    std::vector<Node *> m_nodes; ///< by row of the tree
};

} // namespace noclobber::models
