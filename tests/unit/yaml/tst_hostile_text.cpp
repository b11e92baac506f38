#include <QElapsedTimer>

#include "core/yaml/document.h"
#include "tests/support/test_main.h"
#include "tests/unit/yaml/reading.h"

using namespace noclobber;
using namespace noclobber::yaml;

/// What a stranger may put into a file to be read differently, or to make the reader hang.
class TestHostileText : public QObject
{
    Q_OBJECT
private slots:
    void unusualBreaksAreReadAsBreaksAndRemarked_data();
    void unusualBreaksAreReadAsBreaksAndRemarked();
    void carriageReturnsBeforeLineFeedsAreNoRemark();
    void whatKubernetesRefusesIsAProblem_data();
    void whatKubernetesRefusesIsAProblem();
    void problemsHaveTheirLine_data();
    void problemsHaveTheirLine();
    void otherDocumentsOfABrokenFileAreRead();
    void byteOrderMarks();
    void utf16IsConverted();
    void commaDoesNotHang();
    void aliasBombsAreRefused();
    void depthIsBounded();
    void sizesAreBounded();
    void floodsOfRemarksAreBounded();
    void hugeInputsEndSoon_data();
    void hugeInputsEndSoon();
};

void TestHostileText::unusualBreaksAreReadAsBreaksAndRemarked_data()
{
    QTest::addColumn<QByteArray>("mark");
    QTest::newRow("lone CR") << QByteArray("\r");
    QTest::newRow("U+0085") << QByteArray("\xC2\x85");
    QTest::newRow("U+2028") << QByteArray("\xE2\x80\xA8");
    QTest::newRow("U+2029") << QByteArray("\xE2\x80\xA9");
}

void TestHostileText::unusualBreaksAreReadAsBreaksAndRemarked()
{
    QFETCH(QByteArray, mark);
    // the comment ends at the break: Kubernetes puts the object into prod
    const std::string text = "metadata:\n  name: a # c" + mark.toStdString() + "  namespace: prod\n  last: [\n";
    const std::string whole = "metadata:\n  name: a # c" + mark.toStdString() + "  namespace: prod\nlast: 1\n";
    QCOMPARE(test::json(whole), R"({"last":1,"metadata":{"name":"a","namespace":"prod"}})");
    const auto reading = test::read(whole);
    QCOMPARE(reading.remarks.ambiguities.size(), 1U);
    QCOMPARE(reading.remarks.ambiguities[0].line, 2);
    QCOMPARE(reading.documents[0].root.find("last")->line, 3); // lines stay those of an editor
    QVERIFY(test::read(text).remarks.problems.at(0).line >= 3);
    QCOMPARE(test::read("{\"a\": \"" + mark.toStdString() + "\"}", TextFormat::Json).remarks.ambiguities.size(), 1U);
}

void TestHostileText::carriageReturnsBeforeLineFeedsAreNoRemark()
{
    QCOMPARE(test::json("a: |\r\n  x\r\n  y\r\nb: 1\r\n"), "{\"a\":\"x\\ny\\n\",\"b\":1}");
    QVERIFY(test::ambiguities("a: |\r\n  x\r\n  y\r\nb: 1\r\n").empty());
}

void TestHostileText::whatKubernetesRefusesIsAProblem_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("tab indentation", "a:\n\tb: 1\n");
    row("tab behind a dash", "-\ta: 1\n");
    row("NUL", QByteArray("a: x\0y\n", 7));
    row("control character", "a: \x01\n");
    row("escape", "a: \x1b[0m\n");
    row("delete", "a: \x7f\n");
    row("C1 control", "a: \xC2\x9B\n");
    row("U+FFFE", "a: \xEF\xBF\xBE\n");
    row("invalid UTF-8", "a: M\xFCnchen\n");
    row("invalid UTF-8 in a comment", "# \xFC\na: 1\n");
    row("overlong", "a: \xC0\xAF\n");
    row("surrogate", "a: \xED\xA0\x80\n");
    row("cut sequence", "a: \xE2\x82\n");
    row("open double quote", "a: \"x\n");
    row("open single quote", "a: 'x\n");
    row("open double quote, last of many", "a: \"x\"\nb: \"y\n");
    row("open flow", "a: [1\n");
    row("sequence then mapping", "- a\nb: 1\n");
    row("mapping then sequence", "b: 1\n- a\n");
    row("key without colon", "a: 1\nb\n");
    row("key without colon inside", "a:\n  - b: 1\n    c\n  - d\n");
    row("value below its key", "a:\nb\n");
    row("two commas", "a: [1, , 2]\n");
    row("template", "a: {{- if x }}\n");
    row("template as a value", "a: {{ .Values.x }}\n");
    row("merge conflict", "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n");
    row("surrogate pair in YAML", "a: \"\\ud83d\\ude00\"\n");
    row("colon in a plain value", "a: b: c\n");
    row("escaped slash", "a: \"x\\/y\"\n");
    row("anchor name with a colon", "a:\n  &name: x\n");
    row("undefined tag handle", "a: !x!y 1\n");
    row("lone comma", ",");
    row("comma first", ", a: 1\n");
}

