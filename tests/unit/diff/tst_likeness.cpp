#include "core/diff/field_changes.h"
#include "core/diff/renames.h"
#include "tests/support/changes.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::content;

namespace {

double alike(const std::string &base, const std::string &head)
{
    return diff::likeness(content(base), content(head));
}

/// Leaves at places 1, 2, ... with these values.
std::vector<diff::Leaf> leaves(const std::vector<std::uint64_t> &values)
{
    std::vector<diff::Leaf> result;
    for (std::size_t i = 0; i < values.size(); ++i)
        result.push_back({i + 1, values[i]});
    return result;
}

using Objects = std::vector<std::vector<diff::Leaf>>;

std::string renames(const Objects &removed, const Objects &added)
{
    std::string text;
    for (const diff::Rename &rename : diff::findRenames(removed, added))
        text += std::to_string(rename.removed) + ">" + std::to_string(rename.added) + " ";
    return text;
}

} // namespace

/// How alike two contents are, and which removed and added objects are one (contract, section 2, `renamed`).
class TestLikeness : public QObject
{
    Q_OBJECT
private slots:
    void equalContentsAreOne() { QCOMPARE(alike("{a: 1, b: {c: 2}}", "{b: {c: 2}, a: 1}"), 1.0); }

    void contentsWithoutLeavesAreOne()
    {
        QCOMPARE(diff::likeness(std::vector<diff::Leaf>(), std::vector<diff::Leaf>()), 1.0);
    }

    void nothingInCommonIsZero() { QCOMPARE(alike("{a: 1}", "{a: 2}"), 0.0); }

    void nameAndNamespaceAreLeftOut()
    {
        QCOMPARE(alike("{kind: A, metadata: {name: x, namespace: u}}", "{kind: A, metadata: {name: v, namespace: w}}"),
                 1.0);
    }

    void everyPlaceOfEitherCounts() // a: equal, b: other value, c and d: in one only
    {
        QCOMPARE(alike("{a: 1, b: 2, c: 3}", "{a: 1, b: 9, d: 4}"), 0.25);
    }

    void keyedItemsAreFoundAgain()
    {
        const std::string start = "apiVersion: apps/v1\nkind: Deployment\nspec: {template: {spec: {containers: ";
        QCOMPARE(alike(start + "[{name: a, image: x}]}}}", start + "[{name: b, image: u}, {name: a, image: x}]}}}"),
                 4.0 / 6.0);
    }

    void equalQuantitiesAreEqual()
    {
        const std::string start = "apiVersion: v1\nkind: ResourceQuota\nspec: {hard: {cpu: ";
        QCOMPARE(alike(start + "1}}", start + "1000m}}"), 1.0);
    }

    void fourOfFiveIsARename() { QCOMPARE(renames({leaves({1, 2, 3, 4, 5})}, {leaves({1, 2, 3, 4, 9})}), "0>0 "); }

    void lessIsNone() { QCOMPARE(renames({leaves({1, 2, 3, 4})}, {leaves({1, 2, 3, 9})}), ""); }

    void bestPairsComeFirst()
    {
        QCOMPARE(renames({leaves({1, 2, 3, 4, 5, 6, 7, 8, 9, 90}), leaves({1, 2, 3, 4, 5, 6, 7, 8, 9, 10})},
                         {leaves({1, 2, 3, 4, 5, 6, 7, 8, 9, 10})}),
                 "1>0 ");
        QCOMPARE(renames({leaves({1, 2, 3, 4, 5, 6, 7, 8, 70, 80})},
                         {leaves({1, 2, 3, 4, 5, 6, 7, 8, 9, 80}), leaves({1, 2, 3, 4, 5, 6, 7, 8, 70, 81})}),
                 "0>0 ");
    }

    void tiesGoInOrder()
    {
        QCOMPARE(renames({leaves({1}), leaves({1})}, {leaves({1}), leaves({1}), leaves({1})}), "0>0 1>1 ");
    }

    void hundredsAreFound()
    {
        Objects removed;
        Objects added;
        std::string expected;
        for (std::uint64_t i = 0; i < 500; ++i) {
            removed.push_back(leaves({1, 2, 3, 4, 5, 6, 7, 8, i + 100, 10}));
            added.push_back(leaves({1, 2, 3, 4, 5, 6, 7, 8, i + 100, 11}));
            expected += std::to_string(i) + ">" + std::to_string(i) + " ";
        }
        QCOMPARE(renames(removed, added), expected);
    }

    void thousandsThatAreAllAlikeEnd() // bounded: not every pair is looked at
    {
        Objects removed;
        Objects added;
        for (std::uint64_t i = 0; i < 6000; ++i) {
            removed.push_back(leaves({1, 2, 3, 4, 5, 6, 7, 8, 9, i + 100}));
            added.push_back(leaves({1, 2, 3, 4, 5, 6, 7, 8, 9, i + 10000}));
        }
        QVERIFY(!renames(removed, added).empty());
    }
};

NOCLOBBER_TEST_MAIN(TestLikeness)
#include "tst_likeness.moc"
