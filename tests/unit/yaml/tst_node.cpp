#include "core/yaml/document.h"
#include "tests/support/test_main.h"
#include "tests/unit/yaml/reading.h"

using namespace noclobber;
using namespace noclobber::yaml;

class TestNode : public QObject
{
    Q_OBJECT
private slots:
    void equalityIgnoresOrderAndLines();
    void findWalksMappings();
    void canonicalJsonIsSortedAndEscaped();
    void yamlReadsBackToTheSame_data();
    void yamlReadsBackToTheSame();
    void yamlIsWrittenForPeople();
};

namespace {

Node rootOf(std::string_view text)
{
    return test::read(text).documents.at(0).root;
}

Node textNode(const std::string &text)
{
    Node node;
    node.type = NodeType::Mapping;
    Field field;
    field.key = text;
    field.value.type = NodeType::Sequence;
    Node item;
    item.type = NodeType::String;
    item.scalar = text;
    field.value.items = {item, item};
    node.fields = {field};
    field.key = "k" + text;
    field.value = item;
    node.fields.push_back(field);
    return node;
}

} // namespace

void TestNode::equalityIgnoresOrderAndLines()
{
    QVERIFY(rootOf("a: 1\nb: {c: 2, d: [x]}\n") == rootOf("\n\nb:\n  d: ['x']\n  c: 0x2\na: 1.0\n"));
    QVERIFY(!(rootOf("a: [1, 2]\n") == rootOf("a: [2, 1]\n")));
    QVERIFY(!(rootOf("a: 1\n") == rootOf("a: \"1\"\n")));
    QVERIFY(!(rootOf("a: 1\n") == rootOf("a: 1\nb: null\n")));
    QVERIFY(!(rootOf("a: {}\n") == rootOf("a: []\n")));
}

void TestNode::findWalksMappings()
{
    const Node root = rootOf("a: {b: {c: x}}\nn: 1\n");
    QCOMPARE(root.find({"a", "b", "c"})->scalar, "x");
    QVERIFY(root.find({"a", "x", "c"}) == nullptr);
    QVERIFY(root.find({"n", "b"}) == nullptr);
    QCOMPARE(root.find({"a", "b"})->text("c"), "x");
    QCOMPARE(root.text("n"), "");
}

void TestNode::canonicalJsonIsSortedAndEscaped()
{
    QCOMPARE(toCanonicalJson(rootOf("b: \"q\\\"\\\\\\n\\t\\x01/é\"\na: [~, {}, []]\n")),
             "{\"a\":[null,{},[]],\"b\":\"q\\\"\\\\\\n\\t\\u0001/é\"}");
}

void TestNode::yamlReadsBackToTheSame_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             " ",
                             "plain",
                             "on",
                             "NO",
                             "~",
                             "null",
                             "0644",
                             "1e3",
                             ".5",
                             ".inf",
                             "<<",
                             "=",
                             "-",
                             "- a",
                             "? a",
                             "a: b",
                             "a:",
                             "a #b",
                             "a#b",
                             "#a",
                             "&a",
                             "*a",
                             "!a",
                             "%a",
                             "@a",
                             "`a",
                             "{a",
                             "[a",
                             "a, b",
                             "a]",
                             "|",
                             ">",
                             "'a",
                             "\"a",
                             "a'b\"c",
                             " a",
                             "a ",
                             "\ta",
                             "a\tb",
                             "a\n",
                             "a\nb",
                             "a\nb\n",
                             "a\n\n",
                             "\na",
                             "\n",
                             "\n\n",
                             "  a\nb\n",
                             "a\n b\n\n c\n\n\n",
                             "a\r\nb",
                             "a\rb",
                             "a\x01",
                             "\x1b",
                             "\x7f",
                             "é",
                             "日本語",
                             "\xC2\x85",
                             "\xE2\x80\xA8"
                             "a\nb",
                             "\xEF\xBB\xBF"
                             "a",
                             "\xE2\x80\xAE"
                             "rtl",
                             "😀",
                             "---",
                             "--- a",
                             "...",
                             "---\na\n",
                             "\\",
                             "a\\nb",
                             "yes\n",
                             "2001-01-01",
                             "12:30",
                             "0o17",
                             "-----BEGIN X-----\nabc\n-----END X-----\n",
                             "# c\nd\n",
                             "\t\n",
                             "a\n\t\n",
                             " \na\n",
                             "a\n \n"})
        QTest::newRow(QByteArray(text).toPercentEncoding().constData()) << QByteArray(text);
}

void TestNode::yamlReadsBackToTheSame()
{
    QFETCH(QByteArray, text);
    const Node node = textNode(text.toStdString());
    const std::string yaml = toYaml(node);
    const auto reading = test::read(yaml);
    QVERIFY2(reading.documents.size() == 1, yaml.c_str());
    QVERIFY2(reading.documents[0].root == node, yaml.c_str());
    QVERIFY(reading.remarks.ambiguities.empty());
    QVERIFY(reading.documents[0].ambiguities.empty());
    // and alone
    Node alone;
    alone.type = NodeType::String;
    alone.scalar = text.toStdString();
    const auto again = test::read(toYaml(alone));
    QVERIFY2(again.documents.size() == 1 && again.documents[0].root == alone, toYaml(alone).c_str());
}

void TestNode::yamlIsWrittenForPeople()
{
    const Node root = rootOf(R"({"spec": {"list": [{"b": 1, "a": {"x": []}}, [1, [2]], "t"], "e": {}, "s": "l1\nl2\n"},
                                 "metadata": {"name": "web", "labels": {"on": "yes"}}, "kind": "K", "apiVersion": "v1"})");
    QCOMPARE(toYaml(root), std::string("apiVersion: v1\n"
                                       "kind: K\n"
                                       "metadata:\n"
                                       "  name: web\n"
                                       "  labels:\n"
                                       "    \"on\": \"yes\"\n"
                                       "spec:\n"
                                       "  list:\n"
                                       "  - b: 1\n"
                                       "    a:\n"
                                       "      x: []\n"
                                       "  - - 1\n"
                                       "    - - 2\n"
                                       "  - t\n"
                                       "  e: {}\n"
                                       "  s: |\n"
                                       "    l1\n"
                                       "    l2\n"));
}

NOCLOBBER_TEST_MAIN(TestNode)
#include "tst_node.moc"
