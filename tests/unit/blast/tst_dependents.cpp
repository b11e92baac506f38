#include "tests/support/change_case.h"
#include "tests/support/findings.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

std::string secret(const std::string &name)
{
    return "apiVersion: v1\nkind: Secret\nmetadata: {name: " + name + ", namespace: shop}\ndata: {a: eA==}\n";
}

std::string workload(const std::string &kind, const std::string &pod)
{
    return "apiVersion: apps/v1\nkind: " + kind + "\nmetadata: {name: db, namespace: shop}\nspec:\n" +
           (kind == "StatefulSet" ? "  serviceName: db-headless\n" : "") + "  template: {spec: {" + pod + "}}\n";
}

const std::string service = "apiVersion: v1\nkind: Service\nmetadata: {name: db-headless, namespace: shop}\nspec: "
                            "{clusterIP: None}\n";

/// The chain of an object that is removed beside the workload.
std::string because(const std::string &id, const std::string &removed, const std::string &stays)
{
    const git::Files head{{"stays.yaml", stays}};
    git::Files base = head;
    base["removed.yaml"] = removed;
    return ChangeCase(base, head).because(id);
}

bool isNeeded(const std::string &pod, const std::string &kind = "StatefulSet")
{
    return because("//Secret/shop/pw", secret("pw"), workload(kind, pod)).find("db, which stays, needs it") !=
           std::string::npos;
}

std::string owned(const std::string &owners)
{
    return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: child\n  namespace: shop\n  ownerReferences: [" +
           owners + "]\n";
}

const std::string first = "{apiVersion: apps/v1, kind: Deployment, name: first, uid: a}";
const std::string second = "{apiVersion: apps/v1, kind: Deployment, name: second, uid: b}";

std::string deployment(const std::string &name)
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name +
           ", namespace: shop}\nspec: {replicas: 1}\n";
}

} // namespace

/// kubernetes.md 3: what a workload that stays cannot do without, and what goes with its owner.
class TestDependents : public QObject
{
    Q_OBJECT
private slots:
    void secretsThatPodsNeedAreTold()
    {
        QVERIFY(isNeeded("volumes: [{name: a, secret: {secretName: pw}}]"));
        QVERIFY(isNeeded("volumes: [{name: a, projected: {sources: [{secret: {name: pw}}]}}]"));
        QVERIFY(isNeeded("containers: [{name: a, env: [{name: B, valueFrom: {secretKeyRef: {name: pw, key: a}}}]}]"));
        QVERIFY(isNeeded("initContainers: [{name: a, envFrom: [{secretRef: {name: pw}}]}]"));
        QVERIFY(!isNeeded("volumes: [{name: a, secret: {secretName: other}}]"));
        QVERIFY(!isNeeded("volumes: [{name: a, secret: {secretName: pw, optional: true}}]"));
    }

    void deploymentCountsWithAClaim()
    {
        const std::string volume = "{name: a, secret: {secretName: pw}}";
        QVERIFY(!isNeeded("volumes: [" + volume + "]", "Deployment"));
        QVERIFY(isNeeded("volumes: [" + volume + ", {name: b, persistentVolumeClaim: {claimName: x}}]", "Deployment"));
    }

    void findingSaysIt()
    {
        const git::Files head{
            {"stays.yaml", workload("StatefulSet", "volumes: [{name: a, secret: {secretName: pw}}]")}};
        git::Files base = head;
        base["removed.yaml"] = secret("pw");
        QVERIFY(theFinding("stateful-deleted", base, head)
                    .message.find("StatefulSet shop/db, which stays, needs it: its Pods do not start without it") !=
                std::string::npos);
    }

    void headlessServiceOfASetIsTold()
    {
        QVERIFY(because("//Service/shop/db-headless", service, workload("StatefulSet", ""))
                    .find("its Pods lose their names in DNS") != std::string::npos);
    }

    void claimInUseIsTold()
    {
        QVERIFY(because("//PersistentVolumeClaim/shop/a", claim("shop", "a"),
                        workload("Deployment", "volumes: [{name: v, persistentVolumeClaim: {claimName: a}}]"))
                    .find("it is only deleted when the last of its Pods is gone") != std::string::npos);
    }

    void workloadThatGoesTooNeedsNothing()
    {
        git::Files base{{"kept.yaml", configMap("shop", "kept")}};
        const git::Files head = base;
        base["removed.yaml"] =
            documents({secret("pw"), workload("StatefulSet", "volumes: [{name: a, secret: {secretName: pw}}]")});
        QVERIFY(ChangeCase(base, head).because("//Secret/shop/pw").find("which stays") == std::string::npos);
    }

    void dependentGoesWithItsOwner()
    {
        const git::Files head{{"child.yaml", owned(first)}};
        git::Files base = head;
        base["owner.yaml"] = deployment("first");
        QCOMPARE(ChangeCase(base, head).effects(), std::string("cascade-deleted none //ConfigMap/shop/child\n"
                                                               "pruned none /apps/Deployment/shop/first\n"));
    }

    void secondOwnerKeepsTheDependent()
    {
        const git::Files head{{"child.yaml", owned(first + ", " + second)}, {"second.yaml", deployment("second")}};
        git::Files base = head;
        base["owner.yaml"] = deployment("first");
        QCOMPARE(ChangeCase(base, head).effects(), std::string("pruned none /apps/Deployment/shop/first\n"));
    }

    void allOwnersTogetherTakeIt()
    {
        const git::Files head{{"child.yaml", owned(first + ", " + second)}};
        git::Files base = head;
        base["owner.yaml"] = documents({deployment("first"), deployment("second")});
        QCOMPARE(ChangeCase(base, head).effects(), std::string("cascade-deleted none //ConfigMap/shop/child\n"
                                                               "pruned none /apps/Deployment/shop/first\n"
                                                               "pruned none /apps/Deployment/shop/second\n"));
    }
};

NOCLOBBER_TEST_MAIN(TestDependents)
#include "tst_dependents.moc"
