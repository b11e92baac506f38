#include "tests/support/findings.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

/// Files with one object each, named after it.
git::Files tidy()
{
    git::Files files;
    for (const char *name : {"a", "b", "c", "d", "e", "f"})
        files[std::string("deploy/configmap-") + name + "-settings.yaml"] =
            configMap("shop", std::string(name) + "-settings");
    return files;
}

/// Files with two objects each.
git::Files packed()
{
    git::Files files;
    for (const char *name : {"a", "b", "c", "d", "e", "f"})
        files[std::string(name) + ".yaml"] =
            documents({configMap("shop", name), configMap("shop", std::string(name) + "2")});
    return files;
}

std::string told(const git::Files &base, const git::Files &head)
{
    return findingsOf("layout", base, head);
}

const std::string two = documents({configMap("shop", "x"), configMap("shop", "z")});

} // namespace

/// Contract, section 7: layout.
class TestLayoutRule : public QObject
{
    Q_OBJECT
private slots:
    void fileOfSeveralObjectsIsToldWhereOneIsTheCustom()
    {
        QCOMPARE(told(tidy(), with(tidy(), "deploy/all.yaml", two)),
                 std::string("note layout //ConfigMap/shop/z at deploy/all.yaml:8\n"));
        QCOMPARE(theFinding("layout", tidy(), with(tidy(), "deploy/all.yaml", two)).message,
                 std::string("deploy/all.yaml holds 2 objects, where this repository has one a file: the next one that "
                             "is appended here looks like an addition, whatever it replaces."));
        QCOMPARE(told(packed(), with(packed(), "all.yaml", two)), std::string());
        QCOMPARE(told({{"a.yaml", configMap("shop", "a")}}, {{"all.yaml", two}}), std::string());
    }

    void fileThatAChangeMakesSoIsTold()
    {
        const std::string more = documents({configMap("shop", "a-settings"), configMap("shop", "b2")});
        QCOMPARE(told(tidy(), with(tidy(), "deploy/configmap-a-settings.yaml", more)),
                 std::string("note layout //ConfigMap/shop/b2 at deploy/configmap-a-settings.yaml:8\n"));
    }

    void oldFileIsNotTold()
    {
        git::Files base = tidy();
        for (const char *name : {"g", "h", "i", "j", "k"})
            base[std::string("deploy/configmap-") + name + ".yaml"] = configMap("shop", name);
        base["deploy/all.yaml"] = two;
        QCOMPARE(told(base, with(base, "deploy/all.yaml",
                                 documents({configMap("shop", "x", "two"), configMap("shop", "z")}))),
                 std::string());
    }

    void movedFileIsNotTold()
    {
        git::Files base = tidy();
        for (const char *name : {"g", "h", "i", "j", "k", "l", "m", "n", "o"})
            base[std::string("deploy/configmap-") + name + ".yaml"] = configMap("shop", name);
        base["deploy/all.yaml"] = two;
        git::Files head = base;
        head.erase("deploy/all.yaml");
        head["deploy/packed.yaml"] = two;
        QCOMPARE(told(base, head), std::string());
    }

    void nameThatDoesNotTellTheObjectIsTold()
    {
        QCOMPARE(told(tidy(), with(tidy(), "deploy/new.yaml", configMap("shop", "extra"))),
                 std::string("note layout //ConfigMap/shop/extra at deploy/new.yaml:1\n"));
        QCOMPARE(told(tidy(), with(tidy(), "deploy/configmap-extra.yaml", configMap("shop", "extra"))), std::string());
        QCOMPARE(told(tidy(), with(tidy(), "deploy/dev/map-web.yaml", configMap("shop", "map-dev-web"))),
                 std::string());
        git::Files loose = tidy();
        for (const char *name : {"g", "h", "i", "j", "k"})
            loose[std::string(name) + "/configmap.yaml"] = configMap("shop", std::string("settings-") + name);
        QCOMPARE(told(loose, with(loose, "deploy/new.yaml", configMap("shop", "extra"))), std::string());
    }

    void nameThatLosesTheNamespaceIsTold()
    {
        const git::Files base = tidy();
        QCOMPARE(told(base, with(base, "deploy/a-settings-2.yaml", configMap("billing", "a-settings"))),
                 std::string("note layout //ConfigMap/billing/a-settings at deploy/a-settings-2.yaml:1 with "
                             "deploy/configmap-a-settings.yaml:1\n"));
        QCOMPARE(told(base, with(base, "deploy/billing-a-settings.yaml", configMap("billing", "a-settings"))),
                 std::string());
        QCOMPARE(told(base, with(base, "billing/configmap-a-settings.yaml", configMap("billing", "a-settings"))),
                 std::string());
    }

    void configuredLayoutIsACustom()
    {
        const git::Files base{{".noclobber.yaml", "layout: [{path: 'deploy/{kind}-{name}.yaml'}]\n"},
                              {"deploy/configmap-a.yaml", configMap("shop", "a")}};
        QCOMPARE(told(base, with(base, "deploy/configmap-b.yaml", two)),
                 std::string("note layout //ConfigMap/shop/z at deploy/configmap-b.yaml:8\n"));
        QCOMPARE(told(base, with(base, "other/b.yaml", two)), std::string());
    }
};

NOCLOBBER_TEST_MAIN(TestLayoutRule)
#include "tst_layout_rule.moc"
