#pragma once

#include <QAction>
#include <QDialog>

namespace noclobber::views {

/// Every action that has a key, with a line to search it.
class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    ShortcutSheet(const QList<QAction *> &actions, QWidget *parent);
};

} // namespace noclobber::views
