#include "core/diff/change_set.h"
#include "tests/support/changes.h"
#include "tests/support/inventories.h"
#include "tests/support/test_main.h"
#include "tests/unit/diff/settings_maps.h"

using namespace noclobber;
using test::a;
using test::b;
using test::c;
using test::ComparedSides;
using test::manifest;
using test::printChanges;
using test::withApplications;

namespace {

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

/// What several declarations of one object are called (contract, section 2).
class TestSeveralDeclarations : public QObject
{
    Q_OBJECT
private slots:
    void severalNewDeclarationsAreAdded()
    {
        QCOMPARE(printChanges({{"x.md", ""}}, {{"x.yaml", a}, {"y.yaml", b}}),
                 "added //ConfigMap/ns/s < > +x.yaml#1 *+y.yaml#1\n");
        QCOMPARE(duplicates({{"x.md", ""}}, {{"x.yaml", a}, {"y.yaml", b}}),
                 "//ConfigMap/ns/s x2 winner 1 introduced conflicting\n");
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
};

NOCLOBBER_TEST_MAIN(TestSeveralDeclarations)
#include "tst_several_declarations.moc"
