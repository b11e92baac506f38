#include "tests/support/findings.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

const std::string root = deployed("root", "apps", {.nameSpace = "argocd"});
const std::string finalizer = "resources-finalizer.argocd.argoproj.io";

/// An Application under a root, with two objects.
git::Files shop(const Deployed &more = {})
{
    return {{"root.yaml", root},
            {"apps/other.yaml", deployed("other", "deploy/other")},
            {"apps/web.yaml", deployed("web", "deploy/web", more)},
            {"deploy/web/a.yaml", configMap("shop", "a")},
            {"deploy/web/b.yaml", configMap("shop", "b")}};
}

std::string severityAndRule(const std::string &line)
{
    return line.substr(0, line.find(" /"));
}

} // namespace

/// Contract, section 7: application-retargeted, application-removed, prune-all and what concerns data.
class TestApplicationRules : public QObject
{
    Q_OBJECT
private slots:
    void retargetThatLeavesNothingBehindIsNoFinding()
    {
        git::Files head = with(shop(), "apps/web.yaml", deployed("web", "deploy/moved"));
        head = without(without(head, "deploy/web/a.yaml"), "deploy/web/b.yaml");
        head["deploy/moved/a.yaml"] = configMap("shop", "a");
        head["deploy/moved/b.yaml"] = configMap("shop", "b");
        QCOMPARE(findings(shop(), head), std::string());
    }

    void retargetTellsWhatLeaves()
    {
        git::Files head = with(shop(), "apps/web.yaml", deployed("web", "deploy/moved"));
        head["deploy/moved/a.yaml"] = configMap("shop", "a");
        const rules::Finding finding = theFinding("application-retargeted", shop(), head);
        QVERIFY(finding.severity == Severity::Block);
        QCOMPARE(finding.message, std::string("Application argocd/web at apps/web.yaml:1: its source path changes from "
                                              "deploy/web to deploy/moved. 1 object leaves it: 1 pruned."));
    }

    /// What only another Application takes over is a warning: who syncs first decides.
    void retargetIntoAnotherApplicationWarns()
    {
        git::Files head = with(shop(), "apps/web.yaml", deployed("web", "deploy/moved"));
        head["deploy/moved/a.yaml"] = configMap("shop", "a");
        head["apps/new.yaml"] = deployed("new", "deploy/web");
        head.erase("deploy/web/a.yaml");
        QCOMPARE(severityAndRule(findingsOf("application-retargeted", shop(), head)),
                 std::string("warn application-retargeted"));
    }

    void sourceThatIsGoneBlocks()
    {
        git::Files head = without(without(shop(), "deploy/web/a.yaml"), "deploy/web/b.yaml");
        const rules::Finding finding = theFinding("application-retargeted", shop(), head);
        QVERIFY(finding.message.find("its source path deploy/web holds no file any more") != std::string::npos);
        QVERIFY(finding.severity == Severity::Block);
    }

    /// What goes with an Application decides how much its removal weighs.
    void removalWeighsWhatGoesWithIt_data()
    {
        QTest::addColumn<QString>("finalizer");
        QTest::addColumn<QString>("annotations");
        QTest::addColumn<QString>("severity");
        const QString cascading = QString::fromStdString(finalizer);
        QTest::newRow("all deleted") << cascading << ""
                                     << "block";
        QTest::newRow("all orphaned") << ""
                                      << ""
                                      << "warn";
        QTest::newRow("a person must confirm")
            << cascading << QString::fromStdString(syncOptions("Prune=confirm")) << "warn";
        QTest::newRow("the Application itself is kept")
            << cascading << QString::fromStdString(syncOptions("Prune=false")) << "warn";
        QTest::newRow("another finalizer") << "example.com/other"
                                           << ""
                                           << "warn";
    }
    void removalWeighsWhatGoesWithIt()
    {
        QFETCH(QString, finalizer);
        QFETCH(QString, annotations);
        QFETCH(QString, severity);
        Deployed more;
        more.finalizer = finalizer.toStdString();
        more.annotations = annotations.toStdString();
        const std::string line = findingsOf("application-removed", shop(more), without(shop(more), "apps/web.yaml"));
        QCOMPARE(QString::fromStdString(severityAndRule(line)), severity + " application-removed");
    }

    void childrenAllProtectedIsAWarning()
    {
        git::Files base = shop({.finalizer = finalizer});
        base["deploy/web/a.yaml"] = configMap("shop", "a", "one", syncOptions("Delete=false"));
        base["deploy/web/b.yaml"] = configMap("shop", "b", "one", syncOptions("Delete=false"));
        QCOMPARE(severityAndRule(findingsOf("application-removed", base, without(base, "apps/web.yaml"))),
                 std::string("warn application-removed"));
    }

    /// argo-cd.md 4.3: with the finalizer deletion and takeover race, without it the rename is harmless.
    void renameWeighsByTheFinalizer()
    {
        const auto renamed = [&](const Deployed &more) {
            git::Files head = without(shop(more), "apps/web.yaml");
            head["apps/store.yaml"] = deployed("store", "deploy/web", more);
            return severityAndRule(findingsOf("application-renamed", shop(more), head));
        };
        QCOMPARE(renamed({.finalizer = finalizer}), std::string("block application-renamed"));
        QCOMPARE(renamed({}), std::string("note application-renamed"));
    }

