#include "core/kube/list_keys.h"
#include "tests/support/test_main.h"

using namespace noclobber::kube;

class TestKindTables : public QObject
{
    Q_OBJECT
private slots:
    void itemsAreToldApartByTheirKey_data();
    void itemsAreToldApartByTheirKey();
    void orderOfCustomListsCounts();
    void quantityFields_data();
    void quantityFields();
    void ignoredFields();
    void immutableFields_data();
    void immutableFields();
};

void TestKindTables::itemsAreToldApartByTheirKey_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("fields");
    QTest::addColumn<bool>("orderMatters");
    const auto row = [](const char *group, const char *kind, const char *path, const char *fields, bool order) {
        QTest::addRow("%s %s", kind, path) << group << kind << path << fields << order;
    };
    const std::string pod = "spec.template.spec.";
    for (const char *list : {"containers", "initContainers", "ephemeralContainers"})
        row("apps", "Deployment", (pod + list).c_str(), "name", true);
    row("", "Pod", "spec.containers", "name", true);
    row("batch", "CronJob", "spec.jobTemplate.spec.template.spec.initContainers", "name", true);
    row("apps", "Deployment", "spec.template.spec.containers.ports", "containerPort protocol", false);
    row("apps", "Deployment", "spec.template.spec.initContainers.ports", "containerPort protocol", false);
    row("apps", "Deployment", "spec.template.spec.containers.env", "name", true);
    row("apps", "Deployment", "spec.template.spec.containers.envFrom", "", true);
    row("apps", "Deployment", "spec.template.spec.containers.args", "", true);
    row("apps", "Deployment", "spec.template.spec.containers.volumeMounts", "mountPath", false);
    row("apps", "Deployment", "spec.template.spec.containers.volumeDevices", "devicePath", false);
    row("apps", "Deployment", "spec.template.spec.volumes", "name", false);
    row("apps", "Deployment", "spec.template.spec.imagePullSecrets", "name", false);
    row("apps", "Deployment", "spec.template.spec.hostAliases", "ip", false);
    row("apps", "Deployment", "spec.template.spec.topologySpreadConstraints", "topologyKey whenUnsatisfiable", false);
    row("apps", "Deployment", "spec.template.spec.tolerations", "", true);
    row("apps", "StatefulSet", "spec.volumeClaimTemplates", "metadata.name", true);
    row("", "Service", "spec.ports", "port protocol", false);
    row("", "Service", "spec.externalIPs", "", true);
    row("", "ServiceAccount", "secrets", "name", false);
    row("admissionregistration.k8s.io", "MutatingWebhookConfiguration", "webhooks", "name", false);
    row("", "ConfigMap", "metadata.ownerReferences", "uid", false);
    row("", "ConfigMap", "metadata.finalizers", "", false);
    row("rbac.authorization.k8s.io", "RoleBinding", "subjects", "kind namespace name", true);
    row("rbac.authorization.k8s.io", "Role", "rules", "", true);
    row("networking.k8s.io", "Ingress", "spec.rules", "host", true);
    row("networking.k8s.io", "NetworkPolicy", "spec.ingress", "", true);
    row("apiextensions.k8s.io", "CustomResourceDefinition", "spec.versions", "name", true);
    row("argoproj.io", "Application", "spec.sources", "repoURL path chart ref", true);
    row("argoproj.io", "Application", "spec.syncPolicy.syncOptions", "", true);
    row("example.dev", "Widget", "spec.parts", "", true);
}

void TestKindTables::itemsAreToldApartByTheirKey()
{
    QFETCH(QString, group);
    QFETCH(QString, kind);
    QFETCH(QString, path);
    QFETCH(QString, fields);
    QFETCH(bool, orderMatters);
    const ListKey key = listKey(group.toStdString(), kind.toStdString(), path.toStdString());
    QStringList actual;
    for (const std::string &field : key.fields)
        actual += QString::fromStdString(field);
    QCOMPARE(actual.join(' '), fields);
    QCOMPARE(key.orderMatters, orderMatters);
}

void TestKindTables::orderOfCustomListsCounts()
{
    QVERIFY(listKey("monitoring.coreos.com", "Prometheus", "spec.volumes").orderMatters);
    QVERIFY(!listKey("monitoring.coreos.com", "Prometheus", "metadata.finalizers").orderMatters);
}

void TestKindTables::quantityFields_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isQuantity");
    const auto row = [](const char *path, bool isQuantity) { QTest::newRow(path) << path << isQuantity; };
    row("spec.template.spec.containers.resources.limits.cpu", true);
    row("spec.template.spec.containers.resources.requests.nvidia.com/gpu", true);
    row("spec.resources.requests.storage", true);
    row("spec.volumeClaimTemplates.spec.resources.requests.storage", true);
    row("spec.capacity.storage", true);
    row("spec.template.spec.volumes.emptyDir.sizeLimit", true);
    row("spec.hard.pods", true);
    row("spec.limits.default.cpu", true);
    row("spec.limits.max.memory", true);
    row("spec.metrics.pods.target.averageValue", true);
    row("spec.metrics.external.target.value", true);
    row("spec.replicas", false);
    row("spec.limits.type", false);
    row("spec.template.spec.containers.env.value", false);
    row("data.limits", false);
    row("spec.template.spec.containers.resources", false);
    row("spec.template.spec.containers.ports.containerPort", false);
}

void TestKindTables::quantityFields()
{
    QFETCH(QString, path);
    QFETCH(bool, isQuantity);
    QCOMPARE(isQuantityField(path.toStdString()), isQuantity);
}

