#include "tests/support/change_case.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

const std::string app = deployed("web", "deploy/web");
const std::string otherApp = deployed("api", "deploy/api");

} // namespace

/// Contract, section 3: what happens to objects that leave their Application, or change in it.
class TestBlastRadius : public QObject
{
    Q_OBJECT
private slots:
    void nothingChangesNothingHappens()
    {
        const git::Files files{{"apps/web.yaml", app}, {"deploy/web/a.yaml", configMap("shop", "a")}};
        git::Files head = files;
        head["README.md"] = "words";
        QCOMPARE(ChangeCase(files, head).effects(), std::string());
    }

    /// Contract, section 3: where several causes reach an object, the first effect and the worst fate of these count.
    void effectsAndFatesAreRanked()
    {
        using blast::DataFate;
        using blast::Effect;
        const std::vector<Effect> effects{
            Effect::Pruned,  Effect::CascadeDeleted, Effect::Recreated, Effect::PrunePending,
            Effect::Blocked, Effect::Orphaned,       Effect::Adopted,   Effect::Kept};
        QVERIFY(std::ranges::is_sorted(effects));
        const std::vector<DataFate> fates{DataFate::Lost, DataFate::AtRisk, DataFate::Retained, DataFate::Kept,
                                          DataFate::None};
        QVERIFY(std::ranges::is_sorted(fates));
    }

    /// Two Applications deploy it: one is removed and would leave it, the other one loses it and prunes.
    void theFirstEffectOfSeveralCausesCounts()
    {
        git::Files base{{"apps/web.yaml", app},
                        {"apps/api.yaml", otherApp},
                        {"deploy/web/a.yaml", documents({configMap("shop", "a"), configMap("shop", "w")})},
                        {"deploy/api/a.yaml", configMap("shop", "a")}};
        git::Files head = base;
        head.erase("apps/api.yaml");
        head["deploy/web/a.yaml"] = configMap("shop", "w");
        const ChangeCase read(base, head);
        QVERIFY(read.object("//ConfigMap/shop/a").effect == blast::Effect::Pruned);
        QVERIFY(read.because("//ConfigMap/shop/a").find("Application argocd/web prunes by itself") !=
                std::string::npos);
    }

    void automatedPruneDeletesWhatLeaves()
    {
        const ChangeCase read({{"apps/web.yaml", app},
                               {"deploy/web/a.yaml", configMap("shop", "a")},
                               {"deploy/web/b.yaml", configMap("shop", "b")}},
                              {{"apps/web.yaml", app}, {"deploy/web/a.yaml", configMap("shop", "a")}});
        QCOMPARE(read.effects(), std::string("pruned none //ConfigMap/shop/b\n"));
        QCOMPARE(read.because("//ConfigMap/shop/b"),
                 std::string("//ConfigMap/shop/b: deploy/web/b.yaml:1, which declared it, is gone; Application "
                             "argocd/web prunes by itself, so it is deleted\n"));
        QCOMPARE(argo::toText(*read.object("//ConfigMap/shop/b").location), std::string("deploy/web/b.yaml:1"));
        QCOMPARE(read.object("//ConfigMap/shop/b").recoveryTier, 15); // ConfigMap in the catalogue
    }

    /// argo-cd.md 4.1: one row of its table after the other, by the spec of head.
    void specOfHeadDecides_data()
    {
        QTest::addColumn<QString>("automated");
        QTest::addColumn<QString>("expected");
        QTest::newRow("prune") << "prune: true"
                               << "pruned none //ConfigMap/shop/b\n";
        QTest::newRow("no automation") << "-"
                                       << "prune-pending none //ConfigMap/shop/b\n";
        QTest::newRow("switched off") << "prune: true, enabled: false"
                                      << "prune-pending none //ConfigMap/shop/b\n";
        QTest::newRow("no prune") << "prune: false"
                                  << "prune-pending none //ConfigMap/shop/b\n";
    }
    void specOfHeadDecides()
    {
        QFETCH(QString, automated);
        QFETCH(QString, expected);
        Deployed spec;
        spec.automated = automated.toStdString();
        const ChangeCase read(
            {{"apps/web.yaml", app},
             {"deploy/web/a.yaml", documents({configMap("shop", "a"), configMap("shop", "b")})}},
            {{"apps/web.yaml", deployed("web", "deploy/web", spec)}, {"deploy/web/a.yaml", configMap("shop", "a")}});
        QCOMPARE(QString::fromStdString(read.effects()), expected);
    }

