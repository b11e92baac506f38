#include "ui/models/palette_model.h"

#include <algorithm>

#include "ui/models/object_filter.h"
#include "ui/models/text.h"

namespace noclobber::models {

namespace {

constexpr std::size_t mostObjects = 100;

} // namespace

void PaletteModel::setContent(const QList<Action> &actions, const ChangeListPtr &objects)
{
    m_actions = actions;
    m_objects = objects;
    setSearch({});
}

void PaletteModel::setSearch(const QString &text)
{
    beginResetModel();
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    m_shownActions.clear();
    for (const Action &action : m_actions) {
        const QString all = action.menu + QLatin1Char(' ') + action.text;
        if (std::ranges::all_of(words, [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); }))
            m_shownActions << action;
    }
    m_namesakes.clear();
    m_shownObjects.clear();
    m_hidden = 0;
    if (!words.isEmpty())
        findObjects(text.trimmed());
    endResetModel();
}

void PaletteModel::findObjects(const QString &text)
{
    if (!m_objects->bySeverity) // there is no review
        return;
    const std::string name = text.toStdString();
    const ObjectFilter filter(text);
    std::size_t found = 0;
    for (const std::uint32_t i : m_objects->bySeverity->order) {
        const FilterMarks marks{static_cast<int>(m_objects->objects[i].level)};
        if (!filter.matches(m_objects->keys[i], marks))
            continue;
        ++found;
        const std::string &own = m_objects->objects[i].id.key.name;
        if (own == name && m_namesakes.size() < mostObjects)
            m_namesakes.push_back(i);
        else if (m_shownObjects.size() < mostObjects)
            m_shownObjects.push_back(i);
    }
    m_hidden = static_cast<int>(found - m_namesakes.size() - m_shownObjects.size());
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    const std::size_t objects = m_namesakes.size() + m_shownObjects.size();
    return parent.isValid() ? 0 : static_cast<int>(objects) + static_cast<int>(m_shownActions.size());
}

int PaletteModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int{ColumnCount};
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    auto row = static_cast<std::size_t>(index.row());
    if (row < m_namesakes.size())
        return objectData(m_objects->objects[m_namesakes[row]], index.column(), role);
    row -= m_namesakes.size();
    const auto actions = static_cast<std::size_t>(m_shownActions.size());
    if (row < actions)
        return actionData(m_shownActions.at(static_cast<qsizetype>(row)), index.column(), role);
    return objectData(m_objects->objects[m_shownObjects[row - actions]], index.column(), role);
}

QVariant PaletteModel::actionData(const Action &action, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return column == WhatColumn ? action.text : column == WhereColumn ? action.menu : action.keys;
    case Qt::AccessibleTextRole:
        if (column != WhatColumn)
            return actionData(action, column, Qt::DisplayRole);
        return action.keys.isEmpty()
                   ? tr("%1, in the menu %2", "action, menu").arg(action.text, action.menu)
                   : tr("%1, in the menu %2, key %3", "action, menu, key").arg(action.text, action.menu, action.keys);
    case ActionRole:
        return action.id;
    default:
        return {};
    }
}

QVariant PaletteModel::objectData(const ReviewedObject &object, int column, int role) const
{
    const QString state = Words::state(object.state);
    switch (role) {
    case Qt::DisplayRole:
        return column == WhatColumn    ? objectText(object.id)
               : column == WhereColumn ? toQString(object.id.scope)
                                       : state;
    case Qt::AccessibleTextRole:
        if (column != WhatColumn)
            return objectData(object, column, Qt::DisplayRole);
        return tr("%1, %2, %3", "object, cluster, state").arg(objectText(object.id), toQString(object.id.scope), state);
    case GlyphRole:
        return column == WhatColumn ? glyphOf(object.state) : QString();
    case LevelRole:
        return static_cast<int>(levelOf(object.state));
    case IdentityRole:
        return QVariant::fromValue(object.id);
    default:
        return {};
    }
}

} // namespace noclobber::models
