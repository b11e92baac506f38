#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>
#include <QTreeView>
#include <set>

#include "tests/support/test_main.h"
#include "tests/ui/bulk_review.h"
#include "tests/ui/printed_tree.h"
#include "ui/models/change_model.h"
#include "ui/models/roles.h"

using namespace noclobber;
using models::ChangeModel;
using models::Grouping;
using models::Sorting;
using test::printedTree;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

argo::ObjectId deployment(const char *name)
{
    return test::inCluster("apps", "Deployment", "web", name);
}

void arrange(ChangeModel &model, Grouping grouping, Sorting sorting = Sorting::Risk)
{
    model.setArrangement(std::make_shared<const models::Arrangement>(models::arrange(model.list(), grouping, sorting)));
}

/// The titles of the groups with their counts.
QStringList groups(const ChangeModel &model)
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex group = model.index(row, 0);
        titles << QStringLiteral("%1 (%2)").arg(group.data().toString(), group.data(models::CountRole).toString());
    }
    return titles;
}

} // namespace

class TestChanges : public QObject
{
    Q_OBJECT
private slots:
    void objectsAreGroupedByStateWorstFirst()
    {
        ChangeModel model;
        QAbstractItemModelTester tester(&model, fatal);
        model.setReview(test::smallReview());
        QCOMPARE(
            printedTree(model),
            "Overwritten: another declaration replaces an existing object\n"
            "  Overwritten | Application | argocd/core | reaches 4 others | env/cluster01\n"
            "Data lost: deleted, and the data cannot be recovered\n"
            "  Data lost | StatefulSet | kafka/kafka | reaches 1 others | env/cluster01\n"
            "  Data lost | PersistentVolumeClaim | kafka/data-kafka-0 | made by the cluster, 50Gi | env/cluster01\n"
            "Deleted from the cluster\n"
            "  Deleted | Deployment | kafka/exporter |  | env/cluster01\n"
            "Kept: a protection holds\n"
            "  Kept | PersistentVolumeClaim | web/uploads | data kept, Prune=false | env/cluster01\n"
            "Added\n"
            "  Added | ConfigMap | web/new |  | env/cluster01\n"
            "Modified\n"
            "  Modified | ConfigMap | web/settings |  | env/cluster01\n");
        QCOMPARE(model.objectCount(), 7);
    }
    void everyGroupingShowsEveryObject_data()
    {
        QTest::addColumn<int>("grouping");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("application") << static_cast<int>(Grouping::Application)
                                     << QStringList{"No Application seen here deploys them (4)",
                                                    "Application argocd/root in env/cluster01 (3)"};
        QTest::newRow("namespace") << static_cast<int>(Grouping::Cluster)
                                   << QStringList{"env/cluster01, namespace kafka (3)",
                                                  "env/cluster01, namespace argocd (1)",
                                                  "env/cluster01, namespace web (3)"};
        QTest::newRow("kind") << static_cast<int>(Grouping::Kind)
                              << QStringList{"PersistentVolumeClaim (2)", "StatefulSet (apps) (1)",
                                             "Application (argoproj.io) (1)", "Deployment (apps) (1)", "ConfigMap (2)"};
        QTest::newRow("file") << static_cast<int>(Grouping::File)
                              << QStringList{"In no file seen here (4)", "env/cluster01/apps.yaml (1)",
                                             "env/cluster01/core.yaml (2)"};
        QTest::newRow("folder") << static_cast<int>(Grouping::Folder)
                                << QStringList{"In no file seen here (4)", "env/cluster01 (3)"};
    }
    void everyGroupingShowsEveryObject()
    {
        QFETCH(int, grouping);
        ChangeModel model;
        QAbstractItemModelTester tester(&model, fatal);
        model.setReview(test::smallReview());
        arrange(model, static_cast<Grouping>(grouping));
        QTEST(groups(model), "expected");
        QCOMPARE(model.shownCount(), 7);
    }
    void rowsOfAGroupCanBeSortedByName()
    {
        ChangeModel model;
        model.setReview(test::smallReview());
        arrange(model, Grouping::Severity, Sorting::Name);
        const QModelIndex group = model.index(1, 0);
        QCOMPARE(model.index(0, 2, group).data().toString(), "kafka/data-kafka-0");
    }
    void aFindingMakesAQuietObjectStandOut()
    {
        ChangeModel model;
        model.setReview(test::bumpedReview(3));
        QCOMPARE(groups(model),
                 (QStringList{"Modified, with data at risk (1)", "Modified, with findings (2)", "Modified (4)"}));
    }
    void whatIsCurrentAndChosenStaysThroughFilterAndGrouping()
    {
        ChangeModel model;
        QAbstractItemModelTester tester(&model, fatal);
        model.setReview(test::smallReview());
        const QPersistentModelIndex row = model.find(test::inCluster("apps", "StatefulSet", "kafka", "kafka"));
        const QPersistentModelIndex group = row.parent();
        const QPersistentModelIndex other = model.find(test::inCluster("", "ConfigMap", "web", "new"));
        model.setFilter(QStringLiteral("kafka"));
        QCOMPARE(row.sibling(row.row(), 2).data().toString(), "kafka/kafka");
        QVERIFY(group.data().toString().startsWith("Data lost"));
        QVERIFY(!other.isValid());
        arrange(model, Grouping::Kind);
        QCOMPARE(row.sibling(row.row(), 2).data().toString(), "kafka/kafka");
        QVERIFY(!group.isValid());
    }

