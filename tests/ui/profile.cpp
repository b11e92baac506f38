#include "tests/ui/profile.h"

#include <QSignalSpy>
#include <QTest>

#include "tests/ui/small_services.h"

namespace noclobber::test {

Profile::Profile()
{
    for (const char *folder : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
        qputenv(folder, m_home.path().toLocal8Bit());
    qputenv("GIT_CONFIG_NOSYSTEM", "1");
    QCoreApplication::setOrganizationName(QStringLiteral("noclobber-test"));
    widgets::useTheme(widgets::ThemeChoice::Light);
    m_highlighting = std::make_unique<KSyntaxHighlighting::Repository>();
}

std::unique_ptr<views::MainWindow> Profile::window(const runner::Services &services)
{
    auto window = std::make_unique<views::MainWindow>(services, *m_highlighting);
    window->resize(1366, 744);
    activate(*window);
    return window;
}

std::unique_ptr<views::MainWindow> Profile::review(const ScratchRepository &repository)
{
    auto window = this->window();
    window->openReview({repository.path(), "main", "change"});
    waitForReview(*window);
    return window;
}

std::unique_ptr<views::MainWindow> Profile::review(const review::ReviewPtr &review)
{
    auto window = this->window(servicesOf(review));
    window->openReview({});
    waitForReview(*window);
    return window;
}

std::string oneSetting(const std::string &name, const std::string &value)
{
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + ", namespace: web}\ndata: {a: " + value +
           "}\n";
}

git::Files threeSettings()
{
    return {{"env/a/one.yaml", oneSetting("one", "x")},
            {"env/a/two.yaml", oneSetting("two", "x")},
            {"env/a/gone.yaml", oneSetting("gone", "x")}};
}

git::Files threeSettingsChanged()
{
    return {{"env/a/one.yaml", oneSetting("one", "y")}, {"env/a/two.yaml", oneSetting("two", "y")}};
}

review::ReviewPtr incident(const QString &folder)
{
    if (const Result<void> written = review::writeSample(folder.toStdString()); !written)
        qFatal("the incident is not written: %s", written.error().message.c_str());
    review::ReviewRequest request;
    request.comparison.folder = folder.toStdString();
    request.comparison.base = "main";
    request.comparison.head = "change";
    request.today = "2026-11-23";
    const Result<review::ReviewPtr> review = review::buildReview(request, {});
    if (!review)
        qFatal("the incident is not reviewed: %s", review.error().message.c_str());
    return *review;
}

void activate(views::MainWindow &window)
{
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        qFatal("the window does not get active");
}

void waitForReview(views::MainWindow &window)
{
    QSignalSpy shown(&window, &views::MainWindow::reviewShown);
    if (!shown.wait(20'000))
        qFatal("the review is not shown");
}

QAction &action(views::MainWindow &window, const char *id)
{
    auto *found = window.findChild<QAction *>(QLatin1String(id));
    if (found == nullptr)
        qFatal("no action %s", id);
    return *found;
}

QString currentObject(views::MainWindow &window)
{
    const auto *page = window.findChild<views::ReviewPage *>();
    return page->place().object ? QString::fromStdString(page->place().object->key.name) : QString();
}

widgets::TreeView &changes(views::MainWindow &window)
{
    return find<widgets::TreeView>(window, QStringLiteral("Changed and affected objects"));
}

} // namespace noclobber::test
