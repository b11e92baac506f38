#include "ui/views/rules_page.h"

#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/models/configuration_rows.h"
#include "ui/views/row_delegate.h"

namespace noclobber::views {

RulesPage::RulesPage(const review::ReviewPtr &review, QWidget *parent) : QWidget(parent)
{
    auto *origin = new QLabel(review ? models::configurationOrigin(*review)
                                     : tr("Rules belong to a repository. Open a review to see which ones it has."),
                              this);
    origin->setWordWrap(true);
    origin->setTextFormat(Qt::PlainText);
    auto *list = new QTreeWidget(this);
    list->setAccessibleName(tr("What the configuration sets"));
    list->setHeaderLabels({tr("Setting"), tr("Value")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setItemDelegate(new RowDelegate(list));
    list->setColumnWidth(0, fontMetrics().averageCharWidth() * 36);
    const auto rows = review ? models::configurationRows(review->configuration) : QList<models::ConfigurationRow>();
    for (const models::ConfigurationRow &row : rows)
        new QTreeWidgetItem(list, {row.setting, row.value});
    list->setVisible(!rows.isEmpty());
    auto *how =
        new QLabel(tr("To change it, edit .noclobber.yaml at the repository's root and merge it into base."), this);
    how->setWordWrap(true);
    how->setVisible(review != nullptr);
    auto *column = new QVBoxLayout(this);
    column->addWidget(origin);
    column->addWidget(list, 1);
    column->addWidget(how);
    if (rows.isEmpty())
        column->addStretch(1);
}

} // namespace noclobber::views
