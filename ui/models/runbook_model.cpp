#include "ui/models/runbook_model.h"

#include <QFont>
#include <algorithm>
#include <set>
#include <string>

#include "ui/models/runbook_text.h"
#include "ui/models/text.h"

namespace noclobber::models {

using recovery::Stage;
using recovery::Step;

void RunbookModel::setReview(const review::ReviewPtr &review)
{
    beginResetModel();
    m_review = review;
    clearNodes();
    m_rows.clear();
    m_done.assign(m_review ? m_review->recovery.steps.size() : 0, false);
    m_namesClusters = false;
    if (m_review) {
        std::set<std::string> scopes;
        for (const Step &step : m_review->recovery.steps) {
            if (step.id)
                scopes.insert(step.id->scope);
        }
        m_namesClusters = scopes.size() > 1;
        const Steps all(m_review->recovery.steps);
        const auto restorations = recovery::restorations(m_review->recovery);
        std::size_t restored = 0;
        Node *group = nullptr;
        for (std::size_t place = 0; place < all.size();) {
            const Stage stage = all[place].stage;
            if (group == nullptr || group->item != static_cast<std::size_t>(stage))
                group = addNode(root(), static_cast<std::size_t>(stage), true);
            const Steps row = stage == Stage::Restore ? restorations[restored++] : all.subspan(place, 1);
            addNode(group, m_rows.size());
            m_rows.push_back(row);
            place += row.size();
        }
    }
    endResetModel();
}

void RunbookModel::setDone(const std::vector<bool> &done)
{
    if (done == m_done)
        return;
    m_done = done;
    for (int group = 0; group < rowCount(); ++group) {
        const QModelIndex parent = index(group, 0);
        emit dataChanged(parent, parent, {Qt::CheckStateRole, Qt::AccessibleTextRole});
        emit dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, 0, parent),
                         {Qt::CheckStateRole, Qt::AccessibleTextRole});
    }
}

int RunbookModel::doneCount() const
{
    return static_cast<int>(std::ranges::count(m_done, true));
}

int RunbookModel::placeOf(const Step &step) const
{
    return static_cast<int>(&step - m_review->recovery.steps.data());
}

void RunbookModel::addSteps(const Node &node, QList<int> &steps) const
{
    for (const Node *child : node.children)
        addSteps(*child, steps);
    for (const Step &step : node.isGroup ? Steps() : m_rows[node.item])
        steps << placeOf(step);
}

QList<int> RunbookModel::stepsOf(const Node &node) const
{
    QList<int> steps;
    addSteps(node, steps);
    return steps;
}

QList<int> RunbookModel::steps(const QModelIndex &index) const
{
    return index.isValid() ? stepsOf(nodeOf(index)) : QList<int>();
}

int RunbookModel::doneIn(const QList<int> &steps) const
{
    return static_cast<int>(
        std::ranges::count_if(steps, [this](int step) { return m_done[static_cast<std::size_t>(step)]; }));
}

Qt::CheckState RunbookModel::checkState(const Node &node) const
{
    const QList<int> steps = stepsOf(node);
    const int done = doneIn(steps);
    return done == 0 ? Qt::Unchecked : done == steps.size() ? Qt::Checked : Qt::PartiallyChecked;
}

QString RunbookModel::label(Steps steps) const
{
    const Step &first = steps.front();
    if (!first.id)
        return {};
    const QString name = toQString(recovery::labelOf(first));
    return !m_namesClusters || first.id->scope.empty()
               ? name
               : tr("%1 in %2", "object, cluster").arg(name, toQString(first.id->scope));
}

QString RunbookModel::text(Steps steps, int column) const
{
    return column == ObjectColumn ? label(steps) : toQString(steps.front().what);
}

QString RunbookModel::heading(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Node &node = nodeOf(index);
    const QString name = node.isGroup ? QString() : label(m_rows[node.item]);
    const Stage stage = node.isGroup ? static_cast<Stage>(node.item) : m_rows[node.item].front().stage;
    return name.isEmpty() ? stageTitle(stage) : name;
}

