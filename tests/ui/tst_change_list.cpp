#include <KSyntaxHighlighting/Repository>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "tests/support/test_main.h"
#include "tests/ui/bulk_review.h"
#include "ui/models/roles.h"
#include "ui/views/main_window.h"
#include "ui/widgets/theme.h"

using namespace noclobber;
using views::MainWindow;

namespace {

Result<review::ObjectDiff> someDiff(const review::Review &, const argo::ObjectId &, review::TextForm)
{
    return review::ObjectDiff{};
}

runner::Services servicesFor(const review::ReviewPtr &review)
{
    runner::Services services;
    services.build = [review](const review::ReviewRequest &, std::stop_token) -> Result<review::ReviewPtr> {
        return review;
    };
    services.readObject = &someDiff;
    return services;
}

} // namespace

/// The change list in its window, by keys and clicks.
class TestChangeList : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<KSyntaxHighlighting::Repository> m_highlighting;
    std::unique_ptr<MainWindow> m_window;

    void open(const review::ReviewPtr &review)
    {
        m_window = std::make_unique<MainWindow>(servicesFor(review), *m_highlighting);
        m_window->resize(1366, 744);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QSignalSpy shown(m_window.get(), &MainWindow::reviewShown);
        m_window->openReview({});
        QVERIFY(!shown.isEmpty() || shown.wait(20'000));
    }
    template <typename Widget>
    Widget &find(const QString &accessibleName) const
    {
        for (Widget *widget : m_window->findChildren<Widget *>()) {
            if (widget->accessibleName() == accessibleName)
                return *widget;
        }
        qFatal("no widget %s", qPrintable(accessibleName));
    }
    widgets::TreeView &list() const { return find<widgets::TreeView>("Changed and affected objects"); }
    QLineEdit &line() const { return *m_window->findChild<widgets::FilterLine *>()->edit(); }
    QAction &action(const char *id) const
    {
        auto *found = m_window->findChild<QAction *>(QLatin1String(id));
        if (found == nullptr)
            qFatal("no action %s", id);
        return *found;
    }
    QStringList texts() const
    {
        QStringList all;
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            all << (label->isVisible() ? label->text() : QString());
        return all;
    }
    QString nameAt(const QModelIndex &row) const { return row.siblingAtColumn(2).data().toString(); }
    /// The first row of the list with such a text in its first cell.
    QModelIndex row(const QString &text) const
    {
        const QAbstractItemModel &model = *list().model();
        const auto found = model.match(model.index(0, 0), Qt::DisplayRole, text, 1,
                                       Qt::MatchStartsWith | Qt::MatchRecursive | Qt::MatchCaseSensitive);
        return found.value(0);
    }
    void picture(const QString &name)
    {
        for (const bool dark : {false, true}) {
            m_window->setTheme(dark ? widgets::ThemeChoice::Dark : widgets::ThemeChoice::Light);
            QCoreApplication::processEvents();
            const QDir folder(QStringLiteral(NOCLOBBER_PICTURES));
            QDir().mkpath(folder.path());
            const QString file = name + (dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png"));
            QVERIFY(m_window->grab().save(folder.filePath(file)));
        }
        m_window->setTheme(widgets::ThemeChoice::Light);
    }

private slots:
    void initTestCase()
    {
        for (const char *variable : {"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
            qputenv(variable, m_home.path().toLocal8Bit());
        QCoreApplication::setOrganizationName(QStringLiteral("noclobber-test"));
        widgets::useTheme(widgets::ThemeChoice::Light);
        m_highlighting = std::make_unique<KSyntaxHighlighting::Repository>();
    }
    void cleanup()
    {
        m_window.reset();
        QSettings().clear();
        QDir(m_home.path()).removeRecursively();
        QDir().mkpath(m_home.path());
    }

    void theListIsGroupedByWhatTheMenuSaysAndRemembersIt()
    {
        open(test::smallReview());
        action("view.group-kind").trigger();
        QTRY_COMPARE(list().model()->index(0, 0).data().toString(), "PersistentVolumeClaim");
        QCOMPARE(find<QPushButton>("Grouped by: Kind").text(), "Kind");
        open(test::smallReview());
        QTRY_COMPARE(list().model()->index(0, 0).data().toString(), "PersistentVolumeClaim");
        QVERIFY(list().isExpanded(list().model()->index(0, 0)));
    }
    void aKeyHidesRowsAndTheCountSaysHowMany()
    {
        open(test::smallReview());
        QTest::keyClicks(&line(), "kind:StatefulSet -has:protection");
        QTRY_VERIFY(texts().contains("1 of 7 shown, 6 hidden by the filter"));
        picture("changes-filtered");
        QTest::keyClick(&line(), Qt::Key_Escape);
        QTRY_VERIFY(texts().contains("7 objects"));
        QTest::keyClick(&line(), Qt::Key_Escape);
        QVERIFY(list().hasFocus());
    }
    void whatTheFilterDoesNotKnowIsSaidBesideIt()
    {
        open(test::smallReview());
        QTest::keyClicks(&line(), "knd:Secret");
        QTRY_VERIFY(!texts().filter("“knd:”").isEmpty());
        QVERIFY(line().accessibleDescription().contains("“knd:”"));
        QVERIFY(texts().contains("The filter hides all 7 objects."));
        picture("changes-unknown-token");
    }
    void tokensAndTheirValuesAreCompletedWithKeys()
    {
        open(test::smallReview());
        auto *filter = m_window->findChild<widgets::FilterLine *>();
        line().setFocus();
        QTest::keyClicks(&line(), "-ki");
        QVERIFY(filter->popup()->isVisible());
        QTest::keyClick(filter->popup(), Qt::Key_Down);
        QTest::keyClick(filter->popup(), Qt::Key_Return);
        QCOMPARE(line().text(), "-kind:");
        QVERIFY(filter->popup()->isVisible());
        QCOMPARE(filter->popup()->model()->index(0, 0).data().toString(), "-kind:Application");
        QTest::keyClick(filter->popup(), Qt::Key_Down);
        QTest::keyClick(filter->popup(), Qt::Key_Return);
        QCOMPARE(line().text(), "-kind:Application ");
        QVERIFY(!filter->popup()->isVisible());
        QTRY_VERIFY(texts().contains("6 of 7 shown, 1 hidden by the filter"));
    }
    void enterLeavesTheFilterForTheList()
    {
        open(test::smallReview());
        line().setFocus();
        QTest::keyClicks(&line(), "kafka");
        QTest::keyClick(&line(), Qt::Key_Return);
        QVERIFY(list().hasFocus());
    }
    void aFilterIsKeptAsAChipUsedRenamedAndRemoved()
    {
        open(test::smallReview());
        QTest::keyClicks(&line(), "has:data");
        auto &save = find<QToolButton>("Save filter");
        QTRY_VERIFY(save.isVisible());
        QTest::mouseClick(&save, Qt::LeftButton);
        QVERIFY(!save.isVisible());
        QVERIFY(find<QToolButton>("Saved filter: has:data").isChecked());
        action("view.filter-rename").trigger();
        auto &name = find<QLineEdit>("Name of the saved filter");
        QTest::keyClick(&name, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&name, "What holds data");
        QTest::keyClick(&name, Qt::Key_Return);
        open(test::smallReview());
        auto &chip = find<QToolButton>("Saved filter: What holds data");
        QVERIFY(chip.isVisible());
        QTest::mouseClick(&chip, Qt::LeftButton);
        QTRY_VERIFY(texts().contains("3 of 7 shown, 4 hidden by the filter"));
        QCOMPARE(line().text(), "has:data");
        picture("changes-saved-filter");
        QTest::mouseClick(&chip, Qt::LeftButton);
        QTRY_VERIFY(line().text().isEmpty());
        QTest::mouseClick(&chip, Qt::LeftButton);
        action("view.filter-remove").trigger();
        QVERIFY(!m_window->findChild<views::SavedFilters *>()->isVisible());
    }
    void objectsThatChangeAlikeAreConfirmedAndMarkedWithTwoClicks()
    {
        open(test::bumpedReview(380));
        const QModelIndex shared = row(QStringLiteral("380 objects: image web 1.4 → 1.5"));
        QVERIFY(shared.isValid());
        QCOMPARE(shared.data(Qt::AccessibleTextRole).toString(), "380 objects: image web 1.4 → 1.5, 0 of them seen");
        list().scrollTo(shared);
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, list().visualRect(shared).center());
        auto &mark = find<QToolButton>("Mark all 380 as seen");
        QVERIFY(mark.isVisible());
        QVERIFY(texts().contains("Nothing but this differs in 380 objects: image web 1.4 → 1.5"));
        picture("changes-alike");
        QTest::mouseClick(&mark, Qt::LeftButton);
        QTRY_VERIFY(texts().contains("All 380 objects are marked as seen: image web 1.4 → 1.5"));
        QCOMPARE(list().currentIndex(), shared);
        QVERIFY(shared.data(Qt::AccessibleTextRole).toString().endsWith(", 380 of them seen"));
        picture("changes-alike-seen");
        QTest::mouseClick(&find<QToolButton>("Undo that they are marked as seen"), Qt::LeftButton);
        QTRY_VERIFY(mark.isVisible());
    }
    void spaceMarksAndGoesToTheNextRisk()
    {
        open(test::smallReview());
        list().setFocus();
        QCOMPARE(nameAt(list().currentIndex()), "argocd/core");
        QTest::keyClick(&list(), Qt::Key_Space);
        QCOMPARE(nameAt(list().currentIndex()), "kafka/kafka");
        QTest::keyClick(&list(), Qt::Key_Space);
        QTest::keyClick(&list(), Qt::Key_Space);
        QTest::keyClick(&list(), Qt::Key_Space);
        QCOMPARE(nameAt(list().currentIndex()), "kafka/exporter");
        QVERIFY(list().currentIndex().data(Qt::AccessibleTextRole).toString().endsWith(", seen"));
        picture("changes-seen");
        QTest::keyClick(&list(), Qt::Key_Space, Qt::ShiftModifier);
        QVERIFY(list().currentIndex().data(Qt::AccessibleTextRole).toString().endsWith(", not seen"));
        QTest::keyClicks(&line(), "is:seen");
        QTRY_VERIFY(texts().contains("3 of 7 shown, 4 hidden by the filter"));
    }
    void spaceStillPressesButtons()
    {
        open(test::smallReview());
        line().setText(QStringLiteral("kafka"));
        auto &clear = find<QToolButton>("Clear the filter");
        QTRY_VERIFY(clear.isVisible());
        clear.setFocus();
        QTest::keyClick(&clear, Qt::Key_Space);
        QTRY_VERIFY(line().text().isEmpty());
    }
    void aGroupThatAPersonClosedStaysClosed()
    {
        open(test::smallReview());
        list().setExpanded(list().model()->index(1, 0), false);
        QTest::keyClicks(&line(), "kafka");
        QTRY_VERIFY(texts().contains("3 of 7 shown, 4 hidden by the filter"));
        QVERIFY(!list().isExpanded(row(QStringLiteral("Data lost: "))));
        QVERIFY(list().isExpanded(row(QStringLiteral("Deleted from"))));
    }
    void nothingButCommentsIsSaidSo()
    {
        open(test::formattedReview());
        QVERIFY(texts().contains("No object differs; 2 files changed only in comments, order or quoting."));
        QVERIFY(list().isVisible());
        picture("changes-formatting");
    }
    void noObjectIsSaidSo()
    {
        open(test::largeReview(0, 0));
        QVERIFY(texts().contains("No object differs between the two commits."));
        QVERIFY(!list().isVisible());
        picture("changes-empty");
    }
    void quietGroupsOfALongListBeginFoldedRiskyOnesDoNot()
    {
        open(test::largeReview(3000, 2000));
        const QModelIndex deleted = row(QStringLiteral("Deleted from"));
        QVERIFY(list().isExpanded(deleted));
        QVERIFY(!list().isExpanded(list().model()->index(1, 0)));
        QCOMPARE(list().model()->index(1, 0).data(models::CountRole).toInt(), 3000);
        picture("changes-5000");
    }
    void renamedObjectsAreDrawn()
    {
        open(test::renamedReview());
        picture("changes-renamed");
    }
};

QTEST_MAIN(TestChangeList)
#include "tst_change_list.moc"
