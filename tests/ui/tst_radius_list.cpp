#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

#include "tests/ui/printed_tree.h"
#include "tests/ui/profile.h"
#include "tests/ui/small_review.h"
#include "ui/models/radius_export.h"
#include "ui/models/radius_model.h"
#include "ui/models/radius_words.h"

using namespace noclobber;
using models::RadiusGrouping;
using models::RadiusPart;
using test::printedTree;

namespace {

models::RadiusTreePtr treeOf(const review::ReviewPtr &review, RadiusPart part,
                             RadiusGrouping grouping = RadiusGrouping::Application)
{
    const models::RadiusListPtr list = models::makeRadiusList(review);
    return models::makeRadiusTree(list, models::placesOf(*list, part), grouping);
}

QString printed(const review::ReviewPtr &review, RadiusPart part, RadiusGrouping grouping)
{
    models::RadiusModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTree(treeOf(review, part, grouping));
    return printedTree(model);
}

argo::ObjectId claim()
{
    return test::inCluster("", "PersistentVolumeClaim", "kafka", "data-kafka-0");
}

} // namespace

/// The list of the blast radius: its rows, their words and order, and the files written of it.
class TestRadiusList : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const review::ReviewPtr m_sample = test::incident(m_folder.path());

private slots:
    void objectsStandBelowTheirApplicationWorstFirst()
    {
        QCOMPARE(printed(test::smallReview(), RadiusPart::Dies, RadiusGrouping::Application),
                 "Application argocd/core  (3) | Overwritten | its source path changed | NO for 2 of 3 objects\n"
                 "  StatefulSet kafka/kafka  (1) | Pruned, data lost | no longer in Application argocd/core | NO: git "
                 "does not hold its data\n"
                 "    PersistentVolumeClaim kafka/data-kafka-0 | Cascade-deleted, data lost | made by a StatefulSet "
                 "that is deleted | NO: git does not hold its data (50Gi)\n"
                 "  Deployment kafka/exporter | Pruned | no longer in Application argocd/core | Yes, from git\n");
    }

    void objectsGroupByNamespaceAndKind()
    {
        QCOMPARE(printed(test::smallReview(), RadiusPart::Survives, RadiusGrouping::Namespace),
                 "web  (1)\n"
                 "  PersistentVolumeClaim web/uploads | Kept, data kept | no longer in Application argocd/core\n");
        models::RadiusModel model;
        model.setTree(treeOf(test::smallReview(), RadiusPart::Dies, RadiusGrouping::Kind));
        QCOMPARE(model.index(0, 0).data().toString(), "PersistentVolumeClaim  (1)");
        QCOMPARE(model.rowCount(), 3);
    }

    void chainsOfReasonsLieOverEachOther()
    {
        QCOMPARE(printed(test::smallReview(), RadiusPart::Dies, RadiusGrouping::Cause),
                 "Application argocd/core  (3) | Overwritten | its source path changed | NO for 2 of 3 objects\n"
                 "  StatefulSet kafka/kafka  (1) | Pruned, data lost | no longer in Application argocd/core | NO: git "
                 "does not hold its data\n"
                 "    PersistentVolumeClaim kafka/data-kafka-0 | Cascade-deleted, data lost | made by a StatefulSet "
                 "that is deleted | NO: git does not hold its data (50Gi)\n"
                 "  Deployment kafka/exporter | Pruned | no longer in Application argocd/core | Yes, from git\n");
    }

    void ofSeveralClustersEachRowNamesItsOwn()
    {
        auto review = std::make_shared<review::Review>(*test::smallReview());
        blast::AffectedObject other = review->radius.objects[2];
        other.id.scope = "env/cluster02";
        other.because.back().id = other.id;
        review->radius.objects.push_back(other);
        std::ranges::sort(review->radius.objects, {}, &blast::AffectedObject::id);
        const QString tree = printed(review, RadiusPart::Dies, RadiusGrouping::Namespace);
        for (const char *line : {"kafka in env/cluster02  (1)\n  Deployment kafka/exporter in env/cluster02 |",
                                 "kafka in env/cluster01  (3) |"})
            QVERIFY2(tree.contains(line), qPrintable(tree));
    }

    void everythingHoldsEveryObjectOnce()
    {
        const auto review = test::smallReview();
        for (const auto grouping :
             {RadiusGrouping::Application, RadiusGrouping::Namespace, RadiusGrouping::Kind, RadiusGrouping::Cause}) {
            const models::RadiusTree tree = *treeOf(review, RadiusPart::Everything, grouping);
            QCOMPARE(tree.shown, 5);
            QCOMPARE(std::ranges::count_if(tree.rows, [](const auto &row) { return row.object != nullptr; }), 5);
        }
    }

    void whatCannotBeToldHasARowAmongWhatDies()
    {
        auto review = std::make_shared<review::Review>(*test::smallReview());
        review->radius.unknowns = {{claim(), "its source is another repository"}};
        const models::RadiusCounts counts = models::countRadius(review->radius);
        QCOMPARE(counts.unknown, 1);
        QCOMPARE(counts.dies + counts.unknown + counts.survives + counts.changes, counts.all);
        const QString tree = printed(review, RadiusPart::Dies, RadiusGrouping::Kind);
        QVERIFY2(
            tree.contains("  PersistentVolumeClaim kafka/data-kafka-0 | Unknown | its source is another repository "
                          "| Nobody can tell\n"),
            qPrintable(tree));
        QVERIFY2(tree.contains("  PersistentVolumeClaim kafka/data-kafka-0 | Cascade-deleted"), qPrintable(tree));
    }

    void countsAddUpInWords()
    {
        const models::RadiusCounts counts = models::countRadius(test::smallReview()->radius);
        QCOMPARE(counts.dies, 3);
        QCOMPARE(counts.dies + counts.survives + counts.changes, counts.all);
        QCOMPARE(models::RadiusWords::sum(counts),
                 "3 dying (2 pruned, 1 cascade-deleted) + 1 surviving (1 kept) + 1 changing "
                 "(1 updated) = 5 objects");
    }

    void theSampleSaysWhatCanBeRecoveredAndWhy()
    {
        const auto recovery = [this](const argo::ObjectId &id) {
            return models::RadiusWords::recovery(*m_sample->radius.find(id));
        };
        const auto inInflux = [](const char *kind, const char *name) {
            return test::inCluster("", kind, "influxdb", name);
        };
        QCOMPARE(recovery(inInflux("PersistentVolumeClaim", "compactor-scratch")),
                 "NO: StorageClass fast-ssd deletes the volume with its claim (200Gi)");
        QCOMPARE(recovery(inInflux("PersistentVolumeClaim", "export-staging")),
                 "Partly: StorageClass archive-hdd retains the volume (500Gi)");
        QCOMPARE(recovery(inInflux("Secret", "api-tls")), "NO: git does not hold its data");
        QCOMPARE(recovery(test::inCluster("apps", "StatefulSet", "etcd", "etcd")), "Yes, and its data stays");
        QCOMPARE(models::RadiusWords::storage(models::makeRadiusList(m_sample)->storage),
                 "Storage at stake: 280Gi lost, 550Gi retained");
    }

    void whatLosesDataComesFirst()
    {
        const models::RadiusTree tree = *treeOf(m_sample, RadiusPart::Dies);
        QCOMPARE(models::RadiusWords::object(tree.rows[0]), "Application argocd/app01-cluster01  (75)");
        QCOMPARE(models::RadiusWords::recover(tree.rows[0]), "NO for 8 of 75 objects");
        for (std::size_t row = 1; row <= 8; ++row)
            QVERIFY(tree.rows[row].affected->dataFate == blast::DataFate::Lost);
        QVERIFY(tree.rows[9].affected->dataFate != blast::DataFate::Lost);
    }

    void aRowIsReadAsOneSentence()
    {
        models::RadiusModel model;
        model.setTree(treeOf(test::smallReview(), RadiusPart::Dies));
        QCOMPARE(model.find(claim()).data(Qt::AccessibleTextRole).toString(),
                 "PersistentVolumeClaim kafka/data-kafka-0, Cascade-deleted, data lost, in env/cluster01, made by the "
                 "cluster. Why: made by a StatefulSet that is deleted. Recover: NO: git does not hold its data (50Gi)");
    }

    void cellsOfAListAreNoFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::newRow("plain") << "kafka"
                               << "kafka";
        QTest::newRow("equals") << "=HYPERLINK(1)"
                                << "'=HYPERLINK(1)";
        QTest::newRow("at, with a comma") << "@a,b"
                                          << "\"'@a,b\"";
        QTest::newRow("minus") << "-1"
                               << "'-1";
        QTest::newRow("plus") << "+1"
                              << "'+1";
        QTest::newRow("quote") << "a\"b"
                               << "\"a\"\"b\"";
        QTest::newRow("lines") << "a\nb"
                               << "\"a\nb\"";
    }
    void cellsOfAListAreNoFormulas()
    {
        QFETCH(QString, text);
        QTEST(models::csvCell(text), "cell");
    }

    void namesStandForThemselvesInMarkdown() // GitHub links @team and #1 though a backslash stands before them
    {
        auto review = std::make_shared<review::Review>(*test::smallReview());
        for (blast::AffectedObject &object : review->radius.objects) {
            if (object.id.key.name == "exporter") {
                object.id.key.name = Name("a|b`<img> @team #1\n[x](y)");
                object.because = {{object.id, "asked for by @team in #12, see https://example.com/x|y"}};
            }
        }
        const models::RadiusTree tree = *treeOf(review, RadiusPart::Dies);
        const QString list = QString::fromUtf8(models::listText(tree, models::ListFormat::Markdown));
        const QStringList lines = list.split(u'\n').filter(QStringLiteral("@team"));
        QCOMPARE(lines.size(), 1);
        QVERIFY2(lines[0].startsWith("| ``Deployment kafka/a\\|b`<img> @team #1\\u000a[x](y)`` | `env/cluster01` | "),
                 qPrintable(lines[0]));
        QVERIFY2(lines[0].contains(" by `@team` in `#12`, see `https://example.com/x\\|y` |"), qPrintable(lines[0]));
    }

    void theListIsWrittenWorstFirst()
    {
        const models::RadiusTree tree = *treeOf(test::smallReview(), RadiusPart::Dies);
        QCOMPARE(QString::fromUtf8(models::listText(tree, models::ListFormat::Csv)),
                 "scope,group,kind,namespace,name,effect,dataFate,storage,recover,application,place,because\r\n"
                 "env/cluster01,,PersistentVolumeClaim,kafka,data-kafka-0,cascade-deleted,lost,50Gi,NO: git does not "
                 "hold its data (50Gi),argocd/core,env/cluster01/core.yaml:88,\"its source path changed; no longer in "
                 "Application argocd/core; made by a StatefulSet that is deleted\"\r\n"
                 "env/cluster01,apps,StatefulSet,kafka,kafka,pruned,lost,,NO: git does not hold its data,argocd/core,"
                 "env/cluster01/core.yaml:88,\"its source path changed; no longer in Application argocd/core\"\r\n"
                 "env/cluster01,apps,Deployment,kafka,exporter,pruned,none,,\"Yes, from git\",argocd/core,"
                 "env/cluster01/core.yaml:88,\"its source path changed; no longer in Application argocd/core\"\r\n");
        const QString markdown = QString::fromUtf8(models::listText(tree, models::ListFormat::Markdown));
        QCOMPARE(markdown.count(u'\n'), 5);
        QVERIFY2(markdown.contains("| `Deployment kafka/exporter` | `env/cluster01` | Pruned |"), qPrintable(markdown));
    }

    void manyObjectsAreLaidOutAwayFromTheWindow()
    {
        const auto review = test::largeReview(0, 100'000);
        models::RadiusTreePtr tree = treeOf(review, RadiusPart::Dies);
        models::RadiusModel model;
        QElapsedTimer clock;
        clock.start();
        model.setTree(std::move(tree));
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        QCOMPARE(model.shownCount(), 100'000);
    }
};

QTEST_MAIN(TestRadiusList)
#include "tst_radius_list.moc"
