#pragma once

#include <QAbstractTableModel>

#include "ui/models/change_list.h"

namespace noclobber::models {

/// What a person can type for: the actions that can be done now, and the objects of the review.
class PaletteModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { WhatColumn, WhereColumn, KeysColumn, ColumnCount };
    /// The action's id; empty for an object (its id is the IdentityRole).
    enum { ActionRole = Qt::UserRole + 100 };

    struct Action {
        QString id;
        QString text;
        QString menu;
        QString keys;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setContent(const QList<Action> &actions, const ChangeListPtr &objects);
    /// Objects of just that name, then actions that hold every word, then objects that match as in the filter of the
    /// change list, in its order. No text: every action.
    void setSearch(const QString &text);
    /// Objects that match and are not shown.
    int hiddenCount() const { return m_hidden; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void findObjects(const QString &text);
    QVariant actionData(const Action &action, int column, int role) const;
    QVariant objectData(const ReviewedObject &object, int column, int role) const;

    QList<Action> m_actions;
    ChangeListPtr m_objects = std::make_shared<const ChangeList>();
    QList<Action> m_shownActions;
    std::vector<std::size_t> m_namesakes;
    std::vector<std::size_t> m_shownObjects;
    int m_hidden = 0;
};

} // namespace noclobber::models
