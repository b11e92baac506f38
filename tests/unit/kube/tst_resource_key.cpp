#include <QTest> // before others: moc of Qt 6.4 stumbles over <compare> as the first

#include "core/kube/resource_key.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::kube;

class TestResourceKey : public QObject
{
    Q_OBJECT
private slots:
    void groupIsWhatStandsBeforeTheSlash();
    void emptyApiVersionIsAnError();
    void aliasesAreOneStoredObject_data();
    void aliasesAreOneStoredObject();
    void scopes_data();
    void scopes();
};

void TestResourceKey::groupIsWhatStandsBeforeTheSlash()
{
    QCOMPARE(*apiGroup("v1"), "");
    QCOMPARE(*apiGroup("apps/v1"), "apps");
    QCOMPARE(*apiGroup("networking.k8s.io/v1beta1"), "networking.k8s.io");
}

void TestResourceKey::emptyApiVersionIsAnError()
{
    QCOMPARE(apiGroup("").error().code, ErrorCode::Yaml);
    QCOMPARE(apiGroup("a/b/c").error().code, ErrorCode::Yaml);
}

void TestResourceKey::aliasesAreOneStoredObject_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("stored");
    const auto row = [](const char *group, const char *kind, const char *stored) {
        QTest::addRow("%s %s", group, kind) << group << kind << stored;
    };
    row("extensions", "Deployment", "apps");
    row("extensions", "DaemonSet", "apps");
    row("extensions", "ReplicaSet", "apps");
    row("extensions", "Ingress", "networking.k8s.io");
    row("extensions", "NetworkPolicy", "networking.k8s.io");
    row("extensions", "PodSecurityPolicy", "policy");
    row("events.k8s.io", "Event", "");
    // and nothing else
    row("extensions", "StatefulSet", "extensions");
    row("apps", "Deployment", "apps");
    row("networking.k8s.io", "Ingress", "networking.k8s.io");
    row("serving.knative.dev", "Service", "serving.knative.dev");
    row("networking.x-k8s.io", "Gateway", "networking.x-k8s.io");
    row("authorization.openshift.io", "Role", "authorization.openshift.io");
    row("certmanager.k8s.io", "Certificate", "certmanager.k8s.io");
}

void TestResourceKey::aliasesAreOneStoredObject()
{
    QFETCH(QString, group);
    QFETCH(QString, kind);
    QFETCH(QString, stored);
    QCOMPARE(QString::fromStdString(storedGroup(group.toStdString(), kind.toStdString())), stored);
}

void TestResourceKey::scopes_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("kinds");
    QTest::addColumn<KindScope>("scope");
    const auto row = [](const char *group, const char *kinds, KindScope scope) {
        QTest::addRow("%s %s", group, kinds) << group << kinds << scope;
    };
    const auto cluster = KindScope::Cluster;
    const auto namespaced = KindScope::Namespaced;
    row("", "Namespace Node PersistentVolume ComponentStatus", cluster);
    row("admissionregistration.k8s.io",
        "MutatingWebhookConfiguration ValidatingWebhookConfiguration ValidatingAdmissionPolicy "
        "ValidatingAdmissionPolicyBinding MutatingAdmissionPolicy MutatingAdmissionPolicyBinding",
        cluster);
    row("apiextensions.k8s.io", "CustomResourceDefinition", cluster);
    row("apiregistration.k8s.io", "APIService", cluster);
    row("authentication.k8s.io", "TokenReview SelfSubjectReview", cluster);
    row("authorization.k8s.io", "SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview", cluster);
    row("certificates.k8s.io", "CertificateSigningRequest ClusterTrustBundle", cluster);
    row("flowcontrol.apiserver.k8s.io", "FlowSchema PriorityLevelConfiguration", cluster);
    row("imagepolicy.k8s.io", "ImageReview", cluster);
    row("internal.apiserver.k8s.io", "StorageVersion", cluster);
    row("networking.k8s.io", "IngressClass IPAddress ServiceCIDR", cluster);
    row("node.k8s.io", "RuntimeClass", cluster);
    row("policy", "PodSecurityPolicy", cluster);
    row("extensions", "PodSecurityPolicy", cluster);
    row("rbac.authorization.k8s.io", "ClusterRole ClusterRoleBinding", cluster);
    row("resource.k8s.io", "DeviceClass DeviceTaintRule ResourceSlice ResourcePoolStatusRequest", cluster);
    row("scheduling.k8s.io", "PriorityClass", cluster);
    row("storage.k8s.io", "StorageClass VolumeAttachment CSIDriver CSINode VolumeAttributesClass", cluster);
    row("storagemigration.k8s.io", "StorageVersionMigration", cluster);
    row("",
        "ConfigMap Secret Service ServiceAccount Endpoints Event LimitRange PersistentVolumeClaim Pod PodTemplate "
        "ReplicationController ResourceQuota Binding",
        namespaced);
    row("apps", "ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet", namespaced);
    row("extensions", "Deployment Ingress", namespaced);
    row("batch", "CronJob Job", namespaced);
    row("autoscaling", "HorizontalPodAutoscaler", namespaced);
    row("networking.k8s.io", "Ingress NetworkPolicy", namespaced);
    row("policy", "PodDisruptionBudget Eviction", namespaced);
    row("rbac.authorization.k8s.io", "Role RoleBinding", namespaced);
    row("coordination.k8s.io", "Lease LeaseCandidate", namespaced);
    row("discovery.k8s.io", "EndpointSlice", namespaced);
    row("events.k8s.io", "Event", namespaced);
    row("storage.k8s.io", "CSIStorageCapacity", namespaced);
    row("resource.k8s.io", "ResourceClaim ResourceClaimTemplate", namespaced);
    row("scheduling.k8s.io", "Workload PodGroup CompositePodGroup", namespaced);
    row("certificates.k8s.io", "PodCertificateRequest", namespaced);
    row("authorization.k8s.io", "LocalSubjectAccessReview", namespaced);
    row("argoproj.io", "Application AppProject ApplicationSet", namespaced); // by the catalogue
    row("example.dev", "Namespace Widget", KindScope::Unknown);
    row("serving.knative.dev", "Service", KindScope::Unknown);
}

void TestResourceKey::scopes()
{
    QFETCH(QString, group);
    QFETCH(QString, kinds);
    QFETCH(KindScope, scope);
    for (const QString &kind : kinds.split(' '))
        QVERIFY2(scopeOfKind(group.toStdString(), kind.toStdString()) == scope, qPrintable(kind));
}

NOCLOBBER_TEST_MAIN(TestResourceKey)
#include "tst_resource_key.moc"