    void overwrittenApplicationLosesItsOldChildren()
    {
        const ChangeCase read({{"apps/web.yaml", app}, {"deploy/web/a.yaml", configMap("shop", "a")}},
                              {{"apps/web.yaml", documents({app, deployed("web", "deploy/new")})},
                               {"deploy/web/a.yaml", configMap("shop", "a")},
                               {"deploy/new/fresh.yaml", configMap("shop", "fresh")}});
        QCOMPARE(read.effects(), std::string("pruned none //ConfigMap/shop/a\n"));
        QCOMPARE(read.because("//ConfigMap/shop/a"),
                 std::string("/argoproj.io/Application/argocd/web: Application argocd/web is overwritten: "
                             "apps/web.yaml:14 now defines it, and its source path changes from deploy/web to "
                             "deploy/new\n"
                             "//ConfigMap/shop/a: deploy/web/a.yaml:1 still declares it, but is in none of the sources "
                             "that are deployed; Application argocd/web prunes by itself, so it is deleted\n"));
    }

    /// argo-cd.md 4.1: only destination.namespace changes, so what has no namespace of its own is made anew.
    void newDestinationNamespacePrunesTheOldObjects()
    {
        const std::string plain = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {mode: one}\n";
        Deployed moved;
        moved.nameSpace = "store";
        const ChangeCase read({{"apps/web.yaml", app}, {"deploy/web/a.yaml", plain}},
                              {{"apps/web.yaml", deployed("web", "deploy/web", moved)}, {"deploy/web/a.yaml", plain}});
        QCOMPARE(read.effects(), std::string("pruned none //ConfigMap/shop/a\n"));
        QVERIFY(read.because("//ConfigMap/shop/a").find("its destination namespace changes from shop to store") !=
                std::string::npos);
        QVERIFY(read.object("//ConfigMap/store/a").effect == blast::Effect::Created);
    }

    /// The layout gives both sides one identity; the objects in the old cluster are left behind all the same.
    void otherClusterOrphansEvenUnderOneIdentity()
    {
        Deployed moved;
        moved.server = "https://other.example.com";
        const std::string layout = "layout: [{path: 'deploy/**'}, {path: 'apps/**'}]\n";
        const ChangeCase read(
            {{".noclobber.yaml", layout}, {"apps/web.yaml", app}, {"deploy/web/a.yaml", claim("shop", "a")}},
            {{".noclobber.yaml", layout},
             {"apps/web.yaml", deployed("web", "deploy/web", moved)},
             {"deploy/web/a.yaml", claim("shop", "a")}});
        QCOMPARE(read.effects(), std::string("orphaned kept //PersistentVolumeClaim/shop/a\n"));
    }

    /// argo-cd.md 1.11, 1.13: a manifest that Argo CD refuses stops the whole Application.
    void unreadableManifestBlocksTheSync()
    {
        const std::string broken = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c\n";
        const ChangeCase read(
            {{"apps/web.yaml", app},
             {"deploy/web/a.yaml", configMap("shop", "a")},
             {"deploy/web/b.yaml", configMap("shop", "b")}},
            {{"apps/web.yaml", app}, {"deploy/web/a.yaml", configMap("shop", "a")}, {"deploy/web/c.yaml", broken}});
        QCOMPARE(read.effects(), std::string("blocked none //ConfigMap/shop/b\n"));
    }

    /// argo-cd.md 1.6: what the source leaves out does not stop it.
    void unreadableManifestThatIsLeftOutDoesNotBlock()
    {
        std::string narrow = app;
        narrow.replace(narrow.find("path: deploy/web"), 16, "path: deploy/web, directory: {exclude: 'c*'}");
        const ChangeCase read({{"apps/web.yaml", narrow},
                               {"deploy/web/a.yaml", configMap("shop", "a")},
                               {"deploy/web/b.yaml", configMap("shop", "b")}},
                              {{"apps/web.yaml", narrow},
                               {"deploy/web/a.yaml", configMap("shop", "a")},
                               {"deploy/web/c.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c\n"}});
        QCOMPARE(read.effects(), std::string("pruned none //ConfigMap/shop/b\n"));
    }

    /// Contract, section 2, unknown: what a file that cannot be read may still declare is neither removed nor kept.
    void objectOfAFileThatCannotBeReadIsUnknown()
    {
        const ChangeCase read({{"apps/web.yaml", app},
                               {"deploy/web/a.yaml", configMap("shop", "a")},
                               {"deploy/web/b.yaml", configMap("shop", "b")}},
                              {{"apps/web.yaml", app},
                               {"deploy/web/a.yaml", configMap("shop", "a")},
                               {"deploy/web/b.yaml", "{{ not yaml\n"}});
        QCOMPARE(read.effects(), std::string());
        QCOMPARE(read.radius().unknowns.size(), std::size_t(1));
        QCOMPARE(argo::toText(read.radius().unknowns[0].id), std::string("//ConfigMap/shop/b"));
    }

