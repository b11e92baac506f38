#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>
#include <QTreeView>

#include "tests/support/sample_review.h"
#include "tests/support/test_main.h"
#include "tests/ui/bulk_review.h"
#include "tests/ui/printed_tree.h"
#include "ui/models/change_model.h"
#include "ui/models/field_model.h"
#include "ui/models/prepared_review.h"
#include "ui/models/radius_model.h"
#include "ui/models/runbook_model.h"
#include "ui/models/runbook_text.h"
#include "ui/models/text.h"

using namespace noclobber;
using test::printedTree;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

} // namespace

class TestModels : public QObject
{
    Q_OBJECT
private slots:
    void whatIsLookedAtFirstIsTheFirstOfTheListThatMatters()
    {
        const auto review = std::make_shared<review::Review>(*test::bumpedReview(3));
        review->radius = {};
        const auto judge = [&](const char *name, Severity severity) {
            rules::Finding finding;
            finding.rule = "overwrite";
            finding.id = test::inCluster("apps", "Deployment", "web", name);
            finding.severity = severity;
            review->findings.push_back(finding);
        };
        review->findings.clear();
        judge("inside", Severity::Warn);
        judge("service-1002", Severity::Block);
        judge("service-1000", Severity::Block);
        QCOMPARE(models::prepareReview(review)->first->key.name, Name("service-1000"));
        review->findings.back().waived.emplace();
        QCOMPARE(models::prepareReview(review)->first->key.name, Name("service-1002"));
        review->findings.clear();
        QCOMPARE(models::prepareReview(review)->first->key.name, Name("held")); // the list's first, all being alike
    }

    void aVeryLongTextIsCutBetweenCharacters()
    {
        QCOMPARE(models::clipped("abc", 3), "abc");
        QCOMPARE(models::clipped("abcd", 3), "abc\u2026");
        QCOMPARE(models::clipped("a\xC3\xBC"
                                 "b",
                                 2),
                 "a\u2026");
        QCOMPARE(models::clipped("\xE2\x80\xAE"
                                 "abc",
                                 4),
                 "\\u202ea\u2026");
    }

