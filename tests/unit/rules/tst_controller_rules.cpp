#include "tests/support/findings.h"
#include "tests/support/inventories.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

const std::string finalizer = "resources-finalizer.argocd.argoproj.io";
const std::string root = deployed("root", "apps", {.nameSpace = "argocd"});

std::string at(const std::string &version)
{
    return "argoCd: {version: '" + version + "'}\n";
}

std::string told(const std::string &rule, const git::Files &base, const git::Files &head)
{
    const std::string text = findingsOf(rule, base, head);
    return text.substr(0, text.find(" at "));
}

/// Objects with the instance label of "redis", deployed by another Application.
git::Files labelled()
{
    const std::string label = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cache\n  namespace: shop\n"
                              "  labels: {app.kubernetes.io/instance: redis}\ndata: {mode: one}\n";
    return {{"root.yaml", root},
            {"apps/web.yaml", deployed("web", "deploy/web")},
            {"deploy/web/cache.yaml", label},
            {"deploy/redis/settings.yaml", configMap("shop", "settings")}};
}

std::string following(const std::string &revision, const std::string &automated, const std::string &source = "path: x")
{
    return "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web, namespace: argocd}\n"
           "spec:\n  destination: {name: in-cluster, namespace: shop}\n  source: {repoURL: "
           "'https://example.com/other.git', " +
           source + (revision.empty() ? "" : ", targetRevision: '" + revision + "'") +
           "}\n  syncPolicy: {automated: {" + automated + "}}\n";
}

std::string definition(const std::string &plural, const std::string &kind)
{
    return "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: " + plural +
           ".argoproj.io}\nspec: {group: argoproj.io, names: {kind: " + kind + "}, scope: Namespaced}\n";
}

/// Argo CD deployed by itself, with an Application beside it.
git::Files selfManaged(const std::string &finalizers)
{
    return {{"apps/argocd.yaml", deployed("argocd", "argocd", {.nameSpace = "argocd"})},
            {"apps/web.yaml", deployed("web", "deploy/web", {.finalizer = finalizers})},
            {"argocd/namespace.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: argocd}\n"},
            {"argocd/definition.yaml", definition("applications", "Application")},
            {"argocd/controller.yaml", manifest("apps/v1", "Deployment", "argocd", "argocd-application-controller")},
            {"argocd/settings.yaml", configMap("argocd", "argocd-cm")},
            {"argocd/more.yaml", configMap("argocd", "argocd-rbac-cm")},
            {"argocd/hosts.yaml", configMap("argocd", "argocd-ssh-known-hosts-cm")},
            {"argocd/certificates.yaml", configMap("argocd", "argocd-tls-certs-cm")},
            {"deploy/web/settings.yaml", configMap("shop", "settings")}};
}

} // namespace

/// Contract, section 7: tracking-collision, moving-revision, cluster-scoped-removed, gitops-core-affected.
class TestControllerRules : public QObject
{
    Q_OBJECT
private slots:
    /// Accident 12; argo-cd.md 3, label method hazard.
    void newApplicationOfAnInstanceLabelsNameCollides()
    {
        const git::Files head = with(labelled(), "apps/redis.yaml", deployed("redis", "deploy/redis"));
        const rules::Finding finding = theFinding("tracking-collision", labelled(), head);
        QVERIFY(finding.severity == Severity::Warn);
        QCOMPARE(finding.message,
                 std::string("The new Application argocd/redis at apps/redis.yaml:1 has the name that 1 object outside "
                             "it carry as app.kubernetes.io/instance (ConfigMap shop/cache): with label tracking Argo "
                             "CD takes them for its own and prunes them."));
    }

    void whatTheApplicationDeploysItselfIsItsOwn()
    {
        git::Files head = with(labelled(), "apps/redis.yaml", deployed("redis", "deploy/redis"));
        head["deploy/redis/cache.yaml"] = head["deploy/web/cache.yaml"];
        head.erase("deploy/web/cache.yaml");
        QCOMPARE(told("tracking-collision", without(labelled(), "deploy/web/cache.yaml"), head), std::string());
    }

    void oldApplicationDoesNotCollideAnew()
    {
        const git::Files base = with(labelled(), "apps/redis.yaml", deployed("redis", "deploy/redis"));
        QCOMPARE(told("tracking-collision", base, with(base, "deploy/web/more.yaml", configMap("shop", "more"))),
                 std::string());
    }

