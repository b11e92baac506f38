#include <QClipboard>
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
