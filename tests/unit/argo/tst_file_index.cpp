#include <QTest>

#include <algorithm>

#include "core/argo/file_index.h"
#include "tests/support/changes.h"
#include "tests/support/inventories.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::application;
using test::manifest;

namespace {

std::string names(argo::FileIndex::Declarations declarations)
{
    std::string text;
    for (const argo::Declaration *declaration : declarations)
        text += (text.empty() ? "" : " ") + std::string(declaration->id.key.name);
    return text;
}

argo::Inventory inventoryOf(const git::Files &files)
{
    return test::readInventories(files, files).head;
}

} // namespace

/// Declarations by the file they stand in.
class TestFileIndex : public QObject
{
    Q_OBJECT
private slots:
    void declarationsAreFoundByTheirFile()
    {
        const argo::Inventory inventory = inventoryOf(
            {{"b.yaml", manifest("v1", "ConfigMap", "ns", "two") + "---\n" + manifest("v1", "ConfigMap", "ns", "one")},
             {"a.yaml", manifest("v1", "ConfigMap", "ns", "three")},
             {"empty.yaml", "a: b\n"}});
        const argo::FileIndex index(inventory);
        QCOMPARE(index.size(), std::size_t(2));
        QCOMPARE(names(index.at("b.yaml")), std::string("one two"));
        QCOMPARE(names(index.at("a.yaml")), std::string("three"));
        QCOMPARE(names(index.at("empty.yaml")), std::string());
        QCOMPARE(names(index.at("none.yaml")), std::string());
    }

    void everyApplicationsDeclarationCounts()
    {
        const argo::Inventory inventory =
            inventoryOf({{".noclobber.yaml", "argoCd:\n  repositories: [https://git.example.com/a.git]\n"},
                         {"apps.yaml", application("web", "web") + "---\n" + application("copy", "web")},
                         {"web/a.yaml", manifest("v1", "ConfigMap", "ns", "twice")}});
        QCOMPARE(names(argo::FileIndex(inventory).at("web/a.yaml")), std::string("twice twice"));
    }

    void everyFileOfManyIsFound()
    {
        git::Files files;
        for (int i = 0; i < 500; ++i)
            files["f" + std::to_string(i) + ".yaml"] = manifest("v1", "ConfigMap", "ns", "c" + std::to_string(i));
        const argo::Inventory inventory = inventoryOf(files);
        const argo::FileIndex index(inventory);
        QCOMPARE(index.size(), std::size_t(500));
        std::vector<std::string> all;
        for (std::size_t n = 0; n < index.size(); ++n)
            all.push_back(names(index.file(n)));
        for (int i = 0; i < 500; ++i) {
            const std::string name = "c" + std::to_string(i);
            QCOMPARE(names(index.at(Name("f" + std::to_string(i) + ".yaml"))), name);
            QCOMPARE(std::ranges::count(all, name), 1);
        }
    }

    void onlyFilesThatAreAskedForAreIndexed()
    {
        const argo::Inventory inventory = inventoryOf(
            {{"b.yaml", manifest("v1", "ConfigMap", "ns", "two") + "---\n" + manifest("v1", "ConfigMap", "ns", "one")},
             {"a.yaml", manifest("v1", "ConfigMap", "ns", "three")}});
        const argo::FileIndex index(inventory, {"b.yaml", "none.yaml"});
        QCOMPARE(index.size(), std::size_t(1));
        QCOMPARE(names(index.at("b.yaml")), std::string("one two"));
        QCOMPARE(names(index.at("a.yaml")), std::string());
        QCOMPARE(names(index.at("none.yaml")), std::string());
    }

    void aCommitWithoutObjectsHasNone()
    {
        const argo::Inventory none;
        const argo::FileIndex index(none);
        QCOMPARE(index.size(), std::size_t(0));
        QVERIFY(index.at("a.yaml").empty());
    }
};

NOCLOBBER_TEST_MAIN(TestFileIndex)
#include "tst_file_index.moc"