    void filterKeepsWhatMatchesEveryWordAndCounts_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("shown");
        QTest::newRow("nothing") << "" << 7;
        QTest::newRow("free word") << "kafka" << 3;
        QTest::newRow("upper case") << "KAFKA" << 3;
        QTest::newRow("without") << "-kafka" << 4;
        QTest::newRow("kind") << "kind:persistentvolumeclaim" << 2;
        QTest::newRow("without a kind") << "-kind:persistentvolumeclaim ns:kafka" << 2;
        QTest::newRow("kind is no free word") << "kind:kafka" << 0;
        QTest::newRow("namespace and kind") << "ns:web kind:configmap" << 2;
        QTest::newRow("state by its word") << "state:lost" << 2;
        QTest::newRow("state in quotes") << "state:\"data lost\"" << 2;
        QTest::newRow("words in quotes") << "\"data lost\"" << 2;
        QTest::newRow("state by its effect") << "state:cascade" << 1;
        QTest::newRow("state by its status") << "state:overwritten" << 1;
        QTest::newRow("effect") << "effect:pruned" << 2;
        QTest::newRow("fate") << "fate:lost" << 2;
        QTest::newRow("holds data") << "has:data" << 3;
        QTest::newRow("is protected") << "has:protection" << 1;
        QTest::newRow("without protection") << "kind:statefulset -has:protection" << 1;
        QTest::newRow("has a finding") << "has:finding" << 2;
        QTest::newRow("rule") << "rule:overwrite" << 1;
        QTest::newRow("file") << "file:apps.yaml" << 1;
        QTest::newRow("scope") << "scope:cluster01" << 7;
        QTest::newRow("application") << "app:argocd/root" << 3;
        QTest::newRow("risk") << "risk:>=3" << 4;
        QTest::newRow("highest risk") << "risk:4" << 2;
        QTest::newRow("low risk") << "risk:<1" << 1;
        QTest::newRow("unseen") << "is:unseen" << 6;
        QTest::newRow("seen") << "is:seen" << 1;
        QTest::newRow("has a comment") << "has:comment" << 1;
        QTest::newRow("value still to come") << "kind:" << 7;
        QTest::newRow("number still to come") << "risk:>=" << 7;
        QTest::newRow("unknown token is a free word") << "foo:bar" << 0;
        QTest::newRow("quote that is not closed") << "\"data lo" << 2;
    }
    void filterKeepsWhatMatchesEveryWordAndCounts()
    {
        QFETCH(QString, filter);
        const auto settings = test::inCluster("", "ConfigMap", "web", "settings");
        ChangeModel model;
        QAbstractItemModelTester tester(&model, fatal);
        model.setReview(test::smallReview());
        model.setMarks({[&](const argo::ObjectId &id) { return id == settings; },
                        [&](const argo::ObjectId &id) { return id == settings ? 1 : 0; }});
        QVERIFY(model.setFilter(filter).problems().isEmpty() || filter == "foo:bar");
        QTEST(model.shownCount(), "shown");
        QCOMPARE(model.objectCount(), 7);
    }
    void aGrowingFilterShowsWhatItShowsAtOnce()
    {
        ChangeModel grown;
        ChangeModel model;
        grown.setReview(test::smallReview());
        model.setReview(test::smallReview());
        for (const char *const filter :
             {"k", "ki", "kind", "kind:", "kind:st", "kind:st -k", "kind:st", "", "-", "-k", "-kafka", "web se",
              "web set", "\"data", "\"data lost", "risk:>", "risk:>=3 kafka"}) {
            const QString text = QLatin1String(filter);
            grown.setFilter(text);
            model.setFilter(QStringLiteral("\""));
            model.setFilter(text);
            QVERIFY2(printedTree(grown) == printedTree(model), filter);
        }
    }
    void whatAFilterDoesNotKnowIsSaid_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("word");
        QTest::newRow("token") << "foo:bar"
                               << "“foo:”";
        QTest::newRow("risk") << "risk:high"
                              << "“risk:high”";
        QTest::newRow("is") << "is:nice"
                            << "seen, unseen";
        QTest::newRow("has") << "has:money"
                             << "comment, data, finding, protection";
    }
    void whatAFilterDoesNotKnowIsSaid()
    {
        QFETCH(QString, filter);
        QFETCH(QString, word);
        const QStringList problems = models::ObjectFilter(filter).problems();
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.first().contains(word), qPrintable(problems.first()));
    }
    void aFilterIsCompletedWithWhatIsThere()
    {
        const models::ChangeList list = models::makeChangeList(*test::smallReview());
        const auto completions = [&](const char *word) {
            return models::filterCompletions(QLatin1String(word), list.values);
        };
        QCOMPARE(completions("ki"), QStringList{"kind:"});
        QCOMPARE(completions("-s"), (QStringList{"-scope:", "-state:"}));
        QCOMPARE(completions("kind:st"), (QStringList{"kind:StatefulSet", "kind:PersistentVolumeClaim"}));
        QCOMPARE(completions("-ns:ka"), QStringList{"-ns:kafka"});
        QCOMPARE(completions("rule:"), (QStringList{"rule:near-miss-name", "rule:overwrite"}));
        QCOMPARE(completions("is:"), (QStringList{"is:seen", "is:unseen"}));
        QCOMPARE(completions("foo:"), QStringList());
    }

    void objectsThatChangeAlikeShareARow()
    {
        ChangeModel model;
        QAbstractItemModelTester tester(&model, fatal);
        model.setReview(test::bumpedReview(380));
        const QModelIndex modified = model.index(2, 0);
        QCOMPARE(model.rowCount(modified), 2);
        QModelIndex shared = model.index(0, 0, modified);
        if (!model.hasChildren(shared))
            shared = model.index(1, 0, modified);
        QCOMPARE(shared.data().toString(), "380 objects: image web 1.4 → 1.5");
        QCOMPARE(model.rowCount(shared), 380);
        QCOMPARE(modified.data(models::CountRole).toInt(), 381);
        QCOMPARE(model.objects(shared).size(), 380);
        QVERIFY(model.delta(shared) != nullptr);
        QCOMPARE(model.delta(model.index(5, 0, shared)), model.delta(shared));
        QCOMPARE(model.find(deployment("service-1007")).parent(), shared);
    }
    void nothingThatIsARiskSharesARow()
    {
        ChangeModel model;
        model.setReview(test::bumpedReview(380));
        for (const char *name : {"odd", "judged", "inside", "held"})
            QVERIFY2(model.delta(model.find(deployment(name))) == nullptr, name);
    }
    void twoAlikeDoNotShareARow()
    {
        ChangeModel model;
        model.setReview(test::bumpedReview(2));
        QVERIFY(model.delta(model.find(deployment("service-1000"))) == nullptr);
        model.setReview(test::bumpedReview(4));
        QVERIFY(model.delta(model.find(deployment("service-1000"))) != nullptr);
        model.setFilter(QStringLiteral("service-1000"));
        QVERIFY(model.delta(model.find(deployment("service-1000"))) == nullptr);
    }
    void valuesOfSecretsAreNeverCalledAlike()
    {
        auto review = std::make_shared<review::Review>(*test::bumpedReview(5));
        for (diff::ObjectChange &change : review->changes.changes)
            change.fields.front().isSecret = true;
        QVERIFY(models::makeChangeList(*review).deltas.empty());
    }

    void aRenamedObjectSharesARowWithWhatItWas()
    {
        ChangeModel model;
        QAbstractItemModelTester tester(&model, fatal);
        model.setReview(test::renamedReview());
        const QModelIndex row = model.find(deployment("new-web"));
        QCOMPARE(row.siblingAtColumn(2).data().toString(), "web/old-web → web/new-web");
        QVERIFY(row.siblingAtColumn(3).data().toString().startsWith("97 %"));
        QCOMPARE(model.find(deployment("old-web")), row);
        QCOMPARE(model.objects(row).size(), 2);
        QCOMPARE(model.shownCount(), 5);
        QCOMPARE(model.objectCount(), 5);
        model.setFilter(QStringLiteral("old-web"));
        QCOMPARE(model.shownCount(), 2);
    }
    void aRenamedObjectWithDataIsDeletedAndCreated()
    {
        ChangeModel model;
        model.setReview(test::renamedReview());
        const QModelIndex gone = model.find(test::inCluster("apps", "StatefulSet", "web", "old-db"));
        const QModelIndex made = model.find(test::inCluster("apps", "StatefulSet", "web", "new-db"));
        QVERIFY(gone != made);
        QCOMPARE(gone.data().toString(), "Data lost");
        QCOMPARE(made.data().toString(), "Added");
        QCOMPARE(made.siblingAtColumn(3).data().toString(), "was web/old-db, 97 % alike");
    }
    void aMovedObjectNamesBothFiles()
    {
        ChangeModel model;
        model.setReview(test::renamedReview());
        const QModelIndex row = model.find(test::inCluster("", "ConfigMap", "web", "settings"));
        QCOMPARE(row.siblingAtColumn(3).data().toString(), "a/settings.yaml → b/settings.yaml, the same content");
    }

    void marksHaveAShapeAndAWord()
    {
        ChangeModel model;
        model.setReview(test::formattedReview());
        const QModelIndex row = model.find(test::inCluster("", "ConfigMap", "web", "one"));
        const auto marks = row.siblingAtColumn(3).data(models::MarksRole).value<QList<models::Mark>>();
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks.first().word, "Formatting only");
        QCOMPARE(marks.first().glyph, "formatting");
        QCOMPARE(model.list().formattedFiles, 2);
    }
    void aRowIsReadAsOneSentence()
    {
        ChangeModel model;
        model.setReview(test::smallReview());
        const auto sentence = [&](const argo::ObjectId &id) {
            return model.find(id).data(Qt::AccessibleTextRole).toString();
        };
        model.setMarks({[](const argo::ObjectId &) { return false; }, [](const argo::ObjectId &) { return 2; }});
        QCOMPARE(sentence(test::inCluster("", "PersistentVolumeClaim", "kafka", "data-kafka-0")),
                 "Cascade-deleted, data lost, PersistentVolumeClaim data-kafka-0, namespace kafka, cluster "
                 "env/cluster01, made by the cluster, 50Gi, not seen, 2 comments");
        QCOMPARE(sentence(test::inCluster("", "ConfigMap", "web", "new")),
                 "Added, ConfigMap new, namespace web, cluster env/cluster01, not seen, 2 comments");
        QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(),
                 "Data lost: deleted, and the data cannot be recovered, 2 objects");
    }
    void theNextRiskIsOneThatNobodyHasSeen()
    {
        std::set<argo::ObjectId> seen;
        ChangeModel model;
        model.setReview(test::smallReview());
        model.setMarks(
            {[&](const argo::ObjectId &id) { return seen.contains(id); }, [](const argo::ObjectId &) { return 0; }});
        QStringList way;
        QModelIndex row = model.nextUnseenRisk({});
        while (row.isValid()) {
            way << row.siblingAtColumn(2).data().toString();
            seen.insert(model.object(row)->id);
            row = model.nextUnseenRisk(row);
        }
        QCOMPARE(way, (QStringList{"argocd/core", "kafka/kafka", "kafka/data-kafka-0", "kafka/exporter"}));
    }
    void everyObjectIsFoundByItsIdentity()
    {
        const models::ChangeList list = models::makeChangeList(*test::largeReview(40, 40));
        for (std::size_t place = 0; place < list.objects.size(); ++place)
            QCOMPARE(list.find(list.objects[place].id), std::optional(place));
        QCOMPARE(list.find(test::inCluster("", "Pod", "web", "other")), std::nullopt);
    }
    void aHundredThousandRowsAreFilteredAndGroupedInTime()
    {
        ChangeModel model;
        QTreeView view;
        view.setUniformRowHeights(true);
        view.setModel(&model);
        QElapsedTimer clock;
        clock.start();
        model.setReview(test::largeReview(50'000, 50'000));
        view.expandAll();
        const qint64 made = clock.restart();
        model.setFilter(QStringLiteral("gone-1000007"));
        QCOMPARE(model.shownCount(), 1);
        model.setFilter({});
        const qint64 filtered = clock.restart();
        const auto byFile =
            std::make_shared<const models::Arrangement>(models::arrange(model.list(), Grouping::File, Sorting::Risk));
        const qint64 arranged = clock.restart();
        model.setArrangement(byFile);
        view.expandAll();
        view.collapseAll();
        const qint64 regrouped = clock.restart();
        qInfo("made %lld ms, filtered %lld ms, arranged %lld ms, shown %lld ms", made, filtered, arranged, regrouped);
        QVERIFY(made + filtered + arranged + regrouped < 20'000);
    }
};

QTEST_MAIN(TestChanges)
#include "tst_changes.moc"
