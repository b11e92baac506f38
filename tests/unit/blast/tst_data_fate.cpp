#include "tests/support/change_case.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

/// The effects of removing one file; no Application is there, so removal is prune.
std::string removed(const std::string &text, const git::Files &others = {})
{
    git::Files base = others;
    base["gone.yaml"] = text;
    git::Files head = others;
    head["kept.yaml"] = configMap("other", "kept");
    return ChangeCase(base, head).effects();
}

std::string volume(const std::string &policy)
{
    return "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: disk}\nspec:\n  capacity: {storage: 2Ti}\n" +
           (policy.empty() ? "" : "  persistentVolumeReclaimPolicy: " + policy + "\n");
}

std::string statefulSet(const std::string &moreSpec, const std::string &storageClassName = "fast")
{
    return "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: kafka, namespace: shop}\nspec:\n  replicas: 1\n" +
           moreSpec +
           "  volumeClaimTemplates:\n  - metadata: {name: data}\n    spec: {storageClassName: " + storageClassName +
           ", resources: {requests: {storage: 50Gi}}}\n";
}

std::string custom(const std::string &apiVersion, const std::string &kind)
{
    return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: x, namespace: shop}\n";
}

const std::string deletes = "  persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}\n";
const std::string nameSpace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";

} // namespace

/// Contract, section 3, data fate; kubernetes.md 3, the risk order of a claim; stateful-kinds.yaml.
class TestDataFate : public QObject
{
    Q_OBJECT
private slots:
    void claimFollowsItsStorageClass_data()
    {
        QTest::addColumn<QString>("className");
        QTest::addColumn<QString>("fate");
        QTest::newRow("delete") << "delete"
                                << "lost";
        QTest::newRow("delete by default") << "silent"
                                           << "lost";
        QTest::newRow("retain") << "retain"
                                << "retained";
        QTest::newRow("named and not here") << "elsewhere"
                                            << "at-risk";
        QTest::newRow("the cluster's default") << ""
                                               << "at-risk";
        QTest::newRow("made by hand") << "\"\""
                                      << "at-risk";
    }
    void claimFollowsItsStorageClass()
    {
        QFETCH(QString, className);
        QFETCH(QString, fate);
        const std::string classes =
            documents({storageClass("delete", "Delete"), storageClass("silent", ""), storageClass("retain", "Retain")});
        QCOMPARE(QString::fromStdString(removed(claim("shop", "a", className.toStdString()), {{"sc.yaml", classes}})),
                 "pruned " + fate + " //PersistentVolumeClaim/shop/a\n");
    }

    /// kubernetes.md 3: an absent class is the cluster's default, which the tree may mark.
    void claimWithoutAClassFollowsTheMarkedDefault()
    {
        const auto marked = [](const std::string &name, const std::string &policy) {
            return "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata:\n  name: " + name +
                   "\n  annotations: {storageclass.kubernetes.io/is-default-class: \"true\"}\nprovisioner: "
                   "x\nreclaimPolicy: " +
                   policy + "\n";
        };
        const std::string id = " //PersistentVolumeClaim/shop/a\n";
        QCOMPARE(removed(claim("shop", "a"), {{"sc.yaml", marked("fast", "Delete")}}), "pruned lost" + id);
        QCOMPARE(removed(claim("shop", "a"), {{"sc.yaml", marked("fast", "Retain")}}), "pruned retained" + id);
        QCOMPARE(removed(claim("shop", "a"), {{"sc.yaml", storageClass("fast", "Retain")}}), "pruned at-risk" + id);
        QCOMPARE(
            removed(claim("shop", "a"), {{"sc.yaml", documents({marked("fast", "Retain"), marked("slow", "Delete")})}}),
            "pruned at-risk" + id);
    }

