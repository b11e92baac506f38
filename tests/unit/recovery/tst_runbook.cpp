#include "tests/support/change_case.h"
#include "tests/support/changes.h"
#include "tests/support/test_main.h"

#include <algorithm>

#include "core/recovery/runbook.h"

using namespace noclobber;
using namespace noclobber::test;
using recovery::Stage;
using recovery::Step;

namespace {

const std::string finalizer = "resources-finalizer.argocd.argoproj.io";
const std::string stays = configMap("shop", "stays");

recovery::Runbook runbookOf(const git::Files &base, const git::Files &head)
{
    const ChangeCase read(base, head);
    auto runbook = recovery::writeRunbook(read.change(), read.radius());
    if (!runbook)
        qFatal("%s", runbook.error().message.c_str());
    return *runbook;
}

/// What is left after these manifests leave Application web, which deploys the folder web, prunes by itself and is
/// deployed by root.
recovery::Runbook without(const std::string &gone, const git::Files &others = {})
{
    git::Files base = others;
    base["root.yaml"] = deployed("root", "apps", {.nameSpace = "argocd", .automated = "prune: true, selfHeal: true"});
    base["apps/web.yaml"] = deployed("web", "web");
    base["web/stays.yaml"] = stays;
    git::Files head = base;
    base["web/gone.yaml"] = gone;
    return runbookOf(base, head);
}

/// The steps of a stage, "TIER LABEL" once, then "- WHAT", "$ COMMAND" and "! LIMIT".
std::string print(const recovery::Runbook &runbook, Stage stage)
{
    std::string text;
    std::string last;
    for (const Step &step : runbook.steps) {
        if (step.stage != stage)
            continue;
        const std::string label = std::to_string(step.tier) + " " + recovery::labelOf(step);
        if (stage == Stage::Restore && label != last)
            text += label + "\n";
        last = label;
        text += "- " + step.what + "\n";
        for (const std::string &command : step.commands)
            text += "$ " + command + "\n";
        if (!step.limit.empty())
            text += "! " + step.limit + "\n";
    }
    return text;
}

/// The commands of a stage, one a line.
std::string commands(const recovery::Runbook &runbook, Stage stage)
{
    std::string text;
    for (const Step &step : runbook.steps) {
        for (const std::string &command : step.commands)
            text += step.stage == stage ? command + "\n" : std::string();
    }
    return text;
}

/// Labels of what is brought back, in order.
std::vector<std::string> order(const recovery::Runbook &runbook)
{
    std::vector<std::string> labels;
    for (const auto steps : recovery::restorations(runbook))
        labels.push_back(std::to_string(steps.front().tier) + " " + recovery::labelOf(steps.front()));
    return labels;
}

bool holds(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

std::string object(const std::string &apiVersion, const std::string &kind, const std::string &name,
                   const std::string &more = {})
{
    return "apiVersion: " + apiVersion + "\nkind: " + kind + "\nmetadata: {name: " + name + ", namespace: shop}\n" +
           more;
}

std::string statefulSet(const std::string &name, const std::string &image, const std::string &more = {})
{
    return object("apps/v1", "StatefulSet", name,
                  "spec:\n  replicas: 2\n" + more + "  template: {spec: {containers: [{name: main, image: '" + image +
                      "'}]}}\n  volumeClaimTemplates:\n  - metadata: {name: data}\n    spec: {storageClassName: fast, "
                      "resources: {requests: {storage: 50Gi}}}\n");
}

const std::string nameSpace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
const std::string deletes = "  persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}\n";

} // namespace

/// Issue 3, point 7: what to do if a change was merged by mistake, for these very objects.
class TestRunbook : public QObject
{
    Q_OBJECT
private slots:
    /// argo-cd.md 4.1: a parent that heals itself would write the child's spec anew.
    void parentsAreStoppedFirst()
    {
        QCOMPARE(commands(without(claim("shop", "a")), Stage::Stop),
                 std::string("kubectl config current-context\n"
                             "argocd context\n"
                             "argocd app set argocd/root --sync-policy none\n"
                             "kubectl -n argocd patch application.argoproj.io/root --type merge -p "
                             "'{\"spec\":{\"syncPolicy\":{\"automated\":null}}}'\n"
                             "argocd app set argocd/web --sync-policy none\n"
                             "kubectl -n argocd patch application.argoproj.io/web --type merge -p "
                             "'{\"spec\":{\"syncPolicy\":{\"automated\":null}}}'\n"));
    }

