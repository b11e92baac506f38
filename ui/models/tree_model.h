#pragma once

#include <QAbstractItemModel>
#include <cstddef>
#include <deque>
#include <vector>

namespace noclobber::models {

/// Base of the trees: does the arithmetic of indexes. A concrete model makes the nodes and answers text and roles.
/// Each row has its own node, and an index carries its address: with anything that two rows share, Qt's bookkeeping of
/// persistent indexes takes quadratic time (55 s to collapse 10,000 rows).
class TreeModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    struct Node {
        Node *parent = nullptr;
        int row = 0;
        std::size_t item = 0; ///< what the concrete model makes of it
        bool isGroup = false;
        std::vector<Node *> children;
    };

    using QAbstractItemModel::QAbstractItemModel;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;

protected:
    /// The node of a valid index.
    static const Node &nodeOf(const QModelIndex &index);
    QModelIndex indexOf(const Node &node, int column = 0) const;

    Node *root() { return &m_root; }
    Node *addNode(Node *parent, std::size_t item, bool isGroup = false);
    /// Gives every child its row again, after somebody sorted `children`.
    static void renumber(Node &parent);
    void clearNodes();

private:
    const Node &nodeOrRoot(const QModelIndex &index) const;

    Node m_root;
    std::deque<Node> m_nodes; ///< addresses stay
};

} // namespace noclobber::models