void TestKindTables::ignoredFields()
{
    for (const char *path : {"status", "status.conditions", "metadata.managedFields", "metadata.managedFields.time",
                             "metadata.creationTimestamp", "metadata.resourceVersion", "metadata.uid",
                             "metadata.generation", "metadata.selfLink", "spec.template.metadata.creationTimestamp"})
        QVERIFY2(isIgnoredField(path), path);
    for (const char *path : {"metadata.name", "metadata.labels", "metadata.annotations", "metadata.finalizers",
                             "spec.status", "statusQuo", "metadata.uids", "spec.template.metadata.uid"})
        QVERIFY2(!isIgnoredField(path), path);
}

void TestKindTables::immutableFields_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("immutable");
    QTest::addColumn<QString>("changeable");
    const auto row = [](const char *group, const char *kind, const char *immutable, const char *changeable) {
        QTest::newRow(kind) << group << kind << immutable << changeable;
    };
    row("apps", "StatefulSet",
        "spec.serviceName spec.selector spec.selector.matchLabels.app spec.volumeClaimTemplates "
        "spec.volumeClaimTemplates.spec.resources.requests.storage spec.podManagementPolicy",
        "spec.replicas spec.ordinals.start spec.template.spec.containers.image spec.updateStrategy.type "
        "spec.revisionHistoryLimit spec.persistentVolumeClaimRetentionPolicy.whenDeleted spec.minReadySeconds "
        "metadata.labels.a");
    row("apps", "Deployment", "spec.selector spec.selector.matchLabels.app",
        "spec.replicas spec.template spec.strategy spec.selectors");
    row("extensions", "Deployment", "spec.selector", "spec.replicas");
    row("apps", "DaemonSet", "spec.selector", "spec.updateStrategy");
    row("apps", "ReplicaSet", "spec.selector", "spec.replicas");
    row("batch", "Job",
        "spec.selector spec.template spec.template.spec.containers.image spec.completions spec.completionMode "
        "spec.podFailurePolicy spec.successPolicy spec.backoffLimitPerIndex spec.managedBy",
        "spec.parallelism spec.suspend spec.activeDeadlineSeconds spec.backoffLimit spec.ttlSecondsAfterFinished");
    row("batch", "CronJob", "", "spec.schedule spec.jobTemplate.spec.template");
    row("", "Pod", "spec.nodeName spec.containers.command spec.volumes",
        "spec.containers.image spec.initContainers.image spec.activeDeadlineSeconds spec.tolerations "
        "spec.terminationGracePeriodSeconds");
    row("", "PersistentVolumeClaim",
        "spec.storageClassName spec.accessModes spec.volumeName spec.resources.limits.storage",
        "spec.resources.requests.storage spec.volumeAttributesClassName metadata.annotations");
    row("", "PersistentVolume", "spec.csi.volumeHandle spec.nfs.path spec.volumeMode spec.nodeAffinity.required",
        "spec.persistentVolumeReclaimPolicy spec.capacity.storage spec.mountOptions spec.claimRef spec.csiX");
    row("storage.k8s.io", "StorageClass", "provisioner parameters.type reclaimPolicy volumeBindingMode",
        "allowVolumeExpansion mountOptions allowedTopologies");
    row("storage.k8s.io", "VolumeAttributesClass", "driverName parameters.iops", "metadata.labels");
    row("storage.k8s.io", "CSIDriver", "spec.attachRequired spec.volumeLifecycleModes",
        "spec.fsGroupPolicy spec.tokenRequests");
    row("", "Service", "spec.clusterIP spec.clusterIPs", "spec.ports spec.type spec.selector");
    row("", "Secret", "type", "data.a stringData.b");
    row("", "ConfigMap", "", "data.a");
    row("rbac.authorization.k8s.io", "RoleBinding", "roleRef.name", "subjects");
    row("rbac.authorization.k8s.io", "ClusterRoleBinding", "roleRef", "subjects.name");
    row("networking.k8s.io", "Ingress", "", "spec.rules spec.ingressClassName");
    row("networking.k8s.io", "IngressClass", "spec.controller", "spec.parameters");
    row("scheduling.k8s.io", "PriorityClass", "value preemptionPolicy", "description globalDefault");
    row("node.k8s.io", "RuntimeClass", "handler", "overhead");
    row("networking.k8s.io", "ServiceCIDR", "spec.cidrs", "");
    row("networking.k8s.io", "IPAddress", "spec.parentRef", "");
    row("apiextensions.k8s.io", "CustomResourceDefinition", "spec.group spec.names.plural spec.names.kind spec.scope",
        "spec.versions spec.names.shortNames");
    row("certificates.k8s.io", "CertificateSigningRequest", "spec.request", "");
    row("example.dev", "StatefulSet", "", "spec.serviceName");
}

void TestKindTables::immutableFields()
{
    QFETCH(QString, group);
    QFETCH(QString, kind);
    QFETCH(QString, immutable);
    QFETCH(QString, changeable);
    for (const QString &path : immutable.split(' ', Qt::SkipEmptyParts))
        QVERIFY2(isImmutableField(group.toStdString(), kind.toStdString(), path.toStdString()), qPrintable(path));
    for (const QString &path : changeable.split(' ', Qt::SkipEmptyParts))
        QVERIFY2(!isImmutableField(group.toStdString(), kind.toStdString(), path.toStdString()), qPrintable(path));
}

NOCLOBBER_TEST_MAIN(TestKindTables)
#include "tst_kind_tables.moc"
