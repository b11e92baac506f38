#include "tests/support/findings.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

const std::string finalizer = "resources-finalizer.argocd.argoproj.io";
const std::string root = deployed("root", "apps", {.nameSpace = "argocd"});
const std::string otherPath = "apps/other.yaml";

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    const std::size_t at = text.find(from);
    if (at == std::string::npos)
        qFatal("%s is not in the text", from.c_str());
    return text.replace(at, from.size(), to);
}

/// Two Applications under a root; `web` deploys three objects.
git::Files shop(const Deployed &more = {})
{
    return {{"root.yaml", root},
            {otherPath, deployed("other", "deploy/other")},
            {"apps/web.yaml", deployed("web", "deploy/web", more)},
            {"deploy/other/x.yaml", configMap("shop", "x")},
            {"deploy/web/a.yaml", configMap("shop", "a")},
            {"deploy/web/b.yaml", configMap("shop", "b")},
            {"deploy/web/c.yaml", configMap("shop", "c")}};
}

git::Files moved(const git::Files &base, const std::string &from, const std::string &to)
{
    return with(without(base, from), to, base.at(from));
}

std::string severityOf(const std::string &lines)
{
    return lines.substr(0, lines.find(' '));
}

std::string chart(const std::string &version, const std::string &parameters,
                  const std::string &automated = "prune: true")
{
    return "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web, namespace: argocd}\nspec:\n"
           "  project: default\n  source: {repoURL: https://charts.example.com, chart: web, targetRevision: " +
           version + ", helm: {" + parameters +
           "}}\n  destination: {name: in-cluster, namespace: shop}\n"
           "  syncPolicy: {automated: {" +
           automated + "}}\n";
}

std::string appProject(const std::string &spec, const std::string &name = "team")
{
    return "apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: {name: " + name +
           ", namespace: argocd}\nspec: {" + spec + "}\n";
}

const std::string open = "sourceRepos: ['*'], destinations: [{server: '*', namespace: '*'}]";
const std::string narrow = "sourceRepos: ['*'], destinations: [{server: '*', namespace: other}]";

git::Files inProject(const std::string &spec)
{
    return with(
        with(shop(), "apps/web.yaml", replaced(deployed("web", "deploy/web"), "project: default", "project: team")),
        "apps/team.yaml", appProject(spec));
}

} // namespace

/// Contract, section 7: shared-object-removed, application-renamed, project-restricted, orphaned-object,
/// render-exclusion, unknown-consequence.
class TestLeavingRules : public QObject
{
    Q_OBJECT
private slots:
    /// T18, argo-cd.md 3.
    void handoverByThisChangeWarns()
    {
        QCOMPARE(findingsOf("shared-object-removed", shop(), moved(shop(), "deploy/web/b.yaml", "deploy/other/b.yaml")),
                 std::string("warn shared-object-removed //ConfigMap/shop/b at deploy/other/b.yaml:1 with "
                             "deploy/web/b.yaml:1\n"));
    }

    void handoverFromOneThatDoesNotPruneIsANote()
    {
        const git::Files base = shop({.automated = ""});
        QCOMPARE(severityOf(findingsOf("shared-object-removed", base,
                                       moved(base, "deploy/web/b.yaml", "deploy/other/b.yaml"))),
                 std::string("note"));
    }

    /// Accident 3: the other one needed it all along.
    void objectThatAnotherStillNeedsBlocks()
    {
        const git::Files base = with(shop(), "deploy/other/b.yaml", configMap("shop", "b"));
        QCOMPARE(severityOf(findingsOf("shared-object-removed", base, without(base, "deploy/web/b.yaml"))),
                 std::string("block"));
    }

    /// Contract, section 7: a deletion that takes a person is one level milder.
    void whatAPersonWouldPruneWarns()
    {
        const Deployed manual{.automated = "-"};
        const git::Files shared = with(shop(manual), "deploy/other/b.yaml", configMap("shop", "b"));
        QCOMPARE(severityOf(findingsOf("shared-object-removed", shared, without(shared, "deploy/web/b.yaml"))),
                 std::string("warn"));
        const git::Files skipped =
            with(shop(manual), "deploy/web/b.yaml", "# +argocd:skip-file-rendering\n" + configMap("shop", "b"));
        QCOMPARE(severityOf(findingsOf("render-exclusion", shop(manual), skipped)), std::string("warn"));
        git::Files byHand = shop({.finalizer = finalizer});
        byHand["root.yaml"] = deployed("root", "apps", {.nameSpace = "argocd", .automated = "-"});
        QCOMPARE(severityOf(findingsOf("application-removed", byHand, without(byHand, "apps/web.yaml"))),
                 std::string("warn"));
    }

