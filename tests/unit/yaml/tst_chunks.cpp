#include "core/yaml/chunks.h"
#include "tests/support/test_main.h"
#include "tests/unit/yaml/reading.h"

using namespace noclobber;
using namespace noclobber::yaml;

/// How a file falls apart into documents; numbers and lines of each.
class TestChunks : public QObject
{
    Q_OBJECT
private slots:
    void separatorsSplit_data();
    void separatorsSplit();
    void onlyCommentsMayFollowASeparator();
    void textBehindASeparatorIsAProblemAndTheRestIsRead();
    void separatorInsideAQuotedScalarSplitsToo();
    void indentedDashesAreText();
    void textAfterDocumentEndIsPassedOverAndRemarked();
    void directiveIsAProblem();
    void emptyFilesHoldNothing();
    void spansLeaveCommentsOut();
    void blockScalarsEndWithTheirOwnHashLines();
};

namespace {

QString layout(std::string_view text)
{
    QString result;
    for (const Document &document : test::read(text).documents)
        result += QString("%1:%2-%3=%4 ")
                      .arg(document.number)
                      .arg(document.span.firstLine)
                      .arg(document.span.lastLine)
                      .arg(QString::fromStdString(toCanonicalJson(document.root)));
    return result.trimmed();
}

} // namespace

void TestChunks::separatorsSplit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << "a: 1\n---\nb: 2\n"
                           << R"(1:1-1={"a":1} 2:3-3={"b":2})";
    QTest::newRow("leading") << "---\na: 1\n"
                             << R"(1:2-2={"a":1})";
    QTest::newRow("leading with comment") << "--- # first\na: 1\n"
                                          << R"(1:2-2={"a":1})";
    QTest::newRow("comment before leading") << "# c\n---\na: 1\n"
                                            << R"(1:3-3={"a":1})";
    QTest::newRow("empty one counts") << "---\n---\na: 1\n"
                                      << R"(2:3-3={"a":1})";
    QTest::newRow("repeated inside") << "a: 1\n---\n---\nb: 2\n"
                                     << R"(1:1-1={"a":1} 3:4-4={"b":2})";
    QTest::newRow("null one counts") << "a: 1\n---\n~\n---\nb: 2\n"
                                     << R"(1:1-1={"a":1} 3:5-5={"b":2})";
    QTest::newRow("trailing") << "a: 1\n---\n"
                              << R"(1:1-1={"a":1})";
    QTest::newRow("no line end") << "a: 1\n---\nb: 2"
                                 << R"(1:1-1={"a":1} 2:3-3={"b":2})";
    QTest::newRow("end mark, then separator") << "a: 1\n...\n---\nb: 2\n"
                                              << R"(1:1-1={"a":1} 2:4-4={"b":2})";
    QTest::newRow("CRLF") << "a: 1\r\n---\r\nb: 2\r\n"
                          << R"(1:1-1={"a":1} 2:3-3={"b":2})";
    QTest::newRow("mark of byte order") << "\xEF\xBB\xBF---\na: 1\n"
                                        << R"(1:2-2={"a":1})";
    QTest::newRow("scalars and sequences") << "42\n---\n- a\n"
                                           << R"(1:1-1=42 2:3-3=["a"])";
}

void TestChunks::separatorsSplit()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(layout(text.toUtf8().toStdString()), expected);
}

void TestChunks::onlyCommentsMayFollowASeparator()
{
    for (const char *text : {"a: 1\n--- {b: 2}\n", "a: 1\n----\nb: 2\n", "a: 1\n-----BEGIN CERTIFICATE-----\n"}) {
        const auto reading = test::read(text);
        QCOMPARE(reading.remarks.problems.size(), 1U);
        QCOMPARE(reading.remarks.problems.front().line, 2);
        QCOMPARE(reading.documents.size(), 1U);
    }
    QVERIFY(test::read("a: 1\n---   # fine\nb: 2\n").remarks.problems.empty());
}

void TestChunks::textBehindASeparatorIsAProblemAndTheRestIsRead()
{
    const std::string text = "a: 1\n--- x\nhidden: 1\n---\nb: 2\n";
    QCOMPARE(layout(text), R"(1:1-1={"a":1} 3:5-5={"b":2})");
}

void TestChunks::separatorInsideAQuotedScalarSplitsToo()
{
    const auto reading = test::read("a: \"x\n---\ny\"\n");
    QCOMPARE(reading.remarks.problems.size(), 1U);
    QCOMPARE(reading.documents.size(), 1U);
    QCOMPARE(toCanonicalJson(reading.documents[0].root), "\"y\\\"\"");
}

void TestChunks::indentedDashesAreText()
{
    QCOMPARE(test::json("a: |\n  x\n  ---\n  y\n"), "{\"a\":\"x\\n---\\ny\\n\"}");
}

void TestChunks::textAfterDocumentEndIsPassedOverAndRemarked()
{
    const std::string text = "a: 1\n...\nhidden: 1\n---\nb: 2\n";
    QCOMPARE(layout(text), R"(1:1-1={"a":1} 2:5-5={"b":2})");
    const auto reading = test::read(text);
    QCOMPARE(reading.remarks.ambiguities.size(), 1U);
    QCOMPARE(reading.remarks.ambiguities.front().line, 3);
    QVERIFY(test::read("a: 1\n...\n").remarks.ambiguities.empty());
    QVERIFY(test::read("a: 1\n...\n# only a comment\n...\n").remarks.ambiguities.empty());
}

void TestChunks::directiveIsAProblem()
{
    const auto reading = test::read("%YAML 1.1\n---\na: 1\n");
    QCOMPARE(reading.remarks.problems.size(), 1U);
    QCOMPARE(reading.remarks.problems.front().line, 1);
    QCOMPARE(reading.documents.size(), 1U);
    QCOMPARE(reading.documents.front().number, 1);
    QVERIFY(test::json("a: 1\n% b: 2\n").starts_with("problem: "));
}

void TestChunks::emptyFilesHoldNothing()
{
    for (const char *text :
         {"", "\n", "# only\n\n# comments\n", "---\n", "---\n---\n# x\n---\n", "...\n", "\xEF\xBB\xBF", "~\n"}) {
        const auto reading = test::read(text);
        QVERIFY(reading.documents.empty());
        QVERIFY(reading.remarks.problems.empty());
        QVERIFY(reading.remarks.ambiguities.empty());
    }
}

void TestChunks::spansLeaveCommentsOut()
{
    const std::string text = "# head\n\na: 1\nb: 'x' # y\n\n# tail\n---\n# next\nc: [\n  1\n]\n";
    const auto documents = test::read(text).documents;
    QCOMPARE(documents.size(), 2U);
    QCOMPARE(documents[0].span, (TextSpan{8, 23, 3, 4}));
    QCOMPARE(text.substr(8, 23 - 8), "a: 1\nb: 'x' # y");
    QCOMPARE(text.substr(documents[1].span.begin, documents[1].span.end - documents[1].span.begin), "c: [\n  1\n]");
    QCOMPARE(documents[1].span.firstLine, 9);
    QCOMPARE(documents[1].span.lastLine, 11);
}

void TestChunks::blockScalarsEndWithTheirOwnHashLines()
{
    QCOMPARE(layout("a: |\n  x\n  # text\n\n# comment\n"), R"(1:1-3={"a":"x\n# text\n"})");
    QCOMPARE(layout("a: \"x\n  # text\"\n# comment\n"), R"(1:1-2={"a":"x # text"})");
}

NOCLOBBER_TEST_MAIN(TestChunks)
#include "tst_chunks.moc"
