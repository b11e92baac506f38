#include "ui/views/shortcut_sheet.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace noclobber::views {

namespace {

void listActions(QTreeWidget *list, const QMenu *menu)
{
    for (const QAction *action : menu->actions()) {
        if (action->menu() != nullptr)
            listActions(list, action->menu());
        else if (!action->shortcut().isEmpty())
            list->addTopLevelItem(
                new QTreeWidgetItem({action->shortcut().toString(QKeySequence::NativeText), action->iconText()}));
    }
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction *> &menus, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *search = new QLineEdit(this);
    search->setPlaceholderText(tr("Search"));
    search->setAccessibleName(tr("Search the shortcuts"));
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(tr("Keyboard shortcuts"));
    list->setHeaderLabels({tr("Keys"), tr("Action")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    for (const QAction *menu : menus)
        listActions(list, menu->menu());
    for (const QStringList &row : {QStringList{QStringLiteral("j, k"), tr("Next or previous row")},
                                   QStringList{QStringLiteral("Esc"), tr("Clear the filter, then leave it")},
                                   QStringList{QStringLiteral("Enter"), tr("Show the object of a row")}})
        list->addTopLevelItem(new QTreeWidgetItem(row));
    list->header()->setStretchLastSection(true);
    list->setColumnWidth(0, fontMetrics().averageCharWidth() * 22);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *column = new QVBoxLayout(this);
    column->addWidget(search);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 72, fontMetrics().height() * 30);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(search, &QLineEdit::textChanged, list, [list](const QString &text) {
        for (int row = 0; row < list->topLevelItemCount(); ++row) {
            const QTreeWidgetItem *item = list->topLevelItem(row);
            const bool matches =
                item->text(0).contains(text, Qt::CaseInsensitive) || item->text(1).contains(text, Qt::CaseInsensitive);
            list->topLevelItem(row)->setHidden(!matches);
        }
    });
}

} // namespace noclobber::views
