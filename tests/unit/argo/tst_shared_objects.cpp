#include <QTest>

#include "tests/support/inventories.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::application;
using test::manifest;

namespace {

const std::string ownAddress = "argoCd:\n  repositories: [https://git.example.com/a.git]\n";

git::Files files(const git::Files &more)
{
    git::Files all{{".noclobber.yaml", ownAddress}, {"apps/web.yaml", application("web", "web")}};
    for (const auto &[path, text] : more)
        all.insert_or_assign(path, text);
    return all;
}

argo::ObjectId configMap(const std::string &name)
{
    return {"", {"", "ConfigMap", "default", Name(name)}};
}

/// What head has of the ConfigMap "one": places of its declarations, a star for those in effect.
std::string oneInHead(const git::Files &base, const git::Files &head)
{
    const argo::Inventory inventory = test::readInventories(files(base), files(head)).head;
    std::string text;
    for (const argo::DeclaredObject *object : inventory.ofKind("", "ConfigMap")) {
        if (object->id.key.name != "one")
            continue;
        text += (text.empty() ? "" : "; ") + object->id.scope.text() + "/" + object->id.key.nameSpace.text();
        for (std::size_t i = 0; i < object->declarations.size(); ++i)
            text += (std::ranges::find(object->inEffect, i) != object->inEffect.end() ? " *" : " ") +
                    object->declarations[i].location.path.text();
    }
    return text;
}

const std::string one = manifest("v1", "ConfigMap", "", "one");
const std::string other = manifest("v1", "ConfigMap", "", "other");

argo::SharedObjects named(const std::vector<std::string> &names)
{
    std::vector<argo::DeclaredObject> objects;
    for (const std::string &name : names)
        objects.push_back({configMap(name), {}, {}});
    return argo::SharedObjects(std::move(objects));
}

std::string names(const argo::SharedObjects &objects)
{
    std::string text;
    for (const argo::DeclaredObject &object : objects)
        text += object.id.key.name;
    return text;
}

} // namespace

/// What the commits have alike is there once, and head is what it would be without base.
class TestSharedObjects : public QObject
{
    Q_OBJECT
private slots:
    void whatNoFileChangesIsTheSameObject()
    {
        const auto both = test::readInventories(files({{"web/a.yaml", one}, {"web/b.yaml", other}}),
                                                files({{"web/a.yaml", one}, {"web/b.yaml", "# new\n" + other}}));
        QVERIFY(both.base.find(configMap("one")) != nullptr);
        QCOMPARE(both.base.find(configMap("one")), both.head.find(configMap("one")));
        QVERIFY(both.base.find(configMap("other")) != both.head.find(configMap("other")));
        QCOMPARE(both.base.find(configMap("other"))->declarations.front().location.firstLine, 1);
        QCOMPARE(both.head.find(configMap("other"))->declarations.front().location.firstLine, 2);
    }

