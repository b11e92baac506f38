#include "core/diff/change_set.h"
#include "tests/support/changes.h"
#include "tests/support/inventories.h"
#include "tests/support/test_main.h"

#include <filesystem>

using namespace noclobber;
using test::application;
using test::ComparedSides;
using test::manifest;
using test::printChanges;

namespace {

const std::string ownAddress = "argoCd:\n  repositories: [https://git.example.com/a.git]\n";
const std::string between = "---\n";

std::string named(const std::string &name, const std::string &values)
{
    return manifest("v1", "ConfigMap", "ns", name, "data: {" + values + "}\n");
}

const std::string a = named("s", "k: a");
const std::string b = named("s", "k: b");
const std::string c = named("s", "k: c");

git::Files withApplications(git::Files files, const std::vector<std::pair<std::string, std::string>> &applications)
{
    files[".noclobber.yaml"] = ownAddress;
    for (const auto &[name, path] : applications)
        files["apps.yaml"] += between + application(name, path);
    return files;
}

/// The lines about ConfigMaps.
std::string settingsLines(const git::Files &base, const git::Files &head)
{
    std::string text;
    std::string all = printChanges(base, head);
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = all.find('\n', begin) + 1;
        const std::string line = all.substr(begin, end - begin);
        text += line.find("/ConfigMap/") != std::string::npos ? line : std::string();
        begin = end;
    }
    return text;
}

std::size_t sum(const diff::StatusCounts &counts)
{
    return counts.unknown + counts.renamed + counts.added + counts.removed + counts.overwritten + counts.shadowed +
           counts.moved + counts.modified + counts.duplicated + counts.unchanged + counts.formattingOnly;
}

std::string printDuplicates(const diff::ChangeSet &changes)
{
    std::string text;
    for (const diff::Duplicate &duplicate : changes.duplicates) {
        text += toText(duplicate.id) + " x" + std::to_string(duplicate.declarations.size()) +
                (duplicate.winner ? " winner " + std::to_string(*duplicate.winner) : "") +
                (duplicate.isIntroduced ? " introduced" : "") + (duplicate.isConflicting ? " conflicting" : "") + "\n";
    }
    return text;
}

std::string duplicates(const git::Files &base, const git::Files &head)
{
    return printDuplicates(ComparedSides(base, head).changes);
}

} // namespace

