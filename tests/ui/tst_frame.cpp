#include <KSyntaxHighlighting/Repository>
#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QDropEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <fstream>
#include <semaphore>

#include "tests/support/scratch_repository.h"
#include "ui/models/configuration_rows.h"
#include "ui/models/palette_model.h"
#include "ui/views/key_bindings.h"
#include "ui/views/main_window.h"
#include "ui/views/preferences.h"
#include "ui/views/preferences_dialog.h"
#include "ui/views/shortcut_sheet.h"

using namespace noclobber;
using test::ScratchRepository;
using views::MainWindow;

namespace {

std::string configMap(const std::string &name, const std::string &value)
{
    return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + ", namespace: web}\ndata: {a: " + value +
           "}\n";
}

git::Files baseFiles()
{
    return {{"env/a/one.yaml", configMap("one", "x")},
            {"env/a/two.yaml", configMap("two", "x")},
            {"env/a/gone.yaml", configMap("gone", "x")}};
}

git::Files headFiles()
{
    return {{"env/a/one.yaml", configMap("one", "y")}, {"env/a/two.yaml", configMap("two", "y")}};
}

void write(const QString &file, const std::string &text)
{
    QDir().mkpath(QFileInfo(file).path());
    std::ofstream(file.toStdString(), std::ios::binary) << text;
}

void writeFolder(const QString &folder, const git::Files &files)
{
    for (const auto &[path, text] : files)
        write(folder + '/' + QString::fromStdString(path), text);
}

} // namespace

