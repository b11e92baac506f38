#include <QClipboard>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <fstream>
#include <semaphore>

#include "tests/ui/picture.h"
#include "tests/ui/profile.h"
#include "ui/views/decision_dialog.h"

using namespace noclobber;
using test::changes;
using test::currentObject;
using test::find;
using test::picture;
using test::ScratchRepository;
using test::threeSettings;
using test::threeSettingsChanged;
using test::waitForReview;
using views::MainWindow;

namespace {

void write(const QString &file, const std::string &text)
{
    QDir().mkpath(QFileInfo(file).path());
    std::ofstream(file.toStdString(), std::ios::binary) << text;
}

} // namespace

/// What was reviewed goes on: a branch moves, a repository vanishes, a review is stopped or fails.
class TestReload : public QObject
{
    Q_OBJECT

    test::Profile m_profile;

private slots:
    void init() { QSettings().clear(); }

    void aBranchThatMovesIsToldQuietlyAndReloadKeepsThePlace()
    {
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        auto window = m_profile.review(repository);
        window->findChild<views::ReviewPage *>()->showObject({"env/a", {"", "ConfigMap", "web", "two"}});
        auto &notice = *window->findChild<widgets::NoticeBar *>();
        QVERIFY(!notice.isVisible());
        write(QString::fromStdString(repository.path()) + "/env/a/three.yaml", test::oneSetting("three", "z"));
        repository.git({"add", "-A"});
        repository.git({"commit", "-q", "-m", "More"});
        QTRY_VERIFY(notice.isVisible());
        QVERIFY2(notice.text().startsWith("change has moved: "), qPrintable(notice.text()));
        QCOMPARE(currentObject(*window), QStringLiteral("two"));
        picture(*window, "moved");
        QTest::mouseClick(notice.findChildren<QPushButton *>().constFirst(), Qt::LeftButton);
        waitForReview(*window);
        QVERIFY(!notice.isVisible());
        QCOMPARE(currentObject(*window), QStringLiteral("two"));
        const auto *page = window->findChild<views::ReviewPage *>();
        QCOMPARE(page->review()->comparison.head.commit, repository.git({"rev-parse", "change"}));
    }

    void aBranchInAFolderOfItsOwnIsWatchedToo()
    {
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        repository.git({"branch", "team/change", "change"});
        repository.git({"pack-refs", "--all", "--prune"}); // refs/heads/team is not there yet
        auto window = m_profile.window();
        window->openReview({repository.path(), "main", "team/change"});
        waitForReview(*window);
        auto &notice = *window->findChild<widgets::NoticeBar *>();
        repository.git({"update-ref", "refs/heads/team/change", "main"});
        QTRY_VERIFY(notice.isVisible());
        repository.git({"update-ref", "refs/heads/team/change", "change"});
        QTRY_VERIFY2(!notice.isVisible(), "it is back where it was");
    }

