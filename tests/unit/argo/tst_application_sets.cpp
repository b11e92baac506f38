#include "tests/support/changes.h"
#include "tests/support/inventories.h"
#include "tests/support/test_main.h"

#include "core/argo/generator_globs.h"

using namespace noclobber;

namespace {

constexpr const char *settings = "argoCd:\n  repositories: [https://git.example.com/a.git]\n";

/// An ApplicationSet named `all` in namespace argocd.
std::string applicationSet(const std::string &spec, const std::string &metadata = {})
{
    return "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata:\n  name: all\n  namespace: argocd\n" +
           metadata + "spec:\n" + spec;
}

/// A template of these three texts.
std::string madeOf(const std::string &name, const std::string &path, const std::string &cluster = "in-cluster",
                   const std::string &more = {})
{
    return "  template:\n    metadata:\n      name: '" + name +
           "'\n    spec:\n      project: default\n      source:\n        repoURL: https://git.example.com/a.git\n" +
           "        path: '" + path + "'\n      destination:\n        name: '" + cluster + "'\n        namespace: x\n" +
           more;
}

std::string printed(const argo::Inventory &inventory)
{
    std::string text;
    for (const argo::Application &one : inventory.applications)
        text += one.id.key.nameSpace + "/" + one.id.key.name + " " + one.sources.at(0).path + " " +
                one.destination.name + one.destination.server + (one.cascades() ? " cascades" : "") +
                (one.generatedBy ? "" : " declared") + "\n";
    for (const argo::ApplicationSet &set : inventory.applicationSets) {
        for (const std::string &why : set.unknowns)
            text += "unknown: " + why + "\n";
    }
    return text;
}

/// What a set in sets/all.yaml makes of these files.
std::string made(const std::string &spec, git::Files files = {})
{
    files[".noclobber.yaml"] = settings;
    files["sets/all.yaml"] = applicationSet(spec);
    return printed(test::readInventories(files, files).head);
}

const std::string configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n";

const git::Files folders = {{"apps/web/a.yaml", configMap},
                            {"apps/api/a.yaml", configMap},
                            {"apps/api/deep/a.yaml", configMap},
                            {"apps/.hidden/a.yaml", configMap},
                            {"infra/dns/a.yaml", configMap}};

} // namespace

/// Rules of the domain page on Argo CD, 4.5; expected values by the documentation of each generator.
class TestApplicationSets : public QObject
{
    Q_OBJECT
private slots:
    void listFillsInTheOlderForm()
    {
        QCOMPARE(made("  generators:\n  - list:\n      elements:\n      - {cluster: east, values: {dir: web}}\n"
                      "      - {cluster: west, values: {dir: api}}\n" +
                      madeOf("{{cluster}}-{{ values.dir }}", "apps/{{values.dir}}", "{{cluster}}")),
                 std::string("argocd/east-web apps/web east cascades\nargocd/west-api apps/api west cascades\n"));
    }

    void listElementsOfTheOlderFormAreTexts()
    {
        QCOMPARE(made("  generators:\n  - list:\n      elements: [{port: 80}]\n" + madeOf("a{{port}}", "apps")),
                 std::string("unknown: which Applications it makes cannot be told: element 1 of its list has port that "
                             "is no text, which templates of the older form refuse (line 8)\n"));
    }

    void listFillsInGoTemplates()
    {
        QCOMPARE(made("  goTemplate: true\n  goTemplateOptions: ['missingkey=error']\n  generators:\n  - list:\n"
                      "      elements: [{name: East, port: 2}]\n      elementsYaml: '[{name: b, port: 3}]'\n" +
                      madeOf("{{ .name | lower }}-{{ .port }}", "apps/{{ .name }}")),
                 std::string("argocd/b-3 apps/b in-cluster cascades\nargocd/east-2 apps/East in-cluster cascades\n"));
    }

