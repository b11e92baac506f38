#include <QAccessible>
#include <QClipboard>
#include <QMessageBox>
#include <QRadioButton>
#include <QTest>

#include "tests/ui/picture.h"
#include "tests/ui/profile.h"
#include "tests/ui/small_review.h"
#include "ui/models/radius_model.h"
#include "ui/views/radius_section.h"
#include "ui/views/review_page.h"

using namespace noclobber;
using test::picture;

namespace {

argo::ObjectId claim()
{
    return test::inCluster("", "PersistentVolumeClaim", "kafka", "data-kafka-0");
}

} // namespace

/// Section 3 in its window, by keys and clicks.
class TestRadius : public QObject
{
    Q_OBJECT

    test::Profile m_profile;
    const review::ReviewPtr m_sample = test::incident(m_profile.path(QStringLiteral("sample")));

    std::unique_ptr<views::MainWindow> makeWindow(const review::ReviewPtr &review)
    {
        auto window = m_profile.review(review);
        QTest::keyClick(window.get(), Qt::Key_3);
        auto &list = tree(*window);
        if (!QTest::qWaitFor([&] { return list.model()->rowCount() > 0; }, 20'000))
            qFatal("the list stays empty");
        return window;
    }
    static widgets::TreeView &tree(QWidget &window)
    {
        auto *section = window.findChild<views::RadiusSection *>();
        return *section->findChild<widgets::TreeView *>();
    }
    static models::RadiusModel &model(QWidget &window)
    {
        return *qobject_cast<models::RadiusModel *>(tree(window).model());
    }

private slots:
    void theFirstTwelveNamesAreSeenAtOnce()
    {
        auto window = makeWindow(m_sample);
        widgets::TreeView &list = tree(*window);
        QModelIndex twelfth = list.model()->index(0, 0);
        for (int row = 0; row < 12; ++row)
            twelfth = list.indexBelow(twelfth);
        const QRect last = list.visualRect(twelfth);
        QVERIFY2(last.isValid() && list.viewport()->rect().contains(last), qPrintable(QString::number(last.bottom())));
        picture(*window, "sample");
        widgets::useTheme(widgets::ThemeChoice::Dark);
        auto dark = makeWindow(m_sample);
        QTest::keyClick(dark.get(), Qt::Key_P);
        QTRY_VERIFY(dark->findChild<widgets::PathDiagram *>()->partCount() > 0);
        picture(*dark, "sample-dark");
        widgets::useTheme(widgets::ThemeChoice::Light);
    }

    void pShowsThePathAndHidesItAgain()
    {
        auto window = makeWindow(m_sample);
        auto *diagram = window->findChild<widgets::PathDiagram *>();
        QVERIFY(!diagram->isVisible());
        const QModelIndex row =
            model(*window).find(test::inCluster("", "PersistentVolumeClaim", "influxdb", "state-task-scheduler-0"));
        tree(*window).setCurrentIndex(row);
        QTest::keyClick(window.get(), Qt::Key_P);
        QVERIFY(diagram->isVisible());
        QTRY_VERIFY(diagram->partCount() > 0);
        QTRY_VERIFY(diagram->visibleRegion().contains(diagram->partArea(diagram->currentPart())));
        QCOMPARE(diagram->partCount(), 6);
        QCOMPARE(diagram->partName(diagram->currentPart()), "PersistentVolumeClaim × 2");
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(diagram);
        QCOMPARE(list->childCount(), 6);
        QVERIFY(list->child(0)->text(QAccessible::Value).contains("apps.yml:226"));
        picture(*window, "path");
        QTest::keyClick(diagram, Qt::Key_Left);
        QCOMPARE(diagram->partName(diagram->currentPart()), "StatefulSet task-scheduler");
        QTest::keyClick(diagram, Qt::Key_Return);
        QCOMPARE(tree(*window).currentIndex().siblingAtColumn(0).data().toString(),
                 "StatefulSet influxdb/task-scheduler  (2)");
        QTest::keyClick(window.get(), Qt::Key_P);
        QVERIFY(!diagram->isVisible());
    }

    void aCellFiltersTheListAndEscShowsAllAgain()
    {
        auto window = makeWindow(m_sample);
        auto *icicle = window->findChild<widgets::Icicle *>();
        icicle->setFocus();
        QTest::keyClick(icicle, Qt::Key_Down);
        QTest::keyClick(icicle, Qt::Key_Return);
        QTRY_VERIFY(model(*window).shownCount() < 75);
        QStringList texts;
        for (const QLabel *label : window->findChildren<QLabel *>())
            texts << (label->isVisible() ? label->text() : QString());
        const QString hidden = QStringLiteral("%1 objects are hidden.").arg(75 - model(*window).shownCount());
        QVERIFY2(!texts.filter(hidden).isEmpty(), qPrintable(hidden));
        picture(*window, "filtered");
        QTest::keyClick(icicle, Qt::Key_Escape);
        QTRY_COMPARE(model(*window).shownCount(), 75);
    }

    void radioButtonsCountAndChooseAPart()
    {
        auto window = makeWindow(m_sample);
        QStringList names;
        for (QRadioButton *button : window->findChild<views::RadiusSection *>()->findChildren<QRadioButton *>()) {
            names << button->text();
            if (button->text().startsWith("What survives"))
                button->click();
        }
        QCOMPARE(names, (QStringList{"What dies: 75", "What survives and why: 28", "Everything: 113"}));
        QTRY_COMPARE(model(*window).shownCount(), 28);
        picture(*window, "survives");
    }

    void enterOpensTheObjectInTheChanges()
    {
        auto window = makeWindow(test::smallReview());
        tree(*window).setCurrentIndex(model(*window).find(claim()));
        QTest::keyClick(&tree(*window), Qt::Key_Return);
        QVERIFY(!tree(*window).isVisible());
        QTest::keyClick(window.get(), Qt::Key_B);
        QVERIFY(tree(*window).isVisible());
        QCOMPARE(tree(*window).currentIndex().data(models::IdentityRole).value<argo::ObjectId>(), claim());
    }

    void whoAsksForAnObjectOfAnotherPartSeesIt()
    {
        auto window = makeWindow(test::smallReview());
        const auto kept = test::inCluster("", "PersistentVolumeClaim", "web", "uploads");
        QVERIFY(!model(*window).find(kept).isValid());
        QTest::keyClick(window.get(), Qt::Key_1);
        auto &changes = *window->findChild<views::ChangesSection *>()->findChild<widgets::TreeView *>();
        while (changes.currentIndex().data(models::IdentityRole).value<argo::ObjectId>() != kept)
            QTest::keyClick(&changes, Qt::Key_Down);
        QTest::keyClick(window.get(), Qt::Key_B);
        QTRY_VERIFY(model(*window).find(kept).isValid());
        QCOMPARE(tree(*window).currentIndex().data(models::IdentityRole).value<argo::ObjectId>(), kept);
    }

    /// The list that gets the keyboard before it has the object must not choose another one.
    void whoseObjectWasNeverInTheListSeesItAllTheSame()
    {
        auto window = m_profile.review(test::smallReview());
        const auto kept = test::inCluster("", "PersistentVolumeClaim", "web", "uploads");
        QTRY_VERIFY(model(*window).rowCount() > 0);
        auto *page = window->findChild<views::ReviewPage *>();
        page->setReview(*models::prepareReview(test::smallReview()), {0, kept, {}});
        QTRY_VERIFY(model(*window).rowCount() > 0);
        QVERIFY(!tree(*window).currentIndex().isValid());
        QTest::keyClick(window.get(), Qt::Key_3);
        QTRY_VERIFY(model(*window).find(kept).isValid());
        QCOMPARE(tree(*window).currentIndex().data(models::IdentityRole).value<argo::ObjectId>(), kept);
        QCOMPARE(page->place().object, std::optional(kept));
    }

    void theListIsCopied()
    {
        auto window = makeWindow(test::smallReview());
        window->findChild<QAction *>("review.copy-list-markdown")->trigger();
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith("| Object | Cluster |"));
        window->findChild<QAction *>("review.copy-list-csv")->trigger();
        QTRY_VERIFY(QGuiApplication::clipboard()->text().startsWith("scope,group,kind"));
    }

    void theListIsSavedOrItIsSaidWhyNot()
    {
        auto window = makeWindow(test::smallReview());
        auto *section = window->findChild<views::RadiusSection *>();
        const QString path = m_profile.path("list.md");
        section->saveList(path);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("| Object | Cluster |"));
        section->saveList(m_profile.path("no such folder/list.csv"));
        QTRY_VERIFY(window->findChild<QMessageBox *>() != nullptr);
        auto *box = window->findChild<QMessageBox *>();
        QVERIFY2(box->text().contains("no such folder"), qPrintable(box->text()));
        box->close();
    }

