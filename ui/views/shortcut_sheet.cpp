#include "ui/views/shortcut_sheet.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/models/text.h"
#include "ui/views/key_bindings.h"
#include "ui/views/row_delegate.h"

namespace noclobber::views {

namespace {

void addRow(QTreeWidget &list, const QString &keys, const QString &what)
{
    auto *item = new QTreeWidgetItem(&list, {keys, what});
    item->setData(0, Qt::AccessibleTextRole, models::listed({what, keys}));
}

void listKeys(QTreeWidget &list, const QList<QAction *> &actions)
{
    for (const QAction *action : actions) {
        if (!action->shortcuts().isEmpty())
            addRow(list, QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText), plainText(*action));
    }
    addRow(list, QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText),
           ShortcutSheet::tr("Clear the filter, then leave it; stop a review"));
    addRow(list, QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText),
           ShortcutSheet::tr("Show the object of a row"));
}

void search(const QTreeWidget &list, const QString &text)
{
    for (int row = 0; row < list.topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = list.topLevelItem(row);
        item->setHidden(!item->text(0).contains(text, Qt::CaseInsensitive) &&
                        !item->text(1).contains(text, Qt::CaseInsensitive));
    }
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *line = new QLineEdit(this);
    line->setPlaceholderText(tr("Search a key or what it does"));
    line->setAccessibleName(tr("Search the shortcuts"));
    line->setClearButtonEnabled(true);
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(tr("Keyboard shortcuts"));
    list->setHeaderLabels({tr("Keys"), tr("Action")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setItemDelegate(new RowDelegate(list));
    listKeys(*list, actions);
    list->header()->setStretchLastSection(true);
    list->setColumnWidth(0, fontMetrics().averageCharWidth() * 22);
    auto *hint = new QLabel(areLettersOn() ? tr("Keys can be bound anew in the preferences.")
                                           : tr("Keys without Ctrl or Alt are switched off in the preferences."),
                            this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAccessibleName(tr("Close"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(line);
    column->addWidget(list, 1);
    column->addWidget(hint);
    column->addWidget(buttons);
    resize(QSize(fontMetrics().averageCharWidth() * 72, fontMetrics().height() * 30).boundedTo(parent->size()));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(line, &QLineEdit::textChanged, list, [list](const QString &text) { search(*list, text); });
}

} // namespace noclobber::views