    void automaticSyncComesBackFromBelow()
    {
        QCOMPARE(commands(without(claim("shop", "a")), Stage::Resume),
                 std::string("argocd app diff argocd/web\n"
                             "argocd app sync argocd/web --dry-run\n"
                             "argocd app set argocd/web --sync-policy automated --auto-prune\n"
                             "argocd app diff argocd/root\n"
                             "argocd app sync argocd/root --dry-run\n"
                             "argocd app set argocd/root --sync-policy automated --auto-prune --self-heal\n"));
    }

    /// argo-cd.md 4.2: without its finalizer a deleted Application leaves its children running.
    void deletedApplicationLosesItsFinalizer()
    {
        git::Files base{{"root.yaml", deployed("root", "apps", {.nameSpace = "argocd"})},
                        {"apps/web.yaml", deployed("web", "web", {.finalizer = finalizer})},
                        {"apps/other.yaml", deployed("other", "other")},
                        {"other/stays.yaml", stays},
                        {"web/a.yaml", claim("shop", "a")}};
        git::Files head = base;
        head.erase("apps/web.yaml");
        const recovery::Runbook runbook = runbookOf(base, head);
        QVERIFY(holds(commands(runbook, Stage::Stop),
                      "kubectl -n argocd patch application.argoproj.io/web --type merge -p "
                      "'{\"metadata\":{\"finalizers\":null}}'\n"));
        QCOMPARE(order(runbook),
                 (std::vector<std::string>{"0 Application argocd/web", "10 PersistentVolumeClaim shop/a"}));
        QVERIFY(holds(print(runbook, Stage::Revert), "take syncPolicy.automated out of Application argocd/web "
                                                     "(apps/web.yaml:1)"));
        QVERIFY(holds(print(runbook, Stage::Resume), "Put syncPolicy.automated back into Application argocd/web"));
    }

    void aCircleOfApplicationsEnds()
    {
        git::Files base{{"one/b.yaml", deployed("b", "two")},
                        {"two/a.yaml", deployed("a", "one")},
                        {"one/claim.yaml", claim("shop", "a")}};
        git::Files head = base;
        head.erase("one/claim.yaml");
        QVERIFY(holds(commands(runbookOf(base, head), Stage::Stop), "argocd app set argocd/a --sync-policy none"));
    }

    void manualApplicationsNeedNoStop()
    {
        git::Files base{{"root.yaml", deployed("root", "web", {.automated = "-"})},
                        {"web/stays.yaml", stays},
                        {"web/gone.yaml", claim("shop", "a")}};
        git::Files head = base;
        head.erase("web/gone.yaml");
        const recovery::Runbook runbook = runbookOf(base, head);
        QVERIFY(!holds(commands(runbook, Stage::Stop), "argocd app set"));
        QVERIFY(!holds(commands(runbook, Stage::Resume), "argocd app set"));
        QVERIFY(holds(print(runbook, Stage::Restore), "Only if somebody has pruned it by hand."));
    }

    void whoDeploysUnseenIsSaid()
    {
        const recovery::Runbook runbook =
            runbookOf({{"a.yaml", claim("shop", "a")}, {"b.yaml", stays}}, {{"b.yaml", stays}});
        QVERIFY(holds(print(runbook, Stage::Stop), "What deploys some of these objects is not in this repository"));
        QVERIFY(holds(commands(runbook, Stage::Restore), "kubectl -n shop apply -f ./a.yaml\n"));
    }