    void directoriesAreThoseOfTheTreeWithoutHiddenOnes()
    {
        const std::string git = "  generators:\n  - git:\n      repoURL: https://git.example.com/a.git\n"
                                "      revision: HEAD\n      directories:\n";
        QCOMPARE(made(git + "      - path: apps/*\n" + madeOf("{{path.basename}}", "{{path}}"), folders),
                 std::string("argocd/api apps/api in-cluster cascades\nargocd/web apps/web in-cluster cascades\n"));
        QCOMPARE(made(git + "      - path: '*/*'\n      - {path: apps/web, exclude: true}\n" +
                          madeOf("{{path[0]}}-{{path[1]}}", "{{path}}"),
                      folders),
                 std::string("argocd/apps-api apps/api in-cluster cascades\n"
                             "argocd/infra-dns infra/dns in-cluster cascades\n"));
        QCOMPARE(made("  goTemplate: true\n" + git +
                          "      - path: apps/**\n      values: {v: 'x-{{.path.basename}}'}\n" +
                          madeOf("{{.values.v}}", "{{.path.path}}/{{index .path.segments 1}}"),
                      folders),
                 std::string("argocd/x-api apps/api/api in-cluster cascades\n"
                             "argocd/x-web apps/web/web in-cluster cascades\n"));
    }

    void filesGiveTheirContentsAndPaths()
    {
        const git::Files files = {{"env/east/config.yaml", "cluster: {name: east-1, port: 8080}\ntags: [a, b]\n"},
                                  {"env/west/config.json", "[{\"cluster\": {\"name\": \"w1\"}, \"tags\": [\"c\"]},"
                                                           " {\"cluster\": {\"name\": \"w2\"}, \"tags\": [\"d\"]}]"},
                                  {"env/west/other.txt", "x"}};
        const std::string git = "  - git:\n      repoURL: https://git.example.com/a.git\n      files:\n"
                                "      - path: env/**/config.*\n";
        QCOMPARE(made("  generators:\n" + git + madeOf("{{cluster.name}}-{{tags.0}}", "{{path}}", "{{path.basename}}"),
                      files),
                 std::string("argocd/east-1-a env/east east cascades\nargocd/w1-c env/west west cascades\n"
                             "argocd/w2-d env/west west cascades\n"));
        QCOMPARE(made("  goTemplate: true\n  generators:\n" + git + "      pathParamPrefix: my\n" +
                          madeOf("{{.cluster.name}}-{{index .tags 0}}", "{{.my.path.path}}/{{.my.path.filename}}"),
                      files),
                 std::string("argocd/east-1-a env/east/config.yaml in-cluster cascades\n"
                             "argocd/w1-c env/west/config.json in-cluster cascades\n"
                             "argocd/w2-d env/west/config.json in-cluster cascades\n"));
    }

    void matrixCombinesAndTheSecondUsesTheFirst()
    {
        const std::string generators =
            "  generators:\n  - matrix:\n      generators:\n      - list:\n          elements: [{env: apps}, {env: "
            "infra}]\n"
            "      - git:\n          repoURL: https://git.example.com/a.git\n          directories:\n"
            "          - path: '{{env}}/*'\n";
        QCOMPARE(made(generators + madeOf("{{env}}-{{path.basename}}", "{{path}}"), folders),
                 std::string("argocd/apps-api apps/api in-cluster cascades\n"
                             "argocd/apps-web apps/web in-cluster cascades\n"
                             "argocd/infra-dns infra/dns in-cluster cascades\n"));
    }

    void mergeOverridesByItsKeys()
    {
        QCOMPARE(made("  generators:\n  - merge:\n      mergeKeys: [name]\n      generators:\n"
                      "      - list:\n          elements: [{name: a, dir: one}, {name: b, dir: one}]\n"
                      "      - list:\n          elements: [{name: b, dir: two}, {name: c, dir: two}]\n" +
                      madeOf("{{name}}", "{{dir}}")),
                 std::string("argocd/a one in-cluster cascades\nargocd/b two in-cluster cascades\n"));
    }

    void mergeRefusesTwoSetsWithOneKey()
    {
        QVERIFY(made("  generators:\n  - merge:\n      mergeKeys: [name]\n      generators:\n"
                     "      - list:\n          elements: [{name: a, dir: one}, {name: a, dir: two}]\n"
                     "      - list:\n          elements: [{name: a, dir: two}]\n" +
                     madeOf("{{name}}", "{{dir}}"))
                    .find("the same merge keys") != std::string::npos);
    }