    void headIsRightWhereFilesThatStayMeanSomethingElse_data()
    {
        using Row = std::map<std::string, std::string>;
        QTest::addColumn<Row>("base");
        QTest::addColumn<Row>("head");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char *name, const Row &base, const Row &head, const std::string &expected) {
            QTest::newRow(name) << base << head << expected;
        };
        row("a copy before it", {{"web/b.yaml", one}}, {{"web/a.yaml", one}, {"web/b.yaml", one}},
            "/default web/a.yaml *web/b.yaml");
        row("a copy after it", {{"web/b.yaml", one}}, {{"web/b.yaml", one}, {"web/c.yaml", one}},
            "/default web/b.yaml *web/c.yaml");
        row("a file before its copies", {{"web/b.yaml", one}, {"web/c.yaml", one}},
            {{"web/a.yaml", other}, {"web/b.yaml", one}, {"web/c.yaml", one}}, "/default web/b.yaml *web/c.yaml");
        row("its copy goes", {{"web/b.yaml", one}, {"web/c.yaml", one}}, {{"web/b.yaml", one}}, "/default *web/b.yaml");
        row("it goes", {{"web/b.yaml", one}}, {{"web/c.yaml", other}}, "");
        const std::string listed = "web/kustomization.yaml";
        row("its copies are listed in another order",
            {{listed, "resources: [a.yaml, b.yaml]\n"}, {"web/a.yaml", one}, {"web/b.yaml", one}},
            {{listed, "resources: [b.yaml, a.yaml]\n"}, {"web/a.yaml", one}, {"web/b.yaml", one}},
            "/default web/b.yaml *web/a.yaml");
        row("a kustomization puts it elsewhere",
            {{listed, "resources: [a.yaml]\nnamespace: left\n"}, {"web/a.yaml", one}},
            {{listed, "resources: [a.yaml]\nnamespace: right\n"}, {"web/a.yaml", one}}, "/right *web/a.yaml");
        row("its Application puts it elsewhere", {{"web/a.yaml", one}},
            {{"apps/web.yaml", application("web", "web", "name: in-cluster", "till")}, {"web/a.yaml", one}},
            "/till *web/a.yaml");
        row("its Application turns to another cluster", {{"web/a.yaml", one}},
            {{"apps/web.yaml", application("web", "web", "name: far")}, {"web/a.yaml", one}},
            "far/default *web/a.yaml");
        const auto far = application("web", "web", "server: 'https://far.example.com'");
        const auto secret = [](const std::string &name) {
            return "apiVersion: v1\nkind: Secret\nmetadata:\n  name: c\n  namespace: argocd\n"
                   "  labels: {argocd.argoproj.io/secret-type: cluster}\n"
                   "stringData: {name: " +
                   name + ", server: 'https://far.example.com'}\n";
        };
        row("its cluster gets a name", {{"apps/web.yaml", far}, {"web/a.yaml", one}},
            {{"apps/web.yaml", far}, {"apps/c.yaml", secret("far")}, {"web/a.yaml", one}}, "far/default *web/a.yaml");
        row("another Application reads it", {{"web/a.yaml", one}},
            {{"apps/copy.yaml", application("copy", "web")}, {"web/a.yaml", one}},
            "/default *web/a.yaml *web/a.yaml");
    }

    void headIsRightWhereFilesThatStayMeanSomethingElse()
    {
        using Row = std::map<std::string, std::string>;
        QFETCH(const Row, base);
        QFETCH(const Row, head);
        QFETCH(const std::string, expected);
        QCOMPARE(oneInHead({base.begin(), base.end()}, {head.begin(), head.end()}), expected);
    }

    void othersTakeTheirPlaces()
    {
        const argo::SharedObjects letters = named({"b", "d", "f"});
        const std::vector<std::size_t> second{1};
        const std::vector<std::size_t> all{0, 1, 2};
        QCOMPARE(names(letters.with({}, {})), std::string("bdf"));
        QCOMPARE(names(letters.with({}, second)), std::string("bf"));
        QCOMPARE(names(letters.with(named({"a", "c", "e", "g"}), {})), std::string("abcdefg"));
        QCOMPARE(names(letters.with(named({"d", "g", "h"}), second)), std::string("bdfgh"));
        QCOMPARE(names(letters.with(named({"a"}), all)), std::string("a"));
        QCOMPARE(names(argo::SharedObjects().with(named({"a", "c"}), {})), std::string("ac"));
        QCOMPARE(&letters.with(named({"c"}), {})[2], &letters[1]);
    }

    void aListThatIsCutLeavesItsCopyWhole()
    {
        const argo::SharedObjects letters = named({"a", "b", "c"});
        argo::SharedObjects cut = letters;
        cut.eraseIf([](const argo::DeclaredObject &object) { return object.id.key.name == "b"; });
        QCOMPARE(names(cut), std::string("ac"));
        QCOMPARE(names(letters), std::string("abc"));
    }

    void sharedIdsAreComparedAsTheirIds()
    {
        const argo::SharedId none;
        const argo::SharedId a(configMap("a"));
        const argo::SharedId b(configMap("b"));
        QVERIFY(!none && none == argo::SharedId(std::nullopt) && none == std::optional<argo::ObjectId>());
        QVERIFY(a == argo::SharedId(configMap("a")) && a == configMap("a") && a != b && a != none);
        QVERIFY(none < a && a < b && !(b < a) && !(a < none));
        QVERIFY(std::optional<argo::ObjectId>(a) == configMap("a") && !std::optional<argo::ObjectId>(none));
        QVERIFY(a == std::optional(configMap("a")) && a != std::optional<argo::ObjectId>());
        QCOMPARE(b->key.name, Name("b"));
    }
};

NOCLOBBER_TEST_MAIN(TestSharedObjects)
#include "tst_shared_objects.moc"
