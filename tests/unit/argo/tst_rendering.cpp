#include "tests/support/inventories.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::application;
using test::manifest;

namespace {

const std::string ownAddress = "argoCd:\n  repositories: [https://git.example.com/a.git]\n";
const std::string settings = manifest("v1", "ConfigMap", "shop", "c");

std::string configMaps(const argo::Inventory &inventory)
{
    std::string found;
    for (const argo::DeclaredObject &object : inventory.objects) {
        for (const argo::Declaration &declaration : object.declarations) {
            if (object.id.key.kind == "ConfigMap")
                found += (found.empty() ? "" : " ") + declaration.location.path;
        }
    }
    return found;
}

std::string webWith(const std::string &directory)
{
    return manifest("argoproj.io/v1alpha1", "Application", "argocd", "web",
                    "spec:\n  source: {repoURL: https://git.example.com/a.git, path: d, directory: " + directory +
                        "}\n  destination: {name: in-cluster}\n");
}

} // namespace

/// What an Application reads of a directory, and what a renderer consumes (domain page on Argo CD, 1; contract, section
/// 2).
class TestRendering : public QObject
{
    Q_OBJECT
private slots:
    void directoryIsReadBySettings_data() // 1.6
    {
        QTest::addColumn<QByteArray>("directory");
        QTest::addColumn<QByteArray>("read"); // by the Application
        QTest::newRow("flat") << QByteArray("{}") << QByteArray("a.yaml b.yml");
        QTest::newRow("recurse") << QByteArray("{recurse: true}") << QByteArray("a.yaml b.yml e/c.json");
        QTest::newRow("include") << QByteArray("{recurse: true, include: '*.json'}") << QByteArray("e/c.json");
        QTest::newRow("list") << QByteArray("{recurse: true, include: '{*.yml,a*}'}") << QByteArray("a.yaml b.yml");
        QTest::newRow("exclude first") << QByteArray("{recurse: true, include: '*', exclude: 'a.*'}")
                                       << QByteArray("b.yml e/c.json");
    }