    /// kubernetes.md 3: a retained volume keeps its claimRef, and binds nothing before its uid is gone.
    void retainedVolumesWaitForTheirClaim()
    {
        const recovery::Runbook runbook =
            without(claim("shop", "a", "keeps"), {{"class.yaml", storageClass("keeps", "Retain")}});
        QCOMPARE(print(runbook, Stage::Restore),
                 std::string("10 PersistentVolumeClaim shop/a\n"
                             "- Its data is retained: the volume is bound again by hand. Find its volume: the first "
                             "column is its name.\n"
                             "$ kubectl get pv | grep -wF shop/a\n"
                             "- Let that volume wait for a claim of the same name.\n"
                             "$ kubectl patch pv PV_NAME --type merge -p "
                             "'{\"spec\":{\"claimRef\":{\"uid\":null,\"resourceVersion\":null}}}'\n"
                             "- Make the claim anew: it binds the volume that waits for it.\n"
                             "$ argocd app sync argocd/web --resource :PersistentVolumeClaim:shop/a\n"));
    }

    void aVolumeThatGitNamesIsNotAPlaceholder()
    {
        const std::string named = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a, namespace: shop}\n"
                                  "spec: {volumeName: disk-7, storageClassName: ''}\n";
        const std::string text = commands(without(named), Stage::Restore);
        QVERIFY(holds(text, "kubectl patch pv disk-7 --type merge"));
        QVERIFY(!holds(text, "PV_NAME"));
    }

    void lostDataIsToBeRestoredFromABackup()
    {
        const recovery::Runbook runbook =
            without(claim("shop", "a", "drops"), {{"class.yaml", storageClass("drops", "Delete")}});
        const std::string text = print(runbook, Stage::Restore);
        QVERIFY(holds(text, "Its data is lost with it: it comes back empty, and has to be restored from a backup."));
        QVERIFY(holds(text, "$ kubectl -n shop get volumesnapshots.snapshot.storage.k8s.io"));
        QVERIFY(!holds(text, "claimRef"));
        QVERIFY(holds(print(runbook, Stage::Revert), "! Git brings declarations back, and no data. The data of 1 "
                                                     "object is lost."));
    }

    void volumesAreProtectedBeforeAnythingElse()
    {
        const recovery::Runbook runbook = without(claim("shop", "a"));
        QCOMPARE(commands(runbook, Stage::Protect),
                 std::string("kubectl get pv --no-headers | awk -v ns=shop 'index($6, ns \"/\") == 1 {print $1}' | "
                             "xargs -r -n 1 kubectl patch pv -p "
                             "'{\"spec\":{\"persistentVolumeReclaimPolicy\":\"Retain\"}}'\n"));
        QCOMPARE(commands(runbook, Stage::Look),
                 std::string("kubectl -n shop get --ignore-not-found pvc/a\nkubectl get pv | grep -F shop/\n"));
    }

    void aSetFindsItsKeptClaims()
    {
        QCOMPARE(print(without(statefulSet("ledger", "registry.example.com/ledger:1")), Stage::Restore),
                 std::string("50 StatefulSet shop/ledger\n"
                             "- Its claims stay, and a set of the same name finds them again: data-ledger-0, "
                             "data-ledger-1. Make the StatefulSet anew, and wait for it before the next one.\n"
                             "$ argocd app sync argocd/web --resource apps:StatefulSet:shop/ledger\n"
                             "- Wait until all of it is ready.\n"
                             "$ kubectl -n shop rollout status statefulset.apps/ledger --timeout=15m\n"));
    }

    void aSetWhoseClaimsGoIsStoppedForTheRestore()
    {
        const recovery::Runbook runbook =
            without(statefulSet("ledger", "ledger:1", deletes), {{"class.yaml", storageClass("fast", "Delete")}});
        QCOMPARE(order(runbook), (std::vector<std::string>{"10 PersistentVolumeClaim shop/data-ledger-0",
                                                           "10 PersistentVolumeClaim shop/data-ledger-1",
                                                           "50 StatefulSet shop/ledger"}));
        const std::string text = print(runbook, Stage::Restore);
        QVERIFY(holds(text, "The claim is not in git: its StatefulSet makes it anew below, empty."));
        QVERIFY(holds(text, "$ kubectl -n shop scale statefulset.apps/ledger --replicas=0\n"
                            "$ kubectl -n shop scale statefulset.apps/ledger --replicas=2\n"));
    }

