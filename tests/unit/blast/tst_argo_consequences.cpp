#include "tests/support/change_case.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

const std::string finalizer = "resources-finalizer.argocd.argoproj.io";
const std::string root = deployed("root", "apps", {.nameSpace = "argocd"});

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    const std::size_t at = text.find(from);
    if (at == std::string::npos)
        qFatal("%s is not in the text", from.c_str());
    return text.replace(at, from.size(), to);
}

/// An Application under a root with two objects; `web` is its text.
git::Files shop(const std::string &web = deployed("web", "deploy/web"))
{
    return {{"root.yaml", root},
            {"apps/other.yaml", deployed("other", "deploy/other")},
            {"apps/web.yaml", web},
            {"deploy/other/x.yaml", configMap("shop", "x")},
            {"deploy/web/a.yaml", configMap("shop", "a")},
            {"deploy/web/b.yaml", configMap("shop", "b")}};
}

std::string appProject(const std::string &spec)
{
    return "apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: {name: team, namespace: argocd}\nspec: {" +
           spec + "}\n";
}

const std::string open = "sourceRepos: ['*'], destinations: [{server: '*', namespace: '*'}]";

git::Files inProject(const std::string &spec)
{
    return with(shop(replaced(deployed("web", "deploy/web"), "project: default", "project: team")), "apps/team.yaml",
                appProject(spec));
}

std::string nameSpace(const std::string &name)
{
    return "apiVersion: v1\nkind: Namespace\nmetadata: {name: " + name + "}\n";
}

std::string definition(const std::string &metadata)
{
    return "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: books.example.com" +
           metadata + "}\nspec: {group: example.com, scope: Namespaced, names: {kind: Book, plural: books}}\n";
}

std::string configuration(const std::string &version)
{
    return "argoCd: {version: '" + version + "', repositories: ['https://git.example.com/fixtures/manifests.git']}\n";
}

} // namespace

/// argo-cd.md 3, 4, 5, 7, 8, 9: what Argo CD does with live objects, by rule number.
class TestArgoConsequences : public QObject
{
    Q_OBJECT
private slots:
    /// 4.1: an Application whose spec is refused neither syncs nor prunes.
    void brokenSpecBlocksWhatLeaves()
    {
        const std::string broken = replaced(deployed("web", "deploy/web"), "destination: {", "destination: {name: x, ");
        const ChangeCase read(shop(), without(with(shop(), "apps/web.yaml", broken), "deploy/web/b.yaml"));
        QVERIFY2(read.effects().find("blocked none //ConfigMap/shop/b\n") != std::string::npos, read.effects().c_str());
    }

    /// 5: skip-reconcile has the controller ignore the Application, its deletion included.
    void ignoredApplicationNeitherPrunesNorDeletes()
    {
        const std::string ignored = deployed(
            "web", "deploy/web", {.finalizer = finalizer, .annotations = "argocd.argoproj.io/skip-reconcile: 'true'"});
        QCOMPARE(ChangeCase(shop(ignored), without(shop(ignored), "deploy/web/b.yaml")).effects(),
                 std::string("blocked none //ConfigMap/shop/b\n"));
        QCOMPARE(ChangeCase(shop(ignored), without(shop(ignored), "apps/web.yaml")).effects(),
                 std::string("blocked none //ConfigMap/shop/a\nblocked none //ConfigMap/shop/b\n"
                             "pruned none /argoproj.io/Application/argocd/web\n"));
    }

    /// 4.2.8: a destination that cannot be found has the finalizer taken off.
    void deletionWithoutAClusterOrphans()
    {
        const std::string lost = replaced(deployed("web", "deploy/web", {.finalizer = finalizer}), "destination: {",
                                          "destination: {name: x, ");
        QCOMPARE(ChangeCase(shop(lost), without(shop(lost), "apps/web.yaml")).effects(),
                 std::string("pruned none /argoproj.io/Application/argocd/web\norphaned none x//ConfigMap/shop/a\n"
                             "orphaned none x//ConfigMap/shop/b\n"));
    }