void TestHostileText::whatKubernetesRefusesIsAProblem()
{
    QFETCH(QByteArray, text);
    const auto reading = test::read(text.toStdString());
    QVERIFY(reading.documents.empty());
    QVERIFY(!reading.remarks.problems.empty());
    QVERIFY(!reading.remarks.anyDocumentRead);
}

void TestHostileText::problemsHaveTheirLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("tab") << QByteArray("x: 1\n---\na:\n\tb: 1\n") << 4;
    QTest::newRow("conflict") << QByteArray("a: 1\n\n<<<<<<< HEAD\nb: 1\n=======\n") << 3;
    QTest::newRow("control") << QByteArray("a: 1\nb: \x01\n") << 2;
    QTest::newRow("bare key") << QByteArray("a: 1\nb\n\n") << 2;
    QTest::newRow("null key") << QByteArray("a: 1\n~: 1\n") << 2;
}

void TestHostileText::problemsHaveTheirLine()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    QCOMPARE(test::read(text.toStdString()).remarks.problems.at(0).line, line);
    QCOMPARE(test::read("{\"a\": 1,\n\"b\": x}", TextFormat::Json).remarks.problems.at(0).line, 2);
}

void TestHostileText::otherDocumentsOfABrokenFileAreRead()
{
    const auto reading = test::read("a: 1\n---\nkind: [unclosed\n---\nb: 2\n");
    QCOMPARE(reading.documents.size(), 2U);
    QCOMPARE(reading.documents[1].number, 3);
    QCOMPARE(reading.remarks.problems.size(), 1U);
    QVERIFY(reading.remarks.anyDocumentRead);
}

void TestHostileText::byteOrderMarks()
{
    QCOMPARE(test::json("\xEF\xBB\xBF"
                        "a: 1\n"),
             R"({"a":1})");
    QVERIFY(test::ambiguities("\xEF\xBB\xBF"
                              "a: 1\n")
                .empty());
    const auto later = test::read("a: 1\n---\n\xEF\xBB\xBF"
                                  "b: 2\n");
    QCOMPARE(toCanonicalJson(later.documents.at(1).root), R"({"b":2})");
    QCOMPARE(later.remarks.ambiguities.size(), 1U);
    QCOMPARE(later.remarks.ambiguities[0].line, 3);
    // behind a leading separator it is part of the key, for Kubernetes too
    const auto first = test::read("---\n\xEF\xBB\xBF"
                                  "kind: A\n");
    QVERIFY(first.documents.at(0).root.find("kind") == nullptr);
    QCOMPARE(first.remarks.ambiguities.size(), 1U);
}

void TestHostileText::utf16IsConverted()
{
    const std::u16string text = u"# ü\na: \"é😀\"\n---\nb: 1\n";
    for (const bool isLittle : {true, false}) {
        std::string bytes = isLittle ? "\xFF\xFE" : "\xFE\xFF";
        for (const char16_t unit : text) {
            const char low = static_cast<char>(unit & 0xFF);
            const char high = static_cast<char>(unit >> 8);
            bytes += isLittle ? std::string{low, high} : std::string{high, low};
        }
        const auto reading = test::read(bytes);
        QCOMPARE(reading.documents.size(), 2U);
        QCOMPARE(reading.documents[0].root.text("a"), "é😀");
        QCOMPARE(reading.documents[1].span.begin, bytes.size() - 10);
    }
    QVERIFY(!test::read(std::string("\xFF\xFE"
                                    "a\0:\0 \0\x00\xD8"
                                    "b\0\n\0",
                                    14))
                 .remarks.problems.empty());
}

void TestHostileText::commaDoesNotHang()
{
    for (const char *text : {",", ",\n", ",,,,", "a: 1\n---\n,\n---\n, b\n", "...\n,", "- ,\n", "? ,\n"})
        QVERIFY(!test::read(text).remarks.problems.empty());
}

