#include "core/diff/field_changes.h"
#include "tests/support/changes.h"
#include "tests/support/test_main.h"

using namespace noclobber;

namespace {

/// Whether any difference of the two is one that the API server refuses.
bool isRefused(const std::string &head, const std::string &base, const std::string &after)
{
    const std::string start = head + "\nmetadata: {name: a}\n";
    const auto fields = diff::compareContents(test::content(start + base), test::content(start + after));
    return std::any_of(fields.begin(), fields.end(), [](const auto &field) { return field.isImmutable; });
}

} // namespace

/// What can only be deleted and made anew (domain page on Kubernetes, 4).
class TestImmutability : public QObject
{
    Q_OBJECT
private slots:
    void updates_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("head");
        QTest::addColumn<bool>("refused");
        const QString set = "apiVersion: apps/v1\nkind: StatefulSet";
        const auto row = [](const char *name, const QString &type, const char *base, const char *head, bool refused) {
            QTest::newRow(name) << type << base << head << refused;
        };
        row("serviceName of a StatefulSet", set, "spec: {serviceName: a}", "spec: {serviceName: b}", true);
        row("replicas of a StatefulSet", set, "spec: {replicas: 1}", "spec: {replicas: 2}", false);
        row("template of a StatefulSet", set, "spec: {template: {a: b}}", "spec: {template: {a: c}}", false);
        row("a StatefulSet's default written out", set, "spec: {}", "spec: {podManagementPolicy: OrderedReady}", false);
        row("a StatefulSet's other policy", set, "spec: {}", "spec: {podManagementPolicy: Parallel}", true);
        row("claim template removed", set, "spec: {volumeClaimTemplates: [{metadata: {name: d}}]}", "spec: {}", true);
        row("type of a claim template written out", set, "spec: {volumeClaimTemplates: [{metadata: {name: d}}]}",
            "spec: {volumeClaimTemplates: [{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: d}}]}",
            false);
        const QString deployment = "apiVersion: apps/v1\nkind: Deployment";
        row("selector of a Deployment", deployment, "spec: {selector: {matchLabels: {a: b}}}",
            "spec: {selector: {matchLabels: {a: c}}}", true);
        row("selector written out", deployment, "spec: {template: {metadata: {labels: {a: b}}}}",
            "spec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}}}", false);
        row("another selector written", deployment, "spec: {template: {metadata: {labels: {a: b}}}}",
            "spec: {selector: {matchLabels: {a: c}}, template: {metadata: {labels: {a: c}}}}", true);
        row("image of a Deployment", deployment, "spec: {template: {spec: {containers: [{name: c, image: x}]}}}",
            "spec: {template: {spec: {containers: [{name: c, image: u}]}}}", false);
        const QString claim = "apiVersion: v1\nkind: PersistentVolumeClaim";
        row("size of a claim", claim, "spec: {resources: {requests: {storage: 1Gi}}}",
            "spec: {resources: {requests: {storage: 2Gi}}}", false);
        row("class of a claim", claim, "spec: {storageClassName: a}", "spec: {storageClassName: b}", true);
        row("volume of a claim set", claim, "spec: {}", "spec: {volumeName: a}", false);
        row("volume of a claim changed", claim, "spec: {volumeName: a}", "spec: {volumeName: b}", true);
        const QString service = "apiVersion: v1\nkind: Service";
        row("address of a Service", service, "spec: {clusterIP: 10.0.0.1}", "spec: {clusterIP: None}", true);
        row("address of a Service dropped", service, "spec: {clusterIP: 10.0.0.1}", "spec: {}", false);
        row("headless from now on", service, "spec: {}", "spec: {clusterIP: None}", true);
        row("port of a Service", service, "spec: {ports: [{port: 1}]}", "spec: {ports: [{port: 2}]}", false);
        const QString config = "apiVersion: v1\nkind: ConfigMap";
        row("data of a ConfigMap", config, "data: {a: b}", "data: {a: c}", false);
        row("data of a frozen ConfigMap", config, "immutable: true\ndata: {a: b}", "immutable: true\ndata: {a: c}",
            true);
        row("labels of a frozen ConfigMap", config, "immutable: true\nlabels: {a: b}", "immutable: true\nlabels: {}",
            false);
        row("frozen from now on", config, "data: {a: b}", "immutable: true\ndata: {a: c}", false);
        row("thawed", config, "immutable: true", "immutable: false", true);
        const QString secret = "apiVersion: v1\nkind: Secret";
        row("data of a frozen Secret", secret, "immutable: true\ndata: {a: aaaa}", "immutable: true\ndata: {a: bbbb}",
            true);
        row("type of a Secret", secret, "type: a", "type: b", true);
        row("type of a Secret written out", secret, "", "type: Opaque", false);
        const QString storageClass = "apiVersion: storage.k8s.io/v1\nkind: StorageClass";
        row("reclaimPolicy of a StorageClass", storageClass, "reclaimPolicy: Retain", "reclaimPolicy: Delete", true);
        row("expansion of a StorageClass", storageClass, "allowVolumeExpansion: false", "allowVolumeExpansion: true",
            false);
        row("roleRef of a RoleBinding", "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding",
            "roleRef: {name: a}", "roleRef: {name: b}", true);
        row("template of a Job", "apiVersion: batch/v1\nkind: Job", "spec: {template: {a: b}}",
            "spec: {template: {a: c}}", true);
        row("schedule of a CronJob", "apiVersion: batch/v1\nkind: CronJob", "spec: {schedule: a}",
            "spec: {schedule: b}", false);
        row("scope of a CRD", "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition",
            "spec: {scope: Cluster}", "spec: {scope: Namespaced}", true);
        row("a custom resource", "apiVersion: example.com/v1\nkind: StatefulSet", "spec: {serviceName: a}",
            "spec: {serviceName: b}", false);
    }

    void updates()
    {
        QFETCH(QString, type);
        QFETCH(QString, base);
        QFETCH(QString, head);
        QTEST(isRefused(type.toStdString(), base.toStdString(), head.toStdString()), "refused");
    }
};

NOCLOBBER_TEST_MAIN(TestImmutability)
#include "tst_immutability.moc"