    /// 4.1: destination.namespace alone changes: the old objects are still tracked.
    void destinationNamespaceChangePrunesTheOldOnes()
    {
        const auto bare = [](const std::string &name) {
            return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\ndata: {owner: " + name + "}\n";
        };
        const git::Files base = with(shop(), "deploy/web/c.yaml", bare("c"));
        const git::Files head = with(base, "apps/web.yaml", deployed("web", "deploy/web", {.nameSpace = "store"}));
        QCOMPARE(ChangeCase(base, head).effects(), std::string("pruned none //ConfigMap/shop/c\n"));
    }

    /// 4.1: allowEmpty protects where nothing but hooks is left, hooks being no part of what is compared (7).
    void onlyAHookLeftIsEmpty()
    {
        const git::Files base =
            with(shop(), "deploy/web/h.yaml", configMap("shop", "h", "one", "argocd.argoproj.io/hook: PreSync"));
        QCOMPARE(ChangeCase(base, without(without(base, "deploy/web/a.yaml"), "deploy/web/b.yaml")).effects(),
                 std::string("blocked none //ConfigMap/shop/a\nblocked none //ConfigMap/shop/b\n"));
    }

    /// 5: PruneLast only changes when.
    void pruneLastPrunesAllTheSame()
    {
        const git::Files base = shop(deployed("web", "deploy/web", {.syncOptions = "PruneLast=true"}));
        QCOMPARE(ChangeCase(base, without(base, "deploy/web/b.yaml")).effects(),
                 std::string("pruned none //ConfigMap/shop/b\n"));
    }

    /// 4.2.9: what runs before the deletion can hold it up.
    void hookBeforeTheDeletionIsSaid()
    {
        git::Files base = shop(deployed("web", "deploy/web", {.finalizer = finalizer}));
        base["deploy/web/h.yaml"] = configMap("shop", "h", "one", "argocd.argoproj.io/hook: PreDelete");
        const ChangeCase read(base, without(base, "apps/web.yaml"));
        QVERIFY(read.because("//ConfigMap/shop/a").find("PreDelete hook runs first") != std::string::npos);
    }

    /// 4.1, accident 11: objects of the old cluster are left alone.
    void otherClusterOrphans()
    {
        const git::Files head =
            with(shop(), "apps/web.yaml", deployed("web", "deploy/web", {.server = "https://east"}));
        QCOMPARE(ChangeCase(shop(), head).effects(),
                 std::string("orphaned none //ConfigMap/shop/a\norphaned none //ConfigMap/shop/b\n"));
    }

    /// 4.4: a project that is narrowed so that the Application breaks: no sync, no prune.
    void narrowedProjectBlocks_data()
    {
        QTest::addColumn<QByteArray>("spec");
        QTest::newRow("sourceRepos") << QByteArray(
            "sourceRepos: [https://other], destinations: [{server: '*', namespace: "
            "'*'}]");
        QTest::newRow("destinations") << QByteArray("sourceRepos: ['*'], destinations: [{server: '*', namespace: x}]");
        QTest::newRow("one kind") << QByteArray(
            (open + ", namespaceResourceBlacklist: [{group: '', kind: Secret}]").c_str());
    }
    void narrowedProjectBlocks()
    {
        QFETCH(QByteArray, spec);
        const std::string secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\n";
        const git::Files base = with(inProject(open), "deploy/web/s.yaml", secret);
        const git::Files head =
            without(with(base, "apps/team.yaml", appProject(spec.toStdString())), "deploy/web/b.yaml");
        QCOMPARE(ChangeCase(base, head).effects(), std::string("blocked none //ConfigMap/shop/b\n"));
    }

