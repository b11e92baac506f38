#include "tests/support/inventories.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::application;
using test::manifest;

namespace {

const std::string ownAddress = "argoCd:\n  repositories: [https://git.example.com/a.git]\n";

/// The identity of the only ConfigMap of head, base being the same.
std::string configMapOf(git::Files files)
{
    const auto inventories = test::readInventories(files, files);
    std::string found;
    for (const argo::DeclaredObject &object : inventories.head.objects) {
        if (object.id.key.kind == "ConfigMap")
            found += toText(object.id) + "\n";
    }
    return found;
}

} // namespace

/// Which cluster a declaration is meant for, and which namespace it gets (contract, section 1: scope, identity).
class TestScope : public QObject
{
    Q_OBJECT
private slots:
    void layoutComesFirst()
    {
        QCOMPARE(configMapOf({{".noclobber.yaml", "layout:\n  - path: k8s/{cluster}/{app}/**\n" + ownAddress},
                              {"apps/web.yaml", application("web", "k8s/east/web", "name: other")},
                              {"k8s/east/web/c.yaml", manifest("v1", "ConfigMap", "shop", "c")}}),
                 std::string("k8s/east//ConfigMap/shop/c\n"));
    }

    void theFirstLayoutThatMatchesCounts()
    {
        const git::Files files{{"k8s/east/web/c.yaml", manifest("v1", "ConfigMap", "shop", "c")}};
        for (const auto &[layout, scope] :
             std::map<std::string, std::string>{{"[{path: 'k8s/{cluster}/**'}, {path: 'k8s/{app}/**'}]", "k8s/east"},
                                                {"[{path: 'k8s/{app}/**'}, {path: 'k8s/{cluster}/**'}]", ""}}) {
            git::Files configured = files;
            configured[".noclobber.yaml"] = "layout: " + layout + "\n";
            QCOMPARE(configMapOf(configured), scope + "//ConfigMap/shop/c\n");
        }
    }

    void layoutWithoutClusterGivesTheEmptyScope()
    {
        QCOMPARE(configMapOf({{".noclobber.yaml", "layout:\n  - path: clusters/{app}/**\n"},
                              {"clusters/web/c.yaml", manifest("v1", "ConfigMap", "shop", "c")}}),
                 std::string("//ConfigMap/shop/c\n"));
    }

    void destinationNameIsTheScope()
    {
        QCOMPARE(configMapOf({{".noclobber.yaml", ownAddress},
                              {"apps/web.yaml", application("web", "deploy/web", "name: east")},
                              {"deploy/web/c.yaml", manifest("v1", "ConfigMap", "shop", "c")}}),
                 std::string("east//ConfigMap/shop/c\n"));
    }

    void destinationServerLosesItsTrailingSlash()
    {
        QCOMPARE(configMapOf({{".noclobber.yaml", ownAddress},
                              {"apps/web.yaml", application("web", "deploy/web", "server: https://10.0.0.1:6443/")},
                              {"deploy/web/c.yaml", manifest("v1", "ConfigMap", "shop", "c")}}),
                 std::string("https://10.0.0.1:6443//ConfigMap/shop/c\n"));
    }

    void clusterSecretMakesNameAndServerOne()
    {
        const std::string secret =
            "apiVersion: v1\nkind: Secret\nmetadata:\n  name: east\n  namespace: argocd\n  labels:\n"
            "    argocd.argoproj.io/secret-type: cluster\nstringData:\n  name: east\n"
            "  server: https://10.0.0.1:6443\n";
        QCOMPARE(configMapOf({{".noclobber.yaml", ownAddress},
                              {"argocd/cluster.yaml", secret},
                              {"apps/web.yaml", application("web", "deploy/web", "server: https://10.0.0.1:6443")},
                              {"deploy/web/c.yaml", manifest("v1", "ConfigMap", "shop", "c")}}),
                 std::string("east//ConfigMap/shop/c\n"));
    }

    void ownClusterIsTheScopeOfTheApplicationItself()
    {
        // root (in folder clusters/east) covers web, web deploys into its own cluster: both are clusters/east
        const git::Files files = {
            {".noclobber.yaml", ownAddress},
            {"clusters/east/root.yaml", application("root", "apps", "server: https://kubernetes.default.svc")},
            {"apps/web.yaml", application("web", "deploy/web", "name: in-cluster")},
            {"deploy/web/c.yaml", manifest("v1", "ConfigMap", "shop", "c")}};
        QCOMPARE(configMapOf(files), std::string("clusters/east//ConfigMap/shop/c\n"));
    }

    void circleOfApplicationsIsTheEmptyScope()
    {
        // root covers its own declaration, so its cluster is that of itself
        const git::Files files = {{".noclobber.yaml", ownAddress},
                                  {"clusters/east/root.yaml", application("root", "clusters/east", "name: in-cluster")},
                                  {"clusters/east/c.yaml", manifest("v1", "ConfigMap", "shop", "c")}};
        QCOMPARE(configMapOf(files), std::string("//ConfigMap/shop/c\n"));
    }

