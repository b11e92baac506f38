#include "core/kube/deletion_decision.h"
#include "tests/support/test_main.h"

#include <QTest>

#include "core/yaml/document.h"

using namespace noclobber;
using kube::DeletedData;

namespace {

yaml::Node read(const std::string &text)
{
    auto document = yaml::readDocument(text, yaml::TextFormat::Yaml, 1);
    if (!document)
        qFatal("%s", document.error().message.c_str());
    return std::move(document->root);
}

std::string name(DeletedData data)
{
    return data == DeletedData::Lost       ? "lost"
           : data == DeletedData::Unknown  ? "unknown"
           : data == DeletedData::Detached ? "detached"
                                           : "kept";
}

std::string decided(const std::string &group, const std::string &kind, const std::string &text)
{
    const auto decision = kube::deletionDecision(group, kind, read(text));
    return decision ? name(decision->data) + ": " + kube::toText(*decision) : "nothing";
}

} // namespace

/// The deciding fields of stateful-kinds.yaml (`decidedBy`); T22, "operator CR with deleteClaim: true flipped".
class TestDeletionDecision : public QObject
{
    Q_OBJECT
private slots:
    void fieldDecides_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("decision");
        const auto row = [](const char *title, const char *group, const char *kind, const char *content,
                            const char *decision) { QTest::newRow(title) << group << kind << content << decision; };
        row("Kafka deletes", "kafka.strimzi.io", "Kafka", "spec: {kafka: {storage: {deleteClaim: true}}}",
            "lost: its spec.kafka.storage.deleteClaim is true");
        row("Kafka keeps by default", "kafka.strimzi.io", "Kafka", "spec: {kafka: {storage: {type: jbod}}}",
            "kept: it does not say spec.kafka.storage.deleteClaim");
        row("one volume of several is enough", "kafka.strimzi.io", "KafkaNodePool",
            "spec: {storage: {volumes: [{deleteClaim: false}, {deleteClaim: true}]}}",
            "lost: its spec.storage.volumes[].deleteClaim is true");
        row("placeholder is no answer", "kafka.strimzi.io", "KafkaNodePool",
            "spec: {storage: {deleteClaim: '${DELETE}'}}", "unknown: its spec.storage.deleteClaim is ${DELETE}");
        row("annotation keeps", "kafka.strimzi.io", "KafkaTopic",
            "metadata: {annotations: {strimzi.io/managed: 'false'}}",
            "kept: its annotation strimzi.io/managed is false");
        row("annotation absent", "kafka.strimzi.io", "KafkaTopic", "metadata: {}",
            "lost: it has no annotation strimzi.io/managed");
        row("finalizer there", "pxc.percona.com", "PerconaXtraDBCluster",
            "metadata: {finalizers: [delete-pxc-pods-in-order, delete-pxc-pvc]}",
            "lost: it has the finalizer delete-pxc-pvc");
        row("finalizer absent", "psmdb.percona.com", "PerconaServerMongoDB", "metadata: {}",
            "kept: it has no finalizer percona.com/delete-psmdb-pvc");
        row("class of snapshots without a default", "snapshot.storage.k8s.io", "VolumeSnapshotContent", "spec: {}",
            "unknown: it does not say spec.deletionPolicy");
        row("static volume", "", "PersistentVolume", "spec: {}",
            "detached: it does not say spec.persistentVolumeReclaimPolicy");
        row("elastic by default", "elasticsearch.k8s.elastic.co", "Elasticsearch", "spec: {}",
            "lost: it does not say spec.volumeClaimDeletePolicy");
        row("elastic keeps", "elasticsearch.k8s.elastic.co", "Elasticsearch",
            "spec: {volumeClaimDeletePolicy: DeleteOnScaledownOnly}",
            "kept: its spec.volumeClaimDeletePolicy is DeleteOnScaledownOnly");
        row("disks of Ceph stay", "ceph.rook.io", "CephCluster", "spec: {cleanupPolicy: {confirmation: ''}}",
            "detached: it does not say spec.cleanupPolicy.confirmation");
        row("disks of Ceph go", "ceph.rook.io", "CephCluster",
            "spec: {cleanupPolicy: {confirmation: yes-really-destroy-data}}",
            "lost: its spec.cleanupPolicy.confirmation is yes-really-destroy-data");
        row("filesystem goes by default", "ceph.rook.io", "CephFilesystem", "spec: {}",
            "lost: it does not say spec.preserveFilesystemOnDelete");
        row("object zone stays by default", "ceph.rook.io", "CephObjectZone", "spec: {}",
            "kept: it does not say spec.preservePoolsOnDelete");
        row("cloud resource", "rds.aws.crossplane.io", "DBInstance", "spec: {}",
            "lost: it does not say spec.deletionPolicy");
        row("cloud resource orphaned", "rds.aws.upbound.io", "Instance", "spec: {deletionPolicy: Orphan}",
            "detached: its spec.deletionPolicy is Orphan");
        row("management policies stand above", "rds.aws.upbound.io", "Instance",
            "spec: {deletionPolicy: Delete, managementPolicies: [Observe, Update]}",
            "detached: its spec.managementPolicies is without Delete");
        row("all management policies say nothing", "rds.aws.upbound.io", "Instance",
            "spec: {deletionPolicy: Orphan, managementPolicies: ['*']}", "detached: its spec.deletionPolicy is Orphan");
        row("abandoned", "sql.cnrm.cloud.google.com", "SQLInstance",
            "metadata: {annotations: {cnrm.cloud.google.com/deletion-policy: abandon}}",
            "detached: its annotation cnrm.cloud.google.com/deletion-policy is abandon");
        row("a template without its own policy takes the default's", "clickhouse.altinity.com",
            "ClickHouseInstallation",
            "spec: {defaults: {storageManagement: {reclaimPolicy: Retain}}, templates: {volumeClaimTemplates: [{name: "
            "a}]}}",
            "kept: its spec.templates.volumeClaimTemplates[].reclaimPolicy is Retain");
        row("a template without any policy deletes", "clickhouse.altinity.com", "ClickHouseInstallation",
            "spec: {templates: {volumeClaimTemplates: [{name: a, reclaimPolicy: Retain}, {name: b}]}}",
            "lost: it does not say spec.templates.volumeClaimTemplates[].reclaimPolicy");
        row("a virtual machine owns its data volumes", "kubevirt.io", "VirtualMachine",
            "spec: {dataVolumeTemplates: [{metadata: {name: a}}]}", "lost: it has spec.dataVolumeTemplates");
        row("the Secret goes, its source stays", "external-secrets.io", "ExternalSecret", "spec: {target: {name: a}}",
            "detached: it does not say spec.target.creationPolicy");
        row("no field decides", "postgresql.cnpg.io", "Cluster", "spec: {}", "nothing");
        row("another group", "example.com", "Kafka", "spec: {kafka: {storage: {deleteClaim: true}}}", "nothing");
    }
    void fieldDecides()
    {
        QFETCH(QString, group);
        QFETCH(QString, kind);
        QFETCH(QString, content);
        QFETCH(QString, decision);
        QCOMPARE(QString::fromStdString(decided(group.toStdString(), kind.toStdString(), content.toStdString())),
                 decision);
    }

    void protectionIsLostByAFlip()
    {
        const auto flip = [](const char *base, const char *head) {
            const auto lost = kube::lostProtection("kafka.strimzi.io", "KafkaNodePool", read(base), read(head));
            return lost ? kube::toText(*lost) : std::string();
        };
        QCOMPARE(flip("spec: {storage: {size: 1Gi}}", "spec: {storage: {deleteClaim: true}}"),
                 std::string("its spec.storage.deleteClaim is true"));
        QCOMPARE(flip("spec: {storage: {deleteClaim: true}}", "spec: {storage: {deleteClaim: true, size: 1Gi}}"),
                 std::string());
        QCOMPARE(flip("spec: {storage: {deleteClaim: true}}", "spec: {storage: {size: 1Gi}}"), std::string());
    }

    /// Each of a StatefulSet's two policies protects by itself.
    void whenScaledIsAProtectionOfItsOwn()
    {
        const yaml::Node base = read("spec: {persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}}");
        const yaml::Node head =
            read("spec: {persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete, whenScaled: Delete}}");
        const auto lost = kube::lostProtection("apps", "StatefulSet", base, head);
        QVERIFY(lost);
        QCOMPARE(lost->place, std::string("spec.persistentVolumeClaimRetentionPolicy.whenScaled"));
    }
};

NOCLOBBER_TEST_MAIN(TestDeletionDecision)
#include "tst_deletion_decision.moc"
