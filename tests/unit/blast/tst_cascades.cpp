#include "tests/support/change_case.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

const std::string finalizer = "resources-finalizer.argocd.argoproj.io";
const std::string root = deployed("root", "apps", {.nameSpace = "argocd"});

std::string child(const std::string &name, const Deployed &more = {.finalizer = finalizer})
{
    return deployed(name, "deploy/" + name, more);
}

std::string nameSpace(const std::string &name, const std::string &options = {})
{
    return "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: " + name + "\n  annotations: {" + syncOptions(options) +
           "}\n";
}

} // namespace

/// kubernetes.md 3, argo-cd.md 4.2 and 8: what goes with an Application, a Namespace or a definition.
class TestCascades : public QObject
{
    Q_OBJECT
private slots:
    /// Contract, section 3: options of an Application count from head, or from base when it goes itself.
    void optionsOfAnApplicationThatGoesAreThoseOfBase_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("effect");
        QTest::newRow("none") << ""
                              << "cascade-deleted";
        QTest::newRow("Delete=false") << "Delete=false"
                                      << "kept";
        QTest::newRow("Prune=false") << "Prune=false"
                                     << "cascade-deleted";
    }
    void optionsOfAnApplicationThatGoesAreThoseOfBase()
    {
        QFETCH(const QString, options);
        QFETCH(const QString, effect);
        const git::Files head{{".noclobber.yaml", "argoCd: {version: '3.4'}\n"},
                              {"root.yaml", deployed("root", "apps", {.nameSpace = "argocd"})},
                              {"apps/stays.yaml", deployed("stays", "deploy/stays")},
                              {"deploy/web/a.yaml", configMap("shop", "a")}};
        git::Files base = head;
        base["apps/web.yaml"] =
            deployed("web", "deploy/web",
                     {.finalizer = "resources-finalizer.argocd.argoproj.io", .syncOptions = options.toStdString()});
        const std::string effects = ChangeCase(base, head).effects();
        const std::string expected = effect.toStdString() + " none //ConfigMap/shop/a\n";
        QVERIFY2(effects.find(expected) != std::string::npos, effects.c_str());
    }

    /// Each link of an app-of-apps falls with the one above.
    void chainOfApplicationsFalls()
    {
        const std::string middle = deployed("middle", "middle", {.nameSpace = "argocd", .finalizer = finalizer});
        const git::Files common{{"root.yaml", root}, {"apps/other.yaml", child("other")}};
        git::Files base = common;
        base["apps/middle.yaml"] = middle;
        base["middle/web.yaml"] = child("web");
        base["deploy/web/a.yaml"] = claim("shop", "a");
        git::Files head = base;
        head.erase("apps/middle.yaml");
        const ChangeCase read(base, head);
        QCOMPARE(read.effects(), std::string("cascade-deleted at-risk //PersistentVolumeClaim/shop/a\n"
                                             "pruned none /argoproj.io/Application/argocd/middle\n"
                                             "cascade-deleted none /argoproj.io/Application/argocd/web\n"));
        QCOMPARE(read.object("//PersistentVolumeClaim/shop/a").because.size(), std::size_t(3));
    }

    void withoutFinalizerTheChainEnds()
    {
        const ChangeCase read(
            {{"root.yaml", root},
             {"apps/web.yaml", child("web", {})},
             {"apps/x.yaml", child("x")},
             {"deploy/web/a.yaml", claim("shop", "a")}},
            {{"root.yaml", root}, {"apps/x.yaml", child("x")}, {"deploy/web/a.yaml", claim("shop", "a")}});
        QCOMPARE(read.effects(), std::string("orphaned kept //PersistentVolumeClaim/shop/a\n"
                                             "pruned none /argoproj.io/Application/argocd/web\n"));
    }

    /// argo-cd.md 4.2.6: one object that asks for confirmation holds up the whole deletion.
    void confirmationHoldsUpTheWholeDeletion_data()
    {
        QTest::addColumn<QString>("options");
        QTest::newRow("delete") << "Delete=confirm";
        QTest::newRow("prune") << "Prune=confirm";
    }
    void confirmationHoldsUpTheWholeDeletion()
    {
        QFETCH(QString, options);
        const ChangeCase read(
            {{"root.yaml", root},
             {"apps/web.yaml", child("web")},
             {"apps/x.yaml", child("x")},
             {"deploy/web/a.yaml", claim("shop", "a")},
             {"deploy/web/b.yaml", configMap("shop", "b", "one", syncOptions(options.toStdString()))}},
            {{"root.yaml", root}, {"apps/x.yaml", child("x")}});
        QCOMPARE(read.effects(), std::string("prune-pending none //ConfigMap/shop/b\n"
                                             "prune-pending at-risk //PersistentVolumeClaim/shop/a\n"
                                             "pruned none /argoproj.io/Application/argocd/web\n"));
    }

    void removalThatWaitsTakesChildrenOnlyThen()
    {
        const std::string manual = deployed("root", "apps", {.nameSpace = "argocd", .automated = "-"});
        const ChangeCase read({{"root.yaml", manual},
                               {"apps/web.yaml", child("web")},
                               {"apps/x.yaml", child("x")},
                               {"deploy/web/a.yaml", claim("shop", "a")}},
                              {{"root.yaml", manual}, {"apps/x.yaml", child("x")}});
        QCOMPARE(read.effects(), std::string("prune-pending at-risk //PersistentVolumeClaim/shop/a\n"
                                             "prune-pending none /argoproj.io/Application/argocd/web\n"));
    }

    /// The Application object is protected, so it stays and keeps syncing what is left of its folder.
    void protectedApplicationLivesOnWithItsLastSpec()
    {
        const std::string kept = child("web", {.finalizer = finalizer, .annotations = syncOptions("Prune=false")});
        const ChangeCase read(
            {{"root.yaml", root},
             {"apps/web.yaml", kept},
             {"apps/x.yaml", child("x")},
             {"deploy/web/a.yaml", documents({configMap("shop", "a"), configMap("shop", "b")})}},
            {{"root.yaml", root}, {"apps/x.yaml", child("x")}, {"deploy/web/a.yaml", configMap("shop", "a")}});
        QCOMPARE(read.effects(), std::string("pruned none //ConfigMap/shop/b\n"
                                             "kept none /argoproj.io/Application/argocd/web\n"));
    }

    /// A root that deploys itself: nobody is left to keep it, so it prunes itself as it last said.
    void rootThatDeploysItselfFalls()
    {
        const std::string self = deployed("root", "apps", {.nameSpace = "argocd", .finalizer = finalizer});
        const ChangeCase read(
            {{"apps/root.yaml", self}, {"apps/web.yaml", child("web")}, {"deploy/web/a.yaml", configMap("shop", "a")}},
            {{"apps/web.yaml", child("web")}, {"deploy/web/a.yaml", configMap("shop", "a")}});
        QCOMPARE(read.effects(), std::string("cascade-deleted none //ConfigMap/shop/a\n"
                                             "pruned none /argoproj.io/Application/argocd/root\n"
                                             "cascade-deleted none /argoproj.io/Application/argocd/web\n"));
    }

    /// incidents 6046: the namespace of the Applications goes, and each finalizer takes its objects along.
    void namespaceOfApplicationsTakesTheirObjects()
    {
        const git::Files head{{"web.yaml", child("web")}, {"deploy/web/a.yaml", claim("shop", "a")}};
        git::Files base = head;
        base["argocd.yaml"] = nameSpace("argocd");
        QCOMPARE(ChangeCase(base, head).effects(),
                 std::string("pruned lost //Namespace//argocd\n"
                             "cascade-deleted at-risk //PersistentVolumeClaim/shop/a\n"
                             "cascade-deleted none /argoproj.io/Application/argocd/web\n"));
    }

    void namespaceThatWaitsTakesItsObjectsOnlyThen()
    {
        const git::Files common{{"apps/p.yaml", deployed("p", "platform", {.nameSpace = "shop"})},
                                {"platform/other.yaml", configMap("other", "x")},
                                {"deploy/a.yaml", claim("shop", "a", "", syncOptions("Prune=false,Delete=false"))}};
        git::Files base = common;
        base["platform/shop.yaml"] = nameSpace("shop", "Prune=confirm");
        const ChangeCase read(base, common);
        QCOMPARE(read.effects(), std::string("prune-pending lost //Namespace//shop\n"
                                             "prune-pending at-risk //PersistentVolumeClaim/shop/a\n"));
        QVERIFY(read.because("//PersistentVolumeClaim/shop/a").find("no annotation of its own prevents that") !=
                std::string::npos);
    }

    void namespaceOfAnotherClusterIsAnother()
    {
        const git::Files head{{"env/east/a.yaml", configMap("shop", "a")}, {"env/west/a.yaml", configMap("shop", "a")}};
        git::Files base = head;
        base["env/east/shop.yaml"] = nameSpace("shop");
        QCOMPARE(ChangeCase(base, head).effects(), std::string("cascade-deleted none env/east//ConfigMap/shop/a\n"
                                                               "pruned lost env/east//Namespace//shop\n"));
    }

    /// kubernetes.md 3: without Argo CD nothing spares a definition, and its objects go with it.
    void definitionOfAnUnseenDeployerTakesItsObjects()
    {
        const git::Files head{
            {"a.yaml", "apiVersion: example.com/v1\nkind: Book\nmetadata: {name: a, namespace: shop}\n"},
            {"b.yaml", "apiVersion: other.com/v1\nkind: Book\nmetadata: {name: b, namespace: shop}\n"}};
        git::Files base = head;
        base["crd.yaml"] =
            "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: "
            "books.example.com}\nspec: {group: example.com, scope: Namespaced, names: {kind: Book, plural: "
            "books}}\n";
        QCOMPARE(ChangeCase(base, head).effects(),
                 std::string("pruned lost /apiextensions.k8s.io/CustomResourceDefinition//books.example.com\n"
                             "cascade-deleted none /example.com/Book/shop/a\n"));
    }

    /// argo-cd.md 4.3: without a finalizer the new name takes over in peace.
    void renamedApplicationWithoutFinalizerHandsOver()
    {
        const ChangeCase read({{"root.yaml", root},
                               {"apps/web.yaml", deployed("web", "deploy/web")},
                               {"deploy/web/a.yaml", claim("shop", "a")}},
                              {{"root.yaml", root},
                               {"apps/web.yaml", deployed("store", "deploy/web")},
                               {"deploy/web/a.yaml", claim("shop", "a")}});
        QCOMPARE(read.effects(), std::string("adopted kept //PersistentVolumeClaim/shop/a\n"
                                             "pruned none /argoproj.io/Application/argocd/web\n"));
    }
};

NOCLOBBER_TEST_MAIN(TestCascades)
#include "tst_cascades.moc"
