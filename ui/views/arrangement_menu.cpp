#include "ui/views/arrangement_menu.h"

#include <QSettings>

#include "ui/views/key_bindings.h"

namespace noclobber::views {

namespace {

const QLatin1String groupingKey("changes/grouping");
const QLatin1String sortingKey("changes/sorting");

/// Checks the action with a remembered id, or the first one.
void checkRemembered(const QActionGroup &group, QLatin1String key)
{
    group.actions().first()->setChecked(true);
    const QString id = QSettings().value(key).toString();
    for (QAction *action : group.actions()) {
        if (action->objectName() == id)
            action->setChecked(true);
    }
}

} // namespace

ArrangementMenu::ArrangementMenu(QWidget *parent)
    : QMenu(tr("&Group and sort the changes"), parent), m_groupings(new QActionGroup(this)),
      m_sortings(new QActionGroup(this))
{
    addSection(tr("Group by"));
    addChoice(*m_groupings, "view.group-severity", tr("&Severity"));
    addChoice(*m_groupings, "view.group-application", tr("&Application"));
    addChoice(*m_groupings, "view.group-namespace", tr("&Cluster and namespace"));
    addChoice(*m_groupings, "view.group-kind", tr("&Kind"));
    addChoice(*m_groupings, "view.group-file", tr("&File"));
    addChoice(*m_groupings, "view.group-folder", tr("F&older"));
    addSection(tr("In a group, first"));
    addChoice(*m_sortings, "view.sort-risk", tr("What loses most &data"));
    addChoice(*m_sortings, "view.sort-dependants", tr("What &reaches most objects"));
    addChoice(*m_sortings, "view.sort-name", tr("By &name"));
    checkRemembered(*m_groupings, groupingKey);
    checkRemembered(*m_sortings, sortingKey);
    connect(m_groupings, &QActionGroup::triggered, this, [this](const QAction *action) {
        QSettings().setValue(groupingKey, action->objectName());
        emit chosen();
    });
    connect(m_sortings, &QActionGroup::triggered, this, [this](const QAction *action) {
        QSettings().setValue(sortingKey, action->objectName());
        emit chosen();
    });
}

void ArrangementMenu::addChoice(QActionGroup &group, const char *id, const QString &text)
{
    QAction *action = addAction(text);
    identify(*action, id, {});
    action->setCheckable(true);
    action->setActionGroup(&group);
}

models::Grouping ArrangementMenu::grouping() const
{
    return static_cast<models::Grouping>(m_groupings->actions().indexOf(m_groupings->checkedAction()));
}

models::Sorting ArrangementMenu::sorting() const
{
    return static_cast<models::Sorting>(m_sortings->actions().indexOf(m_sortings->checkedAction()));
}

QString ArrangementMenu::word() const
{
    return plainText(*m_groupings->checkedAction());
}

} // namespace noclobber::views