    void fieldsShowBaseAndHead()
    {
        const auto review = test::smallReview();
        models::FieldModel model;
        QAbstractItemModelTester tester(&model, fatal);
        model.setChange(review, &review->changes.changes[2]);
        QCOMPARE(printedTree(model), "spec.source.path | apps/core | apps/app02 | changes which objects are managed\n");
        model.setChange(review, nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
    /// ux.md, 2.4: what stands unchanged and multiplies the consequence is a row of its own.
    void aSyncPolicyThatPrunesIsToldWhereObjectsLeave()
    {
        review::Review review = *test::smallReview();
        diff::ObjectChange &change = review.changes.changes[2];
        argo::Application application;
        application.id = change.id;
        application.automated = true;
        application.prune = true;
        review.inventories.base.applications = {application};
        review.inventories.head.applications = {application};
        const auto rowsOf = [](const review::Review &shown) {
            models::FieldModel model;
            QAbstractItemModelTester tester(&model, fatal);
            const auto kept = std::make_shared<const review::Review>(shown);
            model.setChange(kept, &kept->changes.changes[2]);
            return printedTree(model);
        };
        const QString source = "spec.source.path | apps/core | apps/app02 | changes which objects are managed\n";
        QCOMPARE(rowsOf(review), source + "spec.syncPolicy | automated, prune on | (unchanged) | what leaves it is "
                                          "deleted without asking\n");

        review::Review other = review;
        other.inventories.base.applications[0].prune = false; // then it does differ
        QCOMPARE(rowsOf(other), source);
        other = review;
        other.inventories.head.applications[0].automated = false;
        QCOMPARE(rowsOf(other), source);
        other = review;
        other.inventories.head.applications[0].id.key.name = "another";
        QCOMPARE(rowsOf(other), source);
        other = review;
        other.changes.changes[2].fields[0].path = "metadata.labels.team"; // takes nothing away
        QVERIFY(!rowsOf(other).contains("spec.syncPolicy"));
        for (const char *cluster : {"spec.destination.server", "spec.destination.name"}) { // left behind, not deleted
            other = review;
            other.changes.changes[2].fields.push_back(change.fields[0]);
            other.changes.changes[2].fields[1].path = cluster;
            QVERIFY2(!rowsOf(other).contains("(unchanged)"), cluster);
        }
        other = review;
        other.changes.changes[2].fields[0].path = "spec.destination.namespace";
        QVERIFY(rowsOf(other).contains("(unchanged)"));
        other = review;
        other.changes.changes[2].fields.push_back(change.fields[0]);
        other.changes.changes[2].fields[1].path = "spec.syncPolicy.automated.selfHeal";
        QVERIFY(!rowsOf(other).contains("(unchanged)"));
        other = review;
        other.changes.changes[2].id.key.group = "example.com";
        QVERIFY(!rowsOf(other).contains("spec.syncPolicy"));
    }

    void aRowOfTheSyncPolicyIsReadAsASentence()
    {
        auto review = std::make_shared<review::Review>(*test::smallReview());
        argo::Application application;
        application.id = review->changes.changes[2].id;
        application.automated = true;
        application.prune = true;
        review->inventories.base.applications = {application};
        review->inventories.head.applications = {application};
        models::FieldModel model;
        model.setChange(review, &review->changes.changes[2]);
        const QModelIndex row = model.index(1, models::FieldModel::PathColumn);
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
                 "spec.syncPolicy is unchanged: automated, prune on; what leaves it is "
                 "deleted without asking");
        QCOMPARE(row.data(models::LevelRole).toInt(), static_cast<int>(models::Level::Caution));
        QCOMPARE(model.path(row), "spec.syncPolicy");
        QCOMPARE(model.fieldCount(), 1); // of those that differ
    }

    void aClauseThatStandsAloneBeginsWithACapital()
    {
        QCOMPARE(models::withCapital("there is no folder /nowhere"), "There is no folder /nowhere");
        QCOMPARE(models::withCapital("kafka-0 is missing"), "kafka-0 is missing"); // a name stays as it is
        QCOMPARE(models::withCapital("a/b cannot be read"), "a/b cannot be read");
        QCOMPARE(models::withCapital(""), "");
    }

    void hostileNamesAreShownAsEscapes()
    {
        const auto id = test::inCluster("", "Pod", "web", "pay\xE2\x80\xAEllor\x1B[2J");
        const QString text = models::objectText(id);
        QVERIFY(!text.contains(QChar(0x202e)));
        QVERIFY(!text.contains(QChar(0x1b)));
    }
    void theRunbookIsATreeOfItsParts()
    {
        models::RunbookModel model;
        QAbstractItemModelTester tester(&model, fatal);
        model.setReview(std::make_shared<const review::Review>(test::sampleReview()));
        QCOMPARE(printedTree(model),
                 "0 Stop automatic sync\n"
                 "  Turn off the automatic sync of Application argocd/app01-cluster01. | Application "
                 "argocd/app01-cluster01\n"
                 "3 Take the change back in git\n"
                 "  Revert it.\n"
                 "4 Bring the objects back, in this order\n"
                 "  Find its volume. | PersistentVolumeClaim kafka/data-kafka-0\n"
                 "  Bring back: Deployment web<img src=x onerror=alert(1)>. | 7 objects in namespace web\n"
                 "5 Turn automatic sync on again\n"
                 "  Turn the automatic sync of Application argocd/app01-cluster01 on.\n");
        QCOMPARE(model.stepCount(), 6);
        model.setReview(test::smallReview()); // has none
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.stepCount(), 0);
    }
    void aRowOfTheRunbookIsCopiedWithItsSentences()
    {
        models::RunbookModel model;
        const auto review = std::make_shared<const review::Review>(test::sampleReview());
        model.setReview(review);
        const auto id = test::objectId("", "PersistentVolumeClaim", "kafka", "data-kafka-0");
        const QModelIndex row = model.find(id);
        QCOMPARE(model.parts(row).size(), 2);
        QCOMPARE(models::runbookLines(model.stepsOfRow(row), false), "# Find its volume.\n"
                                                                     "kubectl get pv | grep -wF kafka/data-kafka-0\n"
                                                                     "# Let it wait for a claim of the same name.\n"
                                                                     "kubectl patch pv PV_NAME --type merge -p "
                                                                     "'{\"spec\":{\"claimRef\":{\"uid\":null}}}'\n");
        const QString part = models::runbookLines(model.stepsOfRow(model.index(1, 0)), true);
        QVERIFY(part.startsWith("## 3 Take the change back in git\n# Revert it.\n"));
        QVERIFY(part.contains("git revert --no-edit -m 1 COMMIT\n# Git brings declarations back"));
        const QString all = models::runbookLines(review->recovery.steps, true);
        QVERIFY(all.startsWith("## 0 Stop automatic sync\n# Turn off"));
        QVERIFY(all.contains("\n\n" + part + "\n## 4 Bring the objects back, in this order\n"));
        QVERIFY(!model.find(test::objectId("", "Pod", "web", "other")).isValid());
    }
    void aHundredThousandRowsExpandAndCollapseInTime()
    {
        models::ChangeModel model;
        QTreeView view;
        view.setUniformRowHeights(true);
        view.setModel(&model);
        QElapsedTimer clock;
        clock.start();
        model.setReview(test::largeReview(50'000, 50'000));
        view.expandAll();
        view.collapseAll();
        model.setFilter(QStringLiteral("gone-1000007"));
        QCOMPARE(model.shownCount(), 1);
        models::RadiusModel radius;
        view.setModel(&radius);
        const models::RadiusListPtr list = models::makeRadiusList(test::largeReview(0, 100'000));
        radius.setTree(models::makeRadiusTree(list, models::placesOf(*list, models::RadiusPart::Dies),
                                              models::RadiusGrouping::Cause));
        view.expandAll();
        view.collapseAll();
        QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
    }
};

QTEST_MAIN(TestModels)
#include "tst_models.moc"
