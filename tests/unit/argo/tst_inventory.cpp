#include "tests/support/inventories.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::application;
using test::manifest;

namespace {

const std::string ownAddress = "argoCd:\n  repositories: [https://git.example.com/a.git]\n";
const std::string settings = manifest("v1", "ConfigMap", "shop", "c");

/// A folder as a file system has it, walked as Go walks it.
struct Folder {
    std::map<std::string, Folder> names; ///< a file has none of its own

    void add(const std::string &path)
    {
        Folder *at = this;
        for (std::size_t begin = 0; begin != std::string::npos;) {
            const std::size_t slash = path.find('/', begin);
            at = &at->names[path.substr(begin, slash - begin)];
            begin = slash == std::string::npos ? slash : slash + 1;
        }
    }

    void walk(const std::string &prefix, std::string &walked) const
    {
        for (const auto &[name, inner] : names) {
            if (inner.names.empty())
                walked += " " + prefix + name + "#1";
            inner.walk(prefix + name + "/", walked);
        }
    }
};

std::string headObjects(const git::Files &files)
{
    return test::printObjects(test::readInventories(files, files).head);
}

} // namespace

/// Declarations, their apply order and the winner (contract, section 1; domain page on Argo CD, 1 and 2).
class TestInventory : public QObject
{
    Q_OBJECT
private slots:
    void lastDocumentOfAFileWins()
    {
        QCOMPARE(headObjects({{"all.yaml", settings + "data: {a: '1'}\n---\n" + settings}}),
                 std::string("//ConfigMap/shop/c < all.yaml#1 *all.yaml#2\n"));
    }

    void filesAreReadInWalkOrder() // 1.5
    {
        QCOMPARE(headObjects({{"app10.yaml", settings}, {"app2.yaml", settings}, {"Z.yaml", settings}}),
                 std::string("//ConfigMap/shop/c < Z.yaml#1 app10.yaml#1 *app2.yaml#1\n"));
        QCOMPARE(headObjects({{"a/x.yaml", settings}, {"a.yaml", settings}}),
                 std::string("//ConfigMap/shop/c < a/x.yaml#1 *a.yaml#1\n"));
        QCOMPARE(headObjects({{"a/x.yaml", settings}, {"a-b.yaml", settings}}),
                 std::string("//ConfigMap/shop/c < a/x.yaml#1 *a-b.yaml#1\n"));
    }

    void manyFilesAreReadInWalkOrder() // 1.5: a folder's names by bytes, whatever they are the names of
    {
        git::Files files;
        const std::vector<std::string> names = {"a", "a-b", "a.b", "a0", "B", "b"};
        for (const std::string &folder : names) {
            for (const std::string &inner : names) {
                for (const std::string &file : names) {
                    files[folder + "/" + inner + "/" + file + ".yaml"] = settings;
                    files[folder + "/" + file + ".yaml"] = settings;
                }
            }
        }
        Folder root;
        for (const auto &[path, text] : files)
            root.add(path);
        std::string expected;
        root.walk("", expected);
        expected.insert(expected.rfind(' ') + 1, "*");
        QCOMPARE(headObjects(files), "//ConfigMap/shop/c <" + expected + "\n");
    }

    void laterSourceWins() // 2: sources in their order, each in render order
    {
        const std::string app =
            manifest("argoproj.io/v1alpha1", "Application", "argocd", "web",
                     "spec:\n  sources:\n    - {repoURL: https://git.example.com/a.git, path: z}\n"
                     "    - {repoURL: https://git.example.com/a.git, path: a}\n  destination: {name: in-cluster}\n");
        QCOMPARE(
            headObjects(
                {{".noclobber.yaml", ownAddress}, {"app.yaml", app}, {"a/c.yaml", settings}, {"z/c.yaml", settings}}),
            std::string("//ConfigMap/shop/c < z/c.yaml#1@web *a/c.yaml#1@web\n"
                        "/argoproj.io/Application/argocd/web < *app.yaml#1\n"));
    }

