#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <atomic>
#include <semaphore>

#include "tests/ui/profile.h"
#include "tests/ui/small_services.h"
#include "ui/models/review_model.h"
#include "ui/runner/work_pool.h"

using namespace noclobber;
using views::MainWindow;

namespace {

/// Keeps the threads for long work busy for as long as it is there: what needs one is not done meanwhile.
class BusyPool
{
public:
    BusyPool() { runner::workPool().setMaxThreadCount(1); }
    ~BusyPool() { release(); }
    /// To be called from a thread of the pool: whatever is asked after its present work waits.
    void begin()
    {
        runner::workPool().start([this] {
            m_began.release();
            m_go.acquire();
        });
    }
    void waitUntilBusy() { m_began.acquire(); }
    void release()
    {
        m_go.release();
        runner::workPool().waitForDone();
    }

private:
    std::binary_semaphore m_began{0};
    std::counting_semaphore<> m_go{0};
};

bool isShown(const MainWindow &window, const QString &text)
{
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

} // namespace

/// What takes long for a large change is done elsewhere, so that the window hears what a person wants.
class TestLongWork : public QObject
{
    Q_OBJECT

    test::Profile m_profile;

    std::unique_ptr<MainWindow> makeReview()
    {
        auto window = m_profile.window(test::wholeServices());
        QSignalSpy shown(window.get(), &MainWindow::reviewShown);
        window->openReview({"here", "main", "change"});
        if (!shown.wait())
            qFatal("the review is not shown");
        return window;
    }

private slots:
    void init() { QSettings().clear(); }

    void escapeIsHeardWhileTheRowsAreMade()
    {
        BusyPool pool;
        runner::Services services = test::wholeServices();
        const auto build = services.build;
        services.build = [&pool, build](const review::ReviewRequest &request, std::stop_token stop) {
            pool.begin();
            return build(request, stop);
        };
        const auto window = m_profile.window(services);
        QSignalSpy failed(window.get(), &MainWindow::reviewFailed);
        QSignalSpy shown(window.get(), &MainWindow::reviewShown);
        window->openReview({"here", "main", "change"});
        pool.waitUntilBusy();
        QCoreApplication::processEvents(); // the review is there, and its rows are asked for
        QCOMPARE(shown.size(), 0);
        QTest::keyClick(window.get(), Qt::Key_Escape);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::Cancelled);
        QVERIFY(isShown(*window, QStringLiteral("Cannot tell (stopped)")));
    }

    void theWindowIsPaintedWhileEverybodyWorks()
    {
        auto window = makeReview();
        BusyPool pool;
        pool.begin();
        pool.waitUntilBusy();
        QVERIFY(!window->grab().isNull()); // else this never ends: Qt paints with threads of its own pool
        QTest::keyClick(window.get(), Qt::Key_6);
        QVERIFY(isShown(*window, QStringLiteral("objects are seen")));
        QVERIFY(!window->grab().isNull());
    }

    void aListIsWrittenElsewhere_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("begin");
        QTest::newRow("CSV") << "review.copy-list-csv"
                             << "scope,group,kind";
        QTest::newRow("Markdown") << "review.copy-list-markdown"
                                  << "| Object | Cluster |";
    }
    void aListIsWrittenElsewhere()
    {
        QFETCH(QString, id);
        QFETCH(QString, begin);
        auto window = makeReview();
        auto *section = window->findChild<views::RadiusSection *>();
        QTRY_VERIFY(section->findChild<widgets::TreeView *>()->model()->rowCount() > 0);
        runner::workPool().waitForDone();
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        BusyPool pool;
        pool.begin();
        pool.waitUntilBusy();
        test::action(*window, qPrintable(id)).trigger();
        QCoreApplication::processEvents();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
        QVERIFY(isShown(*window, QStringLiteral("Writing the list…")));
        pool.release();
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(begin));
        QVERIFY(isShown(*window, QStringLiteral("The list was copied: 3 objects")));
    }

    void aListIsSavedElsewhere()
    {
        auto window = makeReview();
        auto *section = window->findChild<views::RadiusSection *>();
        QTRY_VERIFY(section->findChild<widgets::TreeView *>()->model()->rowCount() > 0);
        runner::workPool().waitForDone();
        const QString file = m_profile.path(QStringLiteral("list.csv"));
        BusyPool pool;
        pool.begin();
        pool.waitUntilBusy();
        section->saveList(file);
        QCoreApplication::processEvents();
        QVERIFY(!QFile::exists(file));
        pool.release();
        QTRY_VERIFY(isShown(*window, QStringLiteral("The list was saved to ")));
        QVERIFY(QFile::exists(file));
    }

    void theRunbookIsWrittenElsewhere()
    {
        auto window = makeReview();
        runner::workPool().waitForDone();
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        BusyPool pool;
        pool.begin();
        pool.waitUntilBusy();
        test::action(*window, "object.copy-runbook").trigger();
        QCoreApplication::processEvents();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
        pool.release();
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("## 0 Stop automatic sync\n")));
    }

    void rowsAreMadeForWhoSeesThem()
    {
        auto window = makeReview();
        auto *rows = window->findChild<models::ReviewModel *>();
        QSignalSpy reset(rows, &QAbstractItemModel::modelReset);
        QCOMPARE(rows->rowCount(), 0);
        test::action(*window, "review.seen-all").trigger();
        QCOMPARE(reset.size(), 0); // section 6 is not seen
        QTest::keyClick(window.get(), Qt::Key_6);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(rows->index(0, 0, rows->index(0, 0)).data().toString(), QStringLiteral("Seen"));
        test::action(*window, "edit.undo").trigger();
        QCOMPARE(reset.size(), 1); // the same rows say something else
        QCOMPARE(rows->index(0, 0, rows->index(0, 0)).data().toString(), QStringLiteral("Not seen"));
    }

    void noAnswerOfCoreIsMadeInTheWindowsThread()
    {
        // whatever is done, core is asked elsewhere
        std::atomic<int> here = 0;
        std::atomic<int> elsewhere = 0;
        const auto look = [&, window = QThread::currentThread()] {
            ++(QThread::currentThread() == window ? here : elsewhere);
        };
        runner::Services services = test::wholeServices();
        const auto watch = [look](auto &service) {
            service = [look, asked = service](auto &&...arguments) {
                look();
                return asked(std::forward<decltype(arguments)>(arguments)...);
            };
        };
        watch(services.build);
        watch(services.readObject);
        watch(services.readGuardRails);
        watch(services.writeFix);
        watch(services.writeReport);
        const auto window = m_profile.window(services);
        QSignalSpy shown(window.get(), &MainWindow::reviewShown);
        window->openReview({"here", "main", "change"});
        QVERIFY(shown.wait());
        for (QAction *action : window->findChildren<QAction *>()) {
            const QString id = action->objectName();
            const bool staysHere = !id.startsWith(QLatin1String("file.")) && !id.startsWith(QLatin1String("help."));
            const bool asksFirst = action->text().contains(QChar(0x2026)); // a dialog
            if (!id.isEmpty() && staysHere && !asksFirst && action->isEnabled())
                action->trigger();
            QCoreApplication::processEvents();
        }
        runner::workPool().waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(elsewhere > 3);
        QCOMPARE(here.load(), 0);
    }
};

QTEST_MAIN(TestLongWork)
#include "tst_long_work.moc"