    /// stateful-kinds.yaml: the tier of a set may be raised to the category of what runs in it. With the Namespace goes
    /// the ConfigMap that stays in git.
    void objectsComeBackByTheirTier()
    {
        const std::string gone = documents(
            {statefulSet("a-ledger", "ledger:1"), statefulSet("b-db", "docker.io/library/postgres:16"),
             statefulSet("c-log", "quay.io/strimzi/kafka:0.45"), statefulSet("d-lock", "bitnami/zookeeper@sha256:1"),
             object("apps/v1", "Deployment", "front"), object("v1", "Service", "front"), object("v1", "Secret", "key"),
             claim("shop", "a"), object("v1", "ServiceAccount", "front"), nameSpace,
             "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: fast}\nprovisioner: x\n"});
        QCOMPARE(order(without(gone)),
                 (std::vector<std::string>{
                     "1 Namespace shop", "5 StorageClass fast", "10 PersistentVolumeClaim shop/a",
                     "10 PersistentVolumeClaim shop/data-a-ledger-0", "10 PersistentVolumeClaim shop/data-a-ledger-1",
                     "10 PersistentVolumeClaim shop/data-b-db-0", "10 PersistentVolumeClaim shop/data-b-db-1",
                     "10 PersistentVolumeClaim shop/data-c-log-0", "10 PersistentVolumeClaim shop/data-c-log-1",
                     "10 PersistentVolumeClaim shop/data-d-lock-0", "10 PersistentVolumeClaim shop/data-d-lock-1",
                     "15 3 objects in namespace shop", "15 Secret shop/key", "20 StatefulSet shop/d-lock",
                     "30 StatefulSet shop/c-log", "40 StatefulSet shop/b-db", "50 StatefulSet shop/a-ledger",
                     "60 Deployment shop/front"}));
    }

    void anExporterIsNoDatabase()
    {
        QCOMPARE(order(without(statefulSet("x", "prom/mysqld-exporter:1"))),
                 (std::vector<std::string>{"50 StatefulSet shop/x"}));
    }

    void aNamespaceIsWaitedFor()
    {
        const std::string text = print(without(documents({nameSpace})), Stage::Restore);
        QVERIFY(holds(text, "1 Namespace shop\n"));
        QVERIFY(holds(text, "$ kubectl wait --for=delete namespace/shop --timeout=15m\n"));
        QVERIFY(holds(text, "! It comes back empty."));
    }

    void whatGitCannotBringBackIsSaid()
    {
        const std::string text =
            print(without(documents({object("v1", "Service", "edge", "spec: {type: LoadBalancer}\n"),
                                     object("v1", "Secret", "key")})),
                  Stage::Restore);
        QVERIFY(holds(text, "! These may get another address, so look at DNS and firewalls: Service edge."));
        QVERIFY(holds(text, "! Values that a person or the cluster put into it are not in git."));
        const recovery::Runbook runbook =
            runbookOf({{"a.yaml", documents({stays, claim("shop", "a")})}},
                      {{"a.yaml", documents({stays, object("batch/v1", "Job", "migrate")})}});
        QVERIFY(holds(print(runbook, Stage::Revert), "What these Jobs did stays done: Job shop/migrate."));
    }

    void severalClustersAreToldApart()
    {
        const recovery::Runbook runbook = runbookOf(
            {{"env/one/a.yaml", claim("shop", "a")}, {"env/two/a.yaml", claim("shop", "a")}, {"b.yaml", stays}},
            {{"b.yaml", stays}});
        QVERIFY(
            holds(commands(runbook, Stage::Stop), "CTX_ENV_ONE=CONTEXT  # env/one\nCTX_ENV_TWO=CONTEXT  # env/two\n"));
        QVERIFY(holds(commands(runbook, Stage::Look),
                      "kubectl --context \"${CTX_ENV_ONE:?}\" -n shop get --ignore-not-found pvc/a\n"));
    }

