#include "core/yaml/document.h"
#include "tests/support/test_main.h"
#include "tests/unit/yaml/reading.h"

using namespace noclobber;
using namespace noclobber::yaml;

/// Collections, anchors, merge keys, repeated keys, JSON, positions.
class TestDocuments : public QObject
{
    Q_OBJECT
private slots:
    void linesAreThoseOfTheFile();
    void lastOfRepeatedKeysWinsAndIsRemarked();
    void keyAsNumberAndAsTextIsRemarked();
    void anchorsAreWrittenOut();
    void anchorMayBeSetAgain();
    void anchorsEndWithTheirDocument();
    void mergeKeysApplyWhereTheyStand_data();
    void mergeKeysApplyWhereTheyStand();
    void mergeAfterAKeyIsRemarkedOnlyIfItChangesIt();
    void wrongMergesAreProblems();
    void keysThatAreNoScalarsAreProblems();
    void tagsOfOthersAreRemarked();
    void jsonIsRead();
    void jsonStreamInAYamlFile();
    void flowMappingThatIsNoJsonIsYaml();
    void jsonFileHoldsOneValue();
    void brokenJsonIsAProblem_data();
    void brokenJsonIsAProblem();
    void oneDocumentByItsNumber();
    void formatFollowsTheEnding();
};

void TestDocuments::linesAreThoseOfTheFile()
{
    const auto documents =
        test::read("# c\na: 1\n---\nkind: X\nmetadata:\n  name: n\nlist:\n- a: 1\n  b: |\n    t\n- 2\n").documents;
    QCOMPARE(documents.size(), 2U);
    const Node &root = documents[1].root;
    QCOMPARE(root.line, 4);
    QCOMPARE(root.fields[1].line, 5);
    QCOMPARE(root.fields[1].value.line, 6);
    QCOMPARE(root.find({"metadata", "name"})->line, 6);
    QCOMPARE(root.find("list")->items[0].line, 8);
    QCOMPARE(root.find("list")->items[0].find("b")->line, 9);
    QCOMPARE(root.find("list")->items[1].line, 11);
    const auto json = test::read("{\n \"a\": {\n  \"b\":\n 1}}", TextFormat::Json).documents;
    QCOMPARE(json[0].root.find({"a", "b"})->line, 4);
    QCOMPARE(json[0].root.find("a")->fields[0].line, 3);
    QCOMPARE(json[0].span, (TextSpan{0, 21, 1, 4}));
}

void TestDocuments::lastOfRepeatedKeysWinsAndIsRemarked()
{
    const std::string text = "kind: A\nname: x\nkind: B\nlist: {p: 1, p: 2}\n";
    QCOMPARE(test::json(text), R"({"kind":"B","list":{"p":2},"name":"x"})");
    const auto remarks = test::ambiguities(text);
    QCOMPARE(remarks.size(), 2U);
    QCOMPARE(remarks[0].line, 3);
    QCOMPARE(remarks[1].line, 4);
    QCOMPARE(test::read(text).documents[0].root.fields[0].key, "kind"); // at the first one's place
    std::string many;
    for (int i = 0; i < 40; ++i)
        many += "k" + std::to_string(i) + ": 1\n";
    QVERIFY(test::ambiguities(many).empty());
    QCOMPARE(test::ambiguities(many + "k7: 2\n").size(), 1U);
}

void TestDocuments::keyAsNumberAndAsTextIsRemarked()
{
    for (const char *text : {"1: a\n\"1\": b\n", "true: a\n\"true\": b\n", "yes: a\n'true': b\n", "1: a\n1.0: b\n"}) {
        const auto remarks = test::ambiguities(text);
        QCOMPARE(remarks.size(), 1U);
        QVERIFY(remarks[0].message.find("chance") != std::string::npos);
    }
    QCOMPARE(test::ambiguities("on: a\nyes: b\n").size(), 1U); // one key twice
    QVERIFY(test::ambiguities("on: a\n\"on\": b\n").empty());
}

