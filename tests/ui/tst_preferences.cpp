#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QMenuBar>
#include <QScopeGuard>
#include <QSettings>
#include <QTabWidget>
#include <QTest>
#include <QTreeWidget>

#include "tests/ui/picture.h"
#include "tests/ui/profile.h"
#include "ui/models/configuration_rows.h"
#include "ui/views/preferences.h"
#include "ui/views/preferences_dialog.h"

using namespace noclobber;
using test::action;
using test::activate;
using test::find;
using test::picture;
using test::ScratchRepository;
using test::threeSettings;
using test::threeSettingsChanged;

/// The preferences: what is chosen counts at once, in every window.
class TestPreferences : public QObject
{
    Q_OBJECT

    test::Profile m_profile;

private slots:
    void init() { QSettings().clear(); }

    void preferencesCountAtOnceInEveryWindow()
    {
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        auto window = m_profile.review(repository);
        auto other = m_profile.window();
        activate(*window);
        QTest::keyClick(window.get(), Qt::Key_Comma, Qt::ControlModifier);
        auto *dialog = window->findChild<views::PreferencesDialog *>();
        QVERIFY(dialog != nullptr);
        picture(*dialog, "preferences-appearance");
        const double before = window->menuBar()->font().pointSizeF();
        auto &size = find<QDoubleSpinBox>(*dialog, "Text size of the window");
        const auto restore = qScopeGuard([] {
            views::keepFontSizes({});
            widgets::useFontSizes({});
        });
        size.setValue(before * 2);
        find<QDoubleSpinBox>(*dialog, "Text size of code").setValue(before * 2);
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
        auto window = m_profile.window();
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

    void whoLosesAKeyKeepsTheOthersAndIsTold()
    {
        QSettings().setValue("keys/go.palette", "F5"); // the own key of "Reload"
        auto window = m_profile.window();
        action(*window, "file.preferences").trigger();
        auto *dialog = window->findChild<views::PreferencesDialog *>();
        dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
        auto &list = find<QTreeWidget>(*dialog, "Actions and their keys");
        list.setCurrentItem(list.findItems("Export…", Qt::MatchExactly).value(0));
        find<QKeySequenceEdit>(*dialog, "New key").setKeySequence(Qt::Key_Question); // one of two of the shortcuts
        QTest::mouseClick(&find<QAbstractButton>(*dialog, "Bind the new key to the action"), Qt::LeftButton);
        QCOMPARE(action(*window, "file.export").shortcut(), QKeySequence(Qt::Key_Question));
        QCOMPARE(action(*window, "help.shortcuts").shortcuts(), QList<QKeySequence>{Qt::Key_F1});
        list.setCurrentItem(list.findItems("Reload", Qt::MatchExactly).value(0));
        QTest::mouseClick(&find<QAbstractButton>(*dialog, "Give the action its own key again"), Qt::LeftButton);
        QCOMPARE(action(*window, "file.reload").shortcut(), QKeySequence(Qt::Key_F5));
        const QString told = "F5 was taken away from: Find an action or an object…";
        const auto labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [&](QLabel *label) { return label->text() == told; }));
    }

    void oneKeyForTwoActionsInTheSettingsFileGoesToTheBoundOne()
    {
        QSettings().setValue("keys/file.reload", "Ctrl+N"); // the own key of "New window"
        QSettings().setValue("keys/go.palette", "Ctrl+N");  // bound, too
        QSettings().setValue("keys/file.export", "Nonsense+Key");
        auto window = m_profile.window();
        QCOMPARE(action(*window, "file.reload").shortcut(), QKeySequence(Qt::CTRL | Qt::Key_N));
        QVERIFY(action(*window, "file.new-window").shortcut().isEmpty());
        QVERIFY(action(*window, "go.palette").shortcut().isEmpty());
        QCOMPARE(action(*window, "file.export").shortcut(), QKeySequence(Qt::CTRL | Qt::Key_E));
        action(*window, "file.preferences").trigger();
        auto *dialog = window->findChild<views::PreferencesDialog *>();
        dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
        auto &list = find<QTreeWidget>(*dialog, "Actions and their keys");
        QTreeWidgetItem *loser = list.findItems("New window", Qt::MatchExactly).value(0);
        QCOMPARE(loser->text(1), "Ctrl+N (taken by \"Reload\")");
        list.setCurrentItem(loser);
        QTest::mouseClick(&find<QAbstractButton>(*dialog, "Bind the new key to the action"), Qt::LeftButton);
        QCOMPARE(action(*window, "file.new-window").shortcut(), QKeySequence(Qt::CTRL | Qt::Key_N));
        QVERIFY(action(*window, "file.reload").shortcut().isEmpty());
    }

    void theRulesOfTheRepositoryAreShownWithTheirPlace()
    {
        git::Files base = threeSettings();
        base[".noclobber.yaml"] = "rules:\n  near-miss-name: off\nexclude: [\"charts/**\"]\n";
        const ScratchRepository repository(base, threeSettingsChanged());
        auto window = m_profile.review(repository);
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
        const ScratchRepository repository(threeSettings(), threeSettingsChanged());
        auto window = m_profile.review(repository);
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
};

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