    void fiveThousandObjectsStayReadable()
    {
        std::vector<std::string> texts;
        for (int i = 0; i < 5000; ++i)
            texts.push_back(configMap("team-" + std::to_string(i % 5), "settings-" + std::to_string(i)));
        const recovery::Runbook runbook = without(documents(texts));
        QVERIFY(runbook.steps.size() < 40);
        for (const Step &step : runbook.steps) {
            QVERIFY(step.what.size() < 2000);
            for (const std::string &command : step.commands)
                QVERIFY(command.size() < 4000);
        }
        QVERIFY(holds(print(runbook, Stage::Restore), "15 1000 ConfigMaps in namespace team-0\n"));
    }

    void thousandsOfApplicationsStayReadable()
    {
        git::Files base{{"root.yaml", deployed("root", "apps", {.nameSpace = "argocd"})}, {"apps/stays.yaml", stays}};
        git::Files head = base;
        for (int i = 0; i < 500; ++i) {
            const std::string name = "app" + std::to_string(i);
            base["apps/" + name + ".yaml"] = deployed(name, "deploy/" + name, {.finalizer = finalizer});
            base["deploy/" + name + "/a.yaml"] = configMap("shop", name);
        }
        const recovery::Runbook runbook = runbookOf(base, head);
        QVERIFY2(runbook.steps.size() < 150, std::to_string(runbook.steps.size()).c_str());
        QVERIFY(
            holds(commands(runbook, Stage::Stop), "kubectl -n argocd get applications.argoproj.io -o name | xargs"));
        QVERIFY(holds(print(runbook, Stage::Stop), "for the first 50 of 500 Applications"));
        QVERIFY(holds(commands(runbook, Stage::Restore), "argocd app sync argocd/root\n"));
    }

    void manyClaimsOfANamespaceAreBoundByOneLine()
    {
        std::vector<std::string> texts;
        for (int i = 0; i < 70; ++i)
            texts.push_back(claim("shop", "c" + std::to_string(i), "keeps"));
        const recovery::Runbook runbook = without(documents(texts), {{"class.yaml", storageClass("keeps", "Retain")}});
        QCOMPARE(order(runbook), (std::vector<std::string>{"10 70 PersistentVolumeClaims in namespace shop"}));
        QVERIFY(holds(commands(runbook, Stage::Look), "kubectl -n shop get --ignore-not-found pvc\n"));
        QVERIFY(holds(commands(runbook, Stage::Restore), "awk -v ns=shop '$5 == \"Released\""));
    }

    void hostileNamesBecomeNoCommand()
    {
        const recovery::Runbook runbook = without(
            documents({"apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: \"x\\n$(reboot)\", namespace: "
                       "shop}\n",
                       "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: \"it's; $(reboot)\", namespace: "
                       "shop}\n"}));
        for (const Step &step : runbook.steps) {
            for (const std::string &command : step.commands) {
                QVERIFY(command.find('\n') == std::string::npos);
                QVERIFY(!holds(command, "x\n"));
            }
        }
        QVERIFY(
            holds(commands(runbook, Stage::Restore), "--resource ':PersistentVolumeClaim:shop/it'\\''s; $(reboot)'\n"));
    }

    /// They are copied into shells as comments.
    void sentencesStayInOneLineWhateverTheNames()
    {
        const std::string name = "\"web\\nreboot\"";
        git::Files base{{"root.yaml", deployed("root", "apps", {.nameSpace = "argocd"})},
                        {"apps/web.yaml", deployed(name, "web")},
                        {"web/a.yaml", claim("shop", "a")},
                        {"web/b.yaml", stays}};
        git::Files head = base;
        head["web/a.yaml"] = stays;
        head.erase("web/b.yaml");
        const recovery::Runbook runbook = runbookOf(base, head);
        QVERIFY(std::ranges::any_of(runbook.steps, [](const Step &step) { return holds(step.what, "reboot"); }));
        for (const Step &step : runbook.steps) {
            QVERIFY2(!holds(step.what, "\n"), step.what.c_str());
            QVERIFY2(!holds(step.limit, "\n"), step.limit.c_str());
        }
    }