    void clustersAreThoseOfTheSecretsAndOurOwn()
    {
        const auto secret = [](const std::string &name, const std::string &tier) {
            return "apiVersion: v1\nkind: Secret\nmetadata:\n  name: " + name +
                   "\n  namespace: argocd\n  labels: {argocd.argoproj.io/secret-type: cluster, tier: " + tier +
                   "}\nstringData: {name: " + name + ", server: 'https://" + name + ":6443'}\n";
        };
        const git::Files files = {{"clusters/a.yaml", secret("east", "prod")},
                                  {"clusters/b.yaml", secret("west", "test")}};
        const std::string unseen = "unknown: its generator clusters takes every cluster that Argo CD knows, and some "
                                   "may not be in this repository\n";
        QCOMPARE(made("  generators:\n  - clusters: {}\n" + madeOf("x-{{name}}", "p", "{{name}}"), files),
                 "argocd/x-east p east cascades\nargocd/x-in-cluster p in-cluster cascades\n"
                 "argocd/x-west p west cascades\n" +
                     unseen);
        QCOMPARE(made("  goTemplate: true\n  generators:\n  - clusters:\n      selector: {matchLabels: {tier: prod}}\n"
                      "      values: {v: '{{.metadata.labels.tier}}'}\n" +
                          madeOf("{{.name}}-{{.values.v}}", "p", "{{.name}}"),
                      files),
                 "argocd/east-prod p east cascades\n" + unseen);
        QCOMPARE(made("  generators:\n  - clusters:\n      selector: {matchExpressions: [{key: tier, operator: NotIn, "
                      "values: [prod]}]}\n" +
                          madeOf("{{name}}", "{{metadata.labels.tier}}", "{{name}}"),
                      files),
                 "argocd/west test west cascades\n" + unseen);
    }

    void selectorTakesSomeOfTheParameters()
    {
        QCOMPARE(made("  generators:\n  - list:\n      elements: [{name: a, tier: x}, {name: b, tier: z}]\n"
                      "    selector: {matchLabels: {tier: z}}\n" +
                      madeOf("{{name}}", "p")),
                 std::string("argocd/b p in-cluster cascades\n"));
    }

    void generatorsOwnTemplateComesFirst()
    {
        QCOMPARE(
            made("  generators:\n  - list:\n      elements: [{name: a}]\n      template:\n        metadata: {}\n"
                 "        spec:\n          source: {path: other}\n          project: ''\n          destination: {}\n" +
                 madeOf("{{name}}", "p")),
            std::string("argocd/a other in-cluster cascades\n"));
    }

    void templatePatchIsMergedIn()
    {
        QCOMPARE(made("  goTemplate: true\n  generators:\n  - list:\n      elements: [{name: a, dir: d}, {name: b}]\n" +
                      madeOf("{{.name}}", "p") +
                      "  templatePatch: |\n    {{- if .dir }}\n    spec:\n      source:\n        path: {{ .dir }}\n"
                      "    {{- end }}\n"),
                 std::string("argocd/a d in-cluster cascades\nargocd/b p in-cluster cascades\n"));
    }

    void finalizerIsAddedUnlessResourcesArePreserved()
    {
        const std::string list = "  generators:\n  - list: {elements: [{name: a}]}\n";
        QCOMPARE(made(list + "  syncPolicy: {preserveResourcesOnDeletion: true}\n" + madeOf("{{name}}", "p")),
                 std::string("argocd/a p in-cluster\n"));
        QCOMPARE(made(list + "  template:\n    metadata: {name: a, finalizers: [other]}\n    spec:\n      source: "
                             "{repoURL: x, path: p}\n      destination: {name: in-cluster}\n"),
                 std::string("argocd/a p in-cluster\n"));
    }

    void unknownGeneratorIsSaidAndTheOthersStillCount()
    {
        QCOMPARE(made("  generators:\n  - list: {elements: [{name: a}]}\n  - scmProvider: {github: {organization: x}}\n"
                      "  - git: {repoURL: 'https://git.example.com/other.git', directories: [{path: '*'}]}\n" +
                      madeOf("{{name}}", "p")),
                 std::string("argocd/a p in-cluster cascades\n"
                             "unknown: its generator git reads another repository, https://git.example.com/other.git\n"
                             "unknown: its generator scmProvider asks a code hosting service which repositories there "
                             "are, so what it makes cannot be told from this repository\n"));
    }

