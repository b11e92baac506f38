#include "tests/support/findings.h"
#include "tests/support/inventories.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

const std::string both = syncOptions("Prune=false,Delete=false");
const std::string guard = "FailOnSharedResource=true";

/// An Application, with as many claims that are protected, and that are not.
git::Files shop(int guarded, int bare)
{
    git::Files files{{"apps/web.yaml", deployed("web", "deploy/web")}};
    for (int i = 0; i < guarded + bare; ++i) {
        const std::string name = "data-" + std::to_string(i);
        files["deploy/web/" + name + ".yaml"] = claim("shop", name, "fast", i < guarded ? both : std::string());
    }
    return files;
}

/// What a new object brings, without its place.
std::string told(const std::string &rule, const git::Files &base, const git::Files &head)
{
    const std::string text = findingsOf(rule, base, head);
    return text.substr(0, text.find(" /"));
}

/// Applications, so many with the guard, so many without.
git::Files fleet(int guarded, int bare)
{
    git::Files files;
    for (int i = 0; i < guarded + bare; ++i) {
        const std::string name = "app-" + std::to_string(i);
        files["apps/" + name + ".yaml"] =
            deployed(name, "deploy/" + name, {.syncOptions = i < guarded ? guard : std::string()});
        files["deploy/" + name + "/settings.yaml"] = configMap("shop", name);
    }
    return files;
}

} // namespace

/// Contract, section 7, the rules with a dagger: the repository's own habit is the measure.
class TestHabitRules : public QObject
{
    Q_OBJECT
private slots:
    void newObjectIsMeasuredByItsLike_data()
    {
        QTest::addColumn<int>("guarded");
        QTest::addColumn<int>("bare");
        QTest::addColumn<QString>("severity");
        QTest::newRow("none to ask") << 0 << 0 << "note";
        QTest::newRow("none has it") << 0 << 3 << "note";
        QTest::newRow("half of them have it") << 2 << 2 << "note";
        QTest::newRow("more than half have it") << 2 << 1 << "warn";
        QTest::newRow("all have it") << 1 << 0 << "warn";
    }
    void newObjectIsMeasuredByItsLike()
    {
        QFETCH(int, guarded);
        QFETCH(int, bare);
        QFETCH(QString, severity);
        const git::Files base = shop(guarded, bare);
        const git::Files head = with(base, "deploy/web/new.yaml", claim("shop", "new", "fast"));
        QCOMPARE(QString::fromStdString(told("missing-prune-protection", base, head)),
                 severity + " missing-prune-protection");
        QCOMPARE(told("missing-prune-protection", base,
                      with(base, "deploy/web/new.yaml", claim("shop", "new", "fast", both))),
                 std::string());
    }

    void oneOfTheTwoIsNotEnough()
    {
        const git::Files base = shop(2, 0);
        QCOMPARE(told("missing-prune-protection", base,
                      with(base, "deploy/web/new.yaml", claim("shop", "new", "fast", syncOptions("Prune=false")))),
                 std::string("warn missing-prune-protection"));
    }

    void anotherKindIsNotItsLike()
    {
        const git::Files base = shop(3, 0);
        QCOMPARE(told("missing-prune-protection", base,
                      with(base, "deploy/web/db.yaml",
                           manifest("apps/v1", "StatefulSet", "shop", "db", "spec: {serviceName: db}\n"))),
                 std::string("note missing-prune-protection"));
    }

    void whatWasThereIsNotTold()
    {
        const git::Files base = shop(3, 1);
        QCOMPARE(told("missing-prune-protection", base, with(base, "deploy/web/data-3.yaml", claim("shop", "data-3"))),
                 std::string());
        git::Files moved = base;
        moved.erase("deploy/web/data-3.yaml");
        moved["deploy/web/other.yaml"] = claim("shop", "data-3", "fast");
        QCOMPARE(told("missing-prune-protection", base, moved), std::string());
        QCOMPARE(told("missing-prune-protection", base,
                      with(base, "deploy/web/settings.yaml", configMap("shop", "settings"))),
                 std::string());
    }

    void configurationBeatsTheHabit()
    {
        for (const char *level : {"note", "block"}) {
            const git::Files base =
                with(shop(2, 0), ".noclobber.yaml", std::string("rules: {missing-prune-protection: ") + level + "}\n");
            const git::Files head = with(base, "deploy/web/new.yaml", claim("shop", "new", "fast"));
            QCOMPARE(told("missing-prune-protection", base, head), std::string(level) + " missing-prune-protection");
        }
    }

    void messageTellsTheHabit()
    {
        const git::Files base = shop(2, 1);
        const git::Files head = with(base, "deploy/web/new.yaml", claim("shop", "new", "fast"));
        QCOMPARE(theFinding("missing-prune-protection", base, head).message,
                 std::string("The new PersistentVolumeClaim shop/new at deploy/web/new.yaml:1 holds state, and has no "
                             "protection against deletion; of its kind 2 of 3 in base have that protection."));
    }

    void newApplicationIsMeasuredByTheOthers()
    {
        const auto added = [](const git::Files &base, const Deployed &more) {
            return told("missing-shared-resource-guard", base,
                        with(base, "apps/new.yaml", deployed("new", "deploy/new", more)));
        };
        QCOMPARE(added(fleet(1, 1), {}), std::string("note missing-shared-resource-guard"));
        QCOMPARE(added(fleet(2, 1), {}), std::string("warn missing-shared-resource-guard"));
        QCOMPARE(added(fleet(2, 1), {.syncOptions = guard}), std::string());
        QCOMPARE(told("missing-shared-resource-guard", fleet(1, 2),
                      with(fleet(1, 2), "apps/app-2.yaml", deployed("app-2", "deploy/app-2", {.nameSpace = "other"}))),
                 std::string());
    }

    /// kubernetes.md 3: a class without a policy deletes, a volume without one retains; accident 24.
    void reclaimPolicyIsMeasuredByTheOthers()
    {
        const git::Files none{{"a.yaml", configMap("shop", "a")}};
        const auto addedClass = [](const git::Files &base, const std::string &policy) {
            return told("reclaim-policy-delete", base, with(base, "new.yaml", storageClass("new", policy)));
        };
        QCOMPARE(addedClass(none, ""), std::string("note reclaim-policy-delete"));
        QCOMPARE(addedClass(none, "Delete"), std::string("note reclaim-policy-delete"));
        QCOMPARE(addedClass(none, "Retain"), std::string());
        QCOMPARE(addedClass(with(none, "old.yaml", storageClass("old", "Retain")), "Delete"),
                 std::string("warn reclaim-policy-delete"));
        QCOMPARE(addedClass(with(none, "old.yaml", storageClass("old", "")), "Delete"),
                 std::string("note reclaim-policy-delete"));
        const auto volume = [&](const std::string &policy) {
            return told("reclaim-policy-delete", none,
                        with(none, "new.yaml",
                             manifest("v1", "PersistentVolume", "", "disk",
                                      "spec: {capacity: {storage: 1Gi}" + policy + "}\n")));
        };
        QCOMPARE(volume(""), std::string());
        QCOMPARE(volume(", persistentVolumeReclaimPolicy: Delete"), std::string("note reclaim-policy-delete"));
    }
};

NOCLOBBER_TEST_MAIN(TestHabitRules)
#include "tst_habit_rules.moc"