    void twoFoldersThatChangeAreToldQuietly()
    {
        const QTemporaryDir place;
        for (const auto &[path, text] : threeSettings())
            write(place.filePath("old/" + QString::fromStdString(path)), text);
        for (const auto &[path, text] : threeSettingsChanged())
            write(place.filePath("new/" + QString::fromStdString(path)), text);
        auto window = m_profile.window();
        const git::FolderPair folders{place.filePath("old").toStdString(), place.filePath("new").toStdString()};
        window->open({{}, folders, false});
        waitForReview(*window);
        window->findChild<views::ReviewPage *>()->showObject({"env/a", {"", "ConfigMap", "web", "two"}});
        auto &notice = *window->findChild<widgets::NoticeBar *>();
        QVERIFY(!notice.isVisible());
        write(place.filePath("new/env/a/two.yaml"), test::oneSetting("two", "written in place")); // no folder changes
        QTRY_VERIFY(notice.isVisible());
        QCOMPARE(notice.text(), "The folder " + place.filePath("new") + " has changed since it was read.");
        write(place.filePath("new/env/a/two.yaml"), threeSettingsChanged()["env/a/two.yaml"]);
        QTRY_VERIFY2(!notice.isVisible(), "it is as it was");
        write(place.filePath("new/env/b/three.yaml"), test::oneSetting("three", "z"));
        QTRY_VERIFY(notice.isVisible());
        QFile::remove(place.filePath("new/env/b/three.yaml")); // in a folder that was not there
        QTRY_VERIFY(!notice.isVisible());
        write(place.filePath("new/env/b/three.yaml"), test::oneSetting("three", "z"));
        QTRY_VERIFY(notice.isVisible());
        picture(*window, "folder-changed");
        QTest::keyClick(window.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        auto *decision = window->findChild<views::DecisionDialog *>();
        QVERIFY(decision != nullptr);
        QTRY_VERIFY2(decision->findChildren<QLabel *>().first()->text().startsWith("new has moved to "),
                     qPrintable(decision->findChildren<QLabel *>().first()->text()));
        decision->reject();
        QTest::mouseClick(notice.findChildren<QPushButton *>().constFirst(), Qt::LeftButton);
        waitForReview(*window);
        QVERIFY(!notice.isVisible());
        QCOMPARE(currentObject(*window), QStringLiteral("two"));
        QVERIFY(window->findChild<views::ReviewPage *>()->review()->changes.find(
            {"env/b", {"", "ConfigMap", "web", "three"}}));
    }

    void whoComesBackIsToldWhatHappenedMeanwhile()
    {
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        auto window = m_profile.review(repository);
        auto &notice = *window->findChild<widgets::NoticeBar *>();
        QSignalSpy failed(window.get(), &MainWindow::reviewFailed);
        window->openReview({repository.path(), "main", "nowhere"});
        QTRY_COMPARE(failed.size(), 1);
        auto *watch = window->findChild<views::BranchWatch *>();
        QSignalSpy moved(watch, &views::BranchWatch::moved);
        repository.git({"update-ref", "refs/heads/change", "main"});
        QTRY_COMPARE(moved.size(), 1);
        QVERIFY(!notice.isVisible());
        QTest::mouseClick(&find<QAbstractButton>(*window, "Back"), Qt::LeftButton);
        QTRY_VERIFY(notice.isVisible());
    }

    void aRepositoryThatComesBackIsToldToo()
    {
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        auto window = m_profile.review(repository);
        auto &notice = *window->findChild<widgets::NoticeBar *>();
        const QString folder = QString::fromStdString(repository.path());
        QVERIFY(QDir().rename(folder, folder + ".away"));
        QTRY_VERIFY(notice.isVisible());
        QVERIFY(QDir().rename(folder + ".away", folder));
        window->findChild<views::BranchWatch *>()->look(); // as the window does that gets the keyboard
        QTRY_VERIFY(!notice.isVisible());
    }

    void aRepositoryThatVanishesIsTold()
    {
        auto repository = std::make_unique<ScratchRepository>(threeSettings(), threeSettingsChanged());
        auto window = m_profile.review(*repository);
        auto &notice = *window->findChild<widgets::NoticeBar *>();
        repository.reset();
        QTRY_VERIFY(notice.isVisible());
        QVERIFY2(notice.text().startsWith("What was reviewed cannot be read again"), qPrintable(notice.text()));
        QVERIFY2(changes(*window).isVisible(), "the review stays");
    }

    void escapeStopsAtOnceAndKeepsWhatWasFound()
    {
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        runner::Services services = runner::userServices();
        const auto build = services.build;
        services.build = [build](review::ReviewRequest request, std::stop_token stop) {
            const auto review = build(request, stop); // all phases were told; what comes now does not end by itself
            std::binary_semaphore stopped(0);
            const std::stop_callback wake(stop, [&] { stopped.release(); });
            stopped.acquire();
            return review;
        };
        auto window = m_profile.window(services);
        window->openReview({repository.path(), "main", "change"});
        const auto shown = [&](const QString &text) {
            for (const QLabel *label : window->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(text))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(shown("Judge by the rules"));
        QTRY_VERIFY(shown("ConfigMap web/gone"));
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(window.get(), Qt::Key_Escape);
        QVERIFY(shown("Cannot tell (stopped)"));
        QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(shown("1 removed, 2 modified; 1 objects would be deleted"));
        QVERIFY(shown("ConfigMap web/gone"));
        QVERIFY(shown("nothing here means that it is safe"));
        picture(*window, "stopped");
        const QList<models::RecentReview> recent = models::readRecentReviews();
        QCOMPARE(recent.size(), 1);
        QVERIFY2(!recent.constFirst().headline, "it is in the list as not analysed");
        QCOMPARE(recent.constFirst().head, QStringLiteral("change"));
    }

    void anErrorSaysWhatStillCounts()
    {
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        auto window = m_profile.review(repository);
        window->openReview({repository.path(), "main", "nowhere"});
        QSignalSpy failed(window.get(), &MainWindow::reviewFailed);
        QVERIFY(failed.wait());
        picture(*window, "error-after-review");
        QTest::mouseClick(&find<QAbstractButton>(*window, "Copy details"), Qt::LeftButton);
        const QString details = QGuiApplication::clipboard()->text();
        QVERIFY2(details.contains("nowhere") && details.contains(QString::fromStdString(repository.path())),
                 qPrintable(details));
        QTest::mouseClick(&find<QAbstractButton>(*window, "Back"), Qt::LeftButton);
        QVERIFY(changes(*window).isVisible());
        QVERIFY2(window->windowTitle().startsWith("Safe: "), qPrintable(window->windowTitle()));
    }
};

QTEST_MAIN(TestReload)
#include "tst_reload.moc"
