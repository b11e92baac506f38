#include "tests/support/test_main.h"

#include "core/yaml/outline.h"

using namespace noclobber;
using yaml::Style;
using yaml::TextNode;

namespace {

const char *nameOf(Style style)
{
    static constexpr std::array names = {"null", "plain", "quoted", "folded", "alias", "map", "{}", "seq", "[]"};
    return names[static_cast<std::size_t>(style)];
}

/// A node as "style@begin[-end][!]", collections with their inside.
std::string print(const TextNode &node)
{
    std::string text = std::string(nameOf(node.style)) + "@" + std::to_string(node.begin);
    if (node.end > 0)
        text += "-" + std::to_string(node.end);
    if (node.hasProperties)
        text += "!";
    for (const TextNode &item : node.items)
        text += " - " + print(item);
    for (const yaml::TextField &field : node.fields)
        text += " " + field.key.scalar + "=(" + print(field.value) + ")";
    return text;
}

std::string outline(std::string_view document)
{
    const auto node = yaml::readOutline(document);
    return node ? print(*node) : node.error().message;
}

} // namespace

/// Where values stand in a text, so that it can be edited without being written anew.
class TestOutline : public QObject
{
    Q_OBJECT
private slots:
    void placesAreBytesOfTheText_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("places");
        const auto row = [](const char *name, const char *text, const char *places) {
            QTest::newRow(name) << std::string(text) << std::string(places);
        };
        row("block", "a:\n  b: c\n", "map@0 a=(map@5 b=(plain@8-9))");
        row("multi-byte text", "\xC3\xA4: 'x'\n", "map@0 \xC3\xA4=(quoted@4-7)");
        row("carriage returns", "a:\r\n  b: c\r\n", "map@0 a=(map@6 b=(plain@9-10))");
        row("flow", "a: {b: c, d: [e]}", "map@0 a=({}@3 b=(plain@7-8) d=([]@13 - plain@14-15))");
        row("list in the column of its key", "a:\n- b\n", "map@0 a=(seq@3 - plain@5-6)");
        row("JSON", "{\"a\":{\"b\": \"c\\\"d\"}}", "{}@0 a=({}@5 b=(quoted@11-17))");
        row("doubled quote", "a: 'it''s'\n", "map@0 a=(quoted@3-10)");
        row("anchor, alias, tag", "a: &x b\nc: *x\nd: !!str e\nf: &y {}\n",
            "map@0 a=(folded@3!) c=(alias@11) d=(folded@17!) f=({}@28!)");
        row("lines", "a: |\n  b\nc: >-\n  d\n", "map@0 a=(folded@3) c=(folded@12)");
        row("plain over two lines", "a: b\n  c\n", "map@0 a=(plain@3)");
        row("merge key", "a:\n  <<: *b\n", "it is not YAML");
        row("words for nothing", "a: null\nb: ~\n", "map@0 a=(null@3) b=(null@11)");
        row("no YAML", "a: [", "it is not YAML");
        row("line separator", "a: b\xE2\x80\xA8", "its file has line breaks that only some readers know");
    }
    void placesAreBytesOfTheText()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, places);
        const std::string found = outline(text);
        QVERIFY2(found == places, found.c_str());
    }

    void aKeyIsFoundAndCounted()
    {
        const auto node = yaml::readOutline("a: 1\nb: 2\na: 3\n");
        QCOMPARE(node->count("a"), std::size_t{2});
        QCOMPARE(node->find("b")->value.begin, std::size_t{8});
        QVERIFY(node->find("c") == nullptr);
    }
};

NOCLOBBER_TEST_MAIN(TestOutline)
#include "tst_outline.moc"
