#include "core/diff/field_changes.h"
#include "tests/support/changes.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::content;

namespace {

std::string fields(const std::string &base, const std::string &head)
{
    const yaml::Node old = content(base);
    const yaml::Node now = content(head);
    const auto changes = diff::compareContents(old, now);
    if (diff::isSameContent(old, now) != changes.empty())
        return "isSameContent and compareContents disagree\n";
    return test::printFields(changes);
}

std::string workload(const std::string &pod)
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {" + pod + "}}}\n";
}

std::string podFields(const std::string &base, const std::string &head)
{
    return fields(workload(base), workload(head));
}

std::string object(const std::string &apiVersion, const std::string &kind, const std::string &more)
{
    return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: a}\n" + more + "\n";
}

} // namespace

/// Lists are matched by their merge keys: an item in between moves nothing (domain page on Kubernetes, 5).
class TestListKeys : public QObject
{
    Q_OBJECT
private slots:
    void keyedLists_data()
    {
        QTest::addColumn<QString>("list"); ///< its place in a pod, "" for the pod's own
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("changed");
        QTest::addColumn<QString>("path");
        const auto row = [](const char *list, const char *first, const char *second, const char *changed,
                            const char *path) { QTest::newRow(list) << list << first << second << changed << path; };
        row("containers", "{name: x}", "{name: u, image: a}", "{name: u, image: b}", "[name=u].image");
        row("initContainers", "{name: x}", "{name: u, image: a}", "{name: u, image: b}", "[name=u].image");
        row("volumes", "{name: x}", "{name: u, secret: {secretName: a}}", "{name: u, secret: {secretName: b}}",
            "[name=u].secret.secretName");
        row("imagePullSecrets", "{name: x}", "{name: u, v: a}", "{name: u, v: b}", "[name=u].v");
        row("hostAliases", "{ip: 1.1.1.1}", "{ip: 2.2.2.2, v: a}", "{ip: 2.2.2.2, v: b}", "[ip=2.2.2.2].v");
        row("topologySpreadConstraints", "{topologyKey: x, whenUnsatisfiable: ScheduleAnyway}",
            "{topologyKey: u, whenUnsatisfiable: DoNotSchedule, maxSkew: a}",
            "{topologyKey: u, whenUnsatisfiable: DoNotSchedule, maxSkew: b}",
            "[topologyKey=u,whenUnsatisfiable=DoNotSchedule].maxSkew");
        row("schedulingGates", "{name: x}", "{name: u, v: a}", "{name: u, v: b}", "[name=u].v");
        row("resourceClaims", "{name: x}", "{name: u, v: a}", "{name: u, v: b}", "[name=u].v");
    }

    void keyedLists()
    {
        QFETCH(QString, list);
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(QString, changed);
        QFETCH(QString, path);
        const auto pod = [&](const QString &items) { return (list + ": [" + items + "]").toStdString(); };
        QCOMPARE(podFields(pod(second), pod(first + ", " + changed)).find("[0]"), std::string::npos);
        QCOMPARE(podFields(pod(first + ", " + second), pod(first + ", " + changed)),
                 "spec.template.spec." + list.toStdString() + path.toStdString() + ": \"a\" -> \"b\"\n");
    }

    void listsOfAContainer()
    {
        const auto container = [](const std::string &more) { return "containers: [{name: c, " + more + "}]"; };
        const std::string at = "spec.template.spec.containers[name=c].";
        QCOMPARE(podFields(container("env: [{name: A, value: a}]"),
                           container("env: [{name: B, value: b}, {name: A, value: c}]")),
                 at + "env[name=B]: - -> {\"name\":\"B\",\"value\":\"b\"}\n" + at +
                     "env[name=A].value: \"a\" -> \"c\"\n");
        QCOMPARE(podFields(container("volumeMounts: [{mountPath: /a, name: x}]"),
                           container("volumeMounts: [{mountPath: /b, name: x}, {mountPath: /a, name: u}]")),
                 at + "volumeMounts[mountPath=/b]: - -> {\"mountPath\":\"/b\",\"name\":\"x\"}\n" + at +
                     "volumeMounts[mountPath=/a].name: \"x\" -> \"u\"\n");
        QCOMPARE(podFields(container("volumeDevices: [{devicePath: /a, name: x}]"),
                           container("volumeDevices: [{devicePath: /a, name: u}]")),
                 at + "volumeDevices[devicePath=/a].name: \"x\" -> \"u\"\n");
    }

