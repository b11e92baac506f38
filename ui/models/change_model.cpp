#include "ui/models/change_model.h"

#include "ui/models/text.h"

namespace noclobber::models {

void ChangeModel::setReview(const review::ReviewPtr &review)
{
    setReview(review, std::make_shared<const ChangeList>(makeChangeList(*review)));
}

void ChangeModel::setReview(const review::ReviewPtr &review, const ChangeListPtr &list)
{
    beginResetModel();
    m_review = review;
    m_list = list;
    fill();
    endResetModel();
}

void ChangeModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = ObjectFilter(text);
    fill();
    endResetModel();
}

void ChangeModel::fill()
{
    clearNodes();
    const std::vector<ReviewedObject> &objects = m_list->objects;
    m_rows.assign(objects.size(), nullptr);
    m_shown = 0;
    Node *group = nullptr;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        if (!m_filter.matches(m_list->keys[i]))
            continue;
        const auto state = static_cast<std::size_t>(objects[i].state);
        if (group == nullptr || group->item != state)
            group = addNode(root(), state, true);
        m_rows[i] = addNode(group, i);
        ++m_shown;
    }
}

QModelIndex ChangeModel::find(const argo::ObjectId &id) const
{
    const std::optional<std::size_t> place = m_list->find(id);
    const Node *row = place ? m_rows[*place] : nullptr;
    return row == nullptr ? QModelIndex() : indexOf(*row);
}

const ReviewedObject *ChangeModel::object(const QModelIndex &index) const
{
    if (!index.isValid() || nodeOf(index).isGroup)
        return nullptr;
    return &m_list->objects[nodeOf(index).item];
}

int ChangeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ChangeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = nodeOf(index);
    if (node.isGroup)
        return index.column() == 0 ? groupData(node, role) : QVariant();
    const ReviewedObject &object = m_list->objects[node.item];
    switch (role) {
    case Qt::DisplayRole:
        return text(object, index.column());
    case Qt::ToolTipRole:
        return sentence(object);
    case Qt::AccessibleTextRole:
        return index.column() == StateColumn ? sentence(object) : text(object, index.column());
    case IdentityRole:
        return QVariant::fromValue(object.id);
    case GlyphRole:
        return index.column() == StateColumn ? glyphOf(object.state) : QString();
    case LevelRole:
        return static_cast<int>(levelOf(object.state));
    case BadgeRole:
        return index.column() == StateColumn;
    default:
        return {};
    }
}

QVariant ChangeModel::groupData(const Node &node, int role) const
{
    const auto state = static_cast<ObjectState>(node.item);
    const int count = static_cast<int>(node.children.size());
    switch (role) {
    case Qt::DisplayRole:
        return Words::group(state);
    case Qt::AccessibleTextRole:
        return tr("%1, %Ln objects", "group of rows", count).arg(Words::group(state));
    case GlyphRole:
        return glyphOf(state);
    case LevelRole:
        return static_cast<int>(levelOf(state));
    case CountRole:
        return count;
    default:
        return {};
    }
}

QVariant ChangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
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
        return nameText(object.id);
    default:
        return remark(object);
    }
}

QString ChangeModel::remark(const ReviewedObject &object) const
{
    QStringList parts;
    if (object.affected != nullptr && object.affected->isDerived)
        parts << tr("made by the cluster");
    if (object.affected != nullptr && !object.affected->storage.empty())
        parts << toQString(object.affected->storage);
    if (object.affected != nullptr && object.state != ObjectState::DataLost &&
        object.state != ObjectState::DataAtRisk && object.affected->dataFate != blast::DataFate::None)
        parts << Words::dataFate(object.affected->dataFate);
    if (object.affected != nullptr) {
        for (const std::string &protection : object.affected->protections)
            parts << toQString(protection);
    }
    if (object.change != nullptr && object.change->flags.any())
        parts << Words::flags(object.change->flags);
    if (object.change != nullptr && object.change->renamedFrom)
        parts << tr("was %1").arg(nameText(*object.change->renamedFrom));
    if (object.change != nullptr && object.change->renamedTo)
        parts << tr("now %1").arg(nameText(*object.change->renamedTo));
    return parts.join(QStringLiteral(", "));
}

QString ChangeModel::sentence(const ReviewedObject &object) const
{
    QStringList parts{Words::state(object.state), objectText(object.id)};
    if (!object.id.scope.empty())
        parts << tr("in %1").arg(toQString(object.id.scope));
    if (object.affected != nullptr)
        parts << Words::effect(object.affected->effect);
    const QString remarks = remark(object);
    if (!remarks.isEmpty())
        parts << remarks;
    return parts.join(QStringLiteral(", "));
}

} // namespace noclobber::models