    /// Accident 3: the whole Application leaves, with the finalizer.
    void applicationThatTakesASharedObjectAlongBlocks()
    {
        const std::string shared = "apiVersion: v1\nkind: Namespace\nmetadata: {name: common}\n";
        git::Files base = with(shop({.finalizer = finalizer}), "deploy/other/n.yaml", shared);
        base["deploy/web/n.yaml"] = shared;
        const rules::Finding finding = theFinding("shared-object-removed", base, without(base, "apps/web.yaml"));
        QVERIFY(finding.severity == Severity::Block);
        QVERIFY(finding.message.find("Everything in it would go with it") != std::string::npos);
    }

    /// argo-cd.md 4.3.
    void renamedApplication_data()
    {
        QTest::addColumn<QByteArray>("carried");
        QTest::addColumn<QByteArray>("severity");
        QTest::newRow("cascading") << QByteArray(finalizer.c_str()) << QByteArray("block");
        QTest::newRow("background") << QByteArray((finalizer + "/background").c_str()) << QByteArray("block");
        QTest::newRow("none") << QByteArray() << QByteArray("note");
    }
    void renamedApplication()
    {
        QFETCH(QByteArray, carried);
        QFETCH(QByteArray, severity);
        const git::Files base = shop({.finalizer = carried.toStdString()});
        const git::Files head = with(base, "apps/web.yaml", deployed("store", "deploy/web"));
        QCOMPARE(severityOf(findingsOf("application-renamed", base, head)), severity.toStdString());
        QCOMPARE(findingsOf("application-removed", base, head), std::string());
        QCOMPARE(findingsOf("shared-object-removed", base, head), std::string());
    }

    /// argo-cd.md 9, T21: the namespace is part of an Application's identity.
    void applicationOfAnotherNamespaceIsRenamed()
    {
        const git::Files base = shop({.finalizer = finalizer});
        const git::Files head = with(base, "apps/web.yaml", replaced(base.at("apps/web.yaml"), "argocd", "team"));
        QCOMPARE(severityOf(findingsOf("application-renamed", base, head)), std::string("block"));
    }

    /// argo-cd.md 4.4, T11.
    void projectThatRefusesBlocks()
    {
        const rules::Finding finding = theFinding("project-restricted", inProject(open), inProject(narrow));
        QVERIFY(finding.severity == Severity::Block);
        QCOMPARE(finding.message,
                 std::string("AppProject team at apps/team.yaml:1 stops 1 Application from syncing: Application "
                             "argocd/web (AppProject team does not permit namespace shop of cluster in-cluster "
                             "(destinations))."));
    }

    void projectThatIsRemovedBlocks()
    {
        const git::Files base = with(inProject(open), "apps/second.yaml", appProject(open, "second"));
        QCOMPARE(severityOf(findingsOf("project-restricted", base, without(base, "apps/team.yaml"))),
                 std::string("block"));
    }

    void projectThatIsRenamedBlocks()
    {
        const git::Files head = with(inProject(open), "apps/team.yaml", appProject(open, "teams"));
        const rules::Finding finding = theFinding("project-restricted", inProject(open), head);
        QVERIFY(finding.severity == Severity::Block);
        QVERIFY(finding.message.find("AppProject team ") != std::string::npos);
    }

    void widenedProjectWarns()
    {
        const git::Files head = without(inProject(open), "deploy/web/b.yaml");
        const rules::Finding finding = theFinding("project-restricted", inProject(narrow), head);
        QVERIFY(finding.severity == Severity::Warn);
        QVERIFY(finding.message.find("1 object of this change included") != std::string::npos);
    }

    /// Honest changes: a project that permits more to nobody's cost, one that is added, an object that an unchanged
    /// project refuses.
    void projectsThatStopNobodyAreSilent()
    {
        QCOMPARE(findingsOf("project-restricted", inProject(open), inProject(open + ", sourceNamespaces: [x]")),
                 std::string());
        QCOMPARE(findingsOf("project-restricted", shop(), with(shop(), "apps/team.yaml", appProject(narrow))),
                 std::string());
        const git::Files head =
            with(inProject(open), "deploy/web/n.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: n}\n");
        QCOMPARE(findingsOf("project-restricted", inProject(open), head), std::string());
    }

