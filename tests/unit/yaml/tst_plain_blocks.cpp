#include "core/yaml/chunks.h"
#include "core/yaml/plain_blocks.h"
#include "core/yaml/reader.h"
#include "core/yaml/yaml_reader.h"
#include "tests/support/test_main.h"
#include "tests/unit/yaml/reading.h"

using namespace noclobber;
using namespace noclobber::yaml;

namespace {

/// The first chunk as the reader of plain blocks takes it.
std::optional<Document> plain(std::string_view text, const Selection *wanted = nullptr, const Limits &limits = {})
{
    const auto chunk = ChunkReader(text).next();
    return chunk ? readPlainBlocks(*chunk, limits, wanted) : std::nullopt;
}

/// Canonical JSON, or "not sure".
QString plainJson(std::string_view text, const Selection *wanted = nullptr)
{
    const auto document = plain(text, wanted);
    return document ? QString::fromStdString(toCanonicalJson(document->root)) : QStringLiteral("not sure");
}

QString json(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void row(const char *name, const QByteArray &text, const char *expected)
{
    QTest::newRow(name) << text << QString::fromUtf8(expected);
}

} // namespace

/// What the reader of plain blocks is sure of, and what it leaves.
class TestPlainBlocks : public QObject
{
    Q_OBJECT
private slots:
    void plainTextIsRead_data();
    void plainTextIsRead();
    void otherTextIsLeft_data();
    void otherTextIsLeft();
    void keysBeyondAWindowAreFound();
    void manyKeysAreCheckedForRepetition();
    void linesAndSpanAreThoseOfTheFile();
    void missingValuesHaveTheLineOfWhatFollows();
    void boundsAreKept();
    void oneOfManyKeysIsSeenTwice();
    void onlyWhatIsWantedIsKept();
    void whatIsNotWantedIsCheckedAsClosely_data();
    void whatIsNotWantedIsCheckedAsClosely();
    void itemsKeepWhatTheirEndDependsOn();
    void theReaderInUseDecides();
};

void TestPlainBlocks::plainTextIsRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    row("mapping", "a: b\nc: d\n", R"({"a":"b","c":"d"})");
    row("nested", "a:\n  b:\n    c: d\n  e: f\ng: h\n", R"({"a":{"b":{"c":"d"},"e":"f"},"g":"h"})");
    row("no line feed at the end", "a: b", R"({"a":"b"})");
    row("separator first", "---\na: b\n", R"({"a":"b"})");
    row("separator with a comment", "--- # c\na: b\n", R"({"a":"b"})");
    row("list at the key's column", "a:\n- b\n- c\nd: e\n", R"({"a":["b","c"],"d":"e"})");
    row("list further in", "a:\n  - b\n  - c\nd: e\n", R"({"a":["b","c"],"d":"e"})");
    row("list at the root", "- a\n- b: c\n  d: e\n", R"(["a",{"b":"c","d":"e"}])");
    row("compact mappings", "- a: b\n  c:\n  - d\n- - x\n  - z\n", R"([{"a":"b","c":["d"]},["x","z"]])");
    row("mapping below a dash", "-\n  a: b\n-\n  - c\n", R"([{"a":"b"},["c"]])");
    row("deeper dash", "a:\n-   b: c\n    d: e\n", R"({"a":[{"b":"c","d":"e"}]})");
    row("comments and blank lines", "# x\n\na: b # c\n  # d\n\n# e\nf:   # g\n  h: i\n", R"({"a":"b","f":{"h":"i"}})");
    row("missing values", "a:\nb:\n- \n-\n- c\nd:\n", R"({"a":null,"b":[null,null,"c"],"d":null})");
    row("types", "a: 1\nb: 0x10\nc: 1.5\nd: yes\ne: ~\nf: null\ng: -1\nh: 1.0.0\ni: on-call\n",
        R"({"a":1,"b":16,"c":1.5,"d":true,"e":null,"f":null,"g":-1,"h":"1.0.0","i":"on-call"})");
    row("keys that are no text", "1: a\ntrue: b\n1.50: c\n", R"({"1":"a","1.5":"c","true":"b"})");
    row("empty collections", "a: {}\nb: [] # c\nc:\n- {}\n", R"({"a":{},"b":[],"c":[{}]})");
    row("flow on one line", "a: [b, \"c,\", 'd]', 1, -e:f , g h ]\ni:\n- {j: k, \"l\": [], 'm:': {o: p}} # q\n",
        R"({"a":["b","c,","d]",1,"-e:f","g h"],"i":[{"j":"k","l":[],"m:":{"o":"p"}}]})");
    row("signs inside text", "a: b#c\nd: x:y\ne: -f\ng: :8080\nh: 'i'': #j'\nk: a \"b\" {c} & d\n",
        R"({"a":"b#c","d":"x:y","e":"-f","g":":8080","h":"i': #j","k":"a \"b\" {c} & d"})");
    row("keys with signs", "a/b.c: d\ne f: g\n\"h:\": i\n'j': k\na\"b: c\n",
        R"({"a\"b":"c","a/b.c":"d","e f":"g","h:":"i","j":"k"})");
    row("several lines", "a: b\n  c\n\n\n  d\n\ne: f\ng:\n  h\n i\n", R"({"a":"b c\n\nd","e":"f","g":"h i"})");
    row("dashes in a text of several lines", "a: b\n  - c\n  # d\ne: f\n", R"({"a":"b - c","e":"f"})");
    row("double quotes", "a: \"b\\\"\\\\\\n\\tc\\u00e9\\u003c # d\" # e\n", "{\"a\":\"b\\\"\\\\\\n\\tc\u00e9< # d\"}");
    row("quotes over lines", "a: \"b \n\n  c \\\n  \\ d\n  e\"\nf: 'g\n  h '\n", R"({"a":"b\nc  d e","f":"g h "})");
    row("literal", "a: |\n  b\n   c: d\n\n  - e # f\ng: h\n", R"({"a":"b\n c: d\n\n- e # f\n","g":"h"})");
    row("literal with tabs", "a: |\n  b\n  \tc\n", R"({"a":"b\n\tc\n"})");
    row("chomping", "a: |-\n  b\n\nc: |+\n  d\n\ne: |\n  f\n\n", R"({"a":"b","c":"d\n\n","e":"f\n"})");
    row("indentation given", "a: |2\n   b\n  c\nd:\n- |1-\n   e\n", R"({"a":" b\nc\n","d":["  e"]})");
    row("literal begins with a blank line", "a: |\n\n  b\n", R"({"a":"\nb\n"})");
    row("literal without lines", "a: |\nb: |-\n  # c\nd: e\n", R"({"a":"","b":"# c","d":"e"})");
    row("folded", "a: >\n  b\n  c\n\n  d\ne: >- # f\n  g\n  h\n\n", R"({"a":"b c\nd\n","e":"g h"})");
    row("beyond ASCII", "a: \u00e9\n# \u201c\nb\u00fc: \"\u4e2d\"\n", "{\"a\":\"\u00e9\",\"b\u00fc\":\"\u4e2d\"}");
    row("tab in a comment", "a: b #\tc\n", R"({"a":"b"})");
    row("template", "a: b{{ .c }}\n", R"({"a":"b{{ .c }}"})");
}

void TestPlainBlocks::plainTextIsRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(plainJson(text.toStdString()), expected);
}