QString RunbookModel::why(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Node &node = nodeOf(index);
    return stageReason(node.isGroup ? static_cast<Stage>(node.item) : m_rows[node.item].front().stage);
}

QString RunbookModel::assumptions() const
{
    return m_review ? runbookAssumptions(*m_review) : QString();
}

QList<RunbookModel::Part> RunbookModel::parts(const QModelIndex &index) const
{
    QList<Part> parts;
    if (!index.isValid() || nodeOf(index).isGroup)
        return parts;
    for (const Step &step : m_rows[nodeOf(index).item]) {
        Part part{placeOf(step), toQString(step.what), {}, toQString(step.limit), doneIn({placeOf(step)}) > 0};
        for (const std::string &command : step.commands)
            part.commands << toQString(command);
        parts << part;
    }
    return parts;
}

std::span<const Step> RunbookModel::stepsOfRow(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Node &node = nodeOf(index);
    if (!node.isGroup)
        return m_rows[node.item];
    const Step *begin = m_rows[node.children.front()->item].data();
    const Steps last = m_rows[node.children.back()->item];
    return {begin, last.data() + last.size()};
}

QModelIndex RunbookModel::find(const argo::ObjectId &id) const
{
    for (int group = rowCount() - 1; group >= 0; --group) {
        const QModelIndex parent = index(group, 0);
        if (nodeOf(parent).item != static_cast<std::size_t>(Stage::Restore))
            continue;
        for (int row = 0; row < rowCount(parent); ++row) {
            const QModelIndex found = index(row, 0, parent);
            if (m_rows[nodeOf(found).item].front().id == id)
                return found;
        }
    }
    return {};
}

int RunbookModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant RunbookModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Node &node = nodeOf(index);
    if (node.isGroup)
        return index.column() == 0 ? groupData(node, role) : QVariant();
    const Steps steps = m_rows[node.item];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (index.column() == ObjectColumn && !steps.front().id)
            return {}; // the sentence has the room
        return text(steps, index.column());
    case Qt::CheckStateRole:
        return index.column() == WhatColumn ? QVariant(checkState(node)) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == WhatColumn ? sentence(steps, checkState(node)) : label(steps);
    case IdentityRole: // only what the other sections know: one object
        return steps.front().id && steps.front().objects < 2 ? QVariant::fromValue(*steps.front().id) : QVariant();
    default:
        return {};
    }
}

QString RunbookModel::sentence(Steps steps, Qt::CheckState state) const
{
    const QString done = state == Qt::Checked            ? tr("done")
                         : state == Qt::PartiallyChecked ? tr("partly done")
                                                         : tr("not done");
    if (!steps.front().id)
        return tr("%1, %2", "what to do, whether it is done").arg(text(steps, WhatColumn), done);
    return tr("%1, %2: %3", "object, whether it is done, what to do").arg(label(steps), done, text(steps, WhatColumn));
}

Qt::ItemFlags RunbookModel::flags(const QModelIndex &index) const
{
    const bool canBeMarked = index.isValid() && index.column() == WhatColumn;
    return TreeModel::flags(index) | (canBeMarked ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

bool RunbookModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid())
        return false;
    emit doneAsked(steps(index), value.toInt() == Qt::Checked);
    return true;
}

QVariant RunbookModel::groupData(const Node &node, int role) const
{
    const QString title =
        tr("%1 %2", "number, title of a part").arg(node.item).arg(stageTitle(static_cast<Stage>(node.item)));
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return font;
    }
    case Qt::CheckStateRole:
        return checkState(node);
    case Qt::AccessibleTextRole: {
        const QList<int> steps = stepsOf(node);
        return tr("%1, %2 of %n steps done", "part, count", static_cast<int>(steps.size()))
            .arg(title)
            .arg(doneIn(steps));
    }
    default:
        return {};
    }
}

QVariant RunbookModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == ObjectColumn ? tr("Object") : tr("What to do");
}

} // namespace noclobber::models
