#include "tests/support/findings.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

const std::string app = deployed("all", ".", {.nameSpace = "shop"});
const std::string forcedApp = deployed("all", ".", {.nameSpace = "shop", .syncOptions = "Force=true"});
const std::string force = syncOptions("Force=true");

git::Files files(const std::string &text, const std::string &application = app)
{
    return {{"app.yaml", application}, {"x.yaml", text}, {"kept.yaml", configMap("shop", "kept")}};
}

std::string statefulSet(const std::string &name, const std::string &spec, const std::string &annotations = {},
                        const std::string &claims = "data", const std::string &nameSpace = "shop")
{
    std::string text = "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: " + name +
                       ", namespace: " + nameSpace + ", annotations: {" + annotations + "}}\nspec:\n  replicas: 1\n" +
                       spec + "  template: {spec: {containers: [{name: main, image: 'x:1', args: [a, b, c]}]}}\n";
    if (!claims.empty())
        text += "  volumeClaimTemplates:\n  - metadata: {name: " + claims +
                "}\n    spec: {storageClassName: fast, resources: {requests: {storage: 50Gi}}}\n";
    return text;
}

std::string sizedClaim(const std::string &size, const std::string &more = {})
{
    return "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a, namespace: shop}\nspec:\n"
           "  accessModes: [ReadWriteOnce]\n" +
           more + "  resources: {requests: {storage: " + size + "}}\n";
}

std::string definition(const std::string &versions, const std::string &scope = "Namespaced",
                       const std::string &annotations = {})
{
    return "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: "
           "kafkas.kafka.strimzi.io, annotations: {" +
           annotations + "}}\nspec: {group: kafka.strimzi.io, scope: " + scope +
           ", names: {kind: Kafka, plural: kafkas}, versions: [" + versions + "]}\n";
}

std::string kafka(const std::string &version = "v1beta2")
{
    return "apiVersion: kafka.strimzi.io/" + version + "\nkind: Kafka\nmetadata: {name: prod, namespace: shop}\n";
}

const std::string both = "{name: v1beta2, served: true, storage: false}, {name: v1, served: true, storage: true}";

} // namespace

/// T12, T13, T14, T22; kubernetes.md 3 and 4; the rules of contract section 7 about what the cluster does with updates,
/// names and definitions.
class TestKubernetesRules : public QObject
{
    Q_OBJECT
private slots:
    void refusedUpdateIsToldAndBlocksNothingElse()
    {
        const auto base = files(statefulSet("db", "  serviceName: db\n"));
        const auto head = files(statefulSet("db", "  serviceName: other\n"));
        QCOMPARE(findings(base, head), std::string("warn immutable-field /apps/StatefulSet/shop/db at x.yaml:1\n"));
        QVERIFY(theFinding("immutable-field", base, head).message.find("spec.serviceName cannot be changed") !=
                std::string::npos);
    }

    /// What generators write out and the server fills in, or never reads.
    void emptyStatusOfATemplateIsNoChange()
    {
        const auto set = [](const std::string &metadata, const std::string &status) {
            return files("apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db, namespace: shop}\nspec:\n"
                         "  volumeClaimTemplates:\n  - metadata: {name: data" +
                         metadata + "}\n    spec: {resources: {requests: {storage: 1Gi}}}\n" + status);
        };
        QCOMPARE(findings(set(", creationTimestamp: null", "    status: {}\n"), set("", "")), std::string());
        QCOMPARE(findings(set("", ""), set(", creationTimestamp: null", "    status: {phase: Pending}\n")),
                 std::string());
    }

    void serviceMayBecomeOneWithAnAddress()
    {
        const auto service = [](const std::string &spec) {
            return files("apiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: shop}\nspec: {" + spec + "}\n");
        };
        QCOMPARE(findings(service("type: ExternalName, externalName: a.b"), service("clusterIP: None")), std::string());
        QCOMPARE(findings(service("ports: [{port: 80}]"), service("ports: [{port: 80}], clusterIP: None")),
                 std::string("warn immutable-field //Service/shop/s at x.yaml:1\n"));
    }

