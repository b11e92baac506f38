#include "ui/models/review_model.h"

#include <algorithm>

#include "ui/models/text.h"

namespace noclobber::models {

namespace {

constexpr std::size_t mostOfRow = 400; ///< bytes of a comment

} // namespace

void ReviewModel::setGate(const DecisionGate &gate)
{
    beginResetModel();
    clearNodes();
    m_rows.clear();
    m_hasRows = false;
    m_gate = gate;
    endResetModel();
}

bool ReviewModel::setRecord(const record::RecordKeeper &record)
{
    std::vector<bool> isSeen;
    isSeen.reserve(m_gate.objects().size());
    for (const BlockedObject &object : m_gate.objects())
        isSeen.push_back(record.isSeen(object.id));
    std::vector<argo::ObjectId> changed = record.changedSinceSeen();
    if (m_hasRows && changed == m_changed && record.comments() == m_comments) {
        m_isSeen = std::move(isSeen);
        return false;
    }
    beginResetModel();
    clearNodes();
    m_rows.clear();
    m_isSeen = std::move(isSeen);
    m_changed = std::move(changed);
    m_comments = record.comments();
    m_rows.reserve(m_isSeen.size() + m_changed.size() + m_comments.size());
    addGroup(Group::Blocked, m_isSeen.size());
    addGroup(Group::Changed, m_changed.size());
    addGroup(Group::Comments, m_comments.size());
    m_hasRows = true;
    endResetModel();
    return true;
}

void ReviewModel::addGroup(Group group, std::size_t count)
{
    if (count == 0)
        return;
    Node *node = addNode(root(), static_cast<std::size_t>(group), true);
    for (std::size_t place = 0; place < count; ++place) {
        addNode(node, m_rows.size());
        m_rows.push_back({group, place});
    }
}

int ReviewModel::comment(const QModelIndex &index) const
{
    if (!index.isValid() || nodeOf(index).isGroup)
        return 0;
    const Row &row = m_rows[nodeOf(index).item];
    return row.group == Group::Comments ? m_comments[row.place].number : 0;
}

QModelIndex ReviewModel::find(const argo::ObjectId &id) const
{
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        for (int child = 0; child < rowCount(parent); ++child) {
            const QModelIndex row = index(child, 0, parent);
            if (idOf(m_rows[nodeOf(row).item]) == id)
                return row;
        }
    }
    return {};
}

QModelIndex ReviewModel::findComment(int number) const
{
    if (rowCount() == 0)
        return {};
    const QModelIndex parent = index(rowCount() - 1, 0); // comments come last
    for (int child = 0; child < rowCount(parent); ++child) {
        if (comment(index(child, 0, parent)) == number)
            return index(child, 0, parent);
    }
    return {};
}

const argo::ObjectId &ReviewModel::idOf(const Row &row) const
{
    switch (row.group) {
    case Group::Blocked:
        return m_gate.objects()[row.place].id;
    case Group::Changed:
        return m_changed[row.place];
    case Group::Comments:
        break;
    }
    return m_comments[row.place].id;
}

int ReviewModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = nodeOf(index);
    if (node.isGroup)
        return index.column() == 0 ? groupData(node, role) : QVariant();
    const Row &row = m_rows[node.item];
    const bool isState = index.column() == StateColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        if (isState)
            return tr("%1: %2, %3. %4", "seen or not, object, rule or field, message or comment")
                .arg(text(row, StateColumn), text(row, ObjectColumn), text(row, AboutColumn), text(row, TextColumn));
        return text(row, index.column());
    case Qt::ToolTipRole:
        return text(row, index.column());
    case IdentityRole:
        return QVariant::fromValue(idOf(row));
    case GlyphRole:
        return isState ? glyph(row) : QString();
    case LevelRole:
        return static_cast<int>(level(row));
    case BadgeRole:
        return isState;
    default:
        return {};
    }
}

QVariant ReviewModel::groupData(const Node &node, int role) const
{
    const auto group = static_cast<Group>(node.item);
    const int count = static_cast<int>(node.children.size());
    const auto seen = static_cast<int>(std::ranges::count(m_isSeen, true));
    const QString title = group == Group::Blocked   ? tr("blocked objects, %Ln of them seen", nullptr, seen)
                          : group == Group::Changed ? tr("changed since you looked")
                                                    : tr("comments");
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::AccessibleTextRole:
        return tr("%Ln rows: %1", "group of rows", count).arg(title);
    case LevelRole:
        return static_cast<int>(group == Group::Blocked ? Level::Loss : Level::Note);
    case GlyphRole:
        return group == Group::Blocked   ? QStringLiteral("verdict-block")
               : group == Group::Changed ? QStringLiteral("modified")
                                         : QStringLiteral("comment");
    case CountRole:
        return count;
    default:
        return {};
    }
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StateColumn:
        return tr("State");
    case ObjectColumn:
        return tr("Object");
    case AboutColumn:
        return tr("Rule or field");
    case TextColumn:
        return tr("What is said");
    default:
        return {};
    }
}

QString ReviewModel::text(const Row &row, int column) const
{
    if (column == ObjectColumn)
        return objectText(idOf(row));
    switch (row.group) {
    case Group::Blocked: {
        const BlockedObject &object = m_gate.objects()[row.place];
        if (column == StateColumn)
            return m_isSeen[row.place] ? tr("Seen") : tr("Not seen");
        if (column == TextColumn)
            return toQString(object.finding->message);
        return object.findings == 1
                   ? toQString(object.finding->rule)
                   : tr("%1 and %Ln more", "rule", object.findings - 1).arg(toQString(object.finding->rule));
    }
    case Group::Changed:
        return column == StateColumn  ? tr("Changed")
               : column == TextColumn ? tr("It is no longer what it was when you marked it as seen.")
                                      : QString();
    case Group::Comments:
        break;
    }
    const record::Comment &comment = m_comments[row.place];
    if (column == StateColumn)
        return tr("Comment");
    return clipped(column == AboutColumn ? comment.field : comment.text, mostOfRow).simplified();
}

QString ReviewModel::glyph(const Row &row) const
{
    switch (row.group) {
    case Group::Blocked:
        return m_isSeen[row.place] ? QStringLiteral("seen") : QStringLiteral("unseen");
    case Group::Changed:
        return QStringLiteral("modified");
    case Group::Comments:
        break;
    }
    return QStringLiteral("comment");
}

Level ReviewModel::level(const Row &row) const
{
    switch (row.group) {
    case Group::Blocked:
        return m_isSeen[row.place] ? Level::Note : Level::Danger;
    case Group::Changed:
        return Level::Caution;
    case Group::Comments:
        break;
    }
    return Level::Quiet;
}

} // namespace noclobber::models