void TestDocuments::anchorsAreWrittenOut()
{
    QCOMPARE(test::json("a: &x {k: [1, &y two]}\nb: *x\nc: *y\n"),
             R"({"a":{"k":[1,"two"]},"b":{"k":[1,"two"]},"c":"two"})");
    QCOMPARE(test::json("&k key: &v\nother: *k\nnothing: *v\n"), R"({"key":null,"nothing":null,"other":"key"})");
    QCOMPARE(test::json("a: &k name\n*k : x\n"), R"({"a":"name","name":"x"})");
    QVERIFY(test::json("a: *missing\n").starts_with("problem: "));
    QVERIFY(test::json("a: &x [1, *x]\n").starts_with("problem: "));
}

void TestDocuments::anchorMayBeSetAgain()
{
    QCOMPARE(test::json("a: &x 1\nb: *x\nc: &x 2\nd: *x\n"), R"({"a":1,"b":1,"c":2,"d":2})");
}

void TestDocuments::anchorsEndWithTheirDocument()
{
    const auto reading = test::read("a: &x 1\n---\nb: *x\n");
    QCOMPARE(reading.documents.size(), 1U);
    QCOMPARE(reading.remarks.problems.size(), 1U);
    QCOMPARE(reading.remarks.problems[0].line, 3);
}

void TestDocuments::mergeKeysApplyWhereTheyStand_data()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("expected");
    QTest::newRow("before: the key wins") << "<<: *m\n  k: own"
                                          << R"({"k":"own","l":"m"})";
    QTest::newRow("after: the merge wins") << "k: own\n  <<: *m"
                                           << R"({"k":"m","l":"m"})";
    QTest::newRow("list: the first wins") << "<<: [*m, *n]"
                                          << R"({"k":"m","l":"m","o":"q"})";
    QTest::newRow("list, other order") << "<<: [*n, *m]"
                                       << R"({"k":"q","l":"m","o":"q"})";
    QTest::newRow("written out") << "<<: {k: i}"
                                 << R"({"k":"i"})";
    QTest::newRow("quoted: a plain key") << "\"<<\": x"
                                         << R"({"<<":"x"})";
}

void TestDocuments::mergeKeysApplyWhereTheyStand()
{
    QFETCH(QString, fields);
    QFETCH(QString, expected);
    const std::string text = "m: &m {k: m, l: m}\nn: &n {k: q, o: q}\nx:\n  " + fields.toStdString() + "\n";
    const auto documents = test::read(text).documents;
    QCOMPARE(documents.size(), 1U);
    QCOMPARE(QString::fromStdString(toCanonicalJson(*documents[0].root.find("x"))), expected);
}

void TestDocuments::mergeAfterAKeyIsRemarkedOnlyIfItChangesIt()
{
    const std::string anchor = "m: &m {k: 1}\nx:\n";
    const auto remarks = test::ambiguities(anchor + "  k: 2\n  <<: *m\n");
    QCOMPARE(remarks.size(), 1U);
    QCOMPARE(remarks[0].line, 4);
    QVERIFY(test::ambiguities(anchor + "  k: 1\n  <<: *m\n").empty());
    QVERIFY(test::ambiguities(anchor + "  <<: *m\n  k: 2\n").empty());
    QCOMPARE(test::ambiguities(anchor + "  <<: *m\n  <<: *m\n").size(), 1U);
}

void TestDocuments::wrongMergesAreProblems()
{
    for (const char *value : {"1", "[1]", "*l", "~"})
        QVERIFY(test::json("l: &l [{a: 1}]\nx:\n  <<: " + std::string(value) + "\n").starts_with("problem: "));
}

void TestDocuments::keysThatAreNoScalarsAreProblems()
{
    for (const char *text : {"[a]: 1\n", "{a: 1}: 1\n", "~: 1\n", ": 1\n", "? - a\n: 1\n", "18446744073709551615: 1\n"})
        QVERIFY(test::json(text).starts_with("problem: "));
}

void TestDocuments::tagsOfOthersAreRemarked()
{
    QCOMPARE(test::ambiguities("a: !Custom x\nb: !!binary aGk=\nc: !<x> [1]\n").size(), 3U);
    QVERIFY(test::ambiguities("a: !!str x\nb: !!int 1\nc: !!map {}\nd: ! x\n").empty());
    QCOMPARE(test::json("a: !!set {a, b}\n"), R"({"a":{"a":null,"b":null}})");
}

