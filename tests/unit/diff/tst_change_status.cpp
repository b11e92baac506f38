#include "core/diff/change_set.h"
#include "tests/support/changes.h"
#include "tests/support/inventories.h"
#include "tests/support/test_main.h"
#include "tests/unit/diff/settings_maps.h"

using namespace noclobber;
using test::a;
using test::b;
using test::between;
using test::c;
using test::ComparedSides;
using test::manifest;
using test::named;
using test::printChanges;

/// Every status of the contract, section 2.
class TestChangeStatus : public QObject
{
    Q_OBJECT
private slots:
    void anObjectOfHeadIsAdded()
    {
        QCOMPARE(printChanges({{"x.md", ""}}, {{"x.yaml", a}}), "added //ConfigMap/ns/s < > *+x.yaml#1\n");
    }

    void anObjectOfBaseIsRemoved()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"x.md", ""}}), "removed //ConfigMap/ns/s < *x.yaml#1 >\n");
    }

    void aFileThatCannotBeReadRemovesNothing()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"x.yaml", "a: [\n"}}), "unknown //ConfigMap/ns/s < *x.yaml#1 >\n");
        QCOMPARE(printChanges({{"x.yaml", "a: [\n"}}, {{"x.yaml", a}}), "unknown //ConfigMap/ns/s < > *+x.yaml#1\n");
    }

    void aProblemElsewhereExplainsNothing()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"y.yaml", "a: [\n"}}), "removed //ConfigMap/ns/s < *x.yaml#1 >\n");
    }

    void anObjectUnderANewNameIsRenamed()
    {
        const ComparedSides compared({{"x.yaml", named("old", "k: a, l: b, m: c")}},
                                     {{"x.yaml", named("new", "k: a, l: b, m: c")}});
        QCOMPARE(printChanges(compared.changes), "renamed //ConfigMap/ns/new < > *+x.yaml#1\n"
                                                 "renamed //ConfigMap/ns/old < *x.yaml#1 >\n");
        const auto &changes = compared.changes.changes;
        QVERIFY(changes[0].renamedFrom == changes[1].id);
        QVERIFY(!changes[0].renamedTo);
        QVERIFY(changes[1].renamedTo == changes[0].id);
        QVERIFY(!changes[1].renamedFrom);
        QCOMPARE(changes[0].likeness, 1.0);
        QCOMPARE(changes[1].likeness, 1.0);
        QCOMPARE(test::printFields(changes[0].fields), "metadata.name: \"old\" -> \"new\"\n");
        QCOMPARE(compared.changes.counts.renamed, 2);
    }

    void aRenameMayCrossNamespaces()
    {
        QCOMPARE(printChanges({{"x.yaml", manifest("v1", "ConfigMap", "n1", "s", "data: {k: a}\n")}},
                              {{"x.yaml", manifest("v1", "ConfigMap", "n2", "s", "data: {k: a}\n")}}),
                 "renamed //ConfigMap/n1/s < *x.yaml#1 >\nrenamed //ConfigMap/n2/s < > *+x.yaml#1\n");
    }

    void otherContentOrKindIsNoRename()
    {
        QCOMPARE(printChanges({{"x.yaml", named("old", "k: a, l: b, m: c")}},
                              {{"x.yaml", named("new", "k: x, l: y, m: z")}}),
                 "added //ConfigMap/ns/new < > *+x.yaml#1\nremoved //ConfigMap/ns/old < *x.yaml#1 >\n");
        QCOMPARE(printChanges({{"x.yaml", manifest("v1", "ConfigMap", "ns", "s")}},
                              {{"x.yaml", manifest("v1", "ServiceAccount", "ns", "s")}}),
                 "removed //ConfigMap/ns/s < *x.yaml#1 >\nadded //ServiceAccount/ns/s < > *+x.yaml#1\n");
    }

    void otherScopeIsNoRename()
    {
        QCOMPARE(printChanges({{"env/one/x.yaml", a}}, {{"env/two/x.yaml", a}}),
                 "removed env/one//ConfigMap/ns/s < *env/one/x.yaml#1 >\n"
                 "added env/two//ConfigMap/ns/s < > *+env/two/x.yaml#1\n");
    }

    void aNewWinnerOverwrites()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"x.yaml", a}, {"y.yaml", b}}),
                 "overwritten //ConfigMap/ns/s < *x.yaml#1 > x.yaml#1 *+y.yaml#1\n");
    }

    void anotherOldOneOverwritesWhenTheOrderFlips()
    {
        QCOMPARE(printChanges({{"x.yaml", a}, {"y.yaml", b}}, {{"x.yaml", a}, {"w.yaml", b}}),
                 "overwritten //ConfigMap/ns/s < x.yaml#1 *y.yaml#1 > w.yaml#1 *x.yaml#1\n");
    }

    void anotherOldOneOverwritesWhenTheWinnerGoes()
    {
        QCOMPARE(printChanges({{"x.yaml", a}, {"y.yaml", b}}, {{"x.yaml", a}}),
                 "overwritten //ConfigMap/ns/s < x.yaml#1 *y.yaml#1 > *x.yaml#1\n");
    }

    void aNewLoserIsShadowed()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"w.yaml", b}, {"x.yaml", a}}),
                 "shadowed //ConfigMap/ns/s < *x.yaml#1 > +w.yaml#1 *x.yaml#1\n");
    }

    void aNewLoserGoesBeforeAnEditedWinner()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"w.yaml", b}, {"x.yaml", c}}),
                 "shadowed //ConfigMap/ns/s < *x.yaml#1 > +w.yaml#1 *x.yaml#1\n");
    }

    void anEditedLoserIsShadowed()
    {
        QCOMPARE(printChanges({{"x.yaml", a}, {"y.yaml", b}}, {{"x.yaml", c}, {"y.yaml", b}}),
                 "shadowed //ConfigMap/ns/s < x.yaml#1 *y.yaml#1 > x.yaml#1 *y.yaml#1\n");
    }

    void anEditedLoserBesideAnEditedWinnerIsModified()
    {
        QCOMPARE(printChanges({{"x.yaml", a}, {"y.yaml", b}}, {{"x.yaml", b}, {"y.yaml", c}}),
                 "modified //ConfigMap/ns/s < x.yaml#1 *y.yaml#1 > x.yaml#1 *y.yaml#1\n");
    }

    void aLoserThatNowAgreesIsUnchanged()
    {
        const ComparedSides compared({{"x.yaml", a}, {"y.yaml", b}}, {{"x.yaml", b}, {"y.yaml", b}});
        QCOMPARE(printChanges(compared.changes), "");
        QCOMPARE(compared.changes.counts.unchanged, 1);
    }

    void theSameDeclarationElsewhereIsMoved()
    {
        const ComparedSides compared({{"x.yaml", a}}, {{"dir/y.yaml", a}});
        QCOMPARE(printChanges(compared.changes), "moved //ConfigMap/ns/s < *x.yaml#1 > *dir/y.yaml#1\n");
        QVERIFY(compared.changes.changes[0].fields.empty());
    }

    void aMovedOneMayChangeToo()
    {
        const ComparedSides compared({{"x.yaml", a}}, {{"y.yaml", b}});
        QCOMPARE(printChanges(compared.changes), "moved //ConfigMap/ns/s < *x.yaml#1 > *y.yaml#1\n");
        QCOMPARE(test::printFields(compared.changes.changes[0].fields), "data.k: \"a\" -> \"b\"\n");
    }

    void anotherPlaceInTheSameFileIsNoMove()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"x.yaml", named("t", "k: a") + between + a}}),
                 "added //ConfigMap/ns/t < > *+x.yaml#1\n");
    }

    void theSameDeclarationWithOtherContentIsModified()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"x.yaml", b}}), "modified //ConfigMap/ns/s < *x.yaml#1 > *x.yaml#1\n");
    }

    void equalCopiesEditedAlikeAreModified()
    {
        QCOMPARE(printChanges({{"x.yaml", a}, {"y.yaml", a}}, {{"x.yaml", b}, {"y.yaml", b}}),
                 "modified //ConfigMap/ns/s < x.yaml#1 *y.yaml#1 > x.yaml#1 *y.yaml#1\n");
    }

    void theFieldsOfAnOverwriteAreThoseOfTheWinners()
    {
        const ComparedSides compared({{"x.yaml", a}}, {{"x.yaml", a + between + b}});
        QCOMPARE(test::printFields(compared.changes.changes.at(0).fields), "data.k: \"a\" -> \"b\"\n");
        QCOMPARE(compared.changes.changes.at(0).fields.at(0).headLine, 13);
    }
};

NOCLOBBER_TEST_MAIN(TestChangeStatus)
#include "tst_change_status.moc"
