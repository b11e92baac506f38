#include <KSyntaxHighlighting/Repository>
#include <QAbstractButton>
#include <QAccessible>
#include <QClipboard>
#include <QDir>
#include <QLineEdit>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <semaphore>

#include "tests/support/sample_review.h"
#include "tests/support/test_main.h"
#include "tests/ui/small_review.h"
#include "tests/ui/small_services.h"
#include "ui/views/main_window.h"
#include "ui/views/overwrite_card_view.h"
#include "ui/widgets/command_line.h"

using namespace noclobber;
using test::smallServices;
using views::MainWindow;

namespace {

Result<review::ReviewPtr> buildNothing(const review::ReviewRequest &, std::stop_token)
{
    return Error{ErrorCode::NotFound, "There is no revision nowhere.", "nowhere"};
}

/// What a person would have to guess: focusable and visible widgets without a name.
QStringList namelessWidgets(const QWidget &window)
{
    QStringList nameless;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy() != nullptr)
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (face == nullptr || face->text(QAccessible::Name).isEmpty())
            nameless << QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
    }
    return nameless;
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_highlighting;

    std::unique_ptr<MainWindow> makeWindow(const runner::Services &services)
    {
        auto window = std::make_unique<MainWindow>(services, *m_highlighting);
        window->resize(1366, 744);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not get active");
        return window;
    }
    /// A window with a review and the text of its first object.
    std::unique_ptr<MainWindow> makeReview(const runner::Services &services)
    {
        auto window = makeWindow(services);
        QSignalSpy shown(window.get(), &MainWindow::reviewShown);
        window->openReview({});
        if (shown.isEmpty() && !shown.wait(20'000))
            qFatal("the review is not shown");
        return window;
    }
    static void picture(QWidget &window, const QString &name)
    {
        QCoreApplication::processEvents(); // what was asked to be laid out anew is
        const QDir folder(QStringLiteral(NOCLOBBER_PICTURES));
        QDir().mkpath(folder.path());
        QVERIFY(window.grab().save(folder.filePath(name + QStringLiteral(".png"))));
    }
    template <typename View>
    static View &find(QWidget &window, const QString &accessibleName)
    {
        for (View *view : window.findChildren<View *>()) {
            if (view->accessibleName() == accessibleName)
                return *view;
        }
        qFatal("no widget %s", qPrintable(accessibleName));
    }

    static bool hasRow(const QTreeView &list, const QString &text)
    {
        return !list.model()->match(list.model()->index(0, 0), Qt::DisplayRole, text).isEmpty();
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_home.path().toLocal8Bit());
        qputenv("XDG_CACHE_HOME", m_home.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", m_home.path().toLocal8Bit());
        QCoreApplication::setOrganizationName(QStringLiteral("noclobber-test"));
        widgets::useTheme(widgets::ThemeChoice::Light);
        m_highlighting = std::make_unique<KSyntaxHighlighting::Repository>();
    }

    void everyPageNamesWhatTakesTheKeyboard()
    {
        auto start = makeWindow(smallServices());
        QCOMPARE(namelessWidgets(*start), QStringList());
        start->chooseCommits(QStringLiteral("/srv/manifests"));
        QTRY_VERIFY(find<QAbstractButton>(*start, "Review this change").isEnabled());
        QCOMPARE(namelessWidgets(*start), QStringList());
        picture(*start, "chooser");

        auto window = makeReview(smallServices());
        for (const Qt::Key section : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
            QTest::keyClick(window.get(), section);
            QCOMPARE(namelessWidgets(*window), QStringList());
        }
        runner::Services failing = smallServices();
        failing.build = &buildNothing;
        auto failed = makeWindow(failing);
        QSignalSpy error(failed.get(), &MainWindow::reviewFailed);
        failed->openReview({});
        QVERIFY(error.wait());
        QCOMPARE(namelessWidgets(*failed), QStringList());
        picture(*failed, "error");
    }

    void aFailureSaysWhatWhereAndWhatToDo()
    {
        runner::Services failing = smallServices();
        failing.build = &buildNothing;
        auto window = makeWindow(failing);
        QSignalSpy error(window.get(), &MainWindow::reviewFailed);
        window->openReview({});
        QVERIFY(error.wait());
        QCOMPARE(window->windowTitle(), "Not reviewed - noclobber");
        QStringList texts;
        for (const QLabel *label : window->findChildren<QLabel *>())
            texts << (label->isVisible() ? label->text() : QString());
        QVERIFY(texts.contains("There is no revision nowhere."));
        QVERIFY(texts.contains("nowhere"));
    }

    void chooserProposesBaseAndHeadAndTypedRevisionsWork()
    {
        git::ComparisonRequest asked;
        runner::Services services = smallServices();
        services.build = [&](const review::ReviewRequest &request, std::stop_token stop) {
            asked = request.comparison;
            return test::smallServices().build(request, stop);
        };
        auto window = makeWindow(services);
        QSignalSpy shown(window.get(), &MainWindow::reviewShown);
        window->chooseCommits(QStringLiteral("/srv/manifests"));
        QTRY_VERIFY(find<QAbstractButton>(*window, "Review this change").isEnabled());
        QTest::mouseClick(&find<QAbstractButton>(*window, "Review this change"), Qt::LeftButton);
        QVERIFY(shown.wait());
        QCOMPARE(*asked.base, std::string("main"));
        QCOMPARE(*asked.head, std::string("change"));

        window->chooseCommits(QStringLiteral("/srv/manifests"));
        QTRY_VERIFY(find<QAbstractButton>(*window, "Review this change").isEnabled());
        auto &search = find<QLineEdit>(*window, "Search branches, tags and commits for Head");
        QTest::keyClicks(&search, "HEAD~3");
        QTest::keyClick(&search, Qt::Key_Return);
        QVERIFY(shown.wait());
        QCOMPARE(*asked.head, std::string("HEAD~3"));
    }

    void theVerdictIsInTheTitleAndTheBanner()
    {
        auto window = makeReview(smallServices());
        QVERIFY2(window->windowTitle().startsWith("Block: "), qPrintable(window->windowTitle()));
        const auto *banner = window->findChild<widgets::Banner *>();
        QVERIFY2(banner->accessibleName().startsWith("Verdict: Block. "), qPrintable(banner->accessibleName()));
    }

    void whatIsFoundIsShownBeforeTheVerdict()
    {
        runner::Services services = smallServices();
        services.build = [](const review::ReviewRequest &request, std::stop_token stop) {
            const review::ReviewPtr review = test::smallReview();
            request.progress(review::Phase::Match, 0, 0);
            request.found(review::interimOf(review->changes, nullptr));
            request.progress(review::Phase::Consequences, 0, 0);
            request.found(review::interimOf(review->changes, &review->radius));
            request.progress(review::Phase::Rules, 0, 0);
            std::binary_semaphore stopped(0); // when the window goes
            const std::stop_callback wake(stop, [&] { stopped.release(); });
            stopped.acquire();
            return Result<review::ReviewPtr>(review);
        };
        auto window = makeWindow(services);
        window->openReview({});
        QStringList shown;
        const auto lines = [&] {
            shown.clear();
            for (const QLabel *label : window->findChildren<QLabel *>())
                shown << (label->isVisible() ? label->text() : QString()).split('\n');
            return shown;
        };
        QTRY_VERIFY(lines().contains("Follow the consequences: 3 objects would be deleted (2 with state)"));
        QVERIFY(shown.contains("Match the objects of both commits: 1 overwritten, 1 modified, 1 added"));
        QVERIFY(shown.contains("Overwritten  Application argocd/core in env/cluster01"));
        picture(*window, "progress");
    }

    void theCauseIsChosenFirstInEverySection()
    {
        auto window = makeReview(smallServices());
        for (const char *name :
             {"Changed and affected objects", "Objects with more than one declaration", "Blast radius", "Guard rails"}) {
            auto &list = find<widgets::TreeView>(*window, name);
            const auto current = [&list] { return list.currentIndex().data(models::IdentityRole); };
            QTRY_VERIFY2(current().isValid(), name);
            const QVariant id = current();
            QCOMPARE(id.value<argo::ObjectId>().key.name, std::string("core"));
        }
    }

    void anObjectChosenInOneSectionIsCurrentInTheOthersAndBackReturns()
    {
        auto window = makeReview(smallServices());
        auto &changes = find<widgets::TreeView>(*window, "Changed and affected objects");
        auto &radius = find<widgets::TreeView>(*window, "Blast radius");
        QTest::keyClick(&changes, Qt::Key_J);
        QTest::keyClick(&changes, Qt::Key_J);
        QCOMPARE(changes.currentIndex().siblingAtColumn(2).data().toString(), "kafka/kafka");
        QTest::keyClick(window.get(), Qt::Key_3);
        QVERIFY(radius.isVisible());
        QTRY_COMPARE(radius.currentIndex().siblingAtColumn(0).data().toString(), "StatefulSet kafka/kafka  (1)");
        QTest::keyClick(window.get(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(changes.isVisible());
    }

    void filterCountsWhatItHides()
    {
        auto window = makeReview(smallServices());
        QTest::keyClick(window.get(), Qt::Key_Slash);
        auto *filter = window->findChild<widgets::FilterLine *>();
        QVERIFY(filter->edit()->hasFocus() || QApplication::focusWidget() == nullptr);
        QTest::keyClicks(filter->edit(), "kafka 1");
        auto &clear = find<QAbstractButton>(*window, "Clear the filter");
        QTRY_VERIFY(clear.isVisible());
        QTest::keyClick(filter->edit(), Qt::Key_Escape);
        QTRY_VERIFY(!clear.isVisible());
        auto &changes = find<widgets::TreeView>(*window, "Changed and affected objects");
        QVERIFY(changes.isVisible());
    }

    void aKeyInTheFilterIsAnsweredWithoutAPause()
    {
        auto window = makeReview(smallServices());
        auto *filter = window->findChild<widgets::FilterLine *>();
        QTest::keyClick(filter->edit(), Qt::Key_K);
        QCoreApplication::processEvents();
        QVERIFY(find<QAbstractButton>(*window, "Clear the filter").isVisible());
    }

    void theRadiusIsThereForWhoLooksBeforeTheTextIsRead()
    {
        const auto mayRead = std::make_shared<std::binary_semaphore>(0);
        runner::Services services = smallServices();
        services.readObject = [mayRead](const review::Review &, const argo::ObjectId &, review::TextForm) {
            mayRead->acquire();
            return Result<review::ObjectDiff>(review::ObjectDiff{});
        };
        const auto letRead = qScopeGuard([&] { mayRead->release(); });
        auto window = makeWindow(services);
        window->openReview({});
        QTRY_VERIFY(window->windowTitle().startsWith("Block: "));
        auto &radius = find<widgets::TreeView>(*window, "Blast radius");
        QCOMPARE(radius.model()->rowCount(), 0);
        QTest::keyClick(window.get(), Qt::Key_3);
        QTRY_COMPARE(radius.model()->rowCount(), 1);
    }

    void aCardOfDefinitionsIsMadeForWhoLooksAtIt()
    {
        auto window = makeReview(smallServices());
        QVERIFY(window->findChildren<views::OverwriteCardView *>().isEmpty());
        QTest::keyClick(window.get(), Qt::Key_2);
        QTRY_COMPARE(window->findChildren<views::OverwriteCardView *>().size(), 1);
    }

    void exportKeyIsNotTakenByALineOfText()
    {
        auto window = makeReview(smallServices());
        auto *filter = window->findChild<widgets::FilterLine *>();
        filter->edit()->setFocus();
        QKeyEvent asked(QEvent::ShortcutOverride, Qt::Key_E, Qt::ControlModifier);
        asked.ignore();
        QCoreApplication::sendEvent(filter->edit(), &asked);
        QVERIFY(!asked.isAccepted());
    }

    void exportWritesTheReport()
    {
        auto window = makeReview(smallServices());
        const QString file = m_home.filePath(QStringLiteral("r.html"));
        QSignalSpy done(window.get(), &MainWindow::reportWritten);
        window->exportReport(file);
        QVERIFY(done.wait());
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), QByteArray("<!doctype html>"));
        QSignalSpy refused(window.get(), &MainWindow::reportFailed);
        window->exportReport(m_home.filePath(QStringLiteral("no/such/folder.html")));
        QVERIFY(refused.wait());
        QCOMPARE(refused[0][0].value<Error>().code, ErrorCode::Io);
    }

    void windowFitsTheSmallestScreen()
    {
        auto window = makeReview(smallServices());
        QVERIFY2(window->minimumSizeHint().width() <= 1024,
                 qPrintable(QString::number(window->minimumSizeHint().width())));
        QVERIFY(window->minimumSizeHint().height() <= 640);
        window->resize(1024, 640);
        picture(*window, "small-window");
    }

    void theSampleIsBlockedAndEverySectionIsDrawn_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void theSampleIsBlockedAndEverySectionIsDrawn()
    {
        QFETCH(bool, dark);
        runner::Services services;
        services.build = &review::buildReview;
        services.readObject = &review::readObjectDiff;
        services.writeSample = &review::writeSample;
        services.readGuardRails = &review::readGuardRails;
        auto window = makeWindow(services);
        window->setTheme(dark ? widgets::ThemeChoice::Dark : widgets::ThemeChoice::Light);
        QSignalSpy shown(window.get(), &MainWindow::reviewShown);
        const QString suffix = dark ? QStringLiteral("-dark") : QStringLiteral("-light");
        picture(*window, "start" + suffix);
        window->openSample();
        QVERIFY(shown.wait(20'000));
        QVERIFY2(window->windowTitle().startsWith("Block: Sample incident"), qPrintable(window->windowTitle()));
        const QStringList names{"changes", "overwrites", "radius", "guard-rails", "runbook"};
        for (int section = 0; section < names.size(); ++section) {
            QTest::keyClick(window.get(), static_cast<Qt::Key>(Qt::Key_1 + section));
            if (section == 3)
                QTRY_VERIFY(hasRow(find<widgets::TreeView>(*window, "Guard rails"), "Broken before it already"));
            picture(*window, names.at(section) + suffix);
        }
        QTest::keyClick(window.get(), Qt::Key_F);
        picture(*window, "fields" + suffix);
        QTest::keyClick(window.get(), Qt::Key_U);
        auto &changes = find<widgets::TreeView>(*window, "Changed and affected objects");
        for (int row = 0; row < 3; ++row)
            QTest::keyClick(&changes, Qt::Key_J);
        QTRY_VERIFY(find<widgets::CodePane>(*window, "Text of the object").toPlainText().contains("StatefulSet"));
        picture(*window, "deleted" + suffix);
        window->setTheme(widgets::ThemeChoice::Light);
    }

    void theRunbookIsShownWithLinesToCopy()
    {
        runner::Services services = smallServices();
        services.build = [](const review::ReviewRequest &, std::stop_token) -> Result<review::ReviewPtr> {
            return std::make_shared<const review::Review>(test::sampleReview());
        };
        auto window = makeReview(services);
        QTest::keyClick(window.get(), Qt::Key_5);
        auto &steps = find<widgets::TreeView>(*window, "Steps to take if this was merged by mistake");
        QVERIFY(steps.isVisible());
        QTest::keyClick(&steps, Qt::Key_Home);
        for (int row = 0; row < 5; ++row)
            QTest::keyClick(&steps, Qt::Key_J);
        const auto lines = window->findChildren<widgets::CommandLine *>();
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.first()->command(), QStringLiteral("kubectl get pv | grep -wF kafka/data-kafka-0"));
        QTest::mouseClick(lines.first()->findChild<QToolButton *>(), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), lines.first()->command());
        QVERIFY(namelessWidgets(*window).isEmpty());
        picture(*window, "runbook-step");
    }

    /// A feature that is not there is not shown.
    void withoutARunbookThereIsNoSection()
    {
        auto window = makeReview(smallServices());
        for (const QAbstractButton *button : window->findChildren<QAbstractButton *>())
            QVERIFY(!button->text().contains("Runbook") || !button->isVisible());
        QTest::keyClick(window.get(), Qt::Key_5);
        QVERIFY(!find<widgets::TreeView>(*window, "Steps to take if this was merged by mistake").isVisible());
    }

    void aChangeThatDoesNothingSaysSo()
    {
        runner::Services services = smallServices();
        services.build = [](const review::ReviewRequest &, std::stop_token) -> Result<review::ReviewPtr> {
            return test::largeReview(0, 0);
        };
        auto window = makeReview(services);
        QVERIFY2(window->windowTitle().startsWith("Safe: "), qPrintable(window->windowTitle()));
        QStringList texts;
        for (const QLabel *label : window->findChildren<QLabel *>())
            texts << (label->isVisible() ? label->text() : QString());
        QCOMPARE(texts.filter("object").size(), 2); // the list's sentence, and the verdict's
        QVERIFY(texts.contains("No object differs between the two commits."));
        picture(*window, "empty");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_4); // no letter of a filter that filters nothing
        QVERIFY(find<widgets::TreeView>(*window, "Guard rails").parentWidget()->isVisible());
    }

    void fiveThousandRowsAreDrawn()
    {
        runner::Services services = smallServices();
        services.build = [](const review::ReviewRequest &, std::stop_token) -> Result<review::ReviewPtr> {
            return test::largeReview(3000, 2000);
        };
        auto window = makeReview(services);
        picture(*window, "large");
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