void TestPlainBlocks::otherTextIsLeft_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto add = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    add("nothing", "# a\n\n");
    add("scalar at the root", "a\n");
    add("root that is indented", " a: b\n");
    add("repeated key", "a: b\nc: d\na: e\n");
    add("repeated key by its quotes", "a: b\n\"a\": c\n");
    add("repeated key by its number", "16: b\n0x10: c\n");
    add("repeated key within", "x:\n  a: b\n  a: c\n");
    add("merge key", "a: b\n<<: c\n");
    add("null key", "null: b\n");
    add("key without its colon", "a: b\nc\n");
    add("question mark", "? a\n: b\n");
    add("anchor", "a: &b c\n");
    add("alias", "a: *b\n");
    add("tag", "a: !!str 1\n");
    add("flow that goes on", "a: [b,\n  c]\n");
    add("flow with a comma at its end", "a: [b, ]\n");
    add("flow with nothing between commas", "a: [b, , c]\n");
    add("flow with a key alone", "a: {b}\n");
    add("flow with a missing value", "a: {b: }\n");
    add("flow with a colon behind quotes", "a: {\"b\":c}\n");
    add("flow with a pair in a list", "a: [b: c]\n");
    add("flow with a question mark", "a: [b?]\n");
    add("flow with a hash", "a: [b #c]\n");
    add("flow with an anchor", "a: [&b c]\n");
    add("flow with a dash alone", "a: [-, b]\n");
    add("flow with a repeated key", "a: {b: c, b: d}\n");
    add("flow with a quote over lines", "a: ['b\n  c']\n");
    add("flow that closes otherwise", "a: [b}\n");
    add("flow with text behind it", "a: [b] c\n");
    add("flow as a key", "[a]: b\n");
    add("template", "a: {{ b }}\n");
    add("directive", "%YAML 1.1\n");
    add("end mark", "a: b\n...\n");
    add("text behind the separator", "--- a\n");
    add("tab as indentation", "a:\n\tb: c\n");
    add("tab behind a colon", "a:\tb\n");
    add("tab in a text", "a: b\tc\n");
    add("tab behind a dash", "-\ta\n");
    add("carriage return", "a: b\r\n");
    add("U+0085", "a: b # c\u0085\n");
    add("U+2028", "a: \"\u2028\"\n");
    add("byte order mark inside", "a: b\n# \ufeff\n");
    add("control character", "a: b\x01\n");
    add("delete", "a: b\x7f\n");
    add("malformed UTF-8", "a: b\xff\n");
    add("overlong UTF-8", "a: \xc0\xaf\n");
    add("two colons", "a: b: c\n");
    add("colon at the end", "a: b:\n");
    add("colon in a later line", "a: b\n  c: d\n");
    add("blank before the colon", "a : b\n");
    add("dash behind a key", "a: - b\n");
    add("dash among keys", "a: b\n- c\n");
    add("key among dashes", "- a\nb: c\n");
    add("column of nobody", "a:\n    b: c\n  d: e\n");
    add("deeper than its key", "a: b\nc:\n  d: e\n    f: g\n");
    add("text behind a comment", "a: b # c\n  d\n");
    add("text behind quotes", "a: \"b\" c\n");
    add("comment without a blank", "a: \"b\"#c\n");
    add("quote that is not closed", "a: \"b\nc: d\n");
    add("quote over lines at the key's column", "a: 'b\nc'\n");
    add("quotes end with a blank line", "a: 'b\n\n  '\n");
    add("unknown escape", "a: \"\\q\"\n");
    add("escaped slash", "a: \"\\/\"\n");
    add("half of a pair", "a: \"\\ud83d\"\n");
    add("literal with a word behind it", "a: | b\n");
    add("literal with a zero", "a: |0\n  b\n");
    add("literal with a wider blank line first", "a: |\n    \n  b\n");
    add("literal on a line of its own", "a:\n  |\n  b\n");
    add("folded with a deeper line", "a: >\n  b\n    c\n");
    add("infinity", "a: .inf\n");
    add("infinity with a sign", "a: -.Inf\n");
    add("at sign", "a: @b\n");
    add("percent", "a: %b\n");
    add("key that is long", QByteArray(1100, 'k') + ": b\n");
}

