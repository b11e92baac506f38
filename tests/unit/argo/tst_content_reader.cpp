#include "core/argo/content_reader.h"
#include "core/argo/inventory.h"
#include "tests/support/inventories.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::manifest;

namespace {

std::string named(const std::string &name)
{
    return manifest("v1", "ConfigMap", "shop", name, "data: {own: " + name + "}\n");
}

std::string item(const std::string &name)
{
    return "- {metadata: {name: " + name + ", namespace: shop}, data: {own: " + name + "}}\n";
}

std::string asUtf16(const std::string &ascii)
{
    std::string bytes = "\xFF\xFE";
    for (const char c : ascii)
        bytes += {c, '\0'};
    return bytes;
}

/// Reads every declaration's content, in this order of the objects, and says which are not what the scan saw.
QString wrongContents(const git::Files &files, bool backwards)
{
    const test::ScratchRepository repository({{"README", "x"}}, files);
    const auto comparison = git::compare({repository.path(), "main", "change"}, {});
    auto inventories = argo::readInventories(*comparison, {}, {1}, {});
    auto reader = argo::ContentReader::open(*comparison);
    if (!inventories || !reader)
        return QStringLiteral("cannot be read");
    std::vector<const argo::DeclaredObject *> objects;
    for (const argo::DeclaredObject &object : inventories->head.objects)
        objects.push_back(&object);
    if (backwards)
        std::ranges::reverse(objects);
    QString wrong = objects.empty() ? QStringLiteral("nothing there") : QString();
    for (const argo::DeclaredObject *object : objects) {
        const auto content = reader->content(object->declarations.front());
        const yaml::Node *own = content ? (*content)->find({"data", "own"}) : nullptr;
        if (own == nullptr || own->scalar != object->id.key.name || (*content)->text("kind") != "ConfigMap")
            wrong += QString::fromStdString(toText(object->id)) + QLatin1Char('\n');
    }
    return wrong;
}

} // namespace

class TestContentReader : public QObject
{
    Q_OBJECT
private slots:
    void everyDeclarationHasItsOwnContent_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *title, const std::string &text, const char *name = "x.yaml") {
            QTest::newRow(title) << QByteArray::fromStdString(text) << QString::fromLatin1(name);
        };
        const std::string three = named("a") + "---\n" + named("b") + "---\n" + named("c");
        row("three documents", three);
        row("separators before, between and behind",
            "---\n---\n" + named("a") + "---\n# c\n---\n" + named("b") + "---\n");
        row("a byte order mark", "\xEF\xBB\xBF" + three);
        row("UTF-16", asUtf16(three));
        row("CRLF", QByteArray::fromStdString(three).replace("\n", "\r\n").toStdString());
        row("the end of a document", named("a") + "...\n---\n" + named("b") + "...\n");
        row("a typed list", "apiVersion: v1\nkind: ConfigMapList\nitems:\n" + item("a") + item("b") + item("c"));
        row("lists and documents", named("a") + "---\napiVersion: v1\nkind: ConfigMapList\nitems:\n" + item("b") +
                                       item("c") + "---\n" + named("d") +
                                       "---\napiVersion: v1\nkind: ConfigMapList\nitems:\n" + item("e"));
        row("JSON values one after the other",
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"},\"data\":{\"own\":\"a\"}}\n"
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"b\"},\"data\":{\"own\":\"b\"}}\n");
        row("a JSON file",
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\"},\"data\":{\"own\":\"a\"}}",
            "x.json");
    }

    void everyDeclarationHasItsOwnContent()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, name);
        const git::Files files{{name.toStdString(), text.toStdString()}, {"other.yaml", named("other")}};
        QCOMPARE(wrongContents(files, false), QString());
        QCOMPARE(wrongContents(files, true), QString());
    }

    void whatIsNotThereIsAnError()
    {
        const test::ScratchRepository repository({{"x.yaml", named("a")}}, {{"x.yaml", named("b")}});
        const auto comparison = git::compare({repository.path(), "main", "change"}, {});
        const auto inventories = argo::readInventories(*comparison, {}, {1}, {});
        auto reader = argo::ContentReader::open(*comparison);
        QVERIFY(inventories && reader);
        argo::Declaration declaration = inventories->head.objects.front().declarations.front();
        declaration.location.document = 2;
        QCOMPARE(reader->content(declaration).error().code, ErrorCode::Yaml);
        declaration.location.document = 1;
        declaration.location.item = 1;
        QCOMPARE(reader->content(declaration).error().code, ErrorCode::Yaml);
    }
};

NOCLOBBER_TEST_MAIN(TestContentReader)
#include "tst_content_reader.moc"
