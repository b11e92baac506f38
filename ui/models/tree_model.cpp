#include "ui/models/tree_model.h"

namespace noclobber::models {

QModelIndex TreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOrRoot(parent).children[static_cast<std::size_t>(row)]);
}

QModelIndex TreeModel::parent(const QModelIndex &child) const
{
    if (!child.isValid())
        return {};
    return indexOf(*nodeOf(child).parent);
}

int TreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOrRoot(parent).children.size());
}

bool TreeModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

const TreeModel::Node &TreeModel::nodeOf(const QModelIndex &index)
{
    return *static_cast<const Node *>(index.constInternalPointer());
}

QModelIndex TreeModel::indexOf(const Node &node, int column) const
{
    if (node.parent == nullptr)
        return {};
    return createIndex(node.row, column, &node);
}

TreeModel::Node *TreeModel::addNode(Node *parent, std::size_t item, bool isGroup)
{
    Node &node = m_nodes.emplace_back();
    node.parent = parent;
    node.row = static_cast<int>(parent->children.size());
    node.item = item;
    node.isGroup = isGroup;
    parent->children.push_back(&node);
    return &node;
}

void TreeModel::renumber(Node &parent)
{
    int row = 0;
    for (Node *child : parent.children)
        child->row = row++;
}

void TreeModel::clearNodes()
{
    m_root.children.clear();
    m_nodes.clear();
}

const TreeModel::Node &TreeModel::nodeOrRoot(const QModelIndex &index) const
{
    return index.isValid() ? nodeOf(index) : m_root;
}

} // namespace noclobber::models