    /// An overwritten Application is not deleted, but nothing comes back before it has its former source.
    void anOverwrittenApplicationGetsItsFormerSpecFirst()
    {
        git::Files base{{"root.yaml", deployed("root", "apps", {.nameSpace = "argocd"})},
                        {"apps/web.yaml", deployed("web", "web")},
                        {"web/a.yaml", claim("shop", "a")},
                        {"other/b.yaml", stays}};
        git::Files head = base;
        head["apps/web.yaml"] = documents({deployed("web", "web"), deployed("web", "other")});
        const recovery::Runbook runbook = runbookOf(base, head);
        QCOMPARE(order(runbook),
                 (std::vector<std::string>{"0 Application argocd/web", "10 PersistentVolumeClaim shop/a"}));
        QVERIFY(holds(commands(runbook, Stage::Restore),
                      "argocd app sync argocd/root --resource argoproj.io:Application:argocd/web\n"));
    }

    /// The operator's own way comes first: a plain manifest would initialise an empty database.
    void theOperatorsOwnWayIsNamedBeforeTheObjectIsMade()
    {
        const std::string text = print(
            without(object("postgresql.cnpg.io/v1", "Cluster", "ledger", "spec: {instances: 3}\n")), Stage::Restore);
        const auto way = text.find("bootstrap.recovery");
        QVERIFY2(way != std::string::npos, text.c_str());
        QVERIFY(way < text.find("argocd app sync argocd/web --resource postgresql.cnpg.io:Cluster:shop/ledger"));
    }

    void fluxIsSuspended()
    {
        const std::string kustomization =
            "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: web, namespace: "
            "flux-system}\nspec: {prune: true, interval: 5m, path: ./web, sourceRef: {kind: GitRepository, name: "
            "flux-system}}\n";
        const std::string source = "apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: "
                                   "flux-system, namespace: flux-system}\nspec: {interval: 1m, url: "
                                   "'https://git.example.com/fixtures/manifests.git', ref: {branch: main}}\n";
        git::Files base{{"clusters/web.yaml", documents({source, kustomization})},
                        {"web/stays.yaml", stays},
                        {"web/gone.yaml", claim("shop", "a")}};
        git::Files head = base;
        head.erase("web/gone.yaml");
        const recovery::Runbook runbook = runbookOf(base, head);
        const std::string stop = commands(runbook, Stage::Stop);
        QVERIFY2(holds(stop, "flux -n flux-system suspend kustomization web\n"), stop.c_str());
        QVERIFY(holds(stop,
                      "kubectl -n flux-system patch kustomization.kustomize.toolkit.fluxcd.io/web --type merge -p "
                      "'{\"spec\":{\"suspend\":true}}'\n"));
        QVERIFY(holds(commands(runbook, Stage::Restore), "kubectl -n shop apply -f ./web/gone.yaml\n"));
        QVERIFY(holds(commands(runbook, Stage::Resume), "flux -n flux-system resume kustomization web\n"));
    }

    void withoutDeletionsTheWayBackIsShort()
    {
        git::Files base{{"root.yaml", deployed("root", "web")}, {"web/a.yaml", configMap("shop", "a", "one")}};
        git::Files head = base;
        head["web/a.yaml"] = configMap("shop", "a", "two");
        const recovery::Runbook runbook = runbookOf(base, head);
        QVERIFY(holds(commands(runbook, Stage::Stop), "argocd app set argocd/root --sync-policy none"));
        QVERIFY(holds(commands(runbook, Stage::Revert), "git revert --no-edit -m 1 COMMIT\n"));
        QVERIFY(order(runbook).empty());
    }

    void stagesComeInTheirOrder()
    {
        const recovery::Runbook runbook = without(claim("shop", "a"));
        QVERIFY(std::ranges::is_sorted(runbook.steps, {}, &Step::stage));
    }
};

NOCLOBBER_TEST_MAIN(TestRunbook)
#include "tst_runbook.moc"
