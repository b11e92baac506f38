#include "ui/models/radius_model.h"

#include <QFont>

#include "ui/models/object_state.h"
#include "ui/models/radius_words.h"

namespace noclobber::models {

namespace {

QString textOf(const RadiusRow &row, int column)
{
    switch (column) {
    case RadiusModel::ObjectColumn:
        return RadiusWords::object(row);
    case RadiusModel::FateColumn:
        return RadiusWords::fate(row);
    case RadiusModel::WhyColumn:
        return RadiusWords::why(row);
    default:
        return RadiusWords::recover(row);
    }
}

QFont boldFont()
{
    QFont font;
    font.setBold(true);
    return font;
}

/// By its effect; a mere cause by what the change does to it.
bool isEffect(const RadiusRow &row)
{
    return row.affected != nullptr &&
           (row.object != nullptr || row.change == nullptr || row.change->status == diff::Status::Unchanged);
}

QString glyphOfRow(const RadiusRow &row)
{
    if (row.object != nullptr && row.affected == nullptr)
        return glyphOf(ObjectState::Unknown);
    return isEffect(row) ? glyphOf(*row.affected) : glyphOf(stateOf(row.change, nullptr));
}

Level levelOfRow(const RadiusRow &row)
{
    if (row.object != nullptr && row.affected == nullptr)
        return levelOf(ObjectState::Unknown);
    return isEffect(row) ? levelOf(*row.affected) : levelOf(stateOf(row.change, nullptr));
}

} // namespace

void RadiusModel::setTree(RadiusTreePtr tree)
{
    beginResetModel();
    clearNodes();
    m_tree = std::move(tree);
    m_nodes.clear();
    m_nodes.reserve(m_tree ? m_tree->rows.size() : 0);
    for (std::size_t place = 0; m_tree && place < m_tree->rows.size(); ++place) {
        const int above = m_tree->rows[place].parent;
        m_nodes.push_back(addNode(above < 0 ? root() : m_nodes[static_cast<std::size_t>(above)], place));
    }
    endResetModel();
}

QModelIndex RadiusModel::find(const argo::ObjectId &id) const
{
    const Node *other = nullptr;
    for (std::size_t place = 0; place < m_nodes.size(); ++place) {
        const RadiusRow &row = m_tree->rows[place];
        if (row.id == nullptr || *row.id != id)
            continue;
        if (row.object != nullptr)
            return indexOf(*m_nodes[place]);
        other = other == nullptr ? m_nodes[place] : other;
    }
    return other == nullptr ? QModelIndex() : indexOf(*other);
}

const RadiusRow *RadiusModel::row(const QModelIndex &index) const
{
    return index.isValid() ? &m_tree->rows[nodeOf(index).item] : nullptr;
}

int RadiusModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant RadiusModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RadiusRow &row = m_tree->rows[nodeOf(index).item];
    const bool isFate = index.column() == FateColumn;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::ToolTipRole:
        return RadiusWords::sentence(row);
    case Qt::AccessibleTextRole:
        return index.column() == ObjectColumn ? RadiusWords::sentence(row) : textOf(row, index.column());
    case IdentityRole:
        return row.id != nullptr ? QVariant::fromValue(*row.id) : QVariant();
    case GlyphRole:
        return isFate && (row.affected != nullptr || row.change != nullptr || row.object != nullptr) ? glyphOfRow(row)
                                                                                                     : QString();
    case LevelRole:
        return static_cast<int>(levelOfRow(row));
    case BadgeRole:
        return isFate && !RadiusWords::fate(row).isEmpty();
    case Qt::FontRole:
        return row.object == nullptr && index.column() == ObjectColumn ? QVariant(boldFont()) : QVariant();
    default:
        return {};
    }
}

QVariant RadiusModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ObjectColumn:
        return tr("Object");
    case FateColumn:
        return tr("Fate");
    case WhyColumn:
        return tr("Why");
    case RecoverColumn:
        return tr("Recover");
    default:
        return {};
    }
}

} // namespace noclobber::models