    void directoryIsReadBySettings()
    {
        QFETCH(QByteArray, directory);
        const std::string json = R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"j","namespace":"shop"}})";
        const git::Files files = {{".noclobber.yaml", ownAddress},
                                  {"app.yaml", webWith(directory.toStdString())},
                                  {"d/a.yaml", settings},
                                  {"d/b.yml", manifest("v1", "ConfigMap", "shop", "b")},
                                  {"d/e/c.json", json}};
        const auto inventory = test::readInventories(files, files).head;
        std::string read;
        for (const argo::DeclaredObject &object : inventory.objects) {
            for (const argo::Declaration &declaration : object.declarations) {
                if (declaration.application)
                    read += (read.empty() ? "" : " ") + declaration.location.path.substr(2);
            }
        }
        auto words = QByteArray::fromStdString(read).split(' ');
        std::ranges::sort(words);
        QTEST(words.join(' '), "read");
    }

    void whatASettingTakesOutIsDeclaredNoMore() // contract, section 2: "can leave the render"
    {
        const git::Files base = {
            {".noclobber.yaml", ownAddress}, {"app.yaml", webWith("{recurse: true}")}, {"d/e/c.yaml", settings}};
        git::Files head = base;
        head["app.yaml"] = webWith("{recurse: false}");
        const auto inventories = test::readInventories(base, head);
        QCOMPARE(configMaps(inventories.base), std::string("d/e/c.yaml"));
        QCOMPARE(configMaps(inventories.head), std::string());
    }

    void whatAnApplicationTurnsAwayFromStaysDeclared()
    {
        const git::Files base = {{".noclobber.yaml", ownAddress},
                                 {"app.yaml", application("web", "d")},
                                 {"d/c.yaml", settings},
                                 {"f/x.txt", ""}};
        git::Files head = base;
        head["app.yaml"] = application("web", "f");
        QCOMPARE(configMaps(test::readInventories(base, head).head), std::string("d/c.yaml"));
    }

    void skipMarkTakesTheFileOut() // 1.7
    {
        const git::Files files = {{"a.yaml", "# +argocd:skip-file-rendering\n" + settings}};
        QCOMPARE(configMaps(test::readInventories({}, files).head), std::string());
    }

    void kustomizationAtTheRootTakesOutWhatItDoesNotList() // 1.1, 1.2
    {
        const git::Files base = {{".noclobber.yaml", ownAddress},
                                 {"app.yaml", application("web", "d")},
                                 {"d/a.yaml", settings},
                                 {"d/b.yaml", manifest("v1", "ConfigMap", "shop", "b")}};
        git::Files head = base;
        head["d/kustomization.yaml"] = "resources: [b.yaml]\n";
        const auto inventories = test::readInventories(base, head);
        QCOMPARE(configMaps(inventories.base), std::string("d/b.yaml d/a.yaml"));
        QCOMPARE(configMaps(inventories.head), std::string("d/b.yaml"));
    }

    void chartAndOverlayDeclareNothing()
    {
        const git::Files files = {
            {"chart/Chart.yaml", "name: c\nversion: 1.0.0\n"},
            {"chart/templates/c.yaml", settings},
            {"chart/values.yaml", "a: 1\n"},
            {"base/kustomization.yaml", "resources: [c.yaml]\n"},
            {"base/c.yaml", settings},
            {"overlay/kustomization.yaml", "resources: [../base]\npatches: [{path: fix/p.yaml}]\n"},
            {"overlay/more.yaml", settings},
            {"overlay/fix/p.yaml", settings}};
        const auto inventory = test::readInventories({}, files).head;
        QCOMPARE(configMaps(inventory), std::string("base/c.yaml"));
        std::string text;
        for (const argo::NotRendered &entry : inventory.notRendered)
            text += (entry.renderer == argo::Renderer::Helm ? "helm " : "kustomize ") + entry.path + " " +
                    std::to_string(entry.files.size()) + "\n";
        QCOMPARE(text, std::string("helm chart 3\nkustomize overlay 2\nkustomize overlay/fix 1\n"));
    }

    /// Contract, section 2: patches, generators or bases, and components.
    void everyKindOfOverlayDeclaresNothing_data()
    {
        QTest::addColumn<QByteArray>("kustomization");
        QTest::addColumn<QByteArray>("declared");
        QTest::newRow("only lists") << QByteArray("resources: [c.yaml]\n") << QByteArray("a/c.yaml");
        QTest::newRow("patches") << QByteArray("resources: [c.yaml]\npatches: [{patch: '{}'}]\n") << QByteArray();
        QTest::newRow("merge patches") << QByteArray("patchesStrategicMerge: [c.yaml]\n") << QByteArray();
        QTest::newRow("a generator") << QByteArray("resources: [c.yaml]\nconfigMapGenerator: [{name: m}]\n")
                                     << QByteArray();
        QTest::newRow("a generator of Secrets") << QByteArray("secretGenerator: [{name: m}]\n") << QByteArray();
        QTest::newRow("a base") << QByteArray("resources: [c.yaml, ../b]\n") << QByteArray();
        QTest::newRow("an old base") << QByteArray("bases: [../b]\n") << QByteArray();
        QTest::newRow("a component") << QByteArray("kind: Component\nresources: [c.yaml]\n") << QByteArray();
    }
    void everyKindOfOverlayDeclaresNothing()
    {
        QFETCH(const QByteArray, kustomization);
        QFETCH(const QByteArray, declared);
        const git::Files files{{"a/kustomization.yaml", kustomization.toStdString()},
                               {"a/c.yaml", settings},
                               {"b/kustomization.yaml", "resources: []\n"}};
        const auto inventory = test::readInventories({}, files).head;
        QCOMPARE(configMaps(inventory), declared.toStdString());
        QCOMPARE(inventory.notRendered.size(), std::size_t{declared.isEmpty() ? 1U : 0U});
    }

    void plainDirectorySourceReadsAChartsFiles()
    {
        const git::Files files = {{".noclobber.yaml", ownAddress},
                                  {"app.yaml", webWith("{recurse: true}")},
                                  {"d/Chart.yaml", "name: c\nversion: 1.0.0\n"},
                                  {"d/templates/c.yaml", settings}};
        QCOMPARE(configMaps(test::readInventories({}, files).head), std::string("d/templates/c.yaml"));
    }

    void renderedAndExcludeOverrule()
    {
        const git::Files files = {{".noclobber.yaml", "rendered: ['overlay/**']\nexclude: ['old/**']\n"},
                                  {"overlay/kustomization.yaml", "patches: []\nbases: [../x]\n"},
                                  {"overlay/c.yaml", settings},
                                  {"old/c.yaml", settings}};
        const auto inventory = test::readInventories(files, files).head;
        QCOMPARE(configMaps(inventory), std::string("overlay/c.yaml"));
        QVERIFY(inventory.notRendered.empty());
    }

    void linkIsNoSecondCopy()
    {
        const git::Files files = {{"a.yaml", settings}, {"b.yaml@", "a.yaml"}};
        QCOMPARE(configMaps(test::readInventories({}, files).head), std::string("a.yaml"));
    }

    void linkStandsForItsTargetWhereTheWalkDoesNotReadThat() // 1.8
    {
        const git::Files files = {{".noclobber.yaml", ownAddress},
                                  {"app.yaml", application("web", "d")},
                                  {"d/link.yaml@", "../common/c.yaml"},
                                  {"common/c.yaml", settings}};
        const auto inventory = test::readInventories({}, files).head;
        QVERIFY(configMaps(inventory).find("d/link.yaml") != std::string::npos);
    }

    void linkOutOfTheRepositoryIsAProblem()
    {
        const auto inventory =
            test::readInventories({}, {{"a.yaml@", "../../etc/passwd"}, {"b.yaml@", "missing.yaml"}}).head;
        QCOMPARE(inventory.problems.size(), std::size_t(2));
        QVERIFY(inventory.problems[0].message.find("out of the repository") != std::string::npos);
        QVERIFY(inventory.problems[1].message.find("missing.yaml") != std::string::npos);
    }
};

NOCLOBBER_TEST_MAIN(TestRendering)
#include "tst_rendering.moc"
