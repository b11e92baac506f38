#include <QLocale>
#include <algorithm>

#include "ui/models/change_model.h"
#include "ui/models/change_text.h"
#include "ui/models/similar_changes.h"
#include "ui/models/text.h"

namespace noclobber::models {

int ChangeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ChangeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = nodeOf(index);
    if (!node.isGroup)
        return objectData(m_list->objects[node.item], index.column(), role);
    if (index.column() > 0)
        return {};
    return node.parent->parent == nullptr ? groupData(node, role) : foldData(node, role);
}

QVariant ChangeModel::groupData(const Node &node, int role) const
{
    const ChangeGroup &group = m_arrangement->groups[node.item];
    const int count = m_counts[node.item];
    switch (role) {
    case Qt::DisplayRole:
        return group.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %Ln objects", "group of rows", count).arg(group.title);
    case GlyphRole:
        return group.glyph;
    case LevelRole:
        return static_cast<int>(group.level);
    case CountRole:
        return count;
    default:
        return {};
    }
}

QVariant ChangeModel::foldData(const Node &node, int role) const
{
    const diff::ObjectChange &example = *m_list->deltas[node.item];
    const int count = static_cast<int>(node.children.size());
    switch (role) {
    case Qt::DisplayRole:
        return ChangeText::fold(example, count);
    case Qt::AccessibleTextRole: {
        if (!hasMarks())
            return ChangeText::fold(example, count);
        const auto seen = std::ranges::count_if(
            node.children, [this](const auto &child) { return isSeen(m_list->objects[child->item]); });
        return tr("%1, %L2 of them seen", "objects with the same change, count")
            .arg(ChangeText::fold(example, count))
            .arg(seen);
    }
    case Qt::ToolTipRole:
        return DeltaWords::whole(example);
    case GlyphRole:
        return QStringLiteral("similar");
    case LevelRole:
        return static_cast<int>(Level::Quiet);
    default:
        return {};
    }
}

QVariant ChangeModel::objectData(const ReviewedObject &object, int column, int role) const
{
    const bool isState = column == StateColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(object, column);
    case Qt::ToolTipRole:
        return ChangeText::sentence(object, seenText(object));
    case Qt::AccessibleTextRole:
        return accessibleText(object, column);
    case IdentityRole:
        return QVariant::fromValue(object.id);
    case GlyphRole:
        return isState ? glyphOf(object.state) : QString();
    case LevelRole:
        return static_cast<int>(isState ? object.level : Level::Quiet);
    case BadgeRole:
        return isState;
    case MarksRole:
        if (column == SeenColumn)
            return QVariant::fromValue(seenMarks(object));
        return column == RemarkColumn ? QVariant::fromValue(ChangeText::marks(object)) : QVariant();
    default:
        return {};
    }
}

QString ChangeModel::text(const ReviewedObject &object, int column) const
{
    switch (column) {
    case StateColumn:
        return Words::state(object.state);
    case KindColumn:
        return toQString(object.id.key.kind);
    case NameColumn:
        return ChangeText::name(object);
    case ClusterColumn:
        return toQString(object.id.scope);
    case RemarkColumn:
        return ChangeText::remark(object);
    default:
        return {};
    }
}

QString ChangeModel::accessibleText(const ReviewedObject &object, int column) const
{
    switch (column) {
    case StateColumn:
        return ChangeText::sentence(object, seenText(object));
    case SeenColumn:
        return seenText(object);
    case RemarkColumn: {
        QStringList parts;
        for (const Mark &mark : ChangeText::marks(object))
            parts << mark.word;
        parts << text(object, column);
        parts.removeAll(QString());
        return listed(parts);
    }
    default:
        return text(object, column);
    }
}

QString ChangeModel::seenText(const ReviewedObject &object) const
{
    if (!hasMarks())
        return {};
    const int comments = m_marks.comments(object.id);
    const QString seen = isSeen(object) ? tr("seen") : tr("not seen");
    return comments == 0 ? seen : tr("%1, %Ln comments", "seen or not seen", comments).arg(seen);
}

QList<Mark> ChangeModel::seenMarks(const ReviewedObject &object) const
{
    if (!hasMarks())
        return {};
    QList<Mark> marks{{isSeen(object) ? QStringLiteral("seen") : QStringLiteral("unseen"), {}, Level::Quiet}};
    if (const int comments = m_marks.comments(object.id); comments > 0)
        marks << Mark{QStringLiteral("comment"), QLocale().toString(comments), Level::Quiet};
    return marks;
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case KindColumn:
        return tr("Kind");
    case NameColumn:
        return tr("Namespace/name");
    case RemarkColumn:
        return tr("Remark");
    case ClusterColumn:
        return tr("Cluster");
    case SeenColumn:
        return tr("Seen");
    default:
        return {};
    }
}

} // namespace noclobber::models
