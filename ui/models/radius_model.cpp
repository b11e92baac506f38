#include "ui/models/radius_model.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "core/report/ranking.h"
#include "ui/models/object_state.h"
#include "ui/models/text.h"

namespace noclobber::models {

namespace {

/// A child of a row, by identity.
struct Branch {
    const void *parent = nullptr;
    const argo::ObjectId *id = nullptr;

    bool operator==(const Branch &other) const { return parent == other.parent && *id == *other.id; }
};

struct BranchHash {
    std::size_t operator()(const Branch &branch) const
    {
        std::size_t value = std::hash<const void *>()(branch.parent);
        const auto &key = branch.id->key;
        for (const Name &part : {branch.id->scope, key.group, key.kind, key.nameSpace, key.name})
            value = value * 1'000'003U + std::hash<Name>()(part);
        return value;
    }
};

int rankOf(const blast::AffectedObject &affected)
{
    const int part = static_cast<int>(partOf(affected));
    return part * 100 + static_cast<int>(affected.dataFate) * 10 + (affected.isStateful ? 0 : 1);
}

constexpr int noRank = 1000;

/// A reason in a row that names its object already.
QString whyText(const blast::Reason &reason)
{
    const QString text = toQString(report::afterName(reason));
    return text.startsWith(QLatin1Char(':')) ? text.mid(2) : text.trimmed();
}

} // namespace

struct RadiusModel::Branches {
    std::unordered_map<Branch, Node *, BranchHash> nodes;
};

RadiusPart partOf(const blast::AffectedObject &affected)
{
    using blast::Effect;
    if (blast::isDeletion(affected.effect) || affected.effect == Effect::PrunePending ||
        affected.dataFate == blast::DataFate::Lost || affected.dataFate == blast::DataFate::AtRisk)
        return RadiusPart::Dies;
    const bool isPlain = affected.effect == Effect::Created || affected.effect == Effect::Updated;
    return isPlain ? RadiusPart::Everything : RadiusPart::Survives;
}

RadiusCounts countRadius(const blast::BlastRadius &radius)
{
    RadiusCounts counts;
    for (const blast::AffectedObject &affected : radius.objects) {
        const RadiusPart part = partOf(affected);
        counts.dies += part == RadiusPart::Dies ? 1 : 0;
        counts.diesWithData += part == RadiusPart::Dies && affected.isStateful ? 1 : 0;
        counts.survives += part == RadiusPart::Survives ? 1 : 0;
        counts.changes += part == RadiusPart::Everything ? 1 : 0;
        ++counts.all;
    }
    return counts;
}

void RadiusModel::setReview(const review::ReviewPtr &review, RadiusPart part)
{
    beginResetModel();
    m_review = review;
    m_part = part;
    fill();
    endResetModel();
}

void RadiusModel::setPart(RadiusPart part)
{
    beginResetModel();
    m_part = part;
    fill();
    endResetModel();
}

void RadiusModel::fill()
{
    clearNodes();
    m_items.clear();
    m_rows.clear();
    m_shown = 0;
    if (!m_review)
        return;
    Branches branches;
    m_branches = &branches;
    for (const blast::AffectedObject &affected : m_review->radius.objects) {
        if (m_part == RadiusPart::Everything || partOf(affected) == m_part)
            add(affected);
    }
    m_branches = nullptr;
    finish(*root());
}

void RadiusModel::add(const blast::AffectedObject &affected)
{
    ++m_shown;
    Node *node = root();
    for (const blast::Reason &reason : affected.because)
        node = branch(node, reason.id, &reason);
    const bool endsWithItself = !affected.because.empty() && affected.because.back().id == affected.id;
    if (!endsWithItself)
        node = branch(node, affected.id, nullptr);
    Item &item = m_items[node->item];
    item.affected = &affected;
    if (endsWithItself && !affected.because.back().text.empty())
        item.reason = &affected.because.back();
}

/// The row of an object below another; made if it is not there yet.
TreeModel::Node *RadiusModel::branch(Node *parent, const argo::ObjectId &id, const blast::Reason *reason)
{
    Node *&node = m_branches->nodes[{parent, &id}];
    if (node == nullptr) {
        node = addNode(parent, m_items.size());
        m_items.push_back({&id, nullptr, m_review->changes.find(id), reason, noRank, 0});
        m_rows.push_back(node);
    }
    return node;
}

/// Ranks and counts a branch and sorts its rows; returns how many objects it holds.
int RadiusModel::finish(Node &node)
{
    int count = 0;
    int worst = noRank;
    for (Node *child : node.children) {
        Item &item = m_items[child->item];
        item.below = finish(*child);
        count += item.below + (item.affected != nullptr ? 1 : 0);
        if (item.affected != nullptr)
            item.worst = std::min(item.worst, rankOf(*item.affected));
        worst = std::min(worst, item.worst);
    }
    std::ranges::sort(node.children, {}, [this](const Node *child) {
        const Item &item = m_items[child->item];
        const auto &key = item.id->key;
        return std::tie(item.worst, key.kind, key.nameSpace, key.name, item.id->scope);
    });
    renumber(node);
    if (node.parent != nullptr)
        m_items[node.item].worst = worst;
    return count;
}

QModelIndex RadiusModel::find(const argo::ObjectId &id) const
{
    const Node *cause = nullptr;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (*m_items[i].id != id)
            continue;
        if (m_items[i].affected != nullptr)
            return indexOf(*m_rows[i]);
        cause = cause == nullptr ? m_rows[i] : cause;
    }
    return cause == nullptr ? QModelIndex() : indexOf(*cause);
}