/// Every status and flag of the contract, section 2.
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

    void anObjectOfHeadIsAdded()
    {
        QCOMPARE(printChanges({{"x.md", ""}}, {{"x.yaml", a}}), "added //ConfigMap/ns/s < > *+x.yaml#1\n");
    }

    void severalNewDeclarationsAreAdded()
    {
        QCOMPARE(printChanges({{"x.md", ""}}, {{"x.yaml", a}, {"y.yaml", b}}),
                 "added //ConfigMap/ns/s < > +x.yaml#1 *+y.yaml#1\n");
        QCOMPARE(duplicates({{"x.md", ""}}, {{"x.yaml", a}, {"y.yaml", b}}),
                 "//ConfigMap/ns/s x2 winner 1 introduced conflicting\n");
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

    void theFieldsOfAnOverwriteAreThoseOfTheWinners()
    {
        const ComparedSides compared({{"x.yaml", a}}, {{"x.yaml", a + between + b}});
        QCOMPARE(test::printFields(compared.changes.changes.at(0).fields), "data.k: \"a\" -> \"b\"\n");
        QCOMPARE(compared.changes.changes.at(0).fields.at(0).headLine, 13);
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

    void aNewContenderWithOtherContentOverwrites()
    {
        const auto base = withApplications({{"p/s.yaml", a}}, {{"one", "p"}});
        const auto head = withApplications({{"p/s.yaml", a}, {"q/s.yaml", b}}, {{"one", "p"}, {"two", "q"}});
        QCOMPARE(settingsLines(base, head), "overwritten [contested] //ConfigMap/ns/s < *p/s.yaml#1@one > "
                                            "p/s.yaml#1@one +q/s.yaml#1@two\n");
    }

    void aNewContenderThatSaysTheOldOverwritesAnEdit()
    {
        const auto base = withApplications({{"p/s.yaml", a}}, {{"one", "p"}});
        const auto head = withApplications({{"p/s.yaml", b}, {"q/s.yaml", a}}, {{"one", "p"}, {"two", "q"}});
        QCOMPARE(settingsLines(base, head), "overwritten [contested] //ConfigMap/ns/s < *p/s.yaml#1@one > "
                                            "p/s.yaml#1@one +q/s.yaml#1@two\n");
    }

    void aNewContenderWithTheSameContentDuplicates()
    {
        const auto base = withApplications({{"p/s.yaml", a}}, {{"one", "p"}});
        const auto head = withApplications({{"p/s.yaml", a}, {"q/s.yaml", a}}, {{"one", "p"}, {"two", "q"}});
        QCOMPARE(settingsLines(base, head), "duplicated [contested] //ConfigMap/ns/s < *p/s.yaml#1@one > "
                                            "p/s.yaml#1@one +q/s.yaml#1@two\n");
    }

    void anEditThatTheNewContenderSharesModifies()
    {
        const auto base = withApplications({{"p/s.yaml", a}}, {{"one", "p"}});
        const auto head = withApplications({{"p/s.yaml", b}}, {{"one", "p"}, {"two", "p"}});
        QCOMPARE(settingsLines(base, head), "modified [contested] //ConfigMap/ns/s < *p/s.yaml#1@one > "
                                            "p/s.yaml#1@one +p/s.yaml#1@two\n");
    }

    void anEditedContenderModifies()
    {
        const auto base = withApplications({{"p/s.yaml", a}, {"q/s.yaml", b}}, {{"one", "p"}, {"two", "q"}});
        const auto head = withApplications({{"p/s.yaml", a}, {"q/s.yaml", c}}, {{"one", "p"}, {"two", "q"}});
        const ComparedSides compared(base, head);
        QCOMPARE(settingsLines(base, head), "modified [contested] //ConfigMap/ns/s < p/s.yaml#1@one "
                                            "q/s.yaml#1@two > p/s.yaml#1@one q/s.yaml#1@two\n");
        QCOMPARE(test::printFields(compared.changes.changes.at(0).fields), "data.k: \"b\" -> \"c\"\n");
    }

    void oldContendersAreUnchangedAndListed()
    {
        const auto sides = withApplications({{"p/s.yaml", a}, {"q/s.yaml", b}}, {{"one", "p"}, {"two", "q"}});
        QCOMPARE(settingsLines(sides, sides), "unchanged [contested] //ConfigMap/ns/s < p/s.yaml#1@one "
                                              "q/s.yaml#1@two > p/s.yaml#1@one q/s.yaml#1@two\n");
    }

    void oneContenderLeftIsDeduplicated()
    {
        const auto base = withApplications({{"p/s.yaml", a}, {"q/s.yaml", a}}, {{"one", "p"}, {"two", "q"}});
        const auto head = withApplications({{"p/s.yaml", a}}, {{"one", "p"}, {"two", "q"}});
        QCOMPARE(settingsLines(base, head), "unchanged [deduplicated] //ConfigMap/ns/s < p/s.yaml#1@one "
                                            "q/s.yaml#1@two > *p/s.yaml#1@one\n");
    }

    void aliasedGroupsAreContested()
    {
        const std::string old = manifest("extensions/v1beta1", "Ingress", "ns", "w", "spec: {a: b}\n");
        const std::string now = manifest("networking.k8s.io/v1", "Ingress", "ns", "w", "spec: {a: b}\n");
        QCOMPARE(printChanges({{"x.yaml", old}}, {{"x.yaml", old}, {"y.yaml", now}}),
                 "overwritten [contested] /networking.k8s.io/Ingress/ns/w < *x.yaml#1 > x.yaml#1 +y.yaml#1\n");
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

    void anEqualCopyIsDuplicated()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"w.yaml", a}, {"x.yaml", a}}),
                 "duplicated //ConfigMap/ns/s < *x.yaml#1 > +w.yaml#1 *x.yaml#1\n");
    }

    void aCopyThatGoesIsDeduplicated()
    {
        QCOMPARE(printChanges({{"x.yaml", a}, {"y.yaml", b}}, {{"y.yaml", b}}),
                 "unchanged [deduplicated] //ConfigMap/ns/s < x.yaml#1 *y.yaml#1 > *y.yaml#1\n");
    }

    void writtenNamespaceOfTheSameObjectIsNoChange() // T4
    {
        QCOMPARE(printChanges({{"x.yaml", manifest("v1", "ConfigMap", "", "s")}},
                              {{"x.yaml", manifest("v1", "ConfigMap", "default", "s")}}),
                 "unchanged [formattingOnly] //ConfigMap/default/s < *x.yaml#1 > *x.yaml#1\n");
    }

    void otherTextWithTheSameContentIsFormattingOnly_data()
    {
        QTest::addColumn<QString>("head");
        QTest::newRow("quotes") << QString::fromStdString(named("s", "k: 'a'"));
        QTest::newRow("a comment inside") << QString::fromStdString(a).replace("\ndata:", "\n# why\ndata:");
        QTest::newRow("indentation") << QString::fromStdString(a).replace("\ndata: {k: a}", "\ndata:\n      k: a");
        QTest::newRow("order of keys") << QString::fromStdString("data: {k: a}\nkind: ConfigMap\napiVersion: v1\n"
                                                                 "metadata:\n  name: s\n  namespace: ns\n");
        QTest::newRow("CRLF") << QString::fromStdString(a).replace("\n", "\r\n");
        QTest::newRow("an ignored field") << QString::fromStdString(a + "status: {}\n");
    }

    void otherTextWithTheSameContentIsFormattingOnly()
    {
        QFETCH(QString, head);
        const ComparedSides compared({{"x.yaml", a}}, {{"x.yaml", head.toStdString()}});
        QCOMPARE(printChanges(compared.changes),
                 "unchanged [formattingOnly] //ConfigMap/ns/s < *x.yaml#1 > *x.yaml#1\n");
        QCOMPARE(compared.changes.counts.formattingOnly, 1);
        QCOMPARE(compared.changes.counts.unchanged, 0);
    }

    void theSameTextFurtherDownIsNoFormatting()
    {
        const ComparedSides compared({{"x.yaml", a + between + named("t", "k: a")}},
                                     {{"x.yaml", "# new\n\n" + a + between + named("t", "k: b")}});
        QCOMPARE(printChanges(compared.changes), "modified //ConfigMap/ns/t < *x.yaml#2 > *x.yaml#2\n");
        QCOMPARE(compared.changes.counts.unchanged, 1);
    }

    void aMissingLastLineEndIsNoFormatting()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"x.yaml", a.substr(0, a.size() - 1)}}), "");
    }

    void anotherVersionOrGroupIsAMigration()
    {
        QCOMPARE(printChanges({{"x.yaml", manifest("extensions/v1beta1", "Ingress", "ns", "w", "spec: {a: b}\n")}},
                              {{"x.yaml", manifest("networking.k8s.io/v1", "Ingress", "ns", "w", "spec: {a: b}\n")}}),
                 "modified [apiMigrated] /networking.k8s.io/Ingress/ns/w < *x.yaml#1 > *x.yaml#1\n");
        QCOMPARE(printChanges({{"x.yaml", manifest("policy/v1beta1", "PodDisruptionBudget", "ns", "w")}},
                              {{"x.yaml", manifest("policy/v1", "PodDisruptionBudget", "ns", "w")}}),
                 "modified [apiMigrated] /policy/PodDisruptionBudget/ns/w < *x.yaml#1 > *x.yaml#1\n");
    }

    void anImmutableFieldRecreates()
    {
        QCOMPARE(printChanges({{"x.yaml", manifest("apps/v1", "StatefulSet", "ns", "w", "spec: {serviceName: a}\n")}},
                              {{"x.yaml", manifest("apps/v1", "StatefulSet", "ns", "w", "spec: {serviceName: b}\n")}}),
                 "modified [recreated] /apps/StatefulSet/ns/w < *x.yaml#1 > *x.yaml#1\n");
    }

    void becomingOrStoppingToBeAHookIsSaid()
    {
        for (const std::string annotation : {"argocd.argoproj.io/hook: PreSync", "helm.sh/hook: pre-install"}) {
            const std::string plain = manifest("batch/v1", "CronJob", "ns", "w");
            const std::string hook = manifest("batch/v1", "CronJob", "ns", "w")
                                         .insert(plain.size(), "  annotations: {" + annotation + "}\n");
            const std::string expected = "modified [hook] /batch/CronJob/ns/w < *x.yaml#1 > *x.yaml#1\n";
            QCOMPARE(printChanges({{"x.yaml", plain}}, {{"x.yaml", hook}}), expected);
            QCOMPARE(printChanges({{"x.yaml", hook}}, {{"x.yaml", plain}}), expected);
        }
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

    void duplicatesTellWhatTheChangeBrings()
    {
        QCOMPARE(duplicates({{"x.yaml", a}}, {{"x.yaml", a}, {"y.yaml", a}}),
                 "//ConfigMap/ns/s x2 winner 0 introduced\n");
        QCOMPARE(duplicates({{"x.yaml", a}}, {{"x.yaml", a}, {"y.yaml", b}}),
                 "//ConfigMap/ns/s x2 winner 1 introduced conflicting\n");
        QCOMPARE(duplicates({{"x.yaml", a}, {"y.yaml", a}}, {{"x.yaml", a}, {"y.yaml", a}, {"z.md", ""}}),
                 "//ConfigMap/ns/s x2 winner 1\n");
        QCOMPARE(duplicates({{"x.yaml", a}, {"y.yaml", b}}, {{"x.yaml", c}, {"y.yaml", b}}),
                 "//ConfigMap/ns/s x2 winner 1 conflicting\n");
        QCOMPARE(duplicates({{"x.yaml", a}, {"y.yaml", a}}, {{"x.yaml", a}, {"y.yaml", b}}),
                 "//ConfigMap/ns/s x2 winner 1 introduced conflicting\n");
        QCOMPARE(duplicates({{"x.yaml", a}, {"y.yaml", a}}, {{"x.yaml", a}}), "");
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