    void twoApplicationsHaveNoWinner()
    {
        const auto inventories = test::readInventories({}, {{".noclobber.yaml", ownAddress},
                                                            {"apps/a.yaml", application("a", "a")},
                                                            {"apps/b.yaml", application("b", "b")},
                                                            {"a/c.yaml", settings},
                                                            {"b/c.yaml", settings}});
        const argo::DeclaredObject *object = inventories.head.find({"", {"", "ConfigMap", "shop", "c"}});
        QVERIFY(object && object->isContested() && !object->winner());
    }

    void fileThatTwoApplicationsCoverIsADeclarationOfEach()
    {
        const auto text = headObjects({{".noclobber.yaml", ownAddress},
                                       {"apps/a.yaml", application("a", "d")},
                                       {"apps/b.yaml", application("b", "d")},
                                       {"d/c.yaml", settings}});
        QVERIFY2(text.find("//ConfigMap/shop/c < *d/c.yaml#1@a *d/c.yaml#1@b\n") == 0, text.c_str());
    }

    void twoClustersAreTwoObjects()
    {
        const auto text = headObjects({{".noclobber.yaml", ownAddress},
                                       {"apps/a.yaml", application("a", "d", "name: east")},
                                       {"apps/b.yaml", application("b", "d", "name: west")},
                                       {"d/c.yaml", settings}});
        QVERIFY2(text.find("east//ConfigMap/shop/c < *d/c.yaml#1@a\nwest//ConfigMap/shop/c < *d/c.yaml#1@b\n") !=
                     std::string::npos,
                 text.c_str());
    }

    void versionsOfOneGroupAreOneObject()
    {
        QCOMPARE(headObjects({{"a.yaml", manifest("networking.k8s.io/v1beta1", "Ingress", "shop", "i")},
                              {"b.yaml", manifest("networking.k8s.io/v1", "Ingress", "shop", "i")}}),
                 std::string("/networking.k8s.io/Ingress/shop/i < a.yaml#1 *b.yaml#1\n"));
    }

    void aliasedGroupsAreOneObjectWithoutAWinner()
    {
        QCOMPARE(headObjects({{"a.yaml", manifest("extensions/v1beta1", "Ingress", "shop", "i")},
                              {"b.yaml", manifest("networking.k8s.io/v1", "Ingress", "shop", "i")}}),
                 std::string("/networking.k8s.io/Ingress/shop/i < *a.yaml#1 *b.yaml#1\n"));
    }

    void generatedNamesCollideWithNothing()
    {
        const std::string job =
            "apiVersion: batch/v1\nkind: Job\nmetadata:\n  generateName: load-\n  namespace: shop\n";
        QCOMPARE(headObjects({{"a.yaml", job + "---\n" + job}}),
                 std::string("/batch/Job/shop/load-* < a.yaml#1 a.yaml#2\n"));
    }

    void itemsOfAListCountOneByOne()
    {
        QCOMPARE(
            headObjects({{"a.yaml", "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  "
                                    "metadata: {name: a, namespace: shop}\n"
                                    "- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: b, namespace: shop}\n"}}),
            std::string("//ConfigMap/shop/a < *a.yaml#1.1\n//ConfigMap/shop/b < *a.yaml#1.2\n"));
    }

    void applicationsOfApplicationsAreFound()
    {
        const auto inventories = test::readInventories({}, {{".noclobber.yaml", ownAddress},
                                                            {"root.yaml", application("root", "level1")},
                                                            {"level1/a.yaml", application("a", "level2")},
                                                            {"level2/b.yaml", application("b", "level3")},
                                                            {"level3/c.yaml", settings}});
        QCOMPARE(test::printObjects(inventories.head),
                 std::string("//ConfigMap/shop/c < *level3/c.yaml#1@b\n"
                             "/argoproj.io/Application/argocd/a < *level1/a.yaml#1@root\n"
                             "/argoproj.io/Application/argocd/b < *level2/b.yaml#1@a\n"
                             "/argoproj.io/Application/argocd/root < *root.yaml#1\n"));
        const auto children = inventories.head.objectsOf({"", {"argoproj.io", "Application", "argocd", "b"}});
        QCOMPARE(children.size(), std::size_t(1));
    }