    void removedProjectBlocks()
    {
        git::Files base = inProject(open);
        base["apps/second.yaml"] = replaced(appProject(open), "name: team", "name: second");
        const git::Files head = without(without(base, "apps/team.yaml"), "deploy/web/b.yaml");
        const ChangeCase read(base, head);
        QVERIFY2(read.effects().find("blocked none //ConfigMap/shop/b\n") != std::string::npos, read.effects().c_str());
    }

    /// Projects that live elsewhere are none of our business: no protection is claimed.
    void projectThatWasNeverHereBlocksNothing()
    {
        const git::Files base = without(inProject(open), "apps/team.yaml");
        QCOMPARE(ChangeCase(base, without(base, "deploy/web/b.yaml")).effects(),
                 std::string("pruned none //ConfigMap/shop/b\n"));
    }

    /// 4.4: a live object of a kind that is not permitted is out of view: neither pruned nor deleted with its
    /// Application.
    void objectThatIsNotPermittedIsKept()
    {
        const git::Files base = inProject(open + ", namespaceResourceBlacklist: [{group: '', kind: ConfigMap}]");
        const git::Files empty = without(without(base, "deploy/web/a.yaml"), "deploy/web/b.yaml");
        const git::Files head = with(empty, "deploy/web/s.yaml", claim("shop", "s"));
        QCOMPARE(ChangeCase(base, head).effects(),
                 std::string("kept none //ConfigMap/shop/a\nkept none //ConfigMap/shop/b\n"));
        const std::string cascading =
            replaced(deployed("web", "deploy/web", {.finalizer = finalizer}), "project: default", "project: team");
        QVERIFY(ChangeCase(with(base, "apps/web.yaml", cascading), without(base, "apps/web.yaml"))
                    .effects()
                    .starts_with("kept none //ConfigMap/shop/a\n"));
    }

    /// 3, T18: with FailOnSharedResource the taker waits until the old one has deleted it.
    void takerThatFailsOnSharedResourcesComesSecond()
    {
        const git::Files base = with(shop(), "apps/other.yaml",
                                     deployed("other", "deploy/other", {.syncOptions = "FailOnSharedResource=true"}));
        const git::Files head = with(without(base, "deploy/web/b.yaml"), "deploy/other/b.yaml", configMap("shop", "b"));
        const ChangeCase read(base, head);
        QCOMPARE(read.effects(), std::string("pruned none //ConfigMap/shop/b\n"));
        QVERIFY(read.because("//ConfigMap/shop/b").find("FailOnSharedResource=true") != std::string::npos);
    }

    /// 3: gap (b): CustomResourceDefinitions have no tracking, so FailOnSharedResource does not see them.
    void sharedResourceGuardDoesNotSeeDefinitions()
    {
        git::Files base = with(shop(), "apps/other.yaml",
                               deployed("other", "deploy/other", {.syncOptions = "FailOnSharedResource=true"}));
        base["deploy/web/crd.yaml"] = definition("");
        const git::Files head = with(without(base, "deploy/web/crd.yaml"), "deploy/other/crd.yaml", definition(""));
        QVERIFY(ChangeCase(base, head).effects().starts_with("adopted"));
    }

    /// T18, 8: a Namespace that two Applications race for puts what is in it at risk.
    void racedNamespacePutsItsContentAtRisk()
    {
        const std::string platform = deployed("p", "platform", {.nameSpace = "shop"});
        const git::Files base{{"p.yaml", platform},
                              {"q.yaml", deployed("q", "more", {.nameSpace = "shop"})},
                              {"platform/shop.yaml", nameSpace("shop")},
                              {"platform/x.yaml", configMap("other", "x")},
                              {"more/a.yaml", claim("shop", "a")}};
        const git::Files head = with(without(base, "platform/shop.yaml"), "more/shop.yaml", nameSpace("shop"));
        const ChangeCase read(base, head);
        QCOMPARE(read.effects(), std::string("adopted at-risk //Namespace//shop\n"
                                             "cascade-deleted at-risk //PersistentVolumeClaim/shop/a\n"));
        QVERIFY(read.object("//PersistentVolumeClaim/shop/a").isRace);
    }

