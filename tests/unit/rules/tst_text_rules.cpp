#include <algorithm>

#include "tests/support/findings.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

const std::string broken = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b\n";
const std::string notYaml = "{{ not: a manifest\n";
const std::string twice =
    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: t, namespace: shop}\ndata:\n  a: one\n  a: two\n";
const git::Files some{{"a.yaml", configMap("shop", "a")}};

std::string severities(const std::string &rule, const git::Files &base, const git::Files &head)
{
    std::string text;
    for (const std::string &line : {findingsOf(rule, base, head)})
        text += line.substr(0, line.find(' '));
    return text;
}

} // namespace

/// Contract, sections 4 and 7: text that cannot be read, or is read in two ways, and the change's own files.
class TestTextRules : public QObject
{
    Q_OBJECT
private slots:
    /// Contract 4: it blocks when head has a problem that base has not, or in a file the change touches.
    void unreadableManifest_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("severity");
        const QString bad = QString::fromStdString(broken);
        const QString good = QString::fromStdString(configMap("shop", "b"));
        QTest::newRow("brought by the change") << good << bad << "block";
        QTest::newRow("in a new file") << "" << bad << "block";
        QTest::newRow("touched") << bad << bad + "# more\n"
                                 << "block";
        QTest::newRow("untouched") << bad << bad << "note";
        QTest::newRow("mended") << bad << good << "note";
        QTest::newRow("removed, so what goes is not known") << bad << ""
                                                            << "block";
        const QString other = QString::fromStdString(notYaml);
        QTest::newRow("passed over") << "" << other << "note";
        QTest::newRow("passed over, but held an object") << good << other << "block";
        QTest::newRow("passed over and removed") << other << ""
                                                 << "note";
    }
    void unreadableManifest()
    {
        QFETCH(QString, base);
        QFETCH(QString, head);
        QFETCH(QString, severity);
        const auto side = [](const QString &text) {
            return text.isEmpty() ? some : with(some, "b.yaml", text.toStdString());
        };
        QCOMPARE(QString::fromStdString(severities("unreadable-manifest", side(base), side(head))), severity);
    }

    /// A move may not block, not even of a file that could not be read before.
    void movedUnreadableFileIsANote()
    {
        QCOMPARE(severities("unreadable-manifest", with(some, "b.yaml", broken), with(some, "c.yaml", broken)),
                 std::string("note"));
    }

    void ambiguousText_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("severity");
        const QString old = QString::fromStdString(twice);
        const QString plain = QString(old).replace("  a: one\n", "");
        const QString edited = QString(old).replace("a: two", "a: three");
        const QString beside = QString::fromStdString("---\n" + configMap("shop", "beside"));
        QTest::newRow("new file") << "" << old << "block";
        QTest::newRow("new in a document") << plain << old << "block";
        QTest::newRow("old, its document touched") << old << edited << "warn";
        QTest::newRow("old, another document touched") << old << old + beside << "note";
        QTest::newRow("untouched") << old << old << "note";
        QTest::newRow("mended") << old << plain << "";
    }
    void ambiguousText()
    {
        QFETCH(QString, base);
        QFETCH(QString, head);
        QFETCH(QString, severity);
        const auto side = [](const QString &text) {
            return text.isEmpty() ? some : with(some, "t.yaml", text.toStdString());
        };
        QCOMPARE(QString::fromStdString(severities("ambiguous-yaml", side(base), side(head))), severity);
    }

    void ambiguityStandsAtItsObject()
    {
        const rules::Finding finding = theFinding("ambiguous-yaml", some, with(some, "t.yaml", twice));
        QCOMPARE(argo::toText(finding.id), std::string("//ConfigMap/shop/t"));
        QCOMPARE(finding.location->path, std::string("t.yaml"));
        QVERIFY(finding.location->firstLine == 5 || finding.location->firstLine == 6);
    }

    /// A key that stands there 200 times is one thing to mend, not 200.
    void ambiguitiesOfADocumentAreOneFinding()
    {
        std::string text = configMap("shop", "t");
        for (int i = 0; i < 200; ++i)
            text += "x" + std::to_string(i % 100) + ": 1\n";
        const rules::Finding finding = theFinding("ambiguous-yaml", some, with(some, "t.yaml", text));
        QVERIFY(finding.message.find("and 99 more like it in this document") != std::string::npos);
        const std::string two = text + "---\n" + twice;
        const std::string both = findingsOf("ambiguous-yaml", some, with(some, "t.yaml", two));
        QCOMPARE(std::ranges::count(both, '\n'), 2);
    }

    /// The same file moved is the same old text.
    void movedAmbiguousFileIsANote()
    {
        QCOMPARE(severities("ambiguous-yaml", with(some, "t.yaml", twice), with(some, "u.yaml", twice)),
                 std::string("note"));
    }

    void configurationChange_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("expected");
        const QString warned = "warn configuration-changed //// at .noclobber.yaml:1\n";
        QTest::newRow("added") << ""
                               << "rules: {}\n"
                               << warned;
        QTest::newRow("edited") << "rules: {}\n"
                                << "rules: {overwrite: off}\n"
                                << warned;
        QTest::newRow("removed") << "rules: {}\n"
                                 << "" << warned;
        QTest::newRow("as it was") << "rules: {}\n"
                                   << "rules: {}\n"
                                   << "";
    }
    void configurationChange()
    {
        QFETCH(QString, base);
        QFETCH(QString, head);
        QFETCH(QString, expected);
        const auto side = [](const QString &text) {
            return text.isEmpty() ? some : with(some, ".noclobber.yaml", text.toStdString());
        };
        git::Files after = side(head);
        after["b.yaml"] = configMap("shop", "b");
        QCOMPARE(QString::fromStdString(findingsOf("configuration-changed", side(base), after)), expected);
    }

    void everyConflictIsAFinding()
    {
        const ChangeCase read(some, with(some, "b.yaml", configMap("shop", "other")));
        git::Comparison comparison = read.change().comparison;
        comparison.conflicts = {"a.yaml", "z/b.yaml"};
        const blast::Change change{comparison, read.change().configuration, read.change().inventories,
                                   read.change().changes};
        const auto found = rules::judge(change, read.radius(), "2026-11-23", {});
        QVERIFY(found);
        QCOMPARE(found->size(), std::size_t(2));
        QCOMPARE((*found)[1].rule, std::string("merge-conflict"));
        QCOMPARE((*found)[1].location->path, std::string("z/b.yaml"));
        QVERIFY((*found)[1].severity == Severity::Block);
    }
};

NOCLOBBER_TEST_MAIN(TestTextRules)
#include "tst_text_rules.moc"