    void escTakesBackOneThingAfterTheOther()
    {
        auto window = makeWindow(m_sample);
        auto *icicle = window->findChild<widgets::Icicle *>();
        auto *diagram = window->findChild<widgets::PathDiagram *>();
        QTest::keyClick(window.get(), Qt::Key_P);
        icicle->choose(1);
        QTRY_VERIFY(model(*window).shownCount() < 75);
        QTest::keyClick(&tree(*window), Qt::Key_Escape);
        QTRY_COMPARE(model(*window).shownCount(), 75);
        QVERIFY(diagram->isVisible());
        QTest::keyClick(&tree(*window), Qt::Key_Escape);
        QVERIFY(!diagram->isVisible());
    }

    void theFirstRowIsOneKeyAwayFromALostClaim()
    {
        auto window = makeWindow(m_sample);
        QTest::keyClick(&tree(*window), Qt::Key_Down);
        QCOMPARE(tree(*window).currentIndex().siblingAtColumn(0).data().toString(),
                 "PersistentVolumeClaim influxdb/compactor-scratch");
        QTest::keyClick(&tree(*window), Qt::Key_Down);
        QTest::keyClick(&tree(*window), Qt::Key_Down);
        QCOMPARE(tree(*window).currentIndex().siblingAtColumn(0).data().toString(),
                 "PersistentVolumeClaim influxdb/state-task-scheduler-0");
    }

    void fiveThousandRows()
    {
        auto window = makeWindow(test::largeReview(0, 5000));
        picture(*window, "5000");
        QTest::keyClick(window.get(), Qt::Key_P);
        QTRY_VERIFY(window->findChild<widgets::PathDiagram *>()->partCount() > 0);
        picture(*window, "5000-path");
        auto few = makeWindow(test::smallReview());
        picture(*few, "5");
    }
};

QTEST_MAIN(TestRadius)
#include "tst_radius.moc"
