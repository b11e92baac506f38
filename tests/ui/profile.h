#pragma once

#include <KSyntaxHighlighting/Repository>
#include <QTemporaryDir>

#include "tests/support/scratch_repository.h"
#include "ui/views/main_window.h"

namespace noclobber::test {

/// A person who begins: a home with nothing in it, light colours, and the windows opened with them.
class Profile
{
public:
    Profile();

    KSyntaxHighlighting::Repository &highlighting() { return *m_highlighting; }
    QString path(const QString &name = {}) const { return m_home.filePath(name); }

    /// A window of 1366x744 that has the keyboard.
    std::unique_ptr<views::MainWindow> window(const runner::Services &services = runner::userServices());
    /// The same with `main` and `change` of a repository in it.
    std::unique_ptr<views::MainWindow> review(const ScratchRepository &repository);
    /// The same with a review made beforehand in it.
    std::unique_ptr<views::MainWindow> review(const review::ReviewPtr &review);

private:
    QTemporaryDir m_home;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_highlighting;
};

/// ConfigMap web/NAME with one value.
std::string oneSetting(const std::string &name, const std::string &value);

/// Three ConfigMaps in env/a: one, two, gone. In head, gone is gone and the others hold another value.
git::Files threeSettings();
git::Files threeSettingsChanged();

/// The bundled incident, as it is reviewed; a repository of it is written into the folder.
review::ReviewPtr incident(const QString &folder);

/// Gives the window the keyboard.
void activate(views::MainWindow &window);
/// Waits for the next review that the window shows.
void waitForReview(views::MainWindow &window);
/// The action with this id.
QAction &action(views::MainWindow &window, const char *id);
/// The name of the object that is shown.
QString currentObject(views::MainWindow &window);
/// The tree of section 1.
widgets::TreeView &changes(views::MainWindow &window);

/// The widget with this accessible name.
template <typename View>
View &find(QWidget &window, const QString &accessibleName)
{
    for (View *view : window.findChildren<View *>()) {
        if (view->accessibleName() == accessibleName)
            return *view;
    }
    qFatal("no widget %s", qPrintable(accessibleName));
}

} // namespace noclobber::test