    void templateThatDoesNotEvaluateIsSaidWithItsPlace()
    {
        QCOMPARE(made("  goTemplate: true\n  goTemplateOptions: [missingkey=error]\n  generators:\n"
                      "  - list: {elements: [{name: a}]}\n" +
                      madeOf("{{.nam}}", "p")),
                 std::string("unknown: which Applications it makes cannot be told: for element 1 of its list, its "
                             "template does not evaluate: \"{{.nam}}\": there is no parameter .nam (line 12)\n"));
    }

    void declaredApplicationStandsBesideAGeneratedOfItsName()
    {
        const std::string got = made("  generators:\n  - list: {elements: [{name: a}]}\n" + madeOf("{{name}}", "p"),
                                     {{"sets/a.yaml", test::application("a", "q")}});
        QCOMPARE(got,
                 std::string("argocd/a q in-cluster declared\nunknown: it makes Application argocd/a, which is "
                             "declared at sets/a.yaml:1 too: both write it in turn, here the declared one counts\n"));
    }

    void twoSetsOfOneNameAreSaid()
    {
        git::Files files = {{".noclobber.yaml", settings}};
        const std::string spec = "  generators:\n  - list: {elements: [{name: a}]}\n" + madeOf("{{name}}", "p");
        files["sets/all.yaml"] = applicationSet(spec);
        files["sets/more.yaml"] = applicationSet(spec);
        files["sets/more.yaml"].replace(files["sets/more.yaml"].find("name: all"), 9, "name: more");
        QCOMPARE(printed(test::readInventories(files, files).head),
                 std::string("argocd/a p in-cluster cascades\nunknown: it makes Application argocd/a, which "
                             "ApplicationSet argocd/all makes too: the one that made it first keeps it, here it counts "
                             "as that one's\n"));
    }

    void generatedApplicationsCoverFiles()
    {
        git::Files files = folders;
        files[".noclobber.yaml"] = settings;
        files["sets/all.yaml"] =
            applicationSet("  generators:\n  - git:\n      repoURL: https://git.example.com/a.git\n"
                           "      directories: [{path: apps/*}]\n" +
                           madeOf("{{path.basename}}", "{{path}}", "{{path.basename}}"));
        const auto inventory = test::readInventories(files, files).head;
        const auto objects = inventory.objectsOf({"", {"argoproj.io", "Application", "argocd", "web"}});
        QCOMPARE(objects.size(), std::size_t(1));
        QCOMPARE(toText(objects[0]->id), std::string("web//ConfigMap/x/c"));
    }