    /// argo-cd.md 7: hooks are never prune candidates.
    void hooksAreNotPruned()
    {
        const ChangeCase read(
            {{"apps/web.yaml", app},
             {"deploy/web/a.yaml", configMap("shop", "a")},
             {"deploy/web/h.yaml", configMap("shop", "h", "one", "argocd.argoproj.io/hook: PreSync")}},
            {{"apps/web.yaml", app}, {"deploy/web/a.yaml", configMap("shop", "a")}});
        QCOMPARE(read.effects(), std::string("orphaned none //ConfigMap/shop/h\n"));
    }

    /// argo-cd.md 5: helm.sh/resource-policy: keep does not stop prune.
    void helmsKeepDoesNotStopPrune()
    {
        const ChangeCase read({{"apps/web.yaml", app},
                               {"deploy/web/a.yaml", configMap("shop", "a")},
                               {"deploy/web/b.yaml", claim("shop", "b", "", "helm.sh/resource-policy: keep")}},
                              {{"apps/web.yaml", app}, {"deploy/web/a.yaml", configMap("shop", "a")}});
        QCOMPARE(read.effects(), std::string("pruned at-risk //PersistentVolumeClaim/shop/b\n"));
        QCOMPARE(read.object("//PersistentVolumeClaim/shop/b").protections,
                 (std::vector<std::string>{"helm.sh/resource-policy: keep"}));
    }

    /// argo-cd.md 8: Argo CD does not track definitions, unless they carry its mark.
    void definitionsAreKeptUnlessTracked()
    {
        const auto definition = [](const std::string &annotations) {
            return "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: "
                   "books.example.com\n  annotations: {" +
                   annotations +
                   "}\nspec: {group: example.com, scope: Namespaced, names: {kind: Book, plural: books}}\n";
        };
        const auto removed = [&](const std::string &annotations) {
            return ChangeCase({{"apps/web.yaml", app},
                               {"deploy/web/a.yaml", configMap("shop", "a")},
                               {"deploy/web/crd.yaml", definition(annotations)}},
                              {{"apps/web.yaml", app}, {"deploy/web/a.yaml", configMap("shop", "a")}})
                .effects();
        };
        const std::string id = "/apiextensions.k8s.io/CustomResourceDefinition//books.example.com\n";
        QCOMPARE(removed(""), "kept kept " + id);
        QCOMPARE(removed("argocd.argoproj.io/tracking-id: web"), "pruned lost " + id);
    }

    /// argo-cd.md 3: two Applications have it, one lets go.
    void sharedObjectThatLeavesOneIsAdopted()
    {
        const ChangeCase read({{"apps/all.yaml", documents({app, otherApp})},
                               {"deploy/web/a.yaml", documents({claim("shop", "a", "fast"), configMap("shop", "w")})},
                               {"deploy/api/a.yaml", claim("shop", "a", "fast")},
                               {"storage.yaml", storageClass("fast", "Delete")}},
                              {{"apps/all.yaml", documents({app, otherApp})},
                               {"deploy/web/a.yaml", configMap("shop", "w")},
                               {"deploy/api/a.yaml", claim("shop", "a", "fast")},
                               {"storage.yaml", storageClass("fast", "Delete")}});
        QCOMPARE(read.effects(), std::string("adopted at-risk //PersistentVolumeClaim/shop/a\n"));
    }

    void protectionMakesTheTakeoverSafe()
    {
        const std::string kept = claim("shop", "a", "fast", syncOptions("Prune=false"));
        const ChangeCase read({{"apps/all.yaml", documents({app, otherApp})},
                               {"deploy/web/a.yaml", documents({kept, configMap("shop", "w")})},
                               {"deploy/api/b.yaml", configMap("shop", "b")}},
                              {{"apps/all.yaml", documents({app, otherApp})},
                               {"deploy/web/a.yaml", configMap("shop", "w")},
                               {"deploy/api/b.yaml", documents({configMap("shop", "b"), kept})}});
        QCOMPARE(read.effects(), std::string("adopted kept //PersistentVolumeClaim/shop/a\n"));
    }

    void unseenDeployerCountsAsPruning()
    {
        const ChangeCase read({{"plain/a.yaml", configMap("shop", "a")}, {"plain/b.yaml", configMap("shop", "b")}},
                              {{"plain/a.yaml", configMap("shop", "a")}});
        QCOMPARE(read.effects(), std::string("pruned none //ConfigMap/shop/b\n"));
        QVERIFY(read.because("//ConfigMap/shop/b").find("its deployer is not seen") != std::string::npos);
    }

