#include "core/diff/change_set.h"
#include "tests/support/changes.h"
#include "tests/support/inventories.h"
#include "tests/support/test_main.h"
#include "tests/unit/diff/settings_maps.h"

#include <filesystem>

using namespace noclobber;
using test::a;
using test::b;
using test::between;
using test::ComparedSides;
using test::manifest;
using test::named;
using test::printChanges;
using test::withApplications;

namespace {

std::size_t sum(const diff::StatusCounts &counts)
{
    return counts.unknown + counts.renamed + counts.added + counts.removed + counts.overwritten + counts.shadowed +
           counts.moved + counts.modified + counts.duplicated + counts.unchanged + counts.formattingOnly;
}

} // namespace

/// The set of changes as a whole: what is in it, its order and its counts.
class TestChangeSet : public QObject
{
    Q_OBJECT
private slots:
    void untouchedObjectsAreNotListed()
    {
        const ComparedSides compared({{"x.yaml", a}}, {{"x.yaml", a}, {"README.md", "new"}});
        QCOMPARE(printChanges(compared.changes), "");
        QCOMPARE(compared.changes.counts.unchanged, 1);
    }

    void whatOnlyMovedWithinItsFileIsNotTouched()
    {
        const ComparedSides compared(
            {{"x.yaml", a + between + named("t", "k: a")}},
            {{"x.yaml", named("new", "k: z, l: z") + between + a + between + named("t", "k: b")}});
        QCOMPARE(compared.changes.counts.unchanged, 1);
        QCOMPARE(compared.changes.touched.size(), std::size_t(2));
        QCOMPARE(compared.changes.touched[0].key.name, "new");
        QCOMPARE(compared.changes.touched[1].key.name, "t");
    }

    void whatGoesToAnotherFileOrApplicationIsTouched()
    {
        QCOMPARE(ComparedSides({{"x.yaml", a}}, {{"y.yaml", a}}).changes.touched.size(), std::size_t(1));
        const auto sides = [](const std::string &path) { return withApplications({{"x/s.yaml", a}}, {{"web", path}}); };
        const auto touched = ComparedSides(sides("x"), sides("y")).changes.touched;
        QCOMPARE(std::ranges::count(touched, "s", [](const auto &id) { return id.key.name.text(); }), 1);
    }

    void generatedNamesAreObjectsOfTheirOwn()
    {
        const auto job = [](const std::string &image) {
            return "apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: run-, namespace: ns}\nspec: {image: " +
                   image + "}\n";
        };
        const ComparedSides compared({{"x.yaml", job("a")}, {"y.yaml", job("b")}, {"z.yaml", job("c")}},
                                     {{"v.yaml", job("b")}, {"w.yaml", job("q")}, {"x.yaml", job("e")}});
        QCOMPARE(printChanges(compared.changes), "moved /batch/Job/ns/run-* < *y.yaml#1 > *v.yaml#1\n"
                                                 "added /batch/Job/ns/run-* < > *+w.yaml#1\n"
                                                 "modified /batch/Job/ns/run-* < *x.yaml#1 > *x.yaml#1\n"
                                                 "removed /batch/Job/ns/run-* < *z.yaml#1 >\n");
        QCOMPARE(sum(compared.changes.counts), 4);
        QVERIFY(compared.changes.duplicates.empty());
    }

    void countsAddUpToAllIdentities()
    {
        const git::Files base{{"x.yaml", a},
                              {"all.yaml", named("gone", "k: z, l: y") + between + named("old", "k: q, l: r, m: s") +
                                               between + named("same", "k: a") + between + named("text", "k: a")},
                              {"broken.yaml", named("lost", "k: a")}};
        const git::Files head{{"x.yaml", a + between + b},
                              {"all.yaml", named("new", "k: q, l: r, m: s") + between + named("same", "k: a") +
                                               between + named("text", "k: 'a'")},
                              {"broken.yaml", "a: [\n"},
                              {"y.yaml", manifest("v1", "ServiceAccount", "ns", "fresh")}};
        const diff::StatusCounts counts = ComparedSides(base, head).changes.counts;
        diff::StatusCounts expected;
        expected.overwritten = expected.removed = expected.unchanged = expected.formattingOnly = 1;
        expected.unknown = expected.added = 1;
        expected.renamed = 2;
        QCOMPARE(sum(counts), 8);
        QVERIFY(counts == expected);
    }

    void changesAreSortedByIdentity()
    {
        const ComparedSides compared({{"x.md", ""}}, {{"b.yaml", named("o", "k: a")}, {"a.yaml", named("z", "k: b")}});
        QVERIFY(std::ranges::is_sorted(compared.changes.changes, {}, &diff::ObjectChange::id));
        QVERIFY(compared.changes.find(compared.changes.changes[1].id) == &compared.changes.changes[1]);
        QVERIFY(compared.changes.find(argo::ObjectId()) == nullptr);
    }

    void unchangedFilesAreNotRead() // their blobs are gone, and nobody misses them
    {
        const ComparedSides whole({{"x.yaml", a}, {"y.yaml", named("t", "k: a")}},
                                  {{"x.yaml", b}, {"y.yaml", named("t", "k: a")}});
        const std::string blob = git::toHex(whole.comparison.base.find("y.yaml")->id);
        QVERIFY(std::filesystem::remove(whole.comparison.place.gitDirectory + "/objects/" + blob.substr(0, 2) + "/" +
                                        blob.substr(2)));
        const auto again = diff::compareInventories(whole.comparison, whole.inventories, 2, {});
        QVERIFY(again);
        QCOMPARE(printChanges(*again), printChanges(whole.changes));
    }

    void aMissingBlobIsAnError()
    {
        const ComparedSides whole({{"x.yaml", a}}, {{"x.yaml", b}});
        const std::string blob = git::toHex(whole.comparison.base.find("x.yaml")->id);
        QVERIFY(std::filesystem::remove(whole.comparison.place.gitDirectory + "/objects/" + blob.substr(0, 2) + "/" +
                                        blob.substr(2)));
        const auto again = diff::compareInventories(whole.comparison, whole.inventories, 2, {});
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Git);
    }

    void aStopIsObeyed()
    {
        const ComparedSides whole({{"x.yaml", a}}, {{"x.yaml", b}});
        std::stop_source stop;
        stop.request_stop();
        const auto again = diff::compareInventories(whole.comparison, whole.inventories, 2, stop.get_token());
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Cancelled);
    }
};

NOCLOBBER_TEST_MAIN(TestChangeSet)
#include "tst_change_set.moc"
