#include "core/blast/storage_totals.h"
#include "tests/support/change_case.h"
#include "tests/support/findings.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

struct Set {
    std::string replicas = "3";
    std::string policy = {}; ///< "whenScaled: Delete"
    std::string more = {};
    std::string templateName = "data";
    std::string annotations = {};
};

std::string statefulSet(const Set &set)
{
    return "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: kafka, namespace: shop, annotations: {" +
           set.annotations + "}}\nspec:\n" + (set.replicas.empty() ? "" : "  replicas: " + set.replicas + "\n") +
           "  persistentVolumeClaimRetentionPolicy: {" + set.policy + "}\n" + set.more +
           "  volumeClaimTemplates:\n  - metadata: {name: " + set.templateName +
           "}\n    spec: {storageClassName: fast, resources: {requests: {storage: 50Gi}}}\n";
}

git::Files files(const Set &set)
{
    return {{"set.yaml", statefulSet(set)},
            {"sc.yaml", storageClass("fast", "Delete")},
            {"app.yaml", deployed("all", ".", {.nameSpace = "shop"})}};
}

std::string effects(const Set &base, const Set &head)
{
    return ChangeCase(files(base), files(head)).effects();
}

const std::string forced = syncOptions("Force=true");

} // namespace

/// T12; kubernetes.md 3 and 4: the claims of a StatefulSet that stays.
class TestSetClaims : public QObject
{
    Q_OBJECT
private slots:
    void shrinkingSetKeepsItsClaimsByDefault()
    {
        QCOMPARE(effects({}, {.replicas = "1"}),
                 std::string("kept kept derived //PersistentVolumeClaim/shop/data-kafka-1\n"
                             "kept kept derived //PersistentVolumeClaim/shop/data-kafka-2\n"));
        QCOMPARE(findings(files({}), files({.replicas = "1"})), std::string());
    }

    void shrinkingSetDeletesItsClaimsWhenItSaysSo()
    {
        const Set deleting{.policy = "whenScaled: Delete"};
        const Set shrunk{.replicas = "1", .policy = "whenScaled: Delete"};
        QCOMPARE(effects(deleting, shrunk),
                 std::string("cascade-deleted lost derived //PersistentVolumeClaim/shop/data-kafka-1\n"
                             "cascade-deleted lost derived //PersistentVolumeClaim/shop/data-kafka-2\n"));
        QCOMPARE(findingsOf("stateful-deleted", files(deleting), files(shrunk)),
                 std::string("block stateful-deleted /apps/StatefulSet/shop/kafka at set.yaml:1\n"));
    }

    /// The update is one object: the policy that comes with the smaller number counts.
    void policyOfTheSameUpdateCounts()
    {
        QVERIFY(effects({}, {.replicas = "1", .policy = "whenScaled: Delete"}).starts_with("cascade-deleted lost"));
        QVERIFY(effects({.policy = "whenScaled: Delete"}, {.replicas = "1"}).starts_with("kept kept"));
    }

    /// kubernetes.md 7: one replica is the default.
    void numberLeftOutIsOne()
    {
        QCOMPARE(effects({.replicas = "2", .policy = "whenScaled: Delete"},
                         {.replicas = "", .policy = "whenScaled: Delete"}),
                 std::string("cascade-deleted lost derived //PersistentVolumeClaim/shop/data-kafka-1\n"));
    }

    void ordinalsThatMoveLeaveClaimsToo()
    {
        QCOMPARE(effects({.replicas = "2", .policy = "whenScaled: Delete"},
                         {.replicas = "2", .policy = "whenScaled: Delete", .more = "  ordinals: {start: 1}\n"}),
                 std::string("cascade-deleted lost derived //PersistentVolumeClaim/shop/data-kafka-0\n"));
    }

    void growingSetLeavesNothing()
    {
        QCOMPARE(effects({.replicas = "1", .policy = "whenScaled: Delete"},
                         {.replicas = "3", .policy = "whenScaled: Delete"}),
                 std::string());
    }

    /// The sync is refused, so nothing shrinks.
    void refusedUpdateTouchesNoClaim()
    {
        QCOMPARE(effects({.policy = "whenScaled: Delete"},
                         {.replicas = "1", .policy = "whenScaled: Delete", .templateName = "store"}),
                 std::string("blocked kept /apps/StatefulSet/shop/kafka\n"));
    }

    void setMadeAnewWithAnotherTemplateLeavesItsClaims()
    {
        const ChangeCase read(files({.replicas = "1", .annotations = forced}),
                              files({.replicas = "1", .templateName = "store", .annotations = forced}));
        QCOMPARE(read.effects(), std::string("kept kept derived //PersistentVolumeClaim/shop/data-kafka-0\n"
                                             "recreated kept /apps/StatefulSet/shop/kafka\n"));
        QVERIFY(read.because("//PersistentVolumeClaim/shop/data-kafka-0").find("no claim of this name") !=
                std::string::npos);
    }

    void setMadeAnewTakesItsClaimsWhenItSaysSo()
    {
        const Set base{.replicas = "1", .policy = "whenDeleted: Delete", .annotations = forced};
        Set head = base;
        head.more = "  serviceName: kafka\n";
        QCOMPARE(effects(base, head),
                 std::string("cascade-deleted lost derived //PersistentVolumeClaim/shop/data-kafka-0\n"
                             "recreated lost /apps/StatefulSet/shop/kafka\n"));
    }

    void storageOfWhatDiesIsAddedUp()
    {
        git::Files head{{"k.yaml", configMap("x", "y")}};
        git::Files base = head;
        base["sc.yaml"] = storageClass("fast", "Delete");
        head["sc.yaml"] = base["sc.yaml"];
        base["set.yaml"] = statefulSet({.policy = "whenDeleted: Delete"});
        base["claims.yaml"] = documents({claim("shop", "a", "fast"), claim("shop", "b")});
        const ChangeCase read(base, head);
        const auto totals = blast::storageTotals(read.radius());
        QCOMPARE(totals.size(), std::size_t(2));
        QCOMPARE(totals.at(blast::DataFate::Lost), std::string("160Gi"));
        QCOMPARE(totals.at(blast::DataFate::AtRisk), std::string("10Gi"));
    }

    void claimAndItsVolumeAreOneTotal()
    {
        const git::Files head{{"k.yaml", configMap("x", "y")}};
        git::Files base = head;
        base["all.yaml"] = documents({claim("shop", "a"), "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: "
                                                          "disk}\nspec:\n  capacity: {storage: 20Gi}\n  claimRef: "
                                                          "{namespace: shop, name: a}\n"});
        const ChangeCase read(base, head);
        const auto totals = blast::storageTotals(read.radius());
        QCOMPARE(totals.size(), std::size_t(1));
        QCOMPARE(totals.at(blast::DataFate::Retained), std::string("10Gi"));
    }
};

NOCLOBBER_TEST_MAIN(TestSetClaims)
#include "tst_set_claims.moc"