    void losingApplicationCoversNothing()
    {
        const auto text = headObjects({{".noclobber.yaml", ownAddress},
                                       {"apps.yaml", application("web", "old") + "---\n" + application("web", "new")},
                                       {"old/c.yaml", manifest("v1", "ConfigMap", "shop", "old")},
                                       {"new/c.yaml", manifest("v1", "ConfigMap", "shop", "new")}});
        QCOMPARE(text, std::string("//ConfigMap/shop/new < *new/c.yaml#1@web\n//ConfigMap/shop/old < *old/c.yaml#1\n"
                                   "/argoproj.io/Application/argocd/web < apps.yaml#1 *apps.yaml#2\n"));
    }

    void remotesAreThisRepository_data()
    {
        QTest::addColumn<QByteArray>("configured");
        QTest::addColumn<bool>("covers");
        QTest::newRow("its address, spelled otherwise") << QByteArray("git@git.example.com:a") << true;
        // Another address that no Application names: a fork or mirror. The path is here, so it is taken as this
        // repository.
        QTest::newRow("an address nobody names") << QByteArray("https://git.example.com/fork.git") << true;
    }

    void remotesAreThisRepository()
    {
        QFETCH(QByteArray, configured);
        const auto text =
            headObjects({{".noclobber.yaml", "argoCd:\n  repositories: ['" + configured.toStdString() + "']\n"},
                         {"app.yaml", application("web", "d")},
                         {"d/c.yaml", settings}});
        QTEST(text.find("d/c.yaml#1@web") != std::string::npos, "covers");
    }

    void sourceOfAnotherRepositoryIsUnknown()
    {
        const std::string foreign = manifest("argoproj.io/v1alpha1", "Application", "argocd", "other",
                                             "spec:\n  source: {repoURL: https://git.example.com/b.git, path: d}\n"
                                             "  destination: {name: in-cluster}\n");
        const auto inventories = test::readInventories({{".noclobber.yaml", ownAddress}},
                                                       {{".noclobber.yaml", ownAddress},
                                                        {"app.yaml", application("web", "d") + "---\n" + foreign},
                                                        {"d/c.yaml", settings}});
        QCOMPARE(inventories.head.unknowns.size(), std::size_t(1));
        QCOMPARE(inventories.head.unknowns[0].id.key.name, std::string("other"));
        QVERIFY(inventories.head.unknowns[0].message.find("another repository") != std::string::npos);
    }

    void problemsKeepTheirPlaceAndTheRestIsRead()
    {
        const auto inventories = test::readInventories(
            {}, {{"a.yaml", settings + "---\na: [\n---\n" + manifest("v1", "ConfigMap", "shop", "d")}});
        QCOMPARE(inventories.head.objects.size(), std::size_t(2));
        QCOMPARE(inventories.head.problems.size(), std::size_t(1));
        QCOMPARE(inventories.head.problems[0].path, std::string("a.yaml"));
        QVERIFY(inventories.head.problems[0].line >= 6 && inventories.head.problems[0].line <= 8);
    }

    /// Contract, section 2: names that a tool fills in later are compared as they stand.
    void placeholdersAreNamesAsTheyStand()
    {
        QCOMPARE(headObjects({{"a.yaml", manifest("v1", "ConfigMap", "shop", "<NAME>")},
                              {"b.yaml", manifest("v1", "ConfigMap", "shop", "'{{ x }}'")},
                              {"c.yaml", manifest("v1", "ConfigMap", "shop", "'{{ x }}'")},
                              {"d.yaml", manifest("v1", "ConfigMap", "shop", "'${X}'")}}),
                 std::string("//ConfigMap/shop/${X} < *d.yaml#1\n//ConfigMap/shop/<NAME> < *a.yaml#1\n"
                             "//ConfigMap/shop/{{ x }} < b.yaml#1 *c.yaml#1\n"));
    }

    void onlyTheThreeEndingsAreRead()
    {
        QCOMPARE(headObjects({{"a.YAML", settings}, {"a.yaml.bak", settings}, {".hidden/c.yml", settings}}),
                 std::string("//ConfigMap/shop/c < *.hidden/c.yml#1\n"));
    }
};

NOCLOBBER_TEST_MAIN(TestInventory)
#include "tst_inventory.moc"