/// The window around a review: how it is opened, left and found again.
class TestFrame : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_highlighting;

    std::unique_ptr<MainWindow> makeWindow()
    {
        auto window = std::make_unique<MainWindow>(runner::userServices(), *m_highlighting);
        window->resize(1366, 744);
        activate(*window);
        return window;
    }
    static void activate(MainWindow &window)
    {
        window.show();
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window does not get active");
    }
    static void waitForReview(MainWindow &window)
    {
        QSignalSpy shown(&window, &MainWindow::reviewShown);
        if (!shown.wait(20'000))
            qFatal("the review is not shown");
    }
    std::unique_ptr<MainWindow> makeReview(const ScratchRepository &repository)
    {
        auto window = makeWindow();
        window->openReview({repository.path(), "main", "change"});
        waitForReview(*window);
        return window;
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
    static QAction &action(MainWindow &window, const char *id)
    {
        auto *found = window.findChild<QAction *>(QLatin1String(id));
        if (found == nullptr)
            qFatal("no action %s", id);
        return *found;
    }
    static void picture(QWidget &window, const QString &name)
    {
        QCoreApplication::processEvents();
        const QDir folder(QStringLiteral(NOCLOBBER_PICTURES));
        QDir().mkpath(folder.path());
        QVERIFY(window.grab().save(folder.filePath(name + QStringLiteral(".png"))));
    }
    static QString currentObject(MainWindow &window)
    {
        const auto *page = window.findChild<views::ReviewPage *>();
        return page->place().object ? QString::fromStdString(page->place().object->key.name) : QString();
    }
    static widgets::TreeView &changes(MainWindow &window)
    {
        return find<widgets::TreeView>(window, "Changed and affected objects");
    }

private slots:
    void initTestCase()
    {
        for (const char *folder : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"})
            qputenv(folder, m_home.path().toLocal8Bit());
        qputenv("GIT_CONFIG_NOSYSTEM", "1");
        QCoreApplication::setOrganizationName(QStringLiteral("noclobber-test"));
        widgets::useTheme(widgets::ThemeChoice::Light);
        m_highlighting = std::make_unique<KSyntaxHighlighting::Repository>();
    }
    void init() { QSettings().clear(); }

    void everyActionHasAnIdAndNoTwoTheSameKey()
    {
        auto window = makeWindow();
        QSet<QString> ids;
        QHash<QString, QString> keys;
        for (const QAction *action : views::namedActions(*window->menuBar())) {
            QVERIFY2(!ids.contains(action->objectName()), qPrintable(action->objectName()));
            ids << action->objectName();
            for (const QKeySequence &key : action->shortcuts()) {
                const QString text = key.toString();
                QVERIFY2(!keys.contains(text), qPrintable(action->objectName() + " and " + keys.value(text)));
                keys[text] = action->objectName();
            }
        }
        QVERIFY(ids.size() > 25);
        for (const QMenu *menu : window->menuBar()->findChildren<QMenu *>()) {
            for (const QAction *action : menu->actions())
                QVERIFY2(action->isSeparator() || action->menu() != nullptr || ids.contains(action->objectName()),
                         qPrintable(action->text()));
        }
    }

    void oneKeyOpensTheSampleOfAFreshProfile()
    {
        auto window = makeWindow();
        picture(*window, "start-fresh");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        waitForReview(*window);
        QVERIFY2(window->windowTitle().startsWith("Block: Sample incident"), qPrintable(window->windowTitle()));
        action(*window, "file.choose").trigger();
        QTRY_VERIFY(find<QAbstractButton>(*window, "Review this change").isEnabled());
        QStringList texts;
        for (const QLabel *label : window->findChildren<QLabel *>())
            texts << label->text();
        QVERIFY(texts.contains("Which change of the sample incident?"));
    }

    void aBoundKeyDoesWhatItsActionDoesAndIsKept()
    {
        const ScratchRepository repository(baseFiles(), headFiles());
        auto window = makeReview(repository);
        QAction &radius = action(*window, "view.radius");
        views::bindKey(radius, Qt::CTRL | Qt::Key_7);
        window->takePreferences();
        const auto *page = window->findChild<views::ReviewPage *>();
        QTest::keyClick(window.get(), Qt::Key_3);
        QCOMPARE(page->place().section, 0);
        QTest::keyClick(window.get(), Qt::Key_7, Qt::ControlModifier);
        QCOMPARE(page->place().section, 2);
        auto other = makeWindow();
        QCOMPARE(action(*other, "view.radius").shortcut(), QKeySequence(Qt::CTRL | Qt::Key_7));
        views::resetKeys();
        other->takePreferences();
        QCOMPARE(action(*other, "view.radius").shortcut(), QKeySequence(Qt::Key_3));
    }

    void lettersCanBeSwitchedOff()
    {
        const ScratchRepository repository(baseFiles(), headFiles());
        auto window = makeReview(repository);
        const auto *page = window->findChild<views::ReviewPage *>();
        views::setLettersOn(false);
        window->takePreferences();
        const QString before = currentObject(*window);
        for (const Qt::Key key : {Qt::Key_3, Qt::Key_J, Qt::Key_K, Qt::Key_B})
            QTest::keyClick(window.get(), key);
        QCOMPARE(page->place().section, 0);
        QCOMPARE(currentObject(*window), before);
        QTest::keyClick(window.get(), Qt::Key_Tab, Qt::ControlModifier);
        QVERIFY2(page->place().section != 0, "keys with Ctrl count as ever");
    }

    void jWalksThroughTheRowsFromAnywhere()
    {
        const ScratchRepository repository(baseFiles(), headFiles());
        auto window = makeReview(repository);
        changes(*window).setFocus();
        changes(*window).setCurrentIndex(changes(*window).model()->index(0, 0, changes(*window).model()->index(0, 0)));
        const QString before = currentObject(*window);
        for (int row = 0; row < 2; ++row) // over the heading of the next group
            QTest::keyClick(window.get(), Qt::Key_J);
        QVERIFY(currentObject(*window) != before);
        for (int row = 0; row < 2; ++row)
            QTest::keyClick(window.get(), Qt::Key_K);
        QCOMPARE(currentObject(*window), before);
        auto *filter = window->findChild<widgets::FilterLine *>();
        filter->edit()->setFocus();
        QTest::keyClick(filter->edit(), Qt::Key_J);
        QCOMPARE(filter->edit()->text(), QStringLiteral("j"));
        QCOMPARE(currentObject(*window), before);
    }

    void aReviewIsContinuedWhereItWasLeft()
    {
        const ScratchRepository repository(baseFiles(), headFiles());
        {
            auto window = makeReview(repository);
            auto *filter = window->findChild<widgets::FilterLine *>();
            filter->setText(QStringLiteral("t"));
            QCoreApplication::processEvents();
            window->findChild<views::ReviewPage *>()->showObject({"env/a", {"", "ConfigMap", "web", "two"}});
            QTest::keyClick(window.get(), Qt::Key_4);
            window->close();
        }
        auto window = makeWindow();
        auto &recent = find<widgets::TreeView>(*window, "Recent reviews");
        QCOMPARE(recent.model()->rowCount(), 1);
        QVERIFY(recent.model()->index(0, 2).data().toString().startsWith("main ("));
        picture(*window, "start-recent");
        QVERIFY2(QApplication::focusWidget()->property("accessibleName").toString().startsWith("Continue: "),
                 "Enter goes on at once");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        waitForReview(*window);
        const models::ReviewPlace place = window->findChild<views::ReviewPage *>()->place();
        QCOMPARE(place.section, 3);
        QCOMPARE(place.filter, QStringLiteral("t"));
        QCOMPARE(currentObject(*window), QStringLiteral("two"));
    }

    void splittersAndColumnsStay()
    {
        const ScratchRepository repository(baseFiles(), headFiles());
        {
            auto window = makeReview(repository);
            window->findChild<views::ChangesSection *>()->setSizes({700, 640});
            changes(*window).setColumnWidth(1, 222);
            window->close();
        }
        auto window = makeReview(repository);
        QVERIFY(std::abs(window->findChild<views::ChangesSection *>()->sizes().constFirst() - 700) < 20);
        QCOMPARE(changes(*window).columnWidth(1), 222);
    }

    void anEntryCanBeRemovedAndAMissingFolderIsShownAsSuch()
    {
        auto repository = std::make_unique<ScratchRepository>(baseFiles(), headFiles());
        const ScratchRepository other(baseFiles(), headFiles());
        makeReview(other)->close();
        makeReview(*repository)->close();
        repository.reset();
        auto window = makeWindow();
        auto &recent = find<widgets::TreeView>(*window, "Recent reviews");
        QCOMPARE(recent.model()->rowCount(), 2);
        QTRY_COMPARE(recent.model()->index(0, 0).data().toString(), QStringLiteral("Repository is missing"));
        QVERIFY(recent.model()->index(1, 0).data().toString() != QStringLiteral("Repository is missing"));
        recent.setFocus();
        recent.setCurrentIndex(recent.model()->index(0, 0));
        QTest::keyClick(&recent, Qt::Key_Delete);
        QCOMPARE(recent.model()->rowCount(), 1);
        QCOMPARE(models::readRecentReviews().size(), 1);
    }

    void damagedSettingsAreNoRecentReviews()
    {
        QSettings().setValue("recentReviews", "[{\"source\": 3}, {\"source\": {\"folder\": \"/x\"}}, 7, {");
        QCOMPARE(models::readRecentReviews().size(), 0);
        QSettings().setValue("recentReviews", R"([{"source": 3}, {"source": {"folder": "/x"}, "object": [1]}, 7])");
        QCOMPARE(models::readRecentReviews().size(), 1);
        auto window = makeWindow();
        QVERIFY(window->isVisible());
    }

    void twoFoldersAreComparedAndNothingIsWrittenIntoThem()
    {
        const QTemporaryDir place;
        writeFolder(place.filePath("old"), baseFiles());
        writeFolder(place.filePath("new"), headFiles());
        auto window = makeWindow();
        action(*window, "file.folders").trigger();
        find<QLineEdit>(*window, "Base folder").setText(place.filePath("old"));
        find<QLineEdit>(*window, "Head folder").setText(place.filePath("new"));
        picture(*window, "folders");
        QTest::mouseClick(&find<QAbstractButton>(*window, "Compare these folders"), Qt::LeftButton);
        waitForReview(*window);
        QVERIFY2(window->windowTitle().contains("Two folders   old → new"), qPrintable(window->windowTitle()));
        QCOMPARE(changes(*window).model()->rowCount(), 2); // one group of removed, one of modified objects
        QVERIFY(test::readFolder(place.filePath("old").toStdString()) == baseFiles());
        QVERIFY(test::readFolder(place.filePath("new").toStdString()) == headFiles());
        QVERIFY(models::readRecentReviews().constFirst().source.folders);
    }

    void folderThatIsDroppedIsOpened()
    {
        const ScratchRepository repository(baseFiles(), headFiles());
        auto window = makeWindow();
        QMimeData one;
        one.setUrls({QUrl::fromLocalFile(QString::fromStdString(repository.path()))});
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &one, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &one, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &drop);
        QTRY_VERIFY(find<QAbstractButton>(*window, "Review this change").isVisible());
        QTRY_VERIFY(find<QAbstractButton>(*window, "Review this change").isEnabled());
        QMimeData two;
        two.setUrls(
            {QUrl::fromLocalFile(m_home.path()), QUrl::fromLocalFile(QString::fromStdString(repository.path()))});
        QDragEnterEvent again(QPoint(100, 100), Qt::CopyAction, &two, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &again);
        QDropEvent both(QPointF(100, 100), Qt::CopyAction, &two, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window.get(), &both);
        QVERIFY(find<QLineEdit>(*window, "Base folder").isVisible());
        QCOMPARE(find<QLineEdit>(*window, "Base folder").text(), m_home.path());
    }

    void aBranchThatMovesIsToldQuietlyAndReloadKeepsThePlace()
    {
        const ScratchRepository repository(baseFiles(), headFiles());
        auto window = makeReview(repository);
        window->findChild<views::ReviewPage *>()->showObject({"env/a", {"", "ConfigMap", "web", "two"}});
        auto &notice = *window->findChild<widgets::NoticeBar *>();
        QVERIFY(!notice.isVisible());
        write(QString::fromStdString(repository.path()) + "/env/a/three.yaml", configMap("three", "z"));
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
        auto repository = std::make_unique<ScratchRepository>(baseFiles(), headFiles());
        auto window = makeReview(*repository);
        auto &notice = *window->findChild<widgets::NoticeBar *>();
        repository.reset();
        QTRY_VERIFY(notice.isVisible());
        QVERIFY2(notice.text().startsWith("What was reviewed cannot be read again"), qPrintable(notice.text()));
        QVERIFY2(changes(*window).isVisible(), "the review stays");
    }

    void escapeStopsAtOnceAndKeepsWhatWasFound()
    {
        const ScratchRepository repository(baseFiles(), headFiles());
        runner::Services services = runner::userServices();
        const auto build = services.build;
        services.build = [build](review::ReviewRequest request, std::stop_token stop) {
            const auto review = build(request, stop); // all phases were told; what comes now does not end by itself
            std::binary_semaphore stopped(0);
            const std::stop_callback wake(stop, [&] { stopped.release(); });
            stopped.acquire();
            return review;
        };
        auto window = std::make_unique<MainWindow>(services, *m_highlighting);
        activate(*window);
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
        const ScratchRepository repository(baseFiles(), headFiles());
        auto window = makeReview(repository);
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

    void thePaletteDoesActionsAndFindsObjects()
    {
        const ScratchRepository repository(baseFiles(), headFiles());
        auto window = makeReview(repository);
        const auto *page = window->findChild<views::ReviewPage *>();
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        auto &line = find<QLineEdit>(*window, "What to do, or the name of an object");
        QVERIFY(line.isVisible());
        QTest::keyClicks(&line, "blast view");
        picture(*window, "palette");
        QTest::keyClick(&line, Qt::Key_Return);
        QVERIFY(!line.isVisible());
        QCOMPARE(page->place().section, 2);
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(&line, "two");
        QTest::keyClick(&line, Qt::Key_Return);
        QCOMPARE(page->place().section, 0);
        QCOMPARE(currentObject(*window), QStringLiteral("two"));
        QTest::keyClick(window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(&line, Qt::Key_Escape);
        QVERIFY(!line.isVisible());
    }

    void theSheetListsTheKeysThatCount()
    {
        auto window = makeWindow();
        QTest::keyClick(window.get(), Qt::Key_F1);
        auto *sheet = window->findChild<views::ShortcutSheet *>();
        QVERIFY(sheet != nullptr);
        auto &list = find<QTreeWidget>(*sheet, "Keyboard shortcuts");
        const int all = list.topLevelItemCount();
        QVERIFY(all > 20);
        QTest::keyClicks(&find<QLineEdit>(*sheet, "Search the shortcuts"), "blast");
        int shown = 0;
        for (int row = 0; row < all; ++row)
            shown += list.topLevelItem(row)->isHidden() ? 0 : 1;
        QCOMPARE(shown, 2);
    }

    void preferencesCountAtOnceInEveryWindow()
    {
        const ScratchRepository repository(baseFiles(), headFiles());
        auto window = makeReview(repository);
        auto other = makeWindow();
        activate(*window);
        QTest::keyClick(window.get(), Qt::Key_Comma, Qt::ControlModifier);
        auto *dialog = window->findChild<views::PreferencesDialog *>();
        QVERIFY(dialog != nullptr);
        picture(*dialog, "preferences-appearance");
        const double before = window->menuBar()->font().pointSizeF();
        auto &size = find<QDoubleSpinBox>(*dialog, "Size of the window's letters");
        const auto restore = qScopeGuard([] {
            views::keepFontSizes({});
            widgets::useFontSizes({});
        });
        size.setValue(before * 2);
        find<QDoubleSpinBox>(*dialog, "Size of the letters of code").setValue(before * 2);
        QTRY_COMPARE(other->menuBar()->font().pointSizeF(), before * 2);
        QCOMPARE(window->findChild<widgets::CodePane *>()->font().pointSizeF(), before * 2);
        picture(*window, "double-letters");
        picture(*dialog, "preferences-double");
        auto *themes = &find<QComboBox>(*dialog, "Theme");
        QTest::keyClick(themes, Qt::Key_Down);
        QTest::keyClick(themes, Qt::Key_Down);
        QVERIFY(widgets::currentTheme().isDark);
        QCOMPARE(views::chosenTheme(), widgets::ThemeChoice::Dark);
        picture(*other, "start-double-dark");
        widgets::useTheme(widgets::ThemeChoice::Light);
    }

    void aConflictIsToldAndBindingTakesTheKeyAway()
    {
        auto window = makeWindow();
        action(*window, "file.preferences").trigger();
        auto *dialog = window->findChild<views::PreferencesDialog *>();
        dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
        auto &list = find<QTreeWidget>(*dialog, "Actions and their keys");
        list.setCurrentItem(list.findItems("Reload", Qt::MatchExactly).value(0));
        auto &key = find<QKeySequenceEdit>(*dialog, "New key");
        QTest::keyClick(&key, Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(key.keySequence(), QKeySequence(Qt::CTRL | Qt::Key_N));
        const QString conflict = "Ctrl+N is the key of \"New window\". Binding it here takes it away from there.";
        const auto labels = dialog->findChildren<QLabel *>();
        QTRY_VERIFY(
            std::any_of(labels.begin(), labels.end(), [&](QLabel *label) { return label->text() == conflict; }));
        picture(*dialog, "preferences-keys");
        QTest::mouseClick(&find<QAbstractButton>(*dialog, "Bind the new key to the action"), Qt::LeftButton);
        QCOMPARE(action(*window, "file.reload").shortcut(), QKeySequence(Qt::CTRL | Qt::Key_N));
        QVERIFY(action(*window, "file.new-window").shortcut().isEmpty());
        QTest::mouseClick(&find<QAbstractButton>(*dialog, "Give all actions their own keys again"), Qt::LeftButton);
        QCOMPARE(action(*window, "file.new-window").shortcut(), QKeySequence(Qt::CTRL | Qt::Key_N));
        QCOMPARE(action(*window, "file.reload").shortcut(), QKeySequence(Qt::Key_F5));
    }

    void theRulesOfTheRepositoryAreShownWithTheirPlace()
    {
        git::Files base = baseFiles();
        base[".noclobber.yaml"] = "rules:\n  near-miss-name: off\nexclude: [\"charts/**\"]\n";
        const ScratchRepository repository(base, headFiles());
        auto window = makeReview(repository);
        const review::ReviewPtr review = window->findChild<views::ReviewPage *>()->review();
        const QList<models::ConfigurationRow> expected{{"exclude", "charts/**"}, {"rules.near-miss-name", "Off"}};
        QCOMPARE(models::configurationRows(review->configuration), expected);
        QVERIFY2(models::configurationOrigin(*review).startsWith("Read from .noclobber.yaml in main"),
                 qPrintable(models::configurationOrigin(*review)));
        action(*window, "file.preferences").trigger();
        auto *dialog = window->findChild<views::PreferencesDialog *>();
        dialog->findChild<QTabWidget *>()->setCurrentIndex(2);
        QCOMPARE(find<QTreeWidget>(*dialog, "What the configuration sets").topLevelItemCount(), 2);
        picture(*dialog, "preferences-rules");
    }

    void theIndexCanBeEmptied()
    {
        const ScratchRepository repository(baseFiles(), headFiles());
        auto window = makeReview(repository);
        const QDir index(QString::fromStdString(*runner::userServices().indexFolder));
        QTRY_VERIFY(!index.entryList({"*.index"}, QDir::Files).isEmpty());
        action(*window, "file.preferences").trigger();
        auto *dialog = window->findChild<views::PreferencesDialog *>();
        dialog->findChild<QTabWidget *>()->setCurrentIndex(3);
        auto &empty = find<QAbstractButton>(*dialog, "Empty the index");
        QTRY_VERIFY(empty.isEnabled());
        picture(*dialog, "preferences-index");
        QTest::mouseClick(&empty, Qt::LeftButton);
        QTRY_VERIFY(!empty.isEnabled());
        QVERIFY(index.entryList({"*.index"}, QDir::Files).isEmpty());
    }

    void aNewWindowHasItsOwnReviewAndQuitClosesAll()
    {
        const ScratchRepository repository(baseFiles(), headFiles());
        auto window = makeReview(repository);
        const QPointer<MainWindow> other = window->openWindow();
        activate(*other);
        QVERIFY(other->windowTitle() == "noclobber");
        QVERIFY(window->windowTitle() != "noclobber");
        action(*other, "file.quit").trigger();
        QTRY_VERIFY(other == nullptr);
        QVERIFY(!window->isVisible());
    }
};

QTEST_MAIN(TestFrame)
#include "tst_frame.moc"
