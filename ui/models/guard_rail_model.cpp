#include "ui/models/guard_rail_model.h"

#include <QLocale>

#include "core/base/say.h"
#include "core/review/audit.h"
#include "ui/models/text.h"

namespace noclobber::models {

using Row = GuardRailModel::Row;

void GuardRailModel::setList(const GuardRailListPtr &list)
{
    beginResetModel();
    m_list = list;
    clearNodes();
    m_rows.clear();
    if (m_list) {
        const review::Review &review = *m_list->review;
        addRules(Group::Broken, m_list->broken);
        addRules(Group::Standing, m_list->standing);
        addRules(Group::Waived, m_list->waived);
        addPlaces(Group::Unread, review.problems.size());
        addPlaces(Group::NotRendered, review.notRendered.size());
        addPlaces(Group::Unseen, review.unknowns.size());
        addPlaces(Group::Remark, review.notes.size());
        addRules(Group::Quiet, m_list->quiet);
    }
    endResetModel();
}

void GuardRailModel::addRules(Group group, const std::vector<RailRule> &rules)
{
    if (rules.empty())
        return;
    Node *parent = addNode(root(), static_cast<std::size_t>(group), true);
    for (const RailRule &rule : rules) {
        Node *node = addNode(parent, m_rows.size());
        m_rows.push_back({group, &rule, nullptr, 0});
        for (const rules::Finding *finding : rule.findings) {
            addNode(node, m_rows.size());
            m_rows.push_back({group, &rule, finding, 0});
        }
    }
}

void GuardRailModel::addPlaces(Group group, std::size_t count)
{
    if (count == 0)
        return;
    Node *parent = addNode(root(), static_cast<std::size_t>(group), true);
    for (std::size_t place = 0; place < count; ++place) {
        addNode(parent, m_rows.size());
        m_rows.push_back({group, nullptr, nullptr, place});
    }
}

const Row *GuardRailModel::row(const QModelIndex &index) const
{
    return index.isValid() && !nodeOf(index).isGroup ? &m_rows[nodeOf(index).item] : nullptr;
}

std::vector<rules::Finding> GuardRailModel::findings(const QModelIndex &index) const
{
    const Row *chosen = row(index);
    std::vector<rules::Finding> found;
    if (chosen == nullptr || chosen->rule == nullptr)
        return found;
    if (chosen->finding != nullptr)
        return {*chosen->finding};
    for (const rules::Finding *finding : chosen->rule->findings)
        found.push_back(*finding);
    return found;
}

template <typename Fits>
QModelIndex GuardRailModel::firstWhere(const Node &parent, const Fits &fits) const
{
    for (const Node *child : parent.children) {
        if (!child->isGroup && m_rows[child->item].finding != nullptr && fits(*m_rows[child->item].finding))
            return indexOf(*child);
        if (const QModelIndex found = firstWhere(*child, fits); found.isValid())
            return found;
    }
    return {};
}

QModelIndex GuardRailModel::find(const argo::ObjectId &id) const
{
    for (int group = 0; group < rowCount(); ++group) {
        const Node &node = nodeOf(index(group, 0));
        const auto found = firstWhere(node, [&](const rules::Finding &finding) { return finding.id == id; });
        if (found.isValid())
            return found;
    }
    return {};
}

QModelIndex GuardRailModel::find(const review::FindingKey &key) const
{
    for (int group = 0; group < rowCount(); ++group) {
        const Node &node = nodeOf(index(group, 0));
        const auto isIt = [&](const rules::Finding &finding) { return review::keyOf(finding) == key; };
        if (const QModelIndex found = firstWhere(node, isIt); found.isValid())
            return found;
    }
    return {};
}

QModelIndex GuardRailModel::firstFinding() const
{
    return rowCount() == 0 ? QModelIndex()
                           : firstWhere(nodeOf(index(0, 0)), [](const rules::Finding &) { return true; });
}

QString GuardRailModel::title(Group group)
{
    switch (group) {
    case Group::Broken:
        return tr("Broken by this change");
    case Group::Standing:
        return tr("Broken before it already");
    case Group::Waived:
        return tr("Accepted by a waiver");
    case Group::Unread:
        return tr("Could not be read");
    case Group::NotRendered:
        return tr("Not rendered here");
    case Group::Unseen:
        return tr("Out of sight");
    case Group::Remark:
        return tr("How this was compared");
    case Group::Quiet:
        break;
    }
    return tr("Rules that found nothing");
}

QString GuardRailModel::severityText(const Row &row)
{
    if (row.group == Group::Waived || row.group == Group::Quiet || row.rule == nullptr)
        return title(row.group);
    switch (row.finding != nullptr ? row.finding->severity : row.rule->severity) {
    case Severity::Block:
        return tr("Block", "severity of a finding");
    case Severity::Warn:
        return tr("Look first", "severity of a finding");
    default:
        return tr("Note", "severity of a finding");
    }
}

Level GuardRailModel::level(const Row &row)
{
    switch (row.group) {
    case Group::Unread:
        return Level::Caution;
    case Group::Standing:
    case Group::NotRendered:
    case Group::Unseen:
        return Level::Note;
    case Group::Broken:
        break;
    default:
        return Level::Quiet;
    }
    const Severity severity = row.finding != nullptr ? row.finding->severity : row.rule->severity;
    return severity == Severity::Block ? Level::Danger : severity == Severity::Warn ? Level::Caution : Level::Note;
}

QString GuardRailModel::glyph(const Row &row)
{
    switch (row.group) {
    case Group::Waived:
        return QStringLiteral("waived");
    case Group::Quiet:
        return row.rule->severity == Severity::Off ? QStringLiteral("unchanged") : QStringLiteral("verdict-safe");
    case Group::Unread:
    case Group::Unseen:
        return QStringLiteral("unknown");
    case Group::NotRendered:
    case Group::Remark:
        return QStringLiteral("note");
    default:
        break;
    }
    const Severity severity = row.finding != nullptr ? row.finding->severity : row.rule->severity;
    return severity == Severity::Block  ? QStringLiteral("verdict-block")
           : severity == Severity::Warn ? QStringLiteral("verdict-look")
                                        : QStringLiteral("note");
}

QString GuardRailModel::text(const Row &row, int column) const
{
    if (row.rule == nullptr)
        return unseenText(row, column);
    if (row.finding == nullptr)
        return ruleText(row, column);
    const rules::Finding &finding = *row.finding;
    const bool isOfObject = finding.id != argo::ObjectId();
    const QString place = finding.location ? placeText(*finding.location) : QString();
    if (column == NameColumn)
        return isOfObject ? objectText(finding.id) : place.isEmpty() ? tr("The whole change") : place;
    return column == AboutColumn && isOfObject ? place : QString();
}

QString GuardRailModel::ruleText(const Row &row, int column) const
{
    const RailRule &rule = *row.rule;
    const QLocale locale;
    switch (column) {
    case NameColumn:
        return toQString(rule.rule->id);
    case BeforeColumn:
        if (rule.counts)
            return locale.toString(static_cast<qulonglong>(rule.counts->base));
        return review::isGuardRail(rule.rule->id) ? QString() : QStringLiteral("–"); // only a change breaks it
    case AfterColumn:
        if (rule.counts)
            return locale.toString(static_cast<qulonglong>(rule.counts->head));
        return row.group == Group::Quiet ? QString() : locale.toString(static_cast<qulonglong>(rule.findings.size()));
    default:
        if (row.group == Group::Quiet && rule.severity == Severity::Off)
            return tr("Switched off in the configuration.");
        return toQString(said(rule.rule->summary));
    }
}

QString GuardRailModel::unseenText(const Row &row, int column) const
{
    const review::Review &review = *m_list->review;
    if (column != NameColumn && column != AboutColumn)
        return {};
    const bool isName = column == NameColumn;
    switch (row.group) {
    case Group::Unread: {
        const review::Problem &problem = review.problems[row.place];
        if (!isName)
            return problem.inHead ? tr("In head: %1", "problem").arg(toQString(problem.message))
                                  : tr("In base: %1", "problem").arg(toQString(problem.message));
        const QString path = toQString(problem.path);
        return problem.line > 0 ? path + QLatin1Char(':') + QString::number(problem.line) : path;
    }
    case Group::NotRendered: {
        const review::NotRendered &folder = review.notRendered[row.place];
        if (isName)
            return toQString(folder.path);
        const QString kind = folder.renderer == argo::Renderer::Helm ? tr("Helm chart") : tr("kustomize folder");
        return tr("%1: %n files are input of a renderer and were not judged; the change touches %2 of them", "",
                  static_cast<int>(folder.files))
            .arg(kind)
            .arg(folder.changed);
    }
    case Group::Unseen: {
        const argo::Unknown &unknown = review.unknowns[row.place];
        return isName ? objectText(unknown.id) : withCapital(toQString(unknown.message));
    }
    default:
        return isName ? tr("remark") : toQString(review.notes[row.place]);
    }
}

QString GuardRailModel::sentence(const Row &row) const
{
    if (row.rule == nullptr)
        return tr("%1, %2. %3", "group, name, what about it")
            .arg(title(row.group), text(row, NameColumn), text(row, AboutColumn));
    if (row.finding != nullptr)
        return tr("%1, %2, %3. %4", "severity, rule, object, what is wrong")
            .arg(severityText(row), toQString(row.rule->rule->id), text(row, NameColumn),
                 toQString(row.finding->message));
    if (!row.rule->counts)
        return tr("%1, rule %2, findings: %3. %4", "severity, rule, count, what the rule finds")
            .arg(severityText(row), text(row, NameColumn), QLocale().toString(row.rule->findings.size()),
                 text(row, AboutColumn));
    return tr("%1, rule %2, broken before: %3, after: %4. %5", "severity, rule, counts, what the rule finds")
        .arg(severityText(row), text(row, NameColumn), text(row, BeforeColumn), text(row, AfterColumn),
             text(row, AboutColumn));
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
    const bool isNumber = index.column() == BeforeColumn || index.column() == AfterColumn;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return row.finding != nullptr ? toQString(row.finding->message) : text(row, AboutColumn);
    case Qt::TextAlignmentRole:
        return isNumber ? QVariant(Qt::AlignCenter) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? sentence(row) : text(row, index.column());
    case IdentityRole:
        return row.finding != nullptr && row.finding->id != argo::ObjectId() ? QVariant::fromValue(row.finding->id)
                                                                             : QVariant();
    case GlyphRole:
        return index.column() == 0 ? glyph(row) : QString();
    case LevelRole:
        return static_cast<int>(level(row));
    case PlaceRole:
        return row.finding != nullptr && row.finding->location ? placeText(*row.finding->location) : QString();
    default:
        return {};
    }
}

QVariant GuardRailModel::groupData(const Node &node, int role) const
{
    const auto group = static_cast<Group>(node.item);
    int count = 0;
    for (const Node *child : node.children)
        count += child->children.empty() ? 1 : static_cast<int>(child->children.size());
    switch (role) {
    case Qt::DisplayRole:
        return title(group);
    case Qt::AccessibleTextRole:
        return tr("%1, %n rows", "group of rows", count).arg(title(group));
    case CountRole:
        return count;
    default:
        return {};
    }
}

QVariant GuardRailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == BeforeColumn || section == AfterColumn))
        return QVariant(Qt::AlignCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Rule and objects");
    case BeforeColumn:
        return tr("Before", "how often it is broken in base");
    case AfterColumn:
        return tr("After", "how often it is broken in head");
    default:
        return tr("What the rule finds, or where");
    }
}

} // namespace noclobber::models
