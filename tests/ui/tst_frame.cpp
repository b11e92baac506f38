#include <QLineEdit>
#include <QMenuBar>
#include <QPointer>
#include <QSettings>
#include <QTest>
#include <QTreeWidget>

#include "tests/ui/picture.h"
#include "tests/ui/profile.h"
#include "ui/views/key_bindings.h"
#include "ui/views/shortcut_sheet.h"

using namespace noclobber;
using test::action;
using test::activate;
using test::changes;
using test::currentObject;
using test::find;
using test::picture;
using test::ScratchRepository;
using test::threeSettings;
using test::threeSettingsChanged;
using views::MainWindow;

/// The window around a review: its actions and keys, the palette, several windows.
class TestFrame : public QObject
{
    Q_OBJECT

    test::Profile m_profile;

private slots:
    void init() { QSettings().clear(); }

    void everyActionHasAnIdAndNoTwoTheSameKey()
    {
        auto window = m_profile.window();
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

    void aBoundKeyDoesWhatItsActionDoesAndIsKept()
    {
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        auto window = m_profile.review(repository);
        QAction &radius = action(*window, "view.radius");
        views::bindKey(radius, Qt::CTRL | Qt::Key_7);
        window->takePreferences();
        const auto *page = window->findChild<views::ReviewPage *>();
        QTest::keyClick(window.get(), Qt::Key_3);
        QCOMPARE(page->place().section, 0);
        QTest::keyClick(window.get(), Qt::Key_7, Qt::ControlModifier);
        QCOMPARE(page->place().section, 2);
        auto other = m_profile.window();
        QCOMPARE(action(*other, "view.radius").shortcut(), QKeySequence(Qt::CTRL | Qt::Key_7));
        views::resetKeys();
        other->takePreferences();
        QCOMPARE(action(*other, "view.radius").shortcut(), QKeySequence(Qt::Key_3));
    }

    void lettersCanBeSwitchedOff()
    {
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        auto window = m_profile.review(repository);
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
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        auto window = m_profile.review(repository);
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

    void thePaletteDoesActionsAndFindsObjects()
    {
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        auto window = m_profile.review(repository);
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
        auto window = m_profile.window();
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

    void aNewWindowHasItsOwnReviewAndQuitClosesAll()
    {
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        auto window = m_profile.review(repository);
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
