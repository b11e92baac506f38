#pragma once

#include <QActionGroup>
#include <QMenu>

#include "ui/models/change_list.h"

namespace noclobber::views {

/// What the rows of the change list are grouped and sorted by. Remembered for all reviews.
class ArrangementMenu : public QMenu
{
    Q_OBJECT
public:
    explicit ArrangementMenu(QWidget *parent = nullptr);

    models::Grouping grouping() const;
    models::Sorting sorting() const;
    /// "Severity": what the rows are grouped by.
    QString word() const;

signals:
    void chosen();

private:
    void addChoice(QActionGroup &group, const char *id, const QString &text);

    QActionGroup *m_groupings;
    QActionGroup *m_sortings;
};

} // namespace noclobber::views
