#include "tests/support/changes.h"
#include "tests/support/inventories.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::application;
using test::manifest;
using test::printChanges;

namespace {

const std::string ownAddress = "argoCd:\n  repositories: [https://git.example.com/a.git]\n";

/// One and the same ConfigMap with these values.
std::string settings(const std::string &values)
{
    return manifest("v1", "ConfigMap", "ns", "s", "data: {" + values + "}\n");
}

const std::string a = settings("k: a");
const std::string b = settings("k: b");
const std::string c = settings("k: c");
const std::string between = "---\n";

/// The files with the Applications in apps.yaml, each over a folder.
git::Files withApplications(git::Files files, const std::vector<std::pair<std::string, std::string>> &applications)
{
    files[".noclobber.yaml"] = ownAddress;
    for (const auto &[name, path] : applications)
        files["apps.yaml"] += between + application(name, path);
    return files;
}

/// What is said of the ConfigMap among Applications.
std::string settingsLine(const git::Files &base, const git::Files &head)
{
    const std::string text = printChanges(base, head);
    const std::size_t at = text.find("/ConfigMap/");
    if (at == std::string::npos)
        return {};
    const std::size_t begin = text.rfind('\n', at) + 1;
    return text.substr(begin, text.find('\n', at) + 1 - begin);
}

} // namespace

/// Which declarations are the same one in both commits, step by step (contract, section 2).
class TestPairing : public QObject
{
    Q_OBJECT
private slots:
    void equalContentAtTheSamePathComesFirst() // not by place in the file: the first document is gone
    {
        QCOMPARE(printChanges({{"x.yaml", a + between + b}}, {{"x.yaml", b}}),
                 "unchanged [deduplicated] //ConfigMap/ns/s < x.yaml#1 *x.yaml#2 > *x.yaml#1\n");
    }

    void theSamePathComesBeforeEqualContentElsewhere()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"x.yaml", b}, {"z.yaml", a}}),
                 "shadowed //ConfigMap/ns/s < *x.yaml#1 > x.yaml#1 *+z.yaml#1\n");
    }

    void equalContentElsewhereComesBeforeWhatIsLeft()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"y.yaml", b}, {"z.yaml", a}}),
                 "shadowed //ConfigMap/ns/s < *x.yaml#1 > +y.yaml#1 *z.yaml#1\n");
    }

    void whatIsLeftIsPaired()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"y.yaml", b}}), "moved //ConfigMap/ns/s < *x.yaml#1 > *y.yaml#1\n");
    }

    void theMostAlikeOfWhatIsLeftIsTaken()
    {
        const std::string many = settings("p: '1', q: '2', r: '3'");
        const std::string alike = settings("p: '1', q: '2', r: '4'");
        QCOMPARE(printChanges({{"x.yaml", many}}, {{"y.yaml", b}, {"z.yaml", alike}}),
                 "shadowed //ConfigMap/ns/s < *x.yaml#1 > +y.yaml#1 *z.yaml#1\n");
        QCOMPARE(printChanges({{"x.yaml", many}}, {{"y.yaml", alike}, {"z.yaml", b}}),
                 "overwritten //ConfigMap/ns/s < *x.yaml#1 > y.yaml#1 *+z.yaml#1\n");
    }

    void theMostAlikeAtOnePathIsTaken()
    {
        const std::string many = settings("p: '1', q: '2', r: '3'");
        const std::string alike = settings("p: '1', q: '2', r: '4'");
        QCOMPARE(printChanges({{"x.yaml", many}}, {{"x.yaml", alike + between + b}}),
                 "overwritten //ConfigMap/ns/s < *x.yaml#1 > x.yaml#1 *+x.yaml#2\n");
        QCOMPARE(printChanges({{"x.yaml", many}}, {{"x.yaml", b + between + alike}}),
                 "shadowed //ConfigMap/ns/s < *x.yaml#1 > +x.yaml#1 *x.yaml#2\n");
    }

    void amongEqualOnesApplyOrderDecides()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"y.yaml", a}, {"z.yaml", a}}),
                 "moved //ConfigMap/ns/s < *x.yaml#1 > *y.yaml#1 +z.yaml#1\n");
    }

    void amongEqualOnesTheOneWithAPartnerWins()
    {
        QCOMPARE(printChanges({{"x.yaml", a}}, {{"x.yaml", a}, {"z.yaml", a}}),
                 "duplicated //ConfigMap/ns/s < *x.yaml#1 > *x.yaml#1 +z.yaml#1\n");
        QCOMPARE(printChanges({{"x.yaml", a}, {"z.yaml", a}}, {{"x.yaml", a}}),
                 "unchanged [deduplicated] //ConfigMap/ns/s < *x.yaml#1 z.yaml#1 > *x.yaml#1\n");
    }

    void everyApplicationKeepsItsDeclaration()
    {
        const auto base = withApplications({{"p/s.yaml", a}}, {{"one", "p"}, {"two", "p"}});
        const auto head = withApplications({{"p/s.yaml", b}}, {{"one", "p"}, {"two", "p"}});
        QCOMPARE(settingsLine(base, head),
                 "modified [contested] //ConfigMap/ns/s < p/s.yaml#1@one p/s.yaml#1@two > p/s.yaml#1@one "
                 "p/s.yaml#1@two\n");
    }

    void aNewApplicationOverTheSamePathIsNew()
    {
        const auto base = withApplications({{"p/s.yaml", a}}, {{"two", "p"}});
        const auto head = withApplications({{"p/s.yaml", a}}, {{"one", "p"}, {"two", "p"}});
        QCOMPARE(settingsLine(base, head),
                 "duplicated [contested] //ConfigMap/ns/s < *p/s.yaml#1@two > +p/s.yaml#1@one "
                 "p/s.yaml#1@two\n");
    }

    void aNewNameOfTheApplicationChangesNothing()
    {
        const auto base = withApplications({{"p/s.yaml", a}}, {{"one", "p"}});
        const auto head = withApplications({{"p/s.yaml", a}}, {{"two", "p"}});
        QCOMPARE(settingsLine(base, head), "");
    }

    void eachApplicationMovesItsOwn()
    {
        const auto base = withApplications({{"p/s.yaml", a}, {"q/s.yaml", a}}, {{"one", "p"}, {"two", "q"}});
        const auto head = withApplications({{"v/s.yaml", a}, {"w/s.yaml", a}}, {{"one", "w"}, {"two", "v"}});
        const test::ComparedSides compared(base, head);
        const auto *change = compared.changes.find(compared.inventories.head.objects.back().id);
        QVERIFY(change != nullptr);
        QVERIFY(change->newDeclarations.empty());
    }

    void thousandsOfCopiesEnd()
    {
        std::string base;
        std::string head;
        for (int i = 0; i < 1500; ++i) {
            base += between + settings("k: b" + std::to_string(i));
            head += between + settings("k: h" + std::to_string(i));
        }
        const test::ComparedSides compared({{"x.yaml", base}}, {{"x.yaml", head}});
        QCOMPARE(compared.changes.changes.size(), 1);
        QVERIFY(compared.changes.changes[0].newDeclarations.empty());
        QCOMPARE(compared.changes.changes[0].status, diff::Status::Modified);
    }
};

NOCLOBBER_TEST_MAIN(TestPairing)
#include "tst_pairing.moc"
