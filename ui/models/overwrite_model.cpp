#include "ui/models/overwrite_model.h"

#include <algorithm>

#include "ui/models/text.h"

namespace noclobber::models {

namespace {

enum Column { StateColumn, ObjectColumn, ColumnCount };

} // namespace

void OverwriteModel::setReview(const review::ReviewPtr &review)
{
    beginResetModel();
    m_review = review;
    m_changes = review ? overwrites(*review) : std::vector<const diff::ObjectChange *>{};
    m_hasSeveralClusters = false;
    Name cluster;
    for (const diff::ObjectChange *change : m_changes) {
        if (cluster.empty())
            cluster = change->id.scope;
        m_hasSeveralClusters |= !change->id.scope.empty() && change->id.scope != cluster;
    }
    endResetModel();
}

/// With its cluster, where there are several.
QString OverwriteModel::nameOf(const argo::ObjectId &id) const
{
    const QString name = objectText(id);
    return m_hasSeveralClusters && !id.scope.empty() ? tr("%1 in %2", "object, cluster").arg(name, toQString(id.scope))
                                                     : name;
}

QModelIndex OverwriteModel::find(const argo::ObjectId &id) const
{
    const auto found = std::ranges::find(m_changes, id, &diff::ObjectChange::id);
    return found == m_changes.end() ? QModelIndex() : index(static_cast<int>(found - m_changes.begin()), 0);
}

const diff::ObjectChange *OverwriteModel::change(const QModelIndex &index) const
{
    return index.isValid() ? m_changes[static_cast<std::size_t>(index.row())] : nullptr;
}

int OverwriteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int OverwriteModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{ColumnCount};
}

QVariant OverwriteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const diff::ObjectChange &change = *m_changes[static_cast<std::size_t>(index.row())];
    const ContestLooks looks = contestLooks(change);
    const bool isState = index.column() == StateColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isState ? looks.word : nameOf(change.id);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "state, object").arg(looks.word, nameOf(change.id));
    case IdentityRole:
        return QVariant::fromValue(change.id);
    case GlyphRole:
        return isState ? looks.glyph : QString();
    case LevelRole:
        return static_cast<int>(looks.level);
    case BadgeRole:
        return isState;
    default:
        return {};
    }
}

QVariant OverwriteModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == StateColumn ? tr("State") : tr("Object");
}

} // namespace noclobber::models