    /// T18: an Application that moves from one root to another, with the finalizer.
    void racedApplicationPutsItsChildrenAtRisk()
    {
        git::Files base = shop(deployed("web", "deploy/web", {.finalizer = finalizer}));
        base["second.yaml"] = deployed("second", "more", {.nameSpace = "argocd"});
        base["more/later.yaml"] = deployed("later", "deploy/later");
        git::Files head = without(base, "apps/web.yaml");
        head["more/web.yaml"] = base["apps/web.yaml"];
        const ChangeCase read(base, head);
        QCOMPARE(read.effects(), std::string("cascade-deleted none //ConfigMap/shop/a\n"
                                             "cascade-deleted none //ConfigMap/shop/b\n"
                                             "adopted none /argoproj.io/Application/argocd/web\n"));
        QVERIFY(read.object("//ConfigMap/shop/a").isRace);
    }

    /// 7, T19: what a hook annotation makes of a live object.
    void hookAnnotations_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("effects");
        const QByteArray none;
        const QByteArray dropped = "pruned none //ConfigMap/shop/b\n";
        const QByteArray becomes = "recreated none //ConfigMap/shop/b\n";
        QTest::newRow("helm test") << none << QByteArray("helm.sh/hook: test") << dropped;
        QTest::newRow("garbage") << none << QByteArray("argocd.argoproj.io/hook: Whenever") << dropped;
        QTest::newRow("hook") << none << QByteArray("argocd.argoproj.io/hook: PreSync") << becomes;
        QTest::newRow("helm mapping") << none << QByteArray("helm.sh/hook: 'pre-install,post-upgrade'") << becomes;
        QTest::newRow("crd-install is none") << none << QByteArray("helm.sh/hook: crd-install") << none;
        QTest::newRow("skip") << none << QByteArray("argocd.argoproj.io/hook: Skip")
                              << QByteArray("kept none //ConfigMap/shop/b\n");
        QTest::newRow("argo's own counts alone")
            << none << QByteArray("argocd.argoproj.io/hook: PreSync, helm.sh/hook: test") << becomes;
        QTest::newRow("loses it") << QByteArray("helm.sh/hook: pre-install") << none << none;
        QTest::newRow("stays dropped") << QByteArray("helm.sh/hook: test") << QByteArray("helm.sh/hook: rollback")
                                       << none;
    }
    void hookAnnotations()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, effects);
        const std::string path = "deploy/web/b.yaml";
        const ChangeCase read(with(shop(), path, configMap("shop", "b", "one", before.toStdString())),
                              with(shop(), path, configMap("shop", "b", "one", after.toStdString())));
        QCOMPARE(read.effects(), effects.toStdString());
    }

    /// 8: CreateNamespace=true does not keep a Namespace whose manifest goes (accident 4).
    void namespaceIsPrunedThoughItIsMadeAnew()
    {
        const std::string web = deployed("web", "deploy/web", {.syncOptions = "CreateNamespace=true"});
        const git::Files base = with(shop(web), "deploy/web/shop.yaml", nameSpace("shop"));
        const ChangeCase read(base, without(base, "deploy/web/shop.yaml"));
        QVERIFY(read.effects().find("pruned lost //Namespace//shop\n") != std::string::npos);
        QVERIFY(read.because("//Namespace//shop").find("makes it anew, empty") != std::string::npos);
    }

    /// 8: managedNamespaceMetadata keeps it, as read in 3.5.
    void managedNamespaceIsKept_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<bool>("kept");
        QTest::newRow("unknown") << QByteArray() << false;
        QTest::newRow("3.4") << QByteArray("3.4") << false;
        QTest::newRow("3.5") << QByteArray("3.5") << true;
    }
    void managedNamespaceIsKept()
    {
        QFETCH(QByteArray, version);
        QFETCH(bool, kept);
        const std::string web = deployed("web", "deploy/web", {.syncOptions = "CreateNamespace=true"}) +
                                "    managedNamespaceMetadata: {labels: {team: a}}\n";
        git::Files base = with(shop(web), "deploy/web/shop.yaml", nameSpace("shop"));
        if (!version.isEmpty())
            base[".noclobber.yaml"] = configuration(version.toStdString());
        const std::string effects = ChangeCase(base, without(base, "deploy/web/shop.yaml")).effects();
        QCOMPARE(effects.find("kept kept //Namespace//shop") != std::string::npos, kept);
        QCOMPARE(effects.find("pruned lost //Namespace//shop") != std::string::npos, !kept);
    }

    /// 8: CustomResourceDefinitions that are tracked after all.
    void definitionsThatAreTracked_data()
    {
        QTest::addColumn<QByteArray>("metadata");
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QByteArray>("effect");
        const QByteArray label = ", labels: {app.kubernetes.io/instance: web}";
        QTest::newRow("plain") << QByteArray() << QByteArray() << QByteArray("kept");
        QTest::newRow("tracking id")
            << QByteArray(", annotations: {argocd.argoproj.io/tracking-id: "
                          "'web:apiextensions.k8s.io/CustomResourceDefinition:shop/books.example.com'}")
            << QByteArray("3.1") << QByteArray("pruned");
        QTest::newRow("label before 3.0") << label << QByteArray("2.14") << QByteArray("pruned");
        QTest::newRow("label, unknown version") << label << QByteArray() << QByteArray("pruned");
        QTest::newRow("label since 3.0") << label << QByteArray("3.0") << QByteArray("kept");
        QTest::newRow("another's label") << QByteArray(", labels: {app.kubernetes.io/instance: x}")
                                         << QByteArray("2.14") << QByteArray("kept");
    }
    void definitionsThatAreTracked()
    {
        QFETCH(QByteArray, metadata);
        QFETCH(QByteArray, version);
        QFETCH(QByteArray, effect);
        git::Files base = with(shop(), "deploy/web/crd.yaml", definition(metadata.toStdString()));
        if (!version.isEmpty())
            base[".noclobber.yaml"] = configuration(version.toStdString());
        const std::string effects = ChangeCase(base, without(base, "deploy/web/crd.yaml")).effects();
        QVERIFY2(effects.starts_with(effect.toStdString()), effects.c_str());
    }

    /// 8: what has an owner is never pruned by itself.
    void ownedObjectIsNotPruned()
    {
        const std::string owned =
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: shop, ownerReferences: "
            "[{kind: ConfigMap, name: a, apiVersion: v1, uid: x}]}\n";
        const git::Files base = with(shop(), "deploy/web/c.yaml", owned);
        QCOMPARE(ChangeCase(base, without(base, "deploy/web/c.yaml")).effects(),
                 std::string("kept none //ConfigMap/shop/c\n"));
    }

    /// 9, T21: an Application's own namespace changes: another Application.
    void ownNamespaceOfAnApplicationMakesItAnother()
    {
        const std::string web = deployed("web", "deploy/web", {.finalizer = finalizer});
        const git::Files head = with(shop(web), "apps/web.yaml", replaced(web, "namespace: argocd", "namespace: team"));
        const ChangeCase read(shop(web), head);
        QCOMPARE(read.effects(), std::string("adopted none //ConfigMap/shop/a\nadopted none //ConfigMap/shop/b\n"
                                             "pruned none /argoproj.io/Application/argocd/web\n"));
        QVERIFY(read.object("//ConfigMap/shop/a").isRace);
    }
};

NOCLOBBER_TEST_MAIN(TestArgoConsequences)
#include "tst_argo_consequences.moc"