    void mutableFieldsAreNoMatter()
    {
        QCOMPARE(findings(files(statefulSet("db", "  minReadySeconds: 1\n")),
                          files(statefulSet("db", "  minReadySeconds: 2\n"))),
                 std::string());
    }

    /// T13: the API server refuses a smaller claim; a larger one is fine.
    void claimCannotShrink_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("head");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("smaller") << "20Gi"
                                 << "10Gi" << true;
        QTest::newRow("smaller in another unit") << "1Gi"
                                                 << "1G" << true;
        QTest::newRow("larger") << "900Mi"
                                << "1Gi" << false;
        QTest::newRow("equal") << "1024Mi"
                               << "1Gi" << false;
    }
    void claimCannotShrink()
    {
        QFETCH(QString, base);
        QFETCH(QString, head);
        QFETCH(bool, isRefused);
        QCOMPARE(findings(files(sizedClaim(base.toStdString())), files(sizedClaim(head.toStdString()))),
                 std::string(isRefused ? "warn immutable-field //PersistentVolumeClaim/shop/a at x.yaml:1\n" : ""));
    }

    /// kubernetes.md 4: growing "needs allowVolumeExpansion"; head's word counts, as the class is synced first.
    void claimGrowsWhereItsClassLetsIt()
    {
        const auto sized = [](const std::string &size, const std::string &more) {
            git::Files all = files(sizedClaim(size, "  storageClassName: fast\n"));
            all["sc.yaml"] = storageClass("fast", "Retain") + more;
            return all;
        };
        const std::string grows = "allowVolumeExpansion: true\n";
        QCOMPARE(findings(sized("1Gi", ""), sized("2Gi", "")),
                 std::string("warn immutable-field //PersistentVolumeClaim/shop/a at x.yaml:1\n"));
        QCOMPARE(findings(sized("1Gi", grows), sized("2Gi", grows)), std::string());
        QCOMPARE(findings(sized("1Gi", ""), sized("2Gi", grows)), std::string());
    }

    /// kubernetes.md 4, custom resources: what the definition in the tree says cannot be changed.
    void definitionFreezesFields()
    {
        const std::string schema =
            "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: "
            "ledgers.example.com}\nspec: {group: example.com, scope: Namespaced, names: {kind: Ledger, plural: "
            "ledgers}, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {properties: "
            "{spec: {properties: {size: {type: string}, storageClass: {type: string, x-kubernetes-validations: [{rule: "
            "'self == oldSelf'}]}}}}}}}]}\n";
        const auto ledger = [&](const std::string &spec, const std::string &application = app) {
            return files(schema +
                             "---\napiVersion: example.com/v1\nkind: Ledger\nmetadata: {name: l, namespace: "
                             "shop}\nspec: {" +
                             spec + "}\n",
                         application);
        };
        QCOMPARE(findings(ledger("storageClass: a"), ledger("storageClass: b")),
                 std::string("warn immutable-field /example.com/Ledger/shop/l at x.yaml:6\n"));
        QCOMPARE(findings(ledger("size: a"), ledger("size: b")), std::string());
        QCOMPARE(findings(ledger("size: a"), ledger("size: a, storageClass: b")), std::string());
        QCOMPARE(ChangeCase(ledger("storageClass: a", forcedApp), ledger("storageClass: b", forcedApp)).effects(),
                 std::string("recreated none /example.com/Ledger/shop/l\n"));
    }

    /// T13: another class is refused; forced, the claim goes with its data.
    void anotherClassIsRefusedOrMadeAnew()
    {
        const std::string fast = sizedClaim("1Gi", "  storageClassName: fast\n");
        const std::string slow = sizedClaim("1Gi", "  storageClassName: slow\n");
        QCOMPARE(findings(files(fast), files(slow)),
                 std::string("warn immutable-field //PersistentVolumeClaim/shop/a at x.yaml:1\n"));
        QCOMPARE(findings(files(fast, forcedApp), files(slow, forcedApp)),
                 std::string("block stateful-recreated //PersistentVolumeClaim/shop/a at x.yaml:1\n"));
    }

    /// argo-cd.md 5: Replace and Force together delete and create at every change.
    void replaceAndForceMakeAnewAtEveryChange()
    {
        const std::string options = syncOptions("Replace=true,Force=true");
        QCOMPARE(findings(files(statefulSet("db", "  minReadySeconds: 1\n", options)),
                          files(statefulSet("db", "  minReadySeconds: 2\n", options))),
                 std::string("block stateful-recreated /apps/StatefulSet/shop/db at x.yaml:1\n"));
        QCOMPARE(findings(files(statefulSet("db", "  minReadySeconds: 1\n", force)),
                          files(statefulSet("db", "  minReadySeconds: 2\n", force))),
                 std::string());
    }

    /// Two Applications contend for it: the one with the options may sync.
    void contenderWithForceAndReplaceIsEnough()
    {
        const std::string options = syncOptions("Replace=true,Force=true");
        git::Files base{{"apps.yaml", documents({deployed("a", "a"), deployed("z", "z")})},
                        {"z/x.yaml", statefulSet("db", "  minReadySeconds: 1\n")},
                        {"a/kept.yaml", configMap("shop", "kept")}};
        git::Files head = base;
        head["a/x.yaml"] = statefulSet("db", "  minReadySeconds: 2\n", options);
        QCOMPARE(findingsOf("stateful-recreated", base, head),
                 std::string("block stateful-recreated /apps/StatefulSet/shop/db at z/x.yaml:1\n"));
    }

    void objectWithoutStateMayBeMadeAnew()
    {
        const auto deployment = [](const std::string &label) {
            return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec: {selector: "
                   "{matchLabels: {app: " +
                   label + "}}}\n";
        };
        QCOMPARE(findings(files(deployment("a"), forcedApp), files(deployment("b"), forcedApp)), std::string());
        QCOMPARE(findings(files(deployment("a")), files(deployment("b"))),
                 std::string("warn immutable-field /apps/Deployment/shop/web at x.yaml:1\n"));
    }

    /// kubernetes.md 4: kubectl auth reconcile deletes and makes the binding anew by itself.
    void bindingIsReconciledByArgoCd()
    {
        const auto binding = [](const std::string &role) {
            return "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b, namespace: "
                   "shop}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: " +
                   role + "}\n";
        };
        const std::string serverSide =
            deployed("all", ".", {.nameSpace = "shop", .syncOptions = "ServerSideApply=true"});
        QCOMPARE(findings(files(binding("a")), files(binding("b"))), std::string());
        QCOMPARE(ChangeCase(files(binding("a")), files(binding("b"))).effects(),
                 std::string("recreated none /rbac.authorization.k8s.io/RoleBinding/shop/b\n"));
        QCOMPARE(findings(files(binding("a"), serverSide), files(binding("b"), serverSide)),
                 std::string("warn immutable-field /rbac.authorization.k8s.io/RoleBinding/shop/b at x.yaml:1\n"));
    }

    /// kubernetes.md 4, Service and Job: what is open after all.
    void someJobsMayChange()
    {
        const auto job = [](const std::string &spec) {
            return "apiVersion: batch/v1\nkind: Job\nmetadata: {name: j, namespace: shop}\nspec: {" + spec + "}\n";
        };
        QCOMPARE(findings(files(job("suspend: true, template: {spec: {nodeSelector: {a: b}}}")),
                          files(job("suspend: true, template: {spec: {nodeSelector: {a: c}}}"))),
                 std::string());
        QCOMPARE(findings(files(job("template: {spec: {nodeSelector: {a: b}}}")),
                          files(job("template: {spec: {nodeSelector: {a: c}}}"))),
                 std::string("warn immutable-field /batch/Job/shop/j at x.yaml:1\n"));
        QCOMPARE(findings(files(job("completionMode: Indexed, completions: 2, parallelism: 2")),
                          files(job("completionMode: Indexed, completions: 3, parallelism: 3"))),
                 std::string());
        QCOMPARE(findings(files(job("completions: 2, parallelism: 2")), files(job("completions: 3, parallelism: 3"))),
                 std::string("warn immutable-field /batch/Job/shop/j at x.yaml:1\n"));
    }

    void firstFamilyOfAServiceStays()
    {
        const auto service = [](const std::string &families) {
            return "apiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: shop}\nspec: {ipFamilies: [" +
                   families + "]}\n";
        };
        QCOMPARE(findings(files(service("IPv4, IPv6")), files(service("IPv4"))), std::string());
        QCOMPARE(findings(files(service("IPv4")), files(service("IPv6"))),
                 std::string("warn immutable-field //Service/shop/s at x.yaml:1\n"));
    }

    /// T12, incidents 18: under a new name, or in another namespace, a set starts empty.
    void renamedSetStartsEmpty()
    {
        const auto base = files(statefulSet("db", ""));
        QCOMPARE(findingsOf("stateful-renamed", base, files(statefulSet("database", ""))),
                 std::string("block stateful-renamed /apps/StatefulSet/shop/database at x.yaml:1 with x.yaml:1\n"));
        QCOMPARE(findingsOf("stateful-renamed", base, files(statefulSet("db", "", {}, "data", "store"))),
                 std::string("block stateful-renamed /apps/StatefulSet/store/db at x.yaml:1 with x.yaml:1\n"));
    }

    void renamedObjectWithoutVolumesDoesNot()
    {
        QCOMPARE(findingsOf("stateful-renamed", files(statefulSet("db", "", {}, "")),
                            files(statefulSet("database", "", {}, ""))),
                 std::string());
        const std::string secret =
            "apiVersion: v1\nkind: Secret\nmetadata: {name: a, namespace: shop}\ndata: {a: eA==, "
            "b: eA==}\n";
        QCOMPARE(findingsOf("stateful-renamed", files(secret),
                            files("apiVersion: v1\nkind: Secret\nmetadata: {name: b, namespace: shop}\ndata: {a: eA==, "
                                  "b: eA==}\n")),
                 std::string());
    }

    /// T12: a template's name is part of the claims' names.
    void renamedTemplateStartsEmpty()
    {
        const std::string finding = "block stateful-renamed /apps/StatefulSet/shop/db at x.yaml:1\n";
        QCOMPARE(findings(files(statefulSet("db", "")), files(statefulSet("db", "", {}, "store"))),
                 "warn immutable-field /apps/StatefulSet/shop/db at x.yaml:1\n" + finding);
        QCOMPARE(findings(files(statefulSet("db", "", force)), files(statefulSet("db", "", force, "store"))),
                 "block stateful-recreated /apps/StatefulSet/shop/db at x.yaml:1\n" + finding);
    }

    /// T14: Argo CD leaves a definition, a plain deletion takes every object of its kind along.
    void definitionThatLeavesIsToldWithBothAnswers()
    {
        git::Files base = files(definition(both));
        git::Files head{{"app.yaml", app}, {"kept.yaml", configMap("shop", "kept")}};
        base["kafka.yaml"] = head["kafka.yaml"] = kafka();
        QCOMPARE(
            findings(base, head),
            std::string("block crd-deleted /apiextensions.k8s.io/CustomResourceDefinition//kafkas.kafka.strimzi.io "
                        "at x.yaml:1\n"));
        const std::string message = theFinding("crd-deleted", base, head).message;
        QVERIFY2(message.find("Argo CD does not mark definitions as its own") != std::string::npos, message.c_str());
        QVERIFY2(message.find("1 Kafka is declared here, 1 with state") != std::string::npos, message.c_str());
        base.erase("app.yaml");
        head.erase("app.yaml");
        const std::string plain = theFinding("crd-deleted", base, head).message;
        QVERIFY2(plain.find("is deleted, and every Kafka in the cluster, in all namespaces with it") !=
                     std::string::npos,
                 plain.c_str());
    }

    /// Contract, section 7: a deletion that takes a person is one level milder.
    void definitionThatAPersonWouldPruneWarns()
    {
        const std::string manual = deployed("all", ".", {.nameSpace = "shop", .automated = "-"});
        git::Files base = files(definition(both, "Namespaced", "argocd.argoproj.io/tracking-id: all"), manual);
        git::Files head{{"app.yaml", manual}, {"kept.yaml", configMap("shop", "kept")}};
        base["kafka.yaml"] = head["kafka.yaml"] = kafka();
        QCOMPARE(findingsOf("crd-deleted", base, head),
                 std::string("warn crd-deleted /apiextensions.k8s.io/CustomResourceDefinition//kafkas.kafka.strimzi.io "
                             "at x.yaml:1\n"));
    }

    void definitionNobodyUsesHereIsMilder()
    {
        QCOMPARE(findings(files(definition(both)), {{"app.yaml", app}, {"kept.yaml", configMap("shop", "kept")}}),
                 std::string("warn crd-deleted /apiextensions.k8s.io/CustomResourceDefinition//kafkas.kafka.strimzi.io "
                             "at x.yaml:1\n"));
    }

    /// T14: refused in place; forced, the definition and all objects of its kind go.
    void otherScopeIsRefusedOrDeletesAll()
    {
        const std::string id = "/apiextensions.k8s.io/CustomResourceDefinition//kafkas.kafka.strimzi.io at x.yaml:1\n";
        QCOMPARE(findings(files(definition(both)), files(definition(both, "Cluster"))), "warn immutable-field " + id);
        QCOMPARE(findings(files(definition(both, "Namespaced", force)), files(definition(both, "Cluster", force))),
                 "block crd-deleted " + id);
    }

    /// kubernetes.md 3: a version that is not served makes the objects written in it unreadable.
    void versionInUseThatIsNoLongerServedIsTold()
    {
        const std::string only =
            "{name: v1beta2, served: false, storage: false}, {name: v1, served: true, storage: true}";
        git::Files base = files(definition(both));
        git::Files head = files(definition(only));
        QCOMPARE(findings(base, head), std::string());
        base["kafka.yaml"] = head["kafka.yaml"] = kafka();
        QCOMPARE(
            findings(base, head),
            std::string("block crd-deleted /apiextensions.k8s.io/CustomResourceDefinition//kafkas.kafka.strimzi.io "
                        "at x.yaml:1 with kafka.yaml:1\n"));
        head["kafka.yaml"] = kafka("v1");
        QCOMPARE(findings(base, head), std::string());
    }

    /// T22.
    void additionThatDestroysBlocks()
    {
        const std::string request =
            "apiVersion: velero.io/v1\nkind: DeleteBackupRequest\nmetadata: {name: x, namespace: "
            "velero}\nspec: {backupName: nightly}\n";
        const git::Files base{{"kept.yaml", configMap("shop", "kept")}};
        git::Files head = base;
        head["x.yaml"] = request;
        QCOMPARE(findingsOf("destructive-addition", base, head),
                 std::string("block destructive-addition /velero.io/DeleteBackupRequest/velero/x at x.yaml:1\n"));
        QCOMPARE(findingsOf("destructive-addition", head, base), std::string());
    }

    void versionThatIsGoneIsNotedWhereItIsNew()
    {
        const auto budget = [](const std::string &version, const std::string &available) {
            return "apiVersion: " + version +
                   "\nkind: PodDisruptionBudget\nmetadata: {name: p, namespace: shop}\nspec: "
                   "{minAvailable: " +
                   available + "}\n";
        };
        const git::Files none{{"kept.yaml", configMap("shop", "kept")}};
        git::Files old = none;
        old["x.yaml"] = budget("policy/v1beta1", "1");
        git::Files edited = none;
        edited["x.yaml"] = budget("policy/v1beta1", "2");
        git::Files upgraded = none;
        upgraded["x.yaml"] = budget("policy/v1", "1");
        const std::string note = "note api-removed /policy/PodDisruptionBudget/shop/p at x.yaml:1\n";
        QCOMPARE(findings(none, old), note);
        QCOMPARE(findings(old, edited), note);
        QCOMPARE(findings(old, old), std::string());
        QCOMPARE(findings(old, upgraded), std::string());
    }
};

NOCLOBBER_TEST_MAIN(TestKubernetesRules)
#include "tst_kubernetes_rules.moc"