    void keptObjectIsAnOrphan()
    {
        const git::Files base =
            with(shop(), "deploy/web/b.yaml", configMap("shop", "b", "1", syncOptions("Prune=false")));
        QCOMPARE(findingsOf("orphaned-object", base, without(base, "deploy/web/b.yaml")),
                 std::string("warn orphaned-object //ConfigMap/shop/b at deploy/web/b.yaml:1\n"));
    }

    void objectThatNobodyPrunesIsAnOrphan()
    {
        const git::Files base = shop({.automated = ""});
        QCOMPARE(severityOf(findingsOf("orphaned-object", base, without(base, "deploy/web/b.yaml"))),
                 std::string("warn"));
        QCOMPARE(findingsOf("orphaned-object", shop(), without(shop(), "deploy/web/b.yaml")), std::string());
    }

    /// argo-cd.md 7: what a hook left behind is nothing that anybody managed.
    void hookIsNoOrphan()
    {
        const git::Files base =
            with(shop(), "deploy/web/b.yaml", configMap("shop", "b", "1", "argocd.argoproj.io/hook: PreSync"));
        QCOMPARE(findingsOf("orphaned-object", base, without(base, "deploy/web/b.yaml")), std::string());
    }

    /// T16, argo-cd.md 1.2, 1.4, 1.6, 1.7, 7: the text stays, the object goes.
    void textThatIsNotRenderedAnyMoreBlocks_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("removesOld");
        const std::string old = configMap("shop", "b");
        QTest::newRow("1.2 kustomization")
            << QByteArray("deploy/web/kustomization.yaml") << QByteArray("resources: [a.yaml, c.yaml]\n") << false;
        QTest::newRow("1.7 skip marker") << QByteArray("deploy/web/b.yaml")
                                         << QByteArray(("# +argocd:skip-file-rendering\n" + old).c_str()) << false;
        QTest::newRow("1.4 extension") << QByteArray("deploy/web/b.yaml.bak") << QByteArray(old.c_str()) << true;
        QTest::newRow("1.4 upper case") << QByteArray("deploy/web/b.YAML") << QByteArray(old.c_str()) << true;
        QTest::newRow("1.6 subfolder of a template")
            << QByteArray("deploy/web/b.tpl") << QByteArray(old.c_str()) << true;
        QTest::newRow("1.6 exclude") << QByteArray("apps/web.yaml")
                                     << QByteArray(replaced(deployed("web", "deploy/web"), "path: deploy/web",
                                                            "path: deploy/web, directory: {exclude: 'b*'}")
                                                       .c_str())
                                     << false;
        QTest::newRow("7 hook") << QByteArray("deploy/web/b.yaml")
                                << QByteArray(configMap("shop", "b", "one", "helm.sh/hook: test").c_str()) << false;
    }
    void textThatIsNotRenderedAnyMoreBlocks()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, text);
        QFETCH(bool, removesOld);
        git::Files head = with(shop(), path.toStdString(), text.toStdString());
        if (removesOld)
            head.erase("deploy/web/b.yaml");
        QCOMPARE(findingsOf("render-exclusion", shop(), head),
                 std::string("block render-exclusion /argoproj.io/Application/argocd/web at deploy/web/b.yaml:1\n"));
    }

    void textThatIsGoneIsNoExclusion()
    {
        QCOMPARE(findingsOf("render-exclusion", shop(), without(shop(), "deploy/web/b.yaml")), std::string());
        const git::Files head = with(shop(), "apps/web.yaml", deployed("web", "deploy/other"));
        QCOMPARE(findingsOf("render-exclusion", shop(), head), std::string());
        QCOMPARE(findingsOf("render-exclusion", shop(), moved(shop(), "deploy/web/b.yaml", "deploy/web/z.yaml")),
                 std::string());
    }

    /// An Application whose objects are not in this repository turns elsewhere.
    void unseenApplicationThatTurns_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("severity");
        const std::string parameters = "parameters: [{name: image.tag, value: v1}, {name: persistence, value: 'true'}]";
        QTest::newRow("untouched") << QByteArray(chart("1.0.0", parameters).c_str()) << QByteArray();
        QTest::newRow("version") << QByteArray(chart("1.1.0", parameters).c_str()) << QByteArray("note");
        QTest::newRow("image") << QByteArray(chart("1.0.0", replaced(parameters, "v1", "v2")).c_str())
                               << QByteArray("note");
        QTest::newRow("parameter") << QByteArray(chart("1.0.0", replaced(parameters, "true", "false")).c_str())
                                   << QByteArray("warn");
        QTest::newRow("chart") << QByteArray(replaced(chart("1.0.0", parameters), "chart: web", "chart: shop").c_str())
                               << QByteArray("warn");
        QTest::newRow("repository") << QByteArray(replaced(chart("1.0.0", parameters), "charts.", "old.").c_str())
                                    << QByteArray("warn");
        QTest::newRow("destination") << QByteArray(replaced(chart("1.0.0", parameters), "in-cluster", "east").c_str())
                                     << QByteArray("warn");
    }
    void unseenApplicationThatTurns()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, severity);
        const std::string parameters = "parameters: [{name: image.tag, value: v1}, {name: persistence, value: 'true'}]";
        const git::Files base = with(shop(), "apps/web.yaml", chart("1.0.0", parameters));
        QCOMPARE(severityOf(findingsOf("unknown-consequence", base, with(base, "apps/web.yaml", head.toStdString()))),
                 severity.toStdString());
    }

    /// argo-cd.md 1.13: an old unreadable file holds up the deletion until somebody mends it.
    void removalBehindAnOldProblemWarns()
    {
        const git::Files base = with(shop(), "deploy/web/old.yaml", "apiVersion: v1\nkind: [\nmetadata: {name: old}\n");
        QCOMPARE(findingsOf("unknown-consequence", base, without(base, "deploy/web/b.yaml")),
                 std::string("warn unknown-consequence /argoproj.io/Application/argocd/web at apps/web.yaml:1\n"));
    }

    /// argo-cd.md 10: an Application that is pinned does not see what happens here.
    void pinnedApplicationIsNotReached_data()
    {
        QTest::addColumn<QByteArray>("revision");
        QTest::addColumn<bool>("pinned");
        QTest::newRow("tag") << QByteArray("v1.2.3") << true;
        QTest::newRow("pre-release") << QByteArray("1.2.3-rc.1") << true;
        QTest::newRow("commit") << QByteArray(40, 'a') << true;
        QTest::newRow("branch") << QByteArray("release") << false;
        QTest::newRow("range") << QByteArray("1.2.*") << false;
        QTest::newRow("major and minor") << QByteArray("v1.2") << false;
        QTest::newRow("short commit") << QByteArray("abcdef1") << false;
    }
    void pinnedApplicationIsNotReached()
    {
        QFETCH(QByteArray, revision);
        QFETCH(bool, pinned);
        const git::Files base = with(shop(), "apps/web.yaml",
                                     replaced(deployed("web", "deploy/web"), "path: deploy/web",
                                              "path: deploy/web, targetRevision: '" + revision.toStdString() + "'"));
        git::Files head = without(without(base, "deploy/web/a.yaml"), "deploy/web/b.yaml");
        QCOMPARE(findings(base, head).empty(), pinned);
        head.erase("deploy/web/c.yaml");
        QCOMPARE(findings(base, head).empty(), pinned);
    }

    /// A kustomization that only lists: what leaves with its text was not turned from.
    void deletionBesideAnEditIsNoTurn()
    {
        const git::Files base = with(shop(), "deploy/web/kustomization.yaml", "resources: [a.yaml, b.yaml, c.yaml]\n");
        git::Files head = with(base, "deploy/web/kustomization.yaml", "resources: [a.yaml, b.yaml]\n");
        head.erase("deploy/web/c.yaml");
        head["apps/web.yaml"] =
            replaced(deployed("web", "deploy/web"), "path: deploy/web", "targetRevision: main, path: deploy/web");
        QCOMPARE(findingsOf("application-retargeted", base, head), std::string());
    }

    void unseenApplicationThatDoesNotPruneIsANote()
    {
        const git::Files base = with(shop(), "apps/web.yaml", chart("1.0.0", "releaseName: a", ""));
        const git::Files head = with(base, "apps/web.yaml", chart("1.0.0", "releaseName: b", ""));
        QCOMPARE(severityOf(findingsOf("unknown-consequence", base, head)), std::string("note"));
    }
};

NOCLOBBER_TEST_MAIN(TestLeavingRules)
#include "tst_leaving_rules.moc"