void TestHostileText::aliasBombsAreRefused()
{
    std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
        for (int k = 0; k < 8; ++k)
            bomb += ", " + before;
        bomb += "]\n";
    }
    QVERIFY(test::json(bomb).starts_with("problem: "));
    std::string text = "a: &a \"" + std::string(1'000'000, 'x') + "\"\nb:\n";
    for (int i = 0; i < 1000; ++i)
        text += "- *a\n";
    QVERIFY(test::json(text).starts_with("problem: ")); // a thousand megabytes, written out
    std::string honest = "a: &a {k: v}\nb:\n";
    for (int i = 0; i < 90; ++i)
        honest += "- *a\n";
    QVERIFY(!test::json(honest).starts_with("problem: "));
}

void TestHostileText::depthIsBounded()
{
    for (const char *opening : {"[", "{a: ", "- ", "? "}) {
        std::string text;
        for (int i = 0; i < 100'000; ++i)
            text += opening;
        QVERIFY(!test::read(text).remarks.problems.empty());
    }
    QVERIFY(!test::read(std::string(100'000, '['), TextFormat::Json).remarks.problems.empty());
    QVERIFY(test::read(std::string(440, '[') + std::string(440, ']')).remarks.problems.empty());
    // aliases count as what they stand for
    std::string chain = "a0: &a0 " + std::string(300, '[') + std::string(300, ']') + "\nb: " + std::string(300, '[') +
                        "*a0" + std::string(300, ']') + "\n";
    QVERIFY(!test::read(chain).remarks.problems.empty());
}

void TestHostileText::sizesAreBounded()
{
    Limits limits;
    limits.bytes = 10;
    QVERIFY(!test::read("a: 12345678\n", TextFormat::Yaml, limits).remarks.problems.empty());
    limits = {};
    limits.nodes = 10;
    QVERIFY(!test::read("[1,2,3,4,5,6,7,8,9,10]", TextFormat::Yaml, limits).remarks.problems.empty());
    QVERIFY(!test::read("[1,2,3,4,5,6,7,8,9,10]", TextFormat::Json, limits).remarks.problems.empty());
    QVERIFY(test::read("[1,2,3,4,5,6,7,8,9]", TextFormat::Yaml, limits).remarks.problems.empty());
}

void TestHostileText::floodsOfRemarksAreBounded()
{
    std::string text;
    for (int i = 0; i < 10'000; ++i)
        text += "---\n--- x\n";
    QVERIFY(test::read(text).remarks.problems.size() < 200);
    text.clear();
    for (int i = 0; i < 10'000; ++i)
        text += "a: 1\n";
    QVERIFY(test::ambiguities(text).size() < 200);
    text.clear();
    for (int i = 0; i < 10'000; ++i)
        text += "a: [\n---\n";
    QVERIFY(test::read(text).remarks.problems.size() < 200);
}

void TestHostileText::hugeInputsEndSoon_data()
{
    QTest::addColumn<QByteArray>("text");
    const int size = 1'000'000;
    QTest::newRow("one line") << QByteArray("a: " + QByteArray(size, 'x') + "\n");
    QTest::newRow("quotes") << QByteArray(size, '"');
    QTest::newRow("single quotes") << QByteArray(size, '\'');
    QTest::newRow("blanks") << QByteArray(size, ' ');
    QTest::newRow("line feeds") << QByteArray(size, '\n');
    QTest::newRow("lone CR") << QByteArray(size, '\r');
    QTest::newRow("colons") << QByteArray(size, ':');
    QTest::newRow("question marks") << QByteArray("? ").repeated(size / 2);
    QTest::newRow("separators") << QByteArray("---\n").repeated(size / 4);
    QTest::newRow("bare keys") << QByteArray("k:\n").repeated(size / 3);
    QTest::newRow("comments") << QByteArray("#\n").repeated(size / 2);
    QTest::newRow("anchors") << QByteArray("- &a x\n").repeated(size / 7);
    QTest::newRow("tiny documents") << QByteArray("a: 1\n---\n").repeated(size / 9);
    QTest::newRow("null values") << QByteArray("- {a: , b: }\n").repeated(size / 13);
}

void TestHostileText::hugeInputsEndSoon()
{
    QFETCH(QByteArray, text);
    QElapsedTimer timer;
    timer.start();
    const auto reading = test::read(text.toStdString());
    QVERIFY2(timer.elapsed() < 20'000, "far more than linear"); // under a second on an idle machine
    QVERIFY(reading.remarks.problems.size() < 200);
}

NOCLOBBER_TEST_MAIN(TestHostileText)
#include "tst_hostile_text.moc"