void TestPlainBlocks::otherTextIsLeft()
{
    QFETCH(QByteArray, text);
    QCOMPARE(plainJson(text.toStdString()), QStringLiteral("not sure"));
}

void TestPlainBlocks::keysBeyondAWindowAreFound()
{
    // lines that begin at every place of a part that is looked at together
    for (std::size_t size = 4000; size < 4200; ++size) {
        const std::string text = "a: " + std::string(size, 'x') + "\nb:\n  c: d # e\n";
        QCOMPARE(plainJson(text), json(R"({"a":")" + std::string(size, 'x') + R"(","b":{"c":"d"}})"));
    }
}

void TestPlainBlocks::manyKeysAreCheckedForRepetition()
{
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += "key-" + std::to_string(i) + ": x\n";
    const auto document = plain(text);
    QVERIFY(document);
    QCOMPARE(document->root.fields.size(), 1000U);
    QCOMPARE(plainJson(text + "key-437: y\n"), QStringLiteral("not sure"));
}

void TestPlainBlocks::linesAndSpanAreThoseOfTheFile()
{
    const auto document = plain("# c\n\na:\n- b: |\n    t\n  c:\n    d\n# e\n\n");
    QVERIFY(document);
    QCOMPARE(document->number, 1);
    QCOMPARE(document->span, (TextSpan{5, 31, 3, 7}));
    const Node &list = *document->root.find("a");
    QCOMPARE(document->root.line, 3);
    QCOMPARE(document->root.fields[0].line, 3);
    QCOMPARE(list.line, 4);
    QCOMPARE(list.items[0].line, 4);
    QCOMPARE(list.items[0].find("b")->line, 4);
    QCOMPARE(list.items[0].fields[1].line, 6);
    QCOMPARE(list.items[0].find("c")->line, 7);
    const auto literal = plain("a: |\n  b\n  # c\n# d\n");
    QCOMPARE(literal->span, (TextSpan{0, 14, 1, 3}));
}

