#include "ui/models/guard_rail_model.h"

#include "core/report/ranking.h"
#include "ui/models/object_state.h"
#include "ui/models/text.h"

namespace noclobber::models {

void GuardRailModel::setReview(const review::ReviewPtr &review)
{
    beginResetModel();
    m_review = review;
    clearNodes();
    m_rows.clear();
    m_findings.clear();
    if (m_review) {
        for (const report::FindingGroup &group : report::groupedFindings(*m_review))
            m_findings.insert(m_findings.end(), group.findings.begin(), group.findings.end());
        for (const Group group : {Group::Block, Group::Warn, Group::Note, Group::Waived})
            addRows(group, m_findings.size());
        addRows(Group::Unread, m_review->problems.size());
        addRows(Group::NotRendered, m_review->notRendered.size());
        addRows(Group::Unseen, m_review->unknowns.size());
        addRows(Group::Remark, m_review->notes.size());
    }
    endResetModel();
}

void GuardRailModel::addRows(Group group, std::size_t count)
{
    Node *parent = nullptr;
    for (std::size_t place = 0; place < count; ++place) {
        if (group <= Group::Waived) {
            const rules::Finding &finding = *m_findings[place];
            const Group own = finding.waived                        ? Group::Waived
                              : finding.severity == Severity::Block ? Group::Block
                              : finding.severity == Severity::Warn  ? Group::Warn
                                                                    : Group::Note;
            if (own != group)
                continue;
        }
        if (parent == nullptr)
            parent = addNode(root(), static_cast<std::size_t>(group), true);
        addNode(parent, m_rows.size());
        m_rows.push_back({group, place});
    }
}

QString GuardRailModel::title(Group group)
{
    switch (group) {
    case Group::Block:
        return tr("Block");
    case Group::Warn:
        return tr("Look first");
    case Group::Note:
        return tr("Notes");
    case Group::Waived:
        return tr("Waived");
    case Group::Unread:
        return tr("Could not be read");
    case Group::NotRendered:
        return tr("Not rendered here");
    case Group::Unseen:
        return tr("Out of sight");
    case Group::Remark:
        break;
    }
    return tr("How this was compared");
}

Level GuardRailModel::level(Group group)
{
    switch (group) {
    case Group::Block:
        return Level::Danger;
    case Group::Warn:
    case Group::Unread:
        return Level::Caution;
    case Group::Note:
    case Group::NotRendered:
    case Group::Unseen:
        return Level::Note;
    default:
        return Level::Quiet;
    }
}

QString GuardRailModel::glyph(Group group)
{
    switch (group) {
    case Group::Block:
        return QStringLiteral("verdict-block");
    case Group::Warn:
        return QStringLiteral("verdict-look");
    case Group::Waived:
        return QStringLiteral("waived");
    case Group::Unread:
    case Group::Unseen:
        return QStringLiteral("unknown");
    default:
        return QStringLiteral("note");
    }
}

const rules::Finding *GuardRailModel::finding(const Row &row) const
{
    return row.group <= Group::Waived ? m_findings[row.place] : nullptr;
}

GuardRailModel::Detail GuardRailModel::detail(const QModelIndex &index) const
{
    if (!index.isValid() || nodeOf(index).isGroup)
        return {};
    const Row &row = m_rows[nodeOf(index).item];
    Detail detail;
    if (const rules::Finding *found = finding(row)) {
        detail = findingDetail(*found);
    } else {
        detail.heading = text(row, RuleColumn);
        detail.message = text(row, ObjectColumn);
        if (const QString place = text(row, PlaceColumn); !place.isEmpty())
            detail.places << place;
    }
    detail.level = level(row.group);
    detail.glyph = glyph(row.group);
    return detail;
}

GuardRailModel::Detail GuardRailModel::findingDetail(const rules::Finding &finding) const
{
    Detail detail;
    detail.heading = toQString(finding.rule);
    if (finding.id != argo::ObjectId())
        detail.heading = tr("%1: %2", "rule: object").arg(detail.heading, objectText(finding.id));
    detail.message = toQString(finding.message);
    detail.help = toQString(finding.help);
    if (finding.location)
        detail.places << placeText(*finding.location);
    for (const argo::Location &location : finding.related)
        detail.places << placeText(location);
    if (const rules::Rule *rule = rules::findRule(finding.rule))
        detail.explanation = toQString(rule->explanation);
    if (finding.waived && finding.waived->until.empty())
        detail.waiver = tr("Accepted: %1").arg(toQString(finding.waived->reason));
    else if (finding.waived)
        detail.waiver =
            tr("Accepted until %1: %2").arg(toQString(finding.waived->until), toQString(finding.waived->reason));
    return detail;
}

QModelIndex GuardRailModel::find(const argo::ObjectId &id) const
{
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        for (int i = 0; i < rowCount(parent); ++i) {
            const QModelIndex row = index(i, 0, parent);
            const rules::Finding *found = finding(m_rows[nodeOf(row).item]);
            if (found != nullptr && found->id == id)
                return row;
        }
    }
    return {};
}

int GuardRailModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant GuardRailModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = nodeOf(index);
    if (node.isGroup)
        return index.column() == 0 ? groupData(node, role) : QVariant();
    const Row &row = m_rows[node.item];
    const rules::Finding *found = finding(row);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return found != nullptr ? toQString(found->message) : text(row, ObjectColumn);
    case Qt::AccessibleTextRole:
        if (index.column() != 0)
            return text(row, index.column());
        return QStringList{title(row.group), text(row, 0), text(row, 1), text(row, 2)}.join(QStringLiteral(", "));
    case IdentityRole:
        return found != nullptr && found->id != argo::ObjectId() ? QVariant::fromValue(found->id) : QVariant();
    case GlyphRole:
        return index.column() == 0 ? glyph(row.group) : QString();
    case LevelRole:
        return static_cast<int>(level(row.group));
    case PlaceRole:
        return text(row, PlaceColumn);
    default:
        return {};
    }
}

QVariant GuardRailModel::groupData(const Node &node, int role) const
{
    const auto group = static_cast<Group>(node.item);
    const int count = static_cast<int>(node.children.size());
    switch (role) {
    case Qt::DisplayRole:
        return title(group);
    case Qt::AccessibleTextRole:
        return tr("%1, %n rows", "group of rows", count).arg(title(group));
    case GlyphRole:
        return glyph(group);
    case LevelRole:
        return static_cast<int>(level(group));
    case CountRole:
        return count;
    default:
        return {};
    }
}

QVariant GuardRailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RuleColumn:
        return tr("Rule");
    case ObjectColumn:
        return tr("Object");
    case PlaceColumn:
        return tr("Place");
    default:
        return {};
    }
}

QString GuardRailModel::text(const Row &row, int column) const
{
    const rules::Finding *found = finding(row);
    if (found == nullptr)
        return problemText(row, column);
    switch (column) {
    case RuleColumn:
        return toQString(found->rule);
    case ObjectColumn:
        return found->id == argo::ObjectId() ? QString() : objectText(found->id);
    default:
        return found->location ? placeText(*found->location) : QString();
    }
}

QString GuardRailModel::problemText(const Row &row, int column) const
{
    switch (row.group) {
    case Group::Unread: {
        const review::Problem &problem = m_review->problems[row.place];
        if (column == RuleColumn)
            return problem.inHead ? tr("problem in head") : tr("problem in base");
        if (column == ObjectColumn)
            return toQString(problem.message);
        const QString path = toQString(problem.path);
        return problem.line > 0 ? path + QLatin1Char(':') + QString::number(problem.line) : path;
    }
    case Group::NotRendered: {
        const review::NotRendered &folder = m_review->notRendered[row.place];
        if (column == RuleColumn)
            return folder.renderer == argo::Renderer::Helm ? tr("Helm chart") : tr("kustomize folder");
        if (column == ObjectColumn)
            return tr("%n files are input of a renderer and were not judged; the change touches %1 of them", "",
                      static_cast<int>(folder.files))
                .arg(folder.changed);
        return toQString(folder.path);
    }
    case Group::Unseen: {
        const argo::Unknown &unknown = m_review->unknowns[row.place];
        if (column == RuleColumn)
            return objectText(unknown.id);
        return column == ObjectColumn ? toQString(unknown.message) : QString();
    }
    default:
        if (column == RuleColumn)
            return tr("remark");
        return column == ObjectColumn ? toQString(m_review->notes[row.place]) : QString();
    }
}

} // namespace noclobber::models
