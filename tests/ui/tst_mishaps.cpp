#include <KSyntaxHighlighting/Repository>
#include <QDirIterator>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <sys/stat.h>

#include "tests/support/full_disk.h"
#include "tests/ui/small_services.h"
#include "ui/runner/saved_file.h"
#include "ui/views/main_window.h"

using namespace noclobber;
using views::MainWindow;

/// What once ended the program, or put a person's words in the wrong place.
class TestMishaps : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_highlighting;

    std::unique_ptr<MainWindow> makeWindow()
    {
        runner::Services services = test::wholeServices();
        services.build = [build = services.build](const review::ReviewRequest &request,
                                                  std::stop_token stop) -> Result<review::ReviewPtr> {
            const auto made = build(request, stop);
            if (!made)
                return made.error();
            auto named = std::make_shared<review::Review>(**made);
            named->comparison.head.revision = *request.comparison.head;
            return review::ReviewPtr(named);
        };
        auto window = std::make_unique<MainWindow>(services, *m_highlighting);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not get active");
        return window;
    }
    static void openReview(MainWindow &window, const std::string &head)
    {
        QSignalSpy shown(&window, &MainWindow::reviewShown);
        window.openReview({"/srv/manifests", "main", head});
        if (shown.isEmpty() && !shown.wait(20'000))
            qFatal("the review is not shown");
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("noclobber-test"));
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
            qputenv(name, m_home.path().toUtf8());
        m_highlighting = std::make_unique<KSyntaxHighlighting::Repository>();
    }

    void thePaletteFindsActionsWithoutAReview()
    {
        auto window = makeWindow();
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(edit != nullptr);
        QTest::keyClicks(edit, "sample");
        QCOMPARE(edit->text(), QStringLiteral("sample"));
    }

    void tryingAgainAsksTheSameQuestion()
    {
        auto window = makeWindow();
        QSignalSpy failed(window.get(), &MainWindow::reviewFailed);
        window->openReview({"/srv/manifests", "main", "nowhere"});
        for (int times = 1; times <= 3; ++times) {
            QTRY_COMPARE_WITH_TIMEOUT(failed.count(), times, 20'000);
            emit window->findChild<views::ErrorPage *>()->retryAsked();
        }
    }

    void aDraftDoesNotGetIntoAnotherReview()
    {
        auto window = makeWindow();
        openReview(*window, "change");
        QTest::keyClick(window.get(), Qt::Key_C);
        auto *edit = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
        QVERIFY(edit != nullptr);
        QTest::keyClicks(edit, "about the change");
        openReview(*window, "other");
        QVERIFY(!edit->isVisible());
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        auto &record = window->findChild<views::ReviewPage *>()->record();
        QVERIFY(record.comments().empty());
        QTest::keyClick(window.get(), Qt::Key_C);
        QTRY_VERIFY(edit->isVisible());
        QCOMPARE(edit->toPlainText(), QString());
    }

    void aDraftOutlivesItsWindow_data()
    {
        QTest::addColumn<bool>("isClosed");
        QTest::newRow("the window is closed") << true;
        QTest::newRow("another review is opened in it") << false;
    }
    void aDraftOutlivesItsWindow()
    {
        QFETCH(bool, isClosed);
        auto window = makeWindow();
        openReview(*window, isClosed ? "closed" : "replaced");
        QTest::keyClick(window.get(), Qt::Key_C);
        QTest::keyClicks(QApplication::focusWidget(), "half a thought");
        if (isClosed)
            QVERIFY(window->close()); // nobody is asked anything
        else
            openReview(*window, "another");
        window = makeWindow();
        openReview(*window, isClosed ? "closed" : "replaced");
        auto &page = *window->findChild<views::ReviewPage *>();
        QTRY_COMPARE(page.record().drafts().size(), std::size_t(1));
        auto *progress = page.bar()->findChild<QLabel *>(QStringLiteral("progress"));
        QTRY_VERIFY2(progress->text().contains(QLatin1String("1 unsaved comment")), qPrintable(progress->text()));
        QTest::keyClick(window.get(), Qt::Key_C, Qt::ShiftModifier);
        auto *edit = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
        QVERIFY(edit != nullptr);
        QCOMPARE(edit->toPlainText(), QStringLiteral("half a thought"));
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(page.record().drafts().empty());
        QCOMPARE(page.record().comments().size(), std::size_t(1));
    }

    void aDraftIsOnDiskSoonAfterItIsTyped() // a signal asks nobody
    {
        auto window = makeWindow();
        openReview(*window, "killed");
        QTest::keyClick(window.get(), Qt::Key_C);
        QTest::keyClicks(QApplication::focusWidget(), "typed and not saved");
        const auto isOnDisk = [this] {
            QDirIterator files(m_home.filePath(QStringLiteral("noclobber/reviews")), QDir::Files);
            while (files.hasNext()) {
                QFile file(files.next());
                if (file.open(QIODevice::ReadOnly) && file.readAll().contains("typed and not saved"))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(isOnDisk());
    }

    void aDraftThatIsDiscardedIsGone()
    {
        auto window = makeWindow();
        openReview(*window, "discarded");
        QTest::keyClick(window.get(), Qt::Key_C);
        QTest::keyClicks(QApplication::focusWidget(), "no");
        auto *editor = window->findChild<views::CommentEditor *>();
        editor->close();
        auto &record = window->findChild<views::ReviewPage *>()->record();
        QCOMPARE(record.drafts().size(), std::size_t(1));
        QTest::keyClick(window.get(), Qt::Key_C);
        for (QToolButton *button : editor->findChildren<QToolButton *>()) {
            if (button->text() == QLatin1String("Discard"))
                button->click();
        }
        QVERIFY(record.drafts().empty());
        QVERIFY(record.comments().empty());
        QVERIFY(!editor->isVisible());
    }

    void aCommentThatIsGoneIsWrittenAnew()
    {
        auto window = makeWindow();
        openReview(*window, "third");
        auto &record = window->findChild<views::ReviewPage *>()->record();
        QTest::keyClick(window.get(), Qt::Key_C);
        auto *edit = qobject_cast<QPlainTextEdit *>(QApplication::focusWidget());
        QVERIFY(edit != nullptr);
        QTest::keyClicks(edit, "first");
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(record.comments().size(), std::size_t(1));
        window->findChild<views::CommentEditor *>()->edit(record.comments().front());
        record.undoStack()->undo();
        QTest::keyClicks(edit, " and more");
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(record.comments().size(), std::size_t(1));
        QCOMPARE(record.comments().front().text, std::string("first and more"));
    }

    void whatIsNoFileIsNotWrittenTo()
    {
        const QString pipe = m_home.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(!runner::saveFile("text", pipe)); // and nothing waits for who reads it
        const auto folder = runner::saveFile("text", m_home.path());
        QVERIFY(!folder);
        QCOMPARE(folder.error().message, std::string("The file cannot be written: there is a folder of this name"));
        const QString odd = m_home.filePath(QStringLiteral("a\nb \u202e.html"));
        QVERIFY(runner::saveFile("text", odd));
        QVERIFY(QFile::exists(odd));
        {
            const test::FullDisk full(2);
            QVERIFY(!runner::saveFile("other text", odd));
        }
        QFile kept(odd);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("text"));
    }

    void aDeviceIsNotReplaced()
    {
        const Result<void> saved = runner::saveFile("text", QStringLiteral("/dev/null"));
        QVERIFY(!saved);
        QVERIFY(!QFileInfo(QStringLiteral("/dev/null")).isFile());
    }
};

QTEST_MAIN(TestMishaps)
#include "tst_mishaps.moc"
