#include "ui/models/runbook_model.h"

#include <QFont>
#include <set>
#include <string>

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
    return name.isEmpty() ? toQString(recovery::titleOf(stage)) : name;
}

QList<RunbookModel::Part> RunbookModel::parts(const QModelIndex &index) const
{
    QList<Part> parts;
    if (!index.isValid() || nodeOf(index).isGroup)
        return parts;
    for (const Step &step : m_rows[nodeOf(index).item]) {
        Part part{toQString(step.what), {}, toQString(step.limit)};
        for (const std::string &command : step.commands)
            part.commands << toQString(command);
        parts << part;
    }
    return parts;
}

QString RunbookModel::linesOf(const Node &node) const
{
    QStringList lines;
    if (node.isGroup)
        lines << tr("## %1 %2", "number, title of a part")
                     .arg(node.item)
                     .arg(toQString(recovery::titleOf(static_cast<Stage>(node.item))));
    for (const Node *child : node.children)
        lines << linesOf(*child);
    for (const Step &step : node.isGroup ? Steps() : m_rows[node.item]) {
        lines << QStringLiteral("# ") + toQString(step.what);
        for (const std::string &command : step.commands)
            lines << toQString(command);
        if (!step.limit.empty())
            lines << QStringLiteral("# ") + toQString(step.limit);
    }
    return lines.join(QLatin1Char('\n'));
}

QString RunbookModel::copyText(const QModelIndex &index) const
{
    if (index.isValid())
        return linesOf(nodeOf(index)) + QLatin1Char('\n');
    QString text;
    for (int group = 0; group < rowCount(); ++group)
        text += copyText(this->index(group, 0)) + QLatin1Char('\n');
    return text;
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
        return text(steps, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == ObjectColumn && steps.front().id
                   ? tr("%1: %2", "object, what to do").arg(text(steps, 0), text(steps, 1))
                   : text(steps, WhatColumn);
    case IdentityRole: // only what the other sections know: one object
        return steps.front().id && steps.front().objects < 2 ? QVariant::fromValue(*steps.front().id) : QVariant();
    default:
        return {};
    }
}

QVariant RunbookModel::groupData(const Node &node, int role) const
{
    const QString title = tr("%1 %2", "number, title of a part")
                              .arg(node.item)
                              .arg(toQString(recovery::titleOf(static_cast<Stage>(node.item))));
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return font;
    }
    case Qt::AccessibleTextRole:
        return tr("%1, rows: %2", "part, count").arg(title).arg(node.children.size());
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