const blast::AffectedObject *RadiusModel::affected(const QModelIndex &index) const
{
    return index.isValid() ? m_items[nodeOf(index).item].affected : nullptr;
}

int RadiusModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant RadiusModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Item &item = m_items[nodeOf(index).item];
    switch (role) {
    case Qt::DisplayRole:
        return text(item, index.column());
    case Qt::ToolTipRole:
        return sentence(item);
    case Qt::AccessibleTextRole:
        return index.column() == ObjectColumn ? sentence(item) : text(item, index.column());
    case IdentityRole:
        return QVariant::fromValue(*item.id);
    case GlyphRole:
        if (index.column() != FateColumn)
            return QString();
        return item.affected != nullptr ? glyphOf(*item.affected) : glyphOf(stateOf(item.change, nullptr));
    case LevelRole:
        return static_cast<int>(item.affected != nullptr ? levelOf(*item.affected)
                                                         : levelOf(stateOf(item.change, nullptr)));
    case BadgeRole:
        return index.column() == FateColumn && (item.affected != nullptr || item.change != nullptr);
    case CountRole:
        return item.below;
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
    case DataColumn:
        return tr("Data");
    case WhyColumn:
        return tr("Why");
    default:
        return {};
    }
}

QString RadiusModel::text(const Item &item, int column) const
{
    switch (column) {
    case ObjectColumn:
        return item.below > 0 ? tr("%1  (%2)", "object (rows below it)").arg(objectText(*item.id)).arg(item.below)
                              : objectText(*item.id);
    case FateColumn:
        if (item.affected != nullptr)
            return Words::effect(item.affected->effect);
        return item.change != nullptr ? Words::status(item.change->status) : QString();
    case DataColumn:
        if (item.affected == nullptr)
            return {};
        return (Words::dataFate(item.affected->dataFate) + QLatin1Char(' ') + toQString(item.affected->storage))
            .trimmed();
    default:
        return item.reason != nullptr ? whyText(*item.reason) : QString();
    }
}

QString RadiusModel::sentence(const Item &item) const
{
    QStringList parts{objectText(*item.id)};
    for (const int column : {int{FateColumn}, int{DataColumn}}) {
        if (const QString words = text(item, column); !words.isEmpty())
            parts << words;
    }
    if (!item.id->scope.empty())
        parts << tr("in %1").arg(toQString(item.id->scope));
    if (item.affected != nullptr && item.affected->isDerived)
        parts << tr("made by the cluster");
    if (item.below > 0)
        parts << tr("%n objects below it", "", item.below);
    const QString whole = parts.join(QStringLiteral(", "));
    const QString why = text(item, WhyColumn);
    return why.isEmpty() ? whole : tr("%1. Why: %2").arg(whole, why);
}

} // namespace noclobber::models