    void policyLeavesApplicationsAsTheyWere_data() // 4.5: policies, and an error
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("sync") << QByteArray("sync") << QByteArray("a new;c new;");
        QTest::newRow("create-only") << QByteArray("create-only") << QByteArray("a old;b old;c new;");
        QTest::newRow("create-update") << QByteArray("create-update") << QByteArray("a new;b old;c new;");
        QTest::newRow("create-delete") << QByteArray("create-delete") << QByteArray("a old;c new;");
    }

    void policyLeavesApplicationsAsTheyWere()
    {
        QFETCH(QByteArray, policy);
        QFETCH(QByteArray, expected);
        const auto files = [&](const std::string &names, const std::string &path) {
            return git::Files{
                {".noclobber.yaml", settings},
                {"sets/all.yaml", applicationSet("  syncPolicy: {applicationsSync: " + policy.toStdString() +
                                                 "}\n  generators:\n  - list: {elements: [" + names + "]}\n" +
                                                 madeOf("{{name}}", path))}};
        };
        const auto both =
            test::readInventories(files("{name: a}, {name: b}", "old"), files("{name: a}, {name: c}", "new"));
        std::string got;
        for (const argo::Application &one : both.head.applications)
            got += one.id.key.name + " " + one.sources.at(0).path + ";";
        QCOMPARE(got, expected.toStdString());
    }

    void errorInHeadLeavesApplicationsAsTheyWere()
    {
        const auto files = [&](const std::string &name) {
            return git::Files{{".noclobber.yaml", settings},
                              {"sets/all.yaml", applicationSet("  generators:\n  - list: {elements: [{name: a}]}\n" +
                                                               madeOf(name, "p"))}};
        };
        const auto both = test::readInventories(files("{{name}}"), files("{{name}}_{{nothing}}"));
        QCOMPARE(both.head.applications.size(), std::size_t(1));
        QVERIFY(!both.head.applicationSets.at(0).isEvaluated);
        QVERIFY(both.head.applicationSets.at(0).unknowns.at(0).find("no name that Kubernetes takes") !=
                std::string::npos);
    }

    void settingsInTheSourcesPathAreMergedIn() // 1.3
    {
        const auto readsBelow = [](const std::string &name, const std::string &settingsText) {
            const git::Files files = {{".noclobber.yaml", settings},
                                      {"root.yaml", test::application("web", "apps")},
                                      {"apps/deep/a.yaml", configMap},
                                      {"apps/" + name, settingsText}};
            const auto inventory = test::readInventories(files, files).head;
            return inventory.objectsOf({"", {"argoproj.io", "Application", "argocd", "web"}}).size();
        };
        const std::string recurse = "directory: {recurse: true}\npath: other\n";
        QCOMPARE(readsBelow(".argocd-source.yaml", recurse), std::size_t(1)); // the path stays
        QCOMPARE(readsBelow(".argocd-source-web.yaml", recurse), std::size_t(1));
        QCOMPARE(readsBelow(".argocd-source-api.yaml", recurse), std::size_t(0));
        QCOMPARE(readsBelow("other.yaml", recurse), std::size_t(0));
    }

    void settingsThatCannotBeReadAreUnknown()
    {
        const git::Files files = {{".noclobber.yaml", settings},
                                  {"root.yaml", test::application("web", "apps")},
                                  {"apps/.argocd-source.yaml", "- a\n"}};
        const auto inventory = test::readInventories(files, files).head;
        QCOMPARE(inventory.applications.at(0).unknownChildren.size(), std::size_t(1));
    }

    void matrixOfAMillionIsBounded()
    {
        std::string elements;
        for (int i = 0; i < 1000; ++i)
            elements += "{a" + std::to_string(i) + ": x},";
        const std::string list = "      - list: {elements: [" + elements + "]}\n";
        QVERIFY(made("  generators:\n  - matrix:\n      generators:\n" + list + list + madeOf("x", "p"))
                    .find("more than 10000 Applications") != std::string::npos);
    }

    void directoryPatternsAreGosOwn_data() // path.Match
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("folder");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *pattern, const char *folder, bool matches) {
            QTest::addRow("%s on %s", pattern, folder) << QByteArray(pattern) << QByteArray(folder) << matches;
        };
        row("apps/*", "apps/web", true);
        row("apps/*", "apps/web/deep", false);
        row("apps/**", "apps/web/deep", false);
        row("apps/we?", "apps/web", true);
        row("apps/[a-v]*", "apps/web", false);
        row("apps/[^a-v]*", "apps/web", true);
        row("apps/[", "apps/[", false);
        row("apps/{a,b}", "apps/a", false);
        row("a*b*c", "axxbyyc", true);
        row("a\\*", "a*", true);
        row("a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false);
    }

    void directoryPatternsAreGosOwn()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, folder);
        QFETCH(bool, matches);
        QCOMPARE(argo::matchesDirectory(pattern.toStdString(), folder.toStdString()), matches);
    }

    void filePatternsCrossFoldersAsGitDoes()
    {
        QVERIFY(*argo::matchesFile("env/*/config.yaml", "env/a/b/config.yaml"));
        QVERIFY(*argo::matchesFile("env/**/config.yaml", "env/a/config.yaml"));
        QVERIFY(!*argo::matchesFile("env/**/config.yaml", "env/config.yaml"));
        QVERIFY(*argo::matchesFile("env", "env/a/config.yaml"));
        QVERIFY(!*argo::matchesFile("env/a", "env/ab"));
        QVERIFY(*argo::matchesFile("*.json", "a/b/c.json"));
        QVERIFY(!argo::matchesFile(":(glob)a", "a"));
    }
};

NOCLOBBER_TEST_MAIN(TestApplicationSets)
#include "tst_application_sets.moc"