    void claimThatAVolumeNamesFollowsThatVolume()
    {
        const std::string volumes = volume("Delete") + "  claimRef: {namespace: shop, name: a}\n";
        QCOMPARE(removed(claim("shop", "a"), {{"pv.yaml", volumes}}),
                 std::string("pruned lost //PersistentVolumeClaim/shop/a\n"));
        QCOMPARE(removed(claim("shop", "b"), {{"pv.yaml", volumes}}),
                 std::string("pruned at-risk //PersistentVolumeClaim/shop/b\n"));
        QCOMPARE(removed(statefulSet(deletes),
                         {{"pv.yaml", volume("Retain") + "  claimRef: {namespace: shop, name: data-kafka-0}\n"}}),
                 std::string("cascade-deleted retained derived //PersistentVolumeClaim/shop/data-kafka-0\n"
                             "pruned retained /apps/StatefulSet/shop/kafka\n"));
    }

    /// The reason stands in words in the chain.
    void reasonOfTheFateIsInTheChain()
    {
        const ChangeCase read({{"gone.yaml", claim("shop", "a", "elsewhere")}, {"k.yaml", configMap("x", "y")}},
                              {{"k.yaml", configMap("x", "y")}});
        const std::string because = read.because("//PersistentVolumeClaim/shop/a");
        QVERIFY2(because.ends_with("; StorageClass elsewhere is not in this repository: the volume goes unless its "
                                   "policy is Retain\n"),
                 because.c_str());
    }

    void classOfAnotherClusterSaysNothing()
    {
        const git::Files head{{"env/west/sc.yaml", storageClass("fast", "Retain")},
                              {"env/east/b.yaml", configMap("shop", "b")}};
        git::Files base = head;
        base["env/east/a.yaml"] = claim("shop", "a", "fast");
        QCOMPARE(ChangeCase(base, head).effects(),
                 std::string("pruned at-risk env/east//PersistentVolumeClaim/shop/a\n"));
    }