    /// kubernetes.md 4 and argo-cd.md 5: an immutable field, and who lets the object be made anew.
    void immutableFieldBlocksOrRecreates_data()
    {
        QTest::addColumn<QString>("own");
        QTest::addColumn<QString>("general");
        QTest::addColumn<QString>("expected");
        const QString blocked = "blocked kept //PersistentVolumeClaim/shop/a\n";
        const QString recreated = "recreated at-risk //PersistentVolumeClaim/shop/a\n";
        QTest::newRow("neither") << ""
                                 << "" << blocked;
        QTest::newRow("replace alone") << "Replace=true"
                                       << "" << blocked;
        QTest::newRow("force") << "Force=true"
                               << "" << recreated;
        QTest::newRow("force of the Application") << ""
                                                  << "Force=true" << recreated;
        QTest::newRow("both") << "Replace=true,Force=true"
                              << "" << recreated;
        QTest::newRow("one each") << "Force=true"
                                  << "Replace=true" << recreated;
    }
    void immutableFieldBlocksOrRecreates()
    {
        QFETCH(QString, own);
        QFETCH(QString, general);
        QFETCH(QString, expected);
        Deployed spec;
        spec.syncOptions = general.toStdString();
        const std::string text = deployed("web", "deploy/web", spec);
        const std::string options = syncOptions(own.toStdString());
        const ChangeCase read({{"apps/web.yaml", text}, {"deploy/web/a.yaml", claim("shop", "a", "slow", options)}},
                              {{"apps/web.yaml", text}, {"deploy/web/a.yaml", claim("shop", "a", "fast", options)}});
        QCOMPARE(QString::fromStdString(read.effects()), expected);
    }

    /// argo-cd.md 5: Replace with Force deletes and makes anew at every change, immutable or not.
    void replaceWithForceRecreatesAtEveryChange()
    {
        const auto text = [](const std::string &value, const std::string &options) {
            return configMap("shop", "a", value, syncOptions(options));
        };
        const auto effects = [&](const std::string &options) {
            return ChangeCase({{"apps/web.yaml", app}, {"deploy/web/a.yaml", text("one", options)}},
                              {{"apps/web.yaml", app}, {"deploy/web/a.yaml", text("two", options)}})
                .effects();
        };
        QCOMPARE(effects("Replace=true,Force=true"), std::string("recreated none //ConfigMap/shop/a\n"));
        QCOMPARE(effects("Force=true"), std::string());
        QCOMPARE(effects("Replace=true"), std::string());
    }

    void namespaceIsReplacedInPlace()
    {
        const auto text = [](const std::string &label) {
            return "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: {team: " + label +
                   "}\n  annotations: {" + syncOptions("Replace=true,Force=true") + "}\n";
        };
        const ChangeCase read({{"apps/web.yaml", app}, {"deploy/web/a.yaml", text("one")}},
                              {{"apps/web.yaml", app}, {"deploy/web/a.yaml", text("two")}});
        QCOMPARE(read.effects(), std::string());
        QVERIFY(read.object("//Namespace//shop").effect == blast::Effect::Updated);
    }

    void coverageIsToldOfBothCommits()
    {
        const std::string both = syncOptions("Prune=false,Delete=false");
        const ChangeCase read({{"a.yaml", claim("shop", "a")}, {"b.yaml", claim("shop", "b", "", both)}},
                              {{"a.yaml", claim("shop", "a", "", both)}, {"b.yaml", claim("shop", "b", "", both)}});
        QCOMPARE(read.radius().baseCoverage, (blast::Coverage{1, 2}));
        QCOMPARE(read.radius().headCoverage, (blast::Coverage{2, 2}));
    }

    void applicationWithUnseenChildrenIsUnknown()
    {
        const auto chart = [](const std::string &name) {
            return "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web, namespace: "
                   "argocd}\nspec:\n"
                   "  source: {repoURL: 'https://charts.example.com', chart: " +
                   name + "}\n  destination: {name: in-cluster, namespace: shop}\n";
        };
        const ChangeCase read({{"apps/web.yaml", chart("one")}}, {{"apps/web.yaml", chart("two")}});
        QCOMPARE(read.radius().unknowns.size(), std::size_t(1));
        QCOMPARE(read.radius().unknowns[0].id.key.name, std::string("web"));
    }
};

NOCLOBBER_TEST_MAIN(TestBlastRadius)
#include "tst_blast_radius.moc"