    void everyFallenApplicationIsNamed()
    {
        const std::string middle = deployed("middle", "middle", {.nameSpace = "argocd", .finalizer = finalizer});
        git::Files base = without(shop(), "apps/web.yaml");
        base["apps/middle.yaml"] = middle;
        base["middle/web.yaml"] = deployed("web", "deploy/web", {.finalizer = finalizer});
        QCOMPARE(findingsOf("application-removed", base, without(base, "apps/middle.yaml")),
                 std::string("block application-removed /argoproj.io/Application/argocd/middle at apps/middle.yaml:1\n"
                             "block application-removed /argoproj.io/Application/argocd/web at middle/web.yaml:1\n"));
    }

    void moreThanHalfIsPruneAll()
    {
        git::Files base = shop();
        base["deploy/web/c.yaml"] = configMap("shop", "c");
        base["deploy/web/d.yaml"] = configMap("shop", "d");
        git::Files half = without(without(base, "deploy/web/a.yaml"), "deploy/web/b.yaml");
        QCOMPARE(findings(base, half), std::string());
        QCOMPARE(findings(base, without(half, "deploy/web/c.yaml")),
                 std::string("block prune-all /argoproj.io/Application/argocd/web at apps/web.yaml:1\n"));
    }

    void whatIsAdoptedIsNotLost()
    {
        git::Files base = shop();
        base["deploy/other/o.yaml"] = configMap("shop", "o");
        git::Files head = without(without(base, "deploy/web/a.yaml"), "deploy/web/b.yaml");
        head["deploy/web/new.yaml"] = configMap("shop", "new");
        head["deploy/other/a.yaml"] = configMap("shop", "a");
        head["deploy/other/b.yaml"] = configMap("shop", "b");
        QCOMPARE(findingsOf("prune-all", base, head), std::string());
    }

    void keptObjectsAreNotLost()
    {
        git::Files base = shop();
        base["deploy/web/a.yaml"] = configMap("shop", "a", "one", syncOptions("Prune=false"));
        base["deploy/web/b.yaml"] = configMap("shop", "b", "one", syncOptions("Prune=false"));
        git::Files head = without(without(base, "deploy/web/a.yaml"), "deploy/web/b.yaml");
        head["deploy/web/c.yaml"] = configMap("shop", "c");
        QCOMPARE(findings(base, head), std::string("warn orphaned-object //ConfigMap/shop/a at deploy/web/a.yaml:1\n"
                                                   "warn orphaned-object //ConfigMap/shop/b at deploy/web/b.yaml:1\n"));
    }

    void lostDataAndRetainedDataAreTwoRules()
    {
        git::Files base = shop();
        base["sc.yaml"] = documents({storageClass("fast", "Delete"), storageClass("safe", "Retain")});
        base["deploy/web/p.yaml"] = claim("shop", "p", "fast");
        base["deploy/web/q.yaml"] = claim("shop", "q", "safe");
        const git::Files head = without(without(base, "deploy/web/p.yaml"), "deploy/web/q.yaml");
        QCOMPARE(findings(base, head),
                 std::string("block stateful-deleted //PersistentVolumeClaim/shop/p at deploy/web/p.yaml:1\n"
                             "block stateful-orphaned-data //PersistentVolumeClaim/shop/q at deploy/web/q.yaml:1\n"));
        QCOMPARE(
            theFinding("stateful-deleted", base, head).message,
            std::string("PersistentVolumeClaim shop/p (10Gi) would be deleted, and its data is lost: "
                        "deploy/web/p.yaml:1, which declared it, is gone; Application argocd/web prunes by itself, "
                        "so it is deleted; StorageClass fast deletes the volume with its claim."));
    }

    void claimsOfASetAreToldWithTheSet()
    {
        git::Files base = shop();
        base["deploy/web/s.yaml"] =
            "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: s, namespace: shop}\nspec:\n  replicas: 3\n"
            "  persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}\n"
            "  volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: fast}}]\n";
        const git::Files head = without(base, "deploy/web/s.yaml");
        QCOMPARE(findings(base, head), std::string("block stateful-deleted /apps/StatefulSet/shop/s at "
                                                   "deploy/web/s.yaml:1\n"));
        QVERIFY(theFinding("stateful-deleted", base, head).message.find("with the 3 claims it made") !=
                std::string::npos);
    }

    void namespaceTellsWhatIsInIt()
    {
        git::Files base = shop();
        base["deploy/other/ns.yaml"] = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
        base["deploy/other/o.yaml"] = configMap("else", "o");
        base["deploy/other/p.yaml"] = configMap("else", "p");
        base["deploy/web/c.yaml"] = claim("shop", "c");
        const rules::Finding finding = theFinding("namespace-deleted", base, without(base, "deploy/other/ns.yaml"));
        QVERIFY(finding.severity == Severity::Block);
        QVERIFY(finding.message.find("3 objects of this repository, 1 of them with state") != std::string::npos);
    }

    void namespaceThatWaitsForAPersonWarns()
    {
        git::Files base = shop();
        base["deploy/other/ns.yaml"] = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  annotations: {" +
                                       syncOptions("Prune=confirm") + "}\n";
        base["deploy/other/o.yaml"] = configMap("else", "o");
        base["deploy/other/p.yaml"] = configMap("else", "p");
        QCOMPARE(findings(base, without(base, "deploy/other/ns.yaml")),
                 std::string("warn namespace-deleted //Namespace//shop at deploy/other/ns.yaml:1\n"));
    }

    /// argo-cd.md 4.4: an AppProject that goes deletes nothing.
    void appProjectIsNoStatefulDeletion()
    {
        const git::Files head = shop();
        git::Files base = head;
        base["apps/project.yaml"] =
            "apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: {name: p, namespace: "
            "argocd}\nspec: {}\n";
        QCOMPARE(findings(base, head), std::string());
    }
};

NOCLOBBER_TEST_MAIN(TestApplicationRules)
#include "tst_application_rules.moc"