    /// argo-cd.md 3: annotation tracking is the default since 3.0.
    void annotationTrackingKnowsNoCollision()
    {
        const auto collides = [](const git::Files &base) {
            return !told("tracking-collision", base, with(base, "apps/redis.yaml", deployed("redis", "deploy/redis")))
                        .empty();
        };
        const auto method = [](const std::string &name) {
            return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: argocd-cm, namespace: argocd}\ndata: "
                   "{application.resourceTrackingMethod: " +
                   name + "}\n";
        };
        QVERIFY(!collides(with(labelled(), ".noclobber.yaml", at("3.1"))));
        QVERIFY(collides(with(labelled(), ".noclobber.yaml", at("2.14"))));
        QVERIFY(!collides(with(labelled(), "cm.yaml", method("annotation"))));
        QVERIFY(!collides(with(labelled(), "cm.yaml", method("annotation+label"))));
        QVERIFY(collides(with(with(labelled(), "cm.yaml", method("label")), ".noclobber.yaml", at("3.1"))));
    }

    void movingRevisionOfANewApplicationIsTold_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::addColumn<bool>("moves");
        QTest::newRow("none") << "" << true;
        QTest::newRow("HEAD") << "HEAD" << true;
        QTest::newRow("branch") << "main" << true;
        QTest::newRow("branch of a release") << "release-1.2" << true;
        QTest::newRow("range") << "1.x.x" << true;
        QTest::newRow("short id") << "0123abc" << true;
        QTest::newRow("commit") << "0123456789abcdef0123456789abcdef01234567" << false;
        QTest::newRow("version") << "1.2.3" << false;
        QTest::newRow("tag of a version") << "v1.2.3-rc1" << false;
        QTest::newRow("tag") << "refs/tags/stable" << false;
    }
    /// argo-cd.md 10; accident 19.
    void movingRevisionOfANewApplicationIsTold()
    {
        QFETCH(QString, revision);
        QFETCH(bool, moves);
        const git::Files base{{"a.yaml", configMap("shop", "a")}};
        const std::string name = revision.toStdString();
        const auto added = [&](const std::string &text) {
            return !told("moving-revision", base, with(base, "web.yaml", text)).empty();
        };
        QCOMPARE(added(following(name, "prune: true")), moves);
        QVERIFY(!added(following(name, "prune: false")));
        QVERIFY(!added(following(name, "prune: true", "chart: web")));
    }

    void alteredApplicationIsToldWhenItBeginsToMoveOrToPrune()
    {
        const auto changed = [](const std::string &before, const std::string &after) {
            return told("moving-revision", {{"web.yaml", before}}, {{"web.yaml", after}});
        };
        const std::string fixed = following("v1.0.0", "prune: true");
        const std::string expected = "note moving-revision /argoproj.io/Application/argocd/web";
        QCOMPARE(changed(fixed, following("main", "prune: true")), expected);
        QCOMPARE(changed(following("main", "prune: false"), following("main", "prune: true")), expected);
        QCOMPARE(changed(following("main", "prune: true"), following("main", "prune: true, selfHeal: true")),
                 std::string());
        QCOMPARE(changed(following("v1.0.0", "prune: true"), following("v1.0.1", "prune: true")), std::string());
    }

    /// Accident 23.
    void clusterScopedObjectsThatGoAreListedApart()
    {
        const std::string role = "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\n";
        const git::Files base{{"a.yaml", configMap("shop", "a")},
                              {"role.yaml", role},
                              {"ns.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: n}\n"},
                              {"b.yaml", configMap("shop", "b")}};
        QCOMPARE(findingsOf("cluster-scoped-removed", base, {{"a.yaml", configMap("shop", "a")}}),
                 std::string("note cluster-scoped-removed /rbac.authorization.k8s.io/ClusterRole//r at role.yaml:1\n"));
        QCOMPARE(told("cluster-scoped-removed", base, with(without(base, "role.yaml"), "moved.yaml", role)),
                 std::string());
    }

    /// Accidents 14 and 21.
    void coreThatLeavesTakesTheApplicationsAlong()
    {
        const auto leaves = [](const std::string &finalizers, const char *path) {
            const git::Files base = selfManaged(finalizers);
            return told("gitops-core-affected", base, without(base, path));
        };
        QCOMPARE(leaves(finalizer, "argocd/namespace.yaml"),
                 std::string("block gitops-core-affected //Namespace//argocd"));
        QCOMPARE(leaves(finalizer, "argocd/controller.yaml"),
                 std::string("block gitops-core-affected /apps/Deployment/argocd/argocd-application-controller"));
        QCOMPARE(leaves(finalizer, "argocd/definition.yaml"), // Argo CD does not prune it, argo-cd.md 8
                 std::string("warn gitops-core-affected "
                             "/apiextensions.k8s.io/CustomResourceDefinition//applications.argoproj.io"));
        QCOMPARE(leaves("", "argocd/namespace.yaml"), std::string());
        QCOMPARE(leaves(finalizer, "argocd/settings.yaml"), std::string());
    }

    void upgradeOfTheControllerIsNoDeparture()
    {
        const git::Files base = selfManaged(finalizer);
        QCOMPARE(told("gitops-core-affected", base,
                      with(base, "argocd/controller.yaml",
                           manifest("apps/v1", "StatefulSet", "argocd", "argocd-application-controller"))),
                 std::string());
        QCOMPARE(told("gitops-core-affected", base,
                      with(base, "argocd/definition.yaml", definition("applications", "Application") + "# new\n")),
                 std::string());
    }

    /// Accident 14.
    void chartOfTheCoreFromElsewhereIsADeparture()
    {
        git::Files base = without(selfManaged(finalizer), "apps/web.yaml");
        base["apps/pay.yaml"] = deployed("pay", "deploy/web", {.finalizer = finalizer});
        base["apps/core.yaml"] = following("5.0.0", "prune: true", "chart: argo-cd");
        git::Files head = base;
        head["apps/core.yaml"] = following("5.0.1", "prune: true", "chart: argo-cd");
        QCOMPARE(told("gitops-core-affected", base, head), std::string());
        head["apps/core.yaml"] = following("5.0.0", "prune: true", "chart: argocd");
        QCOMPARE(told("gitops-core-affected", base, head).substr(0, 27), std::string("block gitops-core-affected "));
    }
};

NOCLOBBER_TEST_MAIN(TestControllerRules)
#include "tst_controller_rules.moc"
