#include "tests/support/change_case.h"
#include "tests/support/changes.h"
#include "tests/support/findings.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::configMap;

namespace {

constexpr const char *address = "https://git.example.com/fixtures/manifests.git";

/// A set named `all` in namespace argocd: entries of `generators`, the template's name, more lines of spec and
/// metadata.
std::string setOf(const std::string &generators, const std::string &name, const std::string &spec = {},
                  const std::string &metadata = {})
{
    return "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata:\n  name: all\n  namespace: argocd\n" +
           metadata + "spec:\n" + spec + "  generators:\n" + generators + "  template:\n    metadata:\n      name: '" +
           name + "'\n    spec:\n      project: default\n      source: {repoURL: '" + address +
           "', path: '{{path}}'}\n      destination: {name: in-cluster, namespace: shop}\n"
           "      syncPolicy: {automated: {prune: true}}\n";
}

const std::string folders = std::string("  - git: {repoURL: '") + address + "', directories: [{path: apps/*}]}\n";

/// Beside the set at sets/all.yaml: two folders that it may deploy, and the Application that deploys the set.
git::Files filesOf(const std::string &set, const git::Files &more = {})
{
    git::Files files = more;
    if (!set.empty())
        files["sets/all.yaml"] = set;
    files["root.yaml"] = test::deployed("root", "sets", {"argocd"});
    files["apps/web/web.yaml"] = configMap("", "web");
    files["apps/db/db.yaml"] = test::claim("", "db");
    return files;
}

/// A set of a list with these elements, each an app and its path.
git::Files listed(const std::string &elements, const std::string &spec = {})
{
    return filesOf(setOf("  - list: {elements: [" + elements + "]}\n", "{{app}}", spec));
}

const std::string web = "{path: apps/web, app: web}";
const std::string both = "{path: apps/web, app: web}, {path: apps/db, app: db}";

} // namespace

/// Rules of the domain page on Argo CD, 4.5.
class TestGeneratedApplications : public QObject
{
    Q_OBJECT
private slots:
    void removedListElementDeletesItsApplicationAndAllItDeploys()
    {
        const test::ChangeCase change(listed(both), listed(web));
        QCOMPARE(change.effects(), std::string("cascade-deleted at-risk //PersistentVolumeClaim/shop/db\n"
                                               "cascade-deleted none derived /argoproj.io/Application/argocd/db\n"));
        QVERIFY(change.because("//PersistentVolumeClaim/shop/db")
                    .starts_with(
                        "/argoproj.io/ApplicationSet/argocd/all: ApplicationSet argocd/all at sets/all.yaml:1 is "
                        "changed\n"
                        "/argoproj.io/Application/argocd/db: ApplicationSet argocd/all made it for element 2 of its "
                        "list and does not make it any more; its policy sync lets it delete it\n"
                        "//PersistentVolumeClaim/shop/db: Application argocd/db carries the finalizer that deletes "
                        "what it manages"));
    }