    void portsOfOneNumberAreToldApartByProtocol()
    {
        const auto container = [](const std::string &ports) {
            return "containers: [{name: c, ports: [" + ports + "]}]";
        };
        const std::string at = "spec.template.spec.containers[name=c].ports";
        QCOMPARE(podFields(container("{containerPort: 53, protocol: UDP, name: a}, {containerPort: 53, name: b}"),
                           container("{containerPort: 53, protocol: UDP, name: a}, {containerPort: 53, name: c}")),
                 at + "[containerPort=53,protocol=TCP].name: \"b\" -> \"c\"\n");
    }

    void writtenOutProtocolIsAFieldOfTheSamePort()
    {
        const auto service = [](const std::string &ports) {
            return object("v1", "Service", "spec: {ports: [" + ports + "]}");
        };
        QCOMPARE(fields(service("{port: 80}"), service("{port: 80, protocol: TCP}")),
                 "spec.ports[port=80,protocol=TCP].protocol: - -> \"TCP\"\n");
    }

    void orderOfContainersIsOrderOnly()
    {
        QCOMPARE(podFields("containers: [{name: a}, {name: b}]", "containers: [{name: b}, {name: a}]"),
                 "spec.template.spec.containers: [{\"name\":\"a\"},{\"name\":\"b\"}] -> "
                 "[{\"name\":\"b\"},{\"name\":\"a\"}] order\n");
    }

    void orderOfVolumesIsNoChange()
    {
        QCOMPARE(podFields("volumes: [{name: a}, {name: b}]", "volumes: [{name: b}, {name: a}]"), "");
    }

    void orderOfTolerationsIsOrderOnly()
    {
        QCOMPARE(podFields("tolerations: [{key: a}, {key: b}]", "tolerations: [{key: b}, {key: a}]"),
                 "spec.template.spec.tolerations: [{\"key\":\"a\"},{\"key\":\"b\"}] -> "
                 "[{\"key\":\"b\"},{\"key\":\"a\"}] order\n");
    }

    void newOrderBesideAChangedItemIsSaidToo()
    {
        QCOMPARE(podFields("initContainers: [{name: a, image: x}, {name: b}]",
                           "initContainers: [{name: b}, {name: a, image: u}]"),
                 "spec.template.spec.initContainers: [{\"image\":\"x\",\"name\":\"a\"},{\"name\":\"b\"}] -> "
                 "[{\"name\":\"b\"},{\"image\":\"u\",\"name\":\"a\"}] order\n"
                 "spec.template.spec.initContainers[name=a].image: \"x\" -> \"u\"\n");
    }

    void repeatedKeysFallBackToPlaces()
    {
        QCOMPARE(podFields("containers: [{name: c, env: [{name: A, value: a}, {name: A, value: b}]}]",
                           "containers: [{name: c, env: [{name: A, value: a}, {name: A, value: c}]}]"),
                 "spec.template.spec.containers[name=c].env[1].value: \"b\" -> \"c\"\n");
    }

    void itemWithoutItsKeyFallsBackToPlaces()
    {
        QCOMPARE(podFields("containers: [{image: a}]", "containers: [{image: b}]"),
                 "spec.template.spec.containers[0].image: \"a\" -> \"b\"\n");
    }

    void itemsOfAnEmptyListHaveTheirKeys()
    {
        QCOMPARE(podFields("containers: []", "containers: [{name: a}]"),
                 "spec.template.spec.containers[name=a]: - -> {\"name\":\"a\"}\n");
    }