    void innermostFolderOfACollectionOfClusters_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("scope");
        QTest::newRow("env") << QByteArray("env/cluster01/etcd/c.yaml") << QByteArray("env/cluster01");
        QTest::newRow("environments") << QByteArray("environments/prod/c.yaml") << QByteArray("environments/prod");
        QTest::newRow("cluster") << QByteArray("cluster/east/web/c.yaml") << QByteArray("cluster/east");
        QTest::newRow("clusters below") << QByteArray("a/clusters/b/x/c.yaml") << QByteArray("a/clusters/b");
        QTest::newRow("innermost") << QByteArray("envs/prod/clusters/east/c.yaml")
                                   << QByteArray("envs/prod/clusters/east");
        QTest::newRow("a file is no cluster") << QByteArray("environments/c.yaml") << QByteArray("");
        QTest::newRow("other names") << QByteArray("environment/prod/c.yaml") << QByteArray("");
    }

    void innermostFolderOfACollectionOfClusters()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, scope);
        QCOMPARE(configMapOf({{path.toStdString(), manifest("v1", "ConfigMap", "shop", "c")}}),
                 scope.toStdString() + "//ConfigMap/shop/c\n");
    }

    void oneArgoCdForAllFoldersReadsItsOwnKindsInTheEmptyScope()
    {
        const git::Files files = {
            {".noclobber.yaml", ownAddress},
            {"env/east/app.yaml", application("web", "env/east/web", "name: east")},
            {"env/west/project.yaml", manifest("argoproj.io/v1alpha1", "AppProject", "argocd", "p")},
            {"env/west/rollout.yaml", manifest("argoproj.io/v1alpha1", "Rollout", "shop", "r")}};
        const auto inventories = test::readInventories(files, files);
        QCOMPARE(test::printObjects(inventories.head),
                 std::string("/argoproj.io/AppProject/argocd/p < *env/west/project.yaml#1\n"
                             "/argoproj.io/Application/argocd/web < *env/east/app.yaml#1\n"
                             "env/west/argoproj.io/Rollout/shop/r < *env/west/rollout.yaml#1\n"));
    }

    void whatIsNoLongerCoveredKeepsScopeAndNamespace()
    {
        const std::string c = manifest("v1", "ConfigMap", "", "c");
        const git::Files base = {{".noclobber.yaml", ownAddress},
                                 {"apps/web.yaml", application("web", "deploy/web", "name: east", "shop")},
                                 {"deploy/web/c.yaml", c}};
        git::Files head = base;
        head["apps/web.yaml"] = application("web", "deploy/other", "name: west", "elsewhere");
        const auto inventories = test::readInventories(base, head);
        QVERIFY(inventories.base.find({"east", {"", "ConfigMap", "shop", "c"}}) != nullptr);
        const argo::DeclaredObject *kept = inventories.head.find({"east", {"", "ConfigMap", "shop", "c"}});
        QVERIFY(kept != nullptr);
        QVERIFY(!kept->declarations[0].application);
    }

    void namespaceComesFromTheDestinationElseDefault()
    {
        const std::string c = manifest("v1", "ConfigMap", "", "c");
        QCOMPARE(configMapOf({{"c.yaml", c}}), std::string("//ConfigMap/default/c\n"));
        QCOMPARE(configMapOf({{".noclobber.yaml", ownAddress},
                              {"apps/web.yaml", application("web", "deploy", "name: in-cluster", "shop")},
                              {"deploy/c.yaml", c}}),
                 std::string("//ConfigMap/shop/c\n"));
    }

    void clusterScopedKindsHaveNoNamespace()
    {
        const std::string crd =
            "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: "
            "rings.example.com\n"
            "spec:\n  group: example.com\n  scope: Cluster\n  names: {kind: Ring, plural: rings}\n  versions: []\n";
        const git::Files base = {
            {"ring.yaml", manifest("example.com/v1", "Ring", "shop", "r")},
            {"role.yaml", manifest("rbac.authorization.k8s.io/v1", "ClusterRole", "shop", "reader")}};
        git::Files head = base;
        head["crd.yaml"] = crd; // CRDs of either commit tell the scope of their kinds, in both
        const auto inventories = test::readInventories(base, head);
        QCOMPARE(test::printObjects(inventories.base),
                 std::string("/example.com/Ring//r < *ring.yaml#1\n"
                             "/rbac.authorization.k8s.io/ClusterRole//reader < *role.yaml#1\n"));
        const auto withoutIt = test::readInventories(head, base);
        QVERIFY(withoutIt.head.find({"", {"example.com", "Ring", "", "r"}}) != nullptr);
    }
};

NOCLOBBER_TEST_MAIN(TestScope)
#include "tst_scope.moc"