    void policyDecidesWhetherTheApplicationGoes_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<bool>("goes");
        QTest::newRow("sync") << QByteArray("sync") << true;
        QTest::newRow("create-delete") << QByteArray("create-delete") << true;
        QTest::newRow("create-only") << QByteArray("create-only") << false;
        QTest::newRow("create-update") << QByteArray("create-update") << false;
    }

    void policyDecidesWhetherTheApplicationGoes()
    {
        QFETCH(QByteArray, policy);
        QFETCH(bool, goes);
        const std::string spec = "  syncPolicy: {applicationsSync: " + policy.toStdString() + "}\n";
        QCOMPARE(!test::ChangeCase(listed(both, spec), listed(web, spec)).effects().empty(), goes);
    }

    void policyWithoutUpdatesKeepsTheOldSpec()
    {
        const auto turned = [](const std::string &path, const std::string &policy) {
            return listed("{path: " + path + ", app: web}", "  syncPolicy: {applicationsSync: " + policy + "}\n");
        };
        QCOMPARE(test::ChangeCase(turned("apps/db", "create-only"), turned("apps/web", "create-only")).effects(),
                 std::string());
        QCOMPARE(test::ChangeCase(turned("apps/db", "sync"), turned("apps/web", "sync")).effects(),
                 std::string("pruned at-risk //PersistentVolumeClaim/shop/db\n"));
    }

    void turnedApplicationsChainStartsAtItsSet()
    {
        const test::ChangeCase change(listed("{path: apps/db, app: web}"), listed(web));
        QCOMPARE(change.object("//PersistentVolumeClaim/shop/db").because.front().id.key.kind,
                 std::string("ApplicationSet"));
    }

    void preservedResourcesStayWhenTheirApplicationGoes()
    {
        const std::string spec = "  syncPolicy: {preserveResourcesOnDeletion: true}\n";
        QCOMPARE(test::ChangeCase(listed(both, spec), listed(web, spec)).effects(),
                 std::string("orphaned kept //PersistentVolumeClaim/shop/db\n"
                             "cascade-deleted none derived /argoproj.io/Application/argocd/db\n"));
    }

    void removedFolderTakesItsApplicationAlong()
    {
        git::Files head = filesOf(setOf(folders, "{{path.basename}}"));
        head.erase("apps/db/db.yaml");
        const test::ChangeCase change(filesOf(setOf(folders, "{{path.basename}}")), head);
        QCOMPARE(change.effects(), std::string("cascade-deleted at-risk //PersistentVolumeClaim/shop/db\n"
                                               "cascade-deleted none derived /argoproj.io/Application/argocd/db\n"));
        QVERIFY(change.because("//PersistentVolumeClaim/shop/db")
                    .starts_with("/argoproj.io/ApplicationSet/argocd/all: ApplicationSet argocd/all at sets/all.yaml:1 "
                                 "is as it was, but what its generators read is changed\n"
                                 "/argoproj.io/Application/argocd/db: ApplicationSet argocd/all made it for the folder "
                                 "apps/db and does not make it any more"));
    }

    void removedSetTakesItsApplicationsAlong()
    {
        const test::ChangeCase change(
            filesOf(setOf(folders, "{{path.basename}}"), {{"sets/keep.yaml", configMap("x", "k")}}),
            filesOf("", {{"sets/keep.yaml", configMap("x", "k")}}));
        QCOMPARE(change.effects(), std::string("cascade-deleted none //ConfigMap/shop/web\n"
                                               "cascade-deleted at-risk //PersistentVolumeClaim/shop/db\n"
                                               "cascade-deleted none derived /argoproj.io/Application/argocd/db\n"
                                               "cascade-deleted none derived /argoproj.io/Application/argocd/web\n"
                                               "pruned none /argoproj.io/ApplicationSet/argocd/all\n"));
    }

    void newFolderIsAnHonestAddition()
    {
        git::Files head = filesOf(setOf(folders, "{{path.basename}}"));
        head["apps/api/api.yaml"] = configMap("", "api");
        const git::Files base = filesOf(setOf(folders, "{{path.basename}}"));
        QCOMPARE(test::ChangeCase(base, head).effects(), std::string());
        QVERIFY(test::findings(base, head).find("block") == std::string::npos);
        QVERIFY(test::findings(base, head).find("warn") == std::string::npos);
    }

    void movingToAnotherSetMakesTheApplicationAnew()
    {
        const auto two = [](const std::string &first, const std::string &second) {
            std::string other = setOf(second, "{{app}}");
            other.replace(other.find("name: all"), 9, "name: two");
            return filesOf(setOf(first, "{{app}}"), {{"sets/two.yaml", other}});
        };
        const std::string none = "  - list: {elements: []}\n";
        const std::string one = "  - list: {elements: [{path: apps/db, app: db}]}\n";
        QCOMPARE(test::ChangeCase(two(one, none), two(none, one)).effects(),
                 std::string("recreated at-risk //PersistentVolumeClaim/shop/db\n"
                             "recreated none derived /argoproj.io/Application/argocd/db\n"));
    }

    void errorInHeadDeletesNothingButIsUnknown()
    {
        const test::ChangeCase change(filesOf(setOf(folders, "{{path.basename}}")),
                                      filesOf(setOf(folders, "{{path.basename}}_x")));
        QCOMPARE(change.effects(), std::string());
        QCOMPARE(change.radius().unknowns.size(), std::size_t(1));
        QVERIFY(change.radius().unknowns[0].message.starts_with("what it makes from now on cannot be told"));
    }

    void unknownGeneratorThatChangesIsUnknown()
    {
        const auto ofOrganization = [](const std::string &organization) {
            return filesOf(
                setOf("  - scmProvider: {github: {organization: " + organization + "}}\n", "{{repository}}"));
        };
        const test::ChangeCase same(ofOrganization("a"), ofOrganization("a"));
        QVERIFY(same.radius().unknowns.empty());
        const test::ChangeCase change(ofOrganization("a"), ofOrganization("b"));
        QCOMPARE(change.radius().unknowns.size(), std::size_t(1));
    }

    void shrinkingSetIsToldWithWhatGoes()
    {
        QCOMPARE(
            test::theFinding("applicationset-shrinks", listed(both), listed(web)).message,
            std::string("ApplicationSet argocd/all at sets/all.yaml:1: 1 Application that it made goes: argocd/db. "
                        "Of what they deploy 1 object goes with them, 1 with state."));
        QCOMPARE(test::theFinding("applicationset-shrinks",
                                  listed(both, "  syncPolicy: {preserveResourcesOnDeletion: true}\n"), listed(both))
                     .message,
                 std::string("ApplicationSet argocd/all at sets/all.yaml:1: preserveResourcesOnDeletion is off now, 2 "
                             "Applications get the finalizer that deletes what it deploys when it goes."));
    }

    void dynamicGeneratorThatMayDeleteStateIsUnsafe() // accident 7
    {
        const std::string clusters = "  - clusters: {values: {path: apps/db}}\n";
        const auto files = [&](const std::string &policy) {
            std::string set = setOf(clusters, "{{name}}", "  syncPolicy: {applicationsSync: " + policy + "}\n");
            set.replace(set.find("{{path}}"), 8, "{{values.path}}");
            return filesOf(set);
        };
        QCOMPARE(test::findingsOf("applicationset-unsafe", files("sync"), files("sync")),
                 std::string("note applicationset-unsafe /argoproj.io/ApplicationSet/argocd/all at sets/all.yaml:1\n"));
        QCOMPARE(test::findingsOf("applicationset-unsafe", files("create-update"), files("create-update")),
                 std::string());
    }

    void honestChangesOfAnUnknownSetAreNoUnknown() // contract, 7: image bumps and additions
    {
        const auto files = [](const std::string &revision, const std::string &elements) {
            std::string set = setOf(
                "  - list: {elements: [" + elements + "]}\n  - scmProvider: {github: {organization: a}}\n", "{{app}}");
            set.replace(set.find(", path: '{{path}}'"), 18, ", path: '{{path}}', targetRevision: " + revision);
            return filesOf(set);
        };
        QVERIFY(test::ChangeCase(files("v1", web), files("v2", both)).radius().unknowns.empty());
        QCOMPARE(test::ChangeCase(files("v1", both), files("v1", web)).radius().unknowns.size(), std::size_t(1));
    }

    void templateThatIsNotFollowedIsUnknownWhenItsInputShrinks()
    {
        const std::string spec = "  goTemplate: true\n";
        const std::string unknown = "{{ regexReplaceAll \"a\" .path.basename \"b\" }}";
        const git::Files base = filesOf(setOf(folders, unknown, spec));
        git::Files less = base;
        less.erase("apps/db/db.yaml");
        git::Files more = base;
        more["apps/api/api.yaml"] = configMap("", "api");
        QCOMPARE(test::ChangeCase(base, less).radius().unknowns.size(), std::size_t(1));
        QCOMPARE(test::ChangeCase(base, more).radius().unknowns.size(), std::size_t(0));
    }
};

NOCLOBBER_TEST_MAIN(TestGeneratedApplications)
#include "tst_generated_applications.moc"
