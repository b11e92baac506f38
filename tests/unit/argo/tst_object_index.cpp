#include <QTest>

#include "tests/support/inventories.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::application;
using test::manifest;

namespace {

const std::string ownAddress = "argoCd:\n  repositories: [https://git.example.com/a.git]\n";

argo::Inventory twoClusters()
{
    const git::Files files{
        {".noclobber.yaml", ownAddress + "layout:\n  - path: env/{cluster}/{app}/**\n"},
        {"apps.yaml", application("web", "env/a/web") + "---\n" + application("copy", "env/a/web")},
        {"env/a/web/all.yaml",
         manifest("v1", "ConfigMap", "shop", "a1") + "---\n" + manifest("v1", "ConfigMap", "till", "a2") + "---\n" +
             manifest("apps/v1", "Deployment", "shop", "a3") + "---\n" + manifest("v1", "Namespace", "", "shop")},
        {"env/b/web/all.yaml",
         manifest("v1", "ConfigMap", "shop", "b1") + "---\n" + manifest("apps/v1", "Deployment", "shop", "b3")},
        {"env/b/web/job.yaml", "apiVersion: batch/v1\nkind: Job\nmetadata:\n  generateName: run-\n  namespace: shop\n"},
        {"env/b/web/owned.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: b2\n  namespace: shop\n"
                                 "  ownerReferences:\n  - {apiVersion: apps/v1, kind: Deployment, name: b3, uid: u}\n"},
        {"clusters.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: one\n  namespace: argocd\n"
                          "  labels: {argocd.argoproj.io/secret-type: cluster}\n"
                          "stringData: {name: one, server: 'https://one.example.com'}\n"}};
    return test::readInventories(files, files).head;
}

std::string names(const auto &objects)
{
    std::string text;
    for (const argo::DeclaredObject *object : objects)
        text += (text.empty() ? "" : " ") + std::string(object->id.key.name);
    return text;
}

std::string namesIn(argo::ObjectRange objects)
{
    std::string text;
    for (const argo::DeclaredObject &object : objects)
        text += (text.empty() ? "" : " ") + std::string(object.id.key.name);
    return text;
}

argo::ObjectId applicationId(const std::string &name)
{
    return {"", {"argoproj.io", "Application", "argocd", Name(name)}};
}

} // namespace

/// What is looked up in an inventory is what a walk over its objects finds.
class TestObjectIndex : public QObject
{
    Q_OBJECT
private slots:
    void objectsOfAKindAreThoseOfEveryScopeOrOfOne()
    {
        const argo::Inventory inventory = twoClusters();
        QCOMPARE(names(inventory.ofKind("", "ConfigMap")), std::string("a1 a2 b1 b2"));
        QCOMPARE(names(inventory.ofKind("apps", "Deployment")), std::string("a3 b3"));
        QCOMPARE(namesIn(inventory.ofKind("env/b", "", "ConfigMap")), std::string("b1 b2"));
        QCOMPARE(namesIn(inventory.ofKind("env/c", "", "ConfigMap")), std::string());
        QCOMPARE(names(inventory.ofKind("apps", "ConfigMap")), std::string());
    }

    void runsHoldEveryObjectOnceInOrder()
    {
        const argo::Inventory inventory = twoClusters();
        std::size_t next = 0;
        for (const argo::ObjectIndex::Run &run : inventory.index.runs()) {
            for (const argo::DeclaredObject &object : inventory.at(run))
                QCOMPARE(&object, &inventory.objects[next++]);
        }
        QCOMPARE(next, inventory.objects.size());
    }

    void objectsOfANamespaceAreOfAllKindsInOneScope()
    {
        const argo::Inventory inventory = twoClusters();
        QCOMPARE(names(inventory.inNamespace("env/a", "shop")), std::string("a1 a3"));
        QCOMPARE(names(inventory.inNamespace("env/b", "shop")), std::string("b1 b2 b3 run-*"));
        QCOMPARE(names(inventory.inNamespace("env/a", "other")), std::string());
    }

    void objectsOfAnApplicationAreThoseItHasInEffect()
    {
        const argo::Inventory inventory = twoClusters();
        QCOMPARE(names(inventory.objectsOf(applicationId("web"))), std::string("a1 a2 shop a3"));
        QCOMPARE(names(inventory.objectsOf(applicationId("copy"))), std::string("a1 a2 shop a3"));
        QCOMPARE(names(inventory.objectsOf(applicationId("none"))), std::string());
    }

    void contestedAndOwnedObjectsAndClustersAreListed()
    {
        const argo::Inventory inventory = twoClusters();
        QCOMPARE(names(inventory.at(inventory.index.contested())), std::string("a1 a2 shop a3"));
        QCOMPARE(names(inventory.at(inventory.index.owned())), std::string("b2"));
        QCOMPARE(inventory.clusterNames, (std::map<std::string, std::string>{{"https://one.example.com", "one"}}));
    }

    void indexIsMadeAnewWhenObjectsGo()
    {
        argo::Inventory inventory = twoClusters();
        inventory.objects.eraseIf([](const argo::DeclaredObject &object) { return object.id.scope == "env/a"; });
        inventory.makeIndex();
        QCOMPARE(names(inventory.ofKind("", "ConfigMap")), std::string("b1 b2"));
        QCOMPARE(names(inventory.inNamespace("env/a", "shop")), std::string());
        QCOMPARE(names(inventory.objectsOf(applicationId("web"))), std::string());
    }
};

NOCLOBBER_TEST_MAIN(TestObjectIndex)
#include "tst_object_index.moc"