    /// A volume in git is a static one: Retain unless it says otherwise.
    void volumeFollowsItsPolicy_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("fate");
        QTest::newRow("default") << ""
                                 << "retained";
        QTest::newRow("retain") << "Retain"
                                << "retained";
        QTest::newRow("delete") << "Delete"
                                << "lost";
        QTest::newRow("recycle") << "Recycle"
                                 << "lost";
    }
    void volumeFollowsItsPolicy()
    {
        QFETCH(QString, policy);
        QFETCH(QString, fate);
        QCOMPARE(QString::fromStdString(removed(volume(policy.toStdString()))),
                 "pruned " + fate + " //PersistentVolume//disk\n");
    }

    void claimBoundToAVolumeInGitFollowsThatVolume()
    {
        const std::string bound = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a, namespace: shop}\n"
                                  "spec: {storageClassName: gone, volumeName: disk}\n";
        QCOMPARE(removed(bound, {{"pv.yaml", volume("Delete")}}),
                 std::string("pruned lost //PersistentVolumeClaim/shop/a\n"));
        QCOMPARE(removed(bound, {{"pv.yaml", volume("")}}),
                 std::string("pruned retained //PersistentVolumeClaim/shop/a\n"));
    }

    /// The catalogue: what its operator does with the data when the object is deleted.
    void kindsFollowTheCatalogue_data()
    {
        QTest::addColumn<QString>("apiVersion");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("fate");
        QTest::newRow("depends") << "rabbitmq.com/v1beta1"
                                 << "SuperStream"
                                 << "at-risk";
        QTest::newRow("depends on a field with a default") << "kafka.strimzi.io/v1beta2"
                                                           << "Kafka"
                                                           << "kept";
        QTest::newRow("deletes") << "acid.zalan.do/v1"
                                 << "postgresql"
                                 << "lost";
        QTest::newRow("a Secret") << "v1"
                                  << "Secret"
                                  << "lost";
        QTest::newRow("listed, but not stateful") << "v1"
                                                  << "ConfigMap"
                                                  << "none";
        QTest::newRow("not listed") << "apps/v1"
                                    << "Deployment"
                                    << "none";
        QTest::newRow("listed under another group") << "example.com/v1"
                                                    << "Kafka"
                                                    << "none";
    }
    void kindsFollowTheCatalogue()
    {
        QFETCH(QString, apiVersion);
        QFETCH(QString, kind);
        QFETCH(QString, fate);
        const std::string effects = removed(custom(apiVersion.toStdString(), kind.toStdString()));
        QCOMPARE(QString::fromStdString(effects).section(' ', 1, 1), fate);
    }

    /// The deciding field of the object itself, T22.
    void operatorObeysTheObject()
    {
        const auto pool = [](const std::string &storage) {
            return removed("apiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaNodePool\nmetadata: {name: x, namespace: "
                           "shop}\nspec: {storage: {" +
                           storage + "}}\n");
        };
        QCOMPARE(pool("type: persistent-claim, deleteClaim: true"),
                 std::string("pruned lost /kafka.strimzi.io/KafkaNodePool/shop/x\n"));
        QCOMPARE(pool("type: persistent-claim"), std::string("pruned kept /kafka.strimzi.io/KafkaNodePool/shop/x\n"));
    }

    /// stateful-kinds.yaml: "emptyDir when no storage set".
    void dataInNoVolumeIsLost()
    {
        const std::string monitor = custom("monitoring.coreos.com/v1", "Prometheus");
        QCOMPARE(removed(monitor), std::string("pruned lost /monitoring.coreos.com/Prometheus/shop/x\n"));
        QCOMPARE(removed(monitor + "spec: {storage: {volumeClaimTemplate: {spec: {}}}}\n"),
                 std::string("pruned kept /monitoring.coreos.com/Prometheus/shop/x\n"));
        QCOMPARE(removed(custom("kafka.strimzi.io/v1beta2", "KafkaNodePool") + "spec: {storage: {type: ephemeral}}\n"),
                 std::string("pruned lost /kafka.strimzi.io/KafkaNodePool/shop/x\n"));
    }

    /// kubernetes.md 3: with the Namespace the claims go, whatever the operator would keep.
    void keptClaimsAreAtRiskInANamespaceThatGoes()
    {
        QCOMPARE(removed(nameSpace, {{"pool.yaml", custom("kafka.strimzi.io/v1beta2", "KafkaNodePool")}}),
                 std::string("pruned lost //Namespace//shop\n"
                             "cascade-deleted at-risk /kafka.strimzi.io/KafkaNodePool/shop/x\n"));
    }

    /// T13; kubernetes.md 3: the snapshot's class, where it is in the tree.
    void snapshotFollowsItsClassOrContent()
    {
        const std::string snapshot = "apiVersion: snapshot.storage.k8s.io/v1\nkind: VolumeSnapshot\nmetadata: {name: "
                                     "s, namespace: shop}\nspec: {volumeSnapshotClassName: daily}\n";
        const std::string ofClass = "apiVersion: snapshot.storage.k8s.io/v1\nkind: VolumeSnapshotClass\nmetadata: "
                                    "{name: daily}\ndriver: x\ndeletionPolicy: ";
        const std::string id = " /snapshot.storage.k8s.io/VolumeSnapshot/shop/s\n";
        QCOMPARE(removed(snapshot), "pruned at-risk" + id);
        QCOMPARE(removed(snapshot, {{"c.yaml", ofClass + "Delete\n"}}), "pruned lost" + id);
        QCOMPARE(removed(snapshot, {{"c.yaml", ofClass + "Retain\n"}}), "pruned retained" + id);
    }

    void kindOfTheConfigurationIsAtRisk()
    {
        QCOMPARE(removed(custom("example.com/v1", "Ledger"),
                         {{".noclobber.yaml", "stateful: [{group: example.com, kind: Ledger}]\n"}}),
                 std::string("pruned at-risk /example.com/Ledger/shop/x\n"));
    }

    void claimsOfASetStayByDefault()
    {
        QCOMPARE(removed(statefulSet(""), {{"sc.yaml", storageClass("fast", "Delete")}}),
                 std::string("kept kept derived //PersistentVolumeClaim/shop/data-kafka-0\n"
                             "pruned kept /apps/StatefulSet/shop/kafka\n"));
    }

    void claimsOfASetGoWithItWhenItSaysSo()
    {
        QCOMPARE(removed(statefulSet(deletes), {{"sc.yaml", storageClass("fast", "Retain")}}),
                 std::string("cascade-deleted retained derived //PersistentVolumeClaim/shop/data-kafka-0\n"
                             "pruned retained /apps/StatefulSet/shop/kafka\n"));
    }

    void setWithoutClaimsKeepsWhatItMounts()
    {
        const std::string set = "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: kafka, namespace: shop}\n"
                                "spec: {replicas: 3}\n";
        QCOMPARE(removed(set), std::string("pruned kept /apps/StatefulSet/shop/kafka\n"));
    }

    /// kubernetes.md 3: in a Namespace that goes, the retention policy saves nothing; only a volume's Retain does.
    void claimsGoWithTheirNamespace()
    {
        QCOMPARE(removed(nameSpace, {{"set.yaml", statefulSet("")}, {"sc.yaml", storageClass("fast", "Delete")}}),
                 std::string("pruned lost //Namespace//shop\n"
                             "cascade-deleted lost derived //PersistentVolumeClaim/shop/data-kafka-0\n"
                             "cascade-deleted lost /apps/StatefulSet/shop/kafka\n"));
        QCOMPARE(removed(nameSpace, {{"set.yaml", statefulSet("")}, {"sc.yaml", storageClass("fast", "Retain")}}),
                 std::string("pruned lost //Namespace//shop\n"
                             "cascade-deleted retained derived //PersistentVolumeClaim/shop/data-kafka-0\n"
                             "cascade-deleted retained /apps/StatefulSet/shop/kafka\n"));
    }

    /// Pruned by itself, and in a Namespace that goes as well: one effect, the first; the worst fate of both causes.
    void worstFateOfAllCausesCounts()
    {
        const git::Files classes{{"sc.yaml", storageClass("fast", "Delete")}};
        QCOMPARE(removed(documents({nameSpace, statefulSet("")}), classes),
                 std::string("pruned lost //Namespace//shop\n"
                             "cascade-deleted lost derived //PersistentVolumeClaim/shop/data-kafka-0\n"
                             "pruned lost /apps/StatefulSet/shop/kafka\n"));
    }

    void claimInGitAndOfASetIsOneObject()
    {
        QCOMPARE(removed(statefulSet(deletes), {{"sc.yaml", storageClass("fast", "Delete")},
                                                {"pvc.yaml", claim("shop", "data-kafka-0", "fast")}}),
                 std::string("cascade-deleted lost derived //PersistentVolumeClaim/shop/data-kafka-0\n"
                             "pruned lost /apps/StatefulSet/shop/kafka\n"));
    }

    void requestedStorageIsTold()
    {
        git::Files head{{"kept.yaml", configMap("other", "kept")}};
        git::Files base = head;
        base["gone.yaml"] = documents({claim("shop", "a"), volume(""), statefulSet("")});
        const ChangeCase read(base, head);
        QCOMPARE(read.object("//PersistentVolumeClaim/shop/a").storage, std::string("10Gi"));
        QCOMPARE(read.object("//PersistentVolume//disk").storage, std::string("2Ti"));
        QCOMPARE(read.object("//PersistentVolumeClaim/shop/data-kafka-0").storage, std::string("50Gi"));
        QCOMPARE(read.object("/apps/StatefulSet/shop/kafka").storage, std::string());
        QCOMPARE(read.object("//PersistentVolumeClaim/shop/a").recoveryTier, 10);
        QCOMPARE(read.object("/apps/StatefulSet/shop/kafka").recoveryTier, 50);
    }
};

NOCLOBBER_TEST_MAIN(TestDataFate)
#include "tst_data_fate.moc"
