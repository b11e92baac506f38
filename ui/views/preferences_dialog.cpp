#include "ui/views/preferences_dialog.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/views/appearance_page.h"
#include "ui/views/index_page.h"
#include "ui/views/keys_page.h"
#include "ui/views/rules_page.h"

namespace noclobber::views {

PreferencesDialog::PreferencesDialog(const Content &content, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Preferences"));
    auto *appearance = new AppearancePage(this);
    auto *keys = new KeysPage(content.actions, this);
    auto *tabs = new QTabWidget(this);
    tabs->tabBar()->setAccessibleName(tr("Groups of preferences"));
    tabs->setAccessibleName(tr("Groups of preferences"));
    tabs->addTab(appearance, tr("&Appearance"));
    tabs->addTab(keys, tr("&Keys"));
    tabs->addTab(new RulesPage(content.review, this), tr("&Rules"));
    tabs->addTab(new IndexPage(content.indexFolder, this), tr("&Index"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAccessibleName(tr("Close"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(tabs, 1);
    column->addWidget(buttons);
    resize(QSize(fontMetrics().averageCharWidth() * 84, fontMetrics().height() * 32).boundedTo(parent->size()));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(appearance, &AppearancePage::changed, this, &PreferencesDialog::changed);
    connect(keys, &KeysPage::changed, this, &PreferencesDialog::changed);
}

} // namespace noclobber::views