    void finalizersAreASet()
    {
        const auto namespaceWith = [](const std::string &finalizers) {
            return "apiVersion: v1\nkind: Namespace\nmetadata: {name: a, finalizers: [" + finalizers + "]}\n";
        };
        QCOMPARE(fields(namespaceWith("x, u"), namespaceWith("u, x")), "");
        QCOMPARE(fields(namespaceWith("x, u"), namespaceWith("u")), "metadata.finalizers[0]: \"x\" -> -\n");
        QCOMPARE(fields(namespaceWith("x, u"), namespaceWith("z, u, x")), "metadata.finalizers[0]: - -> \"z\"\n");
    }

    void keysForDisplay_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("head");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const std::string &base, const std::string &head, const char *expected) {
            QTest::newRow(name) << QString::fromStdString(base) << QString::fromStdString(head) << expected;
        };
        const auto set = [](const std::string &value) {
            return object("apps/v1", "StatefulSet",
                          "spec: {volumeClaimTemplates: [{metadata: {name: data}, spec: {storageClassName: " + value +
                              "}}]}");
        };
        row("claim templates by name", set("a"), set("b"),
            "spec.volumeClaimTemplates[name=data].spec.storageClassName: \"a\" -> \"b\" immutable\n");
        const auto ingress = [](const std::string &value) {
            return object("networking.k8s.io/v1", "Ingress",
                          "spec: {rules: [{host: x.example.com, http: {paths: [{path: /, pathType: " + value +
                              "}]}}]}");
        };
        row("rules by host", ingress("Exact"), ingress("Prefix"),
            "spec.rules[host=x.example.com].http.paths[path=/,pathType=Exact]: {\"path\":\"/\",\"pathType\":\"Exact\"} "
            "-> -\n"
            "spec.rules[host=x.example.com].http.paths[path=/,pathType=Prefix]: - -> "
            "{\"path\":\"/\",\"pathType\":\"Prefix\"}\n");
        const auto binding = [](const std::string &value) {
            return object("rbac.authorization.k8s.io/v1", "RoleBinding",
                          "subjects: [{kind: ServiceAccount, namespace: n1, name: s, apiGroup: " + value + "}]");
        };
        row("subjects by kind, namespace and name", binding("a"), binding("b"),
            "subjects[kind=ServiceAccount,namespace=n1,name=s].apiGroup: \"a\" -> \"b\"\n");
        const auto webhooks = [](const std::string &value) {
            return object("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration",
                          "webhooks: [{name: w.example.com, failurePolicy: " + value + "}]");
        };
        row("webhooks by name", webhooks("Fail"), webhooks("Ignore"),
            "webhooks[name=w.example.com].failurePolicy: \"Fail\" -> \"Ignore\"\n");
        const auto crd = [](const std::string &value) {
            return object("apiextensions.k8s.io/v1", "CustomResourceDefinition",
                          "spec: {versions: [{name: v1, served: " + value + "}]}");
        };
        row("versions by name", crd("true"), crd("false"), "spec.versions[name=v1].served: true -> false\n");
        const auto application = [](const std::string &value) {
            return object("argoproj.io/v1alpha1", "Application",
                          "spec: {sources: [{repoURL: r, path: p, targetRevision: " + value + "}]}");
        };
        row("sources by repository and path", application("a"), application("b"),
            "spec.sources[repoURL=r,path=p].targetRevision: \"a\" -> \"b\"\n");
        const auto account = [](const std::string &value) {
            return object("v1", "ServiceAccount", "secrets: [{name: s, v: " + value + "}]");
        };
        row("secrets of a ServiceAccount by name", account("a"), account("b"), "secrets[name=s].v: \"a\" -> \"b\"\n");
    }

    void keysForDisplay()
    {
        QFETCH(QString, base);
        QFETCH(QString, head);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(fields(base.toStdString(), head.toStdString())), expected);
    }
};

NOCLOBBER_TEST_MAIN(TestListKeys)
#include "tst_list_keys.moc"
