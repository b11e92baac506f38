#include "ui/models/change_model.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "ui/models/text.h"

namespace noclobber::models {

namespace {

int riskOf(const ReviewedObject &object)
{
    if (object.affected == nullptr)
        return 100;
    return static_cast<int>(object.affected->dataFate) * 2 + (object.affected->isStateful ? 0 : 1);
}

/// Merges the two sorted lists of the review.
std::vector<ReviewedObject> unitedObjects(const review::Review &review)
{
    std::vector<ReviewedObject> objects;
    auto change = review.changes.changes.begin();
    auto affected = review.radius.objects.begin();
    while (change != review.changes.changes.end() || affected != review.radius.objects.end()) {
        ReviewedObject object;
        const bool takesChange = affected == review.radius.objects.end() ||
                                 (change != review.changes.changes.end() && change->id <= affected->id);
        const bool takesAffected = change == review.changes.changes.end() ||
                                   (affected != review.radius.objects.end() && affected->id <= change->id);
        object.id = takesChange ? change->id : affected->id;
        if (takesChange)
            object.change = &*change++;
        if (takesAffected)
            object.affected = &*affected++;
        object.state = stateOf(object.change, object.affected);
        objects.push_back(std::move(object));
    }
    return objects;
}

QString lowered(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toLower();
}

QString filterKey(const ReviewedObject &object)
{
    FilterFields fields;
    fields.kind = lowered(object.id.key.kind);
    fields.nameSpace = lowered(object.id.key.nameSpace);
    fields.name = lowered(object.id.key.name);
    fields.scope = lowered(object.id.scope);
    fields.state = Words::state(object.state).toLower();
    QStringList files;
    if (object.change != nullptr) {
        fields.state += QLatin1Char(' ') + Words::status(object.change->status).toLower();
        for (const auto *side : {&object.change->base, &object.change->head}) {
            for (const argo::Declaration &declaration : *side)
                files << lowered(declaration.location.path);
        }
    }
    if (object.affected != nullptr) {
        fields.state += QLatin1Char(' ') + Words::effect(object.affected->effect).toLower();
        if (object.affected->isStateful)
            fields.has = QStringLiteral("data");
        if (object.affected->location)
            files << lowered(object.affected->location->path);
    }
    files.removeDuplicates();
    fields.files = files.join(QLatin1Char('\n'));
    return fields.joined();
}

} // namespace

std::vector<ReviewedObject> reviewedObjects(const review::Review &review)
{
    std::vector<ReviewedObject> objects = unitedObjects(review);
    std::ranges::stable_sort(objects, {},
                             [](const ReviewedObject &object) { return std::tuple(object.state, riskOf(object)); });
    return objects;
}

void ChangeModel::setReview(const review::ReviewPtr &review)
{
    beginResetModel();
    m_review = review;
    m_objects = review ? reviewedObjects(*review) : std::vector<ReviewedObject>{};
    m_keys.clear();
    m_keys.reserve(m_objects.size());
    for (const ReviewedObject &object : m_objects)
        m_keys.push_back(filterKey(object));
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
    m_rows.assign(m_objects.size(), nullptr);
    m_shown = 0;
    Node *group = nullptr;
    for (std::size_t i = 0; i < m_objects.size(); ++i) {
        if (!m_filter.matches(m_keys[i]))
            continue;
        const auto state = static_cast<std::size_t>(m_objects[i].state);
        if (group == nullptr || group->item != state)
            group = addNode(root(), state, true);
        m_rows[i] = addNode(group, i);
        ++m_shown;
    }
}

QModelIndex ChangeModel::find(const argo::ObjectId &id) const
{
    const auto found = std::ranges::find(m_objects, id, &ReviewedObject::id);
    if (found == m_objects.end())
        return {};
    const Node *row = m_rows[static_cast<std::size_t>(found - m_objects.begin())];
    return row == nullptr ? QModelIndex() : indexOf(*row);
}

const ReviewedObject *ChangeModel::object(const QModelIndex &index) const
{
    if (!index.isValid() || nodeOf(index).isGroup)
        return nullptr;
    return &m_objects[nodeOf(index).item];
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
    const ReviewedObject &object = m_objects[node.item];
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