void TestPlainBlocks::missingValuesHaveTheLineOfWhatFollows()
{
    const auto document = plain("a:\n# x\nb:\n-\n- c\nd:\n\n");
    QVERIFY(document);
    QCOMPARE(document->root.find("a")->line, 3);
    QCOMPARE(document->root.find("b")->items[0].line, 5);
    QCOMPARE(document->root.find("d")->line, 8);
}

void TestPlainBlocks::boundsAreKept()
{
    Limits limits;
    limits.nodes = 3;
    QVERIFY(plain("a: b\nc: d\n", nullptr, limits));
    QVERIFY(!plain("a: b\nc: d\ne: f\n", nullptr, limits));
    limits = {};
    limits.depth = 3;
    QVERIFY(plain("a:\n  b: c\n", nullptr, limits));
    QVERIFY(!plain("a:\n  b:\n    c: d\n", nullptr, limits));
}

void TestPlainBlocks::oneOfManyKeysIsSeenTwice()
{
    const auto keys = [](const std::string &begin) {
        std::string text;
        for (int i = 0; i < 1000; ++i)
            text += "  " + begin + std::to_string(i) + ": v\n";
        return text;
    };
    for (const std::string begin : {"k", "a-key-longer-than-sixteen-bytes-", "exactly-sixteen"}) {
        const std::string text = "inner:\n" + keys(begin) + "after: v\nother:\n" + keys(begin) + "last: v\n";
        const Selection nothing = {{"nothing"}};
        for (const Selection *wanted : {&nothing, static_cast<const Selection *>(nullptr)}) {
            QVERIFY(plain(text, wanted));
            QVERIFY(!plain(text + "after: v\n", wanted));
            for (const int repeated : {0, 1, 128, 129, 999})
                QVERIFY(!plain("inner:\n" + keys(begin) + "  " + begin + std::to_string(repeated) + ": v\n", wanted));
        }
    }
}

void TestPlainBlocks::onlyWhatIsWantedIsKept()
{
    const Selection metadata = {{"name"}, {"labels"}};
    const Selection wanted = {{"kind"}, {"metadata", &metadata}};
    QCOMPARE(plainJson("kind: A\nspec:\n  name: x\n  list:\n  - a\nmetadata:\n  name: x\n  x: y\n  labels:\n    a: b\n",
                       &wanted),
             json(R"({"kind":"A","metadata":{"labels":{"a":"b"},"name":"x"}})"));
    QCOMPARE(plainJson("kind:\n- a\nmetadata: b\n", &wanted), json(R"({"kind":["a"],"metadata":"b"})"));
}

void TestPlainBlocks::whatIsNotWantedIsCheckedAsClosely_data()
{
    otherTextIsLeft_data();
}

void TestPlainBlocks::whatIsNotWantedIsCheckedAsClosely()
{
    QFETCH(QByteArray, text);
    const Selection wanted = {{"nothing"}};
    QCOMPARE(plainJson(text.toStdString(), &wanted), QStringLiteral("not sure"));
}

void TestPlainBlocks::itemsKeepWhatTheirEndDependsOn()
{
    const Selection item = {{"name"}};
    const Selection wanted = {{"kind"}, {"items", &item}};
    QCOMPARE(plainJson("kind: L\nx: y\nitems:\n- name: a\n  b: c\n- name: d\n", &wanted),
             json(R"({"items":[{"name":"a"},{"name":"d"}],"kind":"L"})"));
    // a null takes the line of what follows, and a key behind the items bounds the last of them
    QCOMPARE(plainJson("items:\n- name: a\n  b:\n- name: d\n", &wanted),
             json(R"({"items":[{"b":null,"name":"a"},{"name":"d"}]})"));
    QCOMPARE(plainJson("items:\n- name: a\nb: c\n", &wanted), json(R"({"b":"c","items":[{"name":"a"}]})"));
}

void TestPlainBlocks::theReaderInUseDecides()
{
    const Reader before = readerInUse();
    const std::string text = "a: b\n---\na: &b c\n";
    useReader(Reader::Exact);
    std::uint64_t count = bytesLeftToParser();
    QCOMPARE(test::read(text).documents.size(), 2U);
    QCOMPARE(bytesLeftToParser() - count, 13U);
    useReader(Reader::Fast);
    count = bytesLeftToParser();
    QCOMPARE(test::read(text).documents.size(), 2U);
    QCOMPARE(bytesLeftToParser() - count, 8U);
    useReader(before);
}

NOCLOBBER_TEST_MAIN(TestPlainBlocks)
#include "tst_plain_blocks.moc"