void TestDocuments::jsonIsRead()
{
    QCOMPARE(test::json(R"( {"b": [true, null, -1.5e2], "a": "\ud83d\ude00\u00e9\n\/", "c": {}} )", TextFormat::Json),
             "{\"a\":\"\xF0\x9F\x98\x80\xC3\xA9\\n/\",\"b\":[true,null,-150],\"c\":{}}");
    QCOMPARE(test::json(R"({"a": "\ud83d x"})", TextFormat::Json), "{\"a\":\"\xEF\xBF\xBD x\"}");
    QCOMPARE(test::json("[1]", TextFormat::Json), "[1]");
    QCOMPARE(test::json("", TextFormat::Json), "0 documents");
    const auto reading = test::read(R"({"a": 1, "a": 2})", TextFormat::Json);
    QCOMPARE(toCanonicalJson(reading.documents[0].root), R"({"a":2})");
    QCOMPARE(reading.documents[0].ambiguities.size(), 1U);
}

void TestDocuments::jsonStreamInAYamlFile()
{
    const auto reading = test::read("\n{\"a\": \"\\ud83d\\ude00\"}\n{\"b\": 1}\n---\nc: 1\n");
    QVERIFY(reading.remarks.problems.empty());
    QCOMPARE(reading.documents.size(), 3U);
    QCOMPARE(reading.documents[1].number, 2);
    QCOMPARE(reading.documents[1].span.firstLine, 3);
    QCOMPARE(reading.documents[2].number, 3);
    QCOMPARE(reading.documents[2].span.firstLine, 5);
    QCOMPARE(test::read("{\"a\": 1}\n# comment\n").documents.size(), 1U);
    QVERIFY(!test::read("{\"a\": 1} b: 2\n").remarks.problems.empty());
}

void TestDocuments::flowMappingThatIsNoJsonIsYaml()
{
    QCOMPARE(test::json("{a: on, b: [0644]}\n"), R"({"a":true,"b":[420]})");
    QCOMPARE(test::json("{\"a\": 1, # why\n \"b\": 2}\n"), R"({"a":1,"b":2})");
}

void TestDocuments::jsonFileHoldsOneValue()
{
    const auto reading = test::read("{\"a\": 1}\n{\"b\": 2}\n", TextFormat::Json);
    QCOMPARE(reading.documents.size(), 1U);
    QCOMPARE(reading.remarks.problems.size(), 1U);
    QCOMPARE(reading.remarks.problems[0].line, 2);
}

void TestDocuments::brokenJsonIsAProblem_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "[1,]", "[01]", "[1.]", "[+1]", "[.5]", "\"a",
                             "\"\t\"", "\"\\x\"", "\"\\u12\"", "{a: 1}", "nul", "[1e999]", "// c\n{}", "\xEF\xBB\xBF{"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestDocuments::brokenJsonIsAProblem()
{
    QFETCH(QString, text);
    QVERIFY(test::json(text.toUtf8().toStdString(), TextFormat::Json).starts_with("problem: "));
}

void TestDocuments::oneDocumentByItsNumber()
{
    const std::string text = "a: 1\n---\nkind: [\n---\nc: 3\n";
    const auto third = readDocument(text, TextFormat::Yaml, 3);
    QVERIFY(bool(third));
    QCOMPARE(toCanonicalJson(third->root), R"({"c":3})");
    QCOMPARE(third->span.firstLine, 5);
    QCOMPARE(readDocument(text, TextFormat::Yaml, 2).error().code, ErrorCode::Yaml);
    QCOMPARE(readDocument(text, TextFormat::Yaml, 2).error().where, "line 4");
    QCOMPARE(readDocument(text, TextFormat::Yaml, 9).error().code, ErrorCode::Yaml);
}

void TestDocuments::formatFollowsTheEnding()
{
    QCOMPARE(formatOf("a/b.json"), TextFormat::Json);
    QCOMPARE(formatOf("a/b.JSON"), TextFormat::Yaml);
    QCOMPARE(formatOf("a/b.yml"), TextFormat::Yaml);
}

NOCLOBBER_TEST_MAIN(TestDocuments)
#include "tst_documents.moc"
