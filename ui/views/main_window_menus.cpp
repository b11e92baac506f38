// What can be done in the window, besides what the review page adds.

#include <QAbstractButton>
#include <QActionGroup>
#include <QApplication>
#include <QKeyEvent>
#include <QLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolButton>

#include "ui/views/key_bindings.h"
#include "ui/views/main_window.h"
#include "ui/views/preferences.h"
#include "ui/views/preferences_dialog.h"
#include "ui/views/shortcut_sheet.h"

namespace noclobber::views {

namespace {

bool isReturn(const QEvent &press)
{
    const int key = static_cast<const QKeyEvent &>(press).key();
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

QAction *MainWindow::add(QMenu &menu, const char *id, const QString &text, const QList<QKeySequence> &keys,
                         const std::function<void()> &done)
{
    auto *action = new QAction(text, this);
    identify(*action, id, keys);
    menu.addAction(action);
    connect(action, &QAction::triggered, this, done);
    return action;
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    m_review->fillMenu(*menuBar()->addMenu(tr("&Edit")), "edit");
    m_review->fillMenu(*menuBar()->addMenu(tr("&Review")), "review");
    m_review->fillMenu(*menuBar()->addMenu(tr("O&bject")), "object");
    QMenu *view = menuBar()->addMenu(tr("&View"));
    m_review->fillMenu(*view, "view");
    view->addSeparator();
    makeThemeMenu(*view);
    makeGoMenu();
    makeHelpMenu();
    for (QAction *menu : menuBar()->actions())
        menu->setVisible(!menu->menu()->isEmpty());
    makeHeaderButtons();
    takePreferences();
}

void MainWindow::makeGoMenu()
{
    QMenu &go = *menuBar()->addMenu(tr("&Go"));
    m_review->fillMenu(go, "go");
    go.addSeparator();
    add(go, "go.palette", tr("Find an action or an object…"), {Qt::CTRL | Qt::Key_K}, [this] { showPalette(); });
}

void MainWindow::makeHeaderButtons()
{
    for (QAction *action : {m_choose, m_reload, m_export}) {
        auto *button = new QToolButton(m_header);
        action->setIconText(plainText(*action));
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->iconText());
        m_header->layout()->addWidget(button);
    }
}

void MainWindow::takePreferences()
{
    widgets::useFontSizes(chosenFontSizes());
    applyKeys(namedActions(*menuBar()));
}

void MainWindow::showPreferences()
{
    const bool isReview = m_pages->currentWidget() == m_review;
    auto *dialog = new PreferencesDialog(
        {namedActions(*menuBar()), isReview ? m_review->review() : nullptr, m_services.indexFolder}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::changed, this, [] {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *main = qobject_cast<MainWindow *>(window)) {
                main->takePreferences();
                main->setTheme(chosenTheme());
            }
        }
    });
    dialog->show();
}

void MainWindow::makeFileMenu()
{
    QMenu &file = *menuBar()->addMenu(tr("&File"));
    add(file, "file.new-window", tr("&New window"), {Qt::CTRL | Qt::Key_N}, [this] { openWindow(); });
    file.addSeparator();
    m_open = add(file, "file.open", tr("&Open a repository…"), {Qt::CTRL | Qt::Key_O}, [this] { askForRepository(); });
    add(file, "file.folders", tr("Compare two &folders…"), {}, [this] { chooseFolders(); });
    add(file, "file.sample", tr("Open the &sample incident"), {}, [this] { openSample(); });
    m_choose =
        add(file, "file.choose", tr("&Choose commits…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O}, [this] { chooseAgain(); });
    m_reload = add(file, "file.reload", tr("&Reload"), {Qt::Key_F5}, [this] { reload(); });
    file.addSeparator();
    m_export = add(file, "file.export", tr("&Export…"), {Qt::CTRL | Qt::Key_E}, [this] { m_review->exportReview(); });
    file.addSeparator();
    add(file, "file.preferences", tr("&Preferences…"), {Qt::CTRL | Qt::Key_Comma}, [this] { showPreferences(); });
    file.addSeparator();
    add(file, "file.close", tr("Close this re&view"), {Qt::CTRL | Qt::Key_W}, [this] {
        stop();
        showPage(m_start);
    });
    add(file, "file.quit", tr("&Quit"), {Qt::CTRL | Qt::Key_Q}, [] { QApplication::closeAllWindows(); });
}

void MainWindow::makeThemeMenu(QMenu &view)
{
    QMenu &menu = *view.addMenu(tr("&Theme"));
    m_themes = new QActionGroup(this);
    const std::pair<const char *, QString> choices[] = {{"view.theme-system", tr("As the &system")},
                                                        {"view.theme-light", tr("&Light")},
                                                        {"view.theme-dark", tr("&Dark")},
                                                        {"view.theme-high-contrast", tr("&High contrast")}};
    for (int choice = 0; const auto &[id, text] : choices) {
        QAction *action = add(menu, id, text, {}, [this, choice] {
            keepTheme(static_cast<widgets::ThemeChoice>(choice));
            setTheme(static_cast<widgets::ThemeChoice>(choice));
        });
        action->setCheckable(true);
        m_themes->addAction(action);
        ++choice;
    }
    m_themes->actions().at(static_cast<int>(chosenTheme()))->setChecked(true);
}

void MainWindow::makeHelpMenu()
{
    QMenu &help = *menuBar()->addMenu(tr("&Help"));
    add(help, "help.shortcuts", tr("&Keyboard shortcuts"), {Qt::Key_F1, Qt::Key_Question}, [this] { showShortcuts(); });
    add(help, "help.about", tr("&About noclobber"), {}, [this] {
        QMessageBox::about(this, tr("About noclobber"),
                           tr("noclobber %1\nSays what a change of rendered Kubernetes manifests overwrites and "
                              "deletes, before it is merged.")
                               .arg(QStringLiteral(NOCLOBBER_VERSION)));
    });
}

void MainWindow::setTheme(widgets::ThemeChoice choice)
{
    widgets::useTheme(choice);
    m_themes->actions().at(static_cast<int>(choice))->setChecked(true);
}

void MainWindow::takeGlyphs()
{
    m_open->setIcon(widgets::glyph(QStringLiteral("open")));
    m_choose->setIcon(widgets::glyph(QStringLiteral("branch")));
    m_reload->setIcon(widgets::glyph(QStringLiteral("reload")));
    m_export->setIcon(widgets::glyph(QStringLiteral("save")));
}

void MainWindow::showShortcuts()
{
    auto *sheet = new ShortcutSheet(namedActions(*menuBar()), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->show();
}

void MainWindow::showPalette()
{
    const bool isReview = m_pages->currentWidget() == m_review;
    m_palette->open(namedActions(*menuBar()),
                    isReview ? m_review->changeList() : std::make_shared<const models::ChangeList>());
}

/// Ctrl+E exports wherever the keyboard is: a line edit would take it for "to the end of the line". Return presses the
/// button that has the keyboard, as Space does.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && isReturn(*event)) {
        auto *button = qobject_cast<QAbstractButton *>(watched);
        if (button == nullptr || button->window() != this)
            return QMainWindow::eventFilter(watched, event);
        button->click();
        return true;
    }
    if (event->type() != QEvent::ShortcutOverride)
        return QMainWindow::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (QKeySequence(key->keyCombination()) != m_export->shortcut())
        return QMainWindow::eventFilter(watched, event);
    event->ignore();
    return true;
}

} // namespace noclobber::views
