#pragma once

#include <QAction>
#include <QDialog>

namespace noclobber::views {

/// Every shortcut of the menus, with a line to search it.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    ShortcutSheet(const QList<QAction *> &menus, QWidget *parent);
};

} // namespace noclobber::views
