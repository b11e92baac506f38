#include "tests/support/findings.h"
#include "tests/support/inventories.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

const std::string root = deployed("root", "apps", {.nameSpace = "argocd"});
const std::string bothOptions = syncOptions("Prune=false,Delete=false");
const std::string recent = "argoCd: {version: '3.4'}\n";

/// An Application with one claim.
git::Files shop(const std::string &annotations, const Deployed &more = {})
{
    return {{"root.yaml", root},
            {"apps/other.yaml", deployed("other", "deploy/other")},
            {"apps/web.yaml", deployed("web", "deploy/web", more)},
            {"deploy/web/data.yaml", claim("shop", "data", "fast", annotations)},
            {"deploy/web/settings.yaml", configMap("shop", "settings")}};
}

std::string lost(const git::Files &base, const git::Files &head)
{
    const std::string text = findingsOf("protection-removed", base, head);
    return text.substr(0, text.find(" at "));
}

std::string database(const std::string &more)
{
    return manifest("postgresql.cnpg.io/v1", "Database", "shop", "orders", "spec: {name: orders" + more + "}\n");
}

std::string set(const std::string &policy)
{
    return manifest("apps/v1", "StatefulSet", "shop", "db", "spec: {serviceName: db" + policy + "}\n");
}

} // namespace

/// Contract, section 7: protection-removed.
class TestProtectionRules : public QObject
{
    Q_OBJECT
private slots:
    void objectThatStaysLosesItsOptions_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("severity");
        const auto row = [](const char *name, const std::string &before, const std::string &after,
                            const char *severity) {
            QTest::newRow(name) << QString::fromStdString(before) << QString::fromStdString(after) << severity;
        };
        const std::string keep = "helm.sh/resource-policy: keep";
        row("both", bothOptions, "", "block");
        row("one of them", bothOptions, syncOptions("Prune=false"), "block");
        row("turned round", bothOptions, syncOptions("Prune=true,Delete=true"), "block");
        row("misspelt now", bothOptions, syncOptions("prune=false,delete=false"), "block");
        row("Helm's", keep, "", "block");
        row("a person must still confirm", bothOptions, syncOptions("Prune=confirm,Delete=false"), "warn");
        row("a person had to confirm", syncOptions("Prune=confirm"), "", "warn");
        row("another order", bothOptions, syncOptions("Delete=false, Prune=false"), "");
        row("beside other options", bothOptions, syncOptions("Prune=false,Delete=false,ServerSideApply=true"), "");
        row("stronger", syncOptions("Prune=confirm"), bothOptions, "");
        row("another option goes", syncOptions("ServerSideApply=true,Prune=false"), syncOptions("Prune=false"), "");
        row("never held", syncOptions("prune=false"), "", "");
        row("Flux's, which Argo CD does not obey", "kustomize.toolkit.fluxcd.io/prune: disabled", "", "");
    }
    /// argo-cd.md 5: letter by letter, the object's annotation.
    void objectThatStaysLosesItsOptions()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, severity);
        const QString expected =
            severity.isEmpty() ? QString() : severity + " protection-removed //PersistentVolumeClaim/shop/data";
        QCOMPARE(QString::fromStdString(lost(shop(before.toStdString()), shop(after.toStdString()))), expected);
    }

    void messageNamesWhatIsLostAndWhereItWas()
    {
        const rules::Finding finding = theFinding("protection-removed", shop(bothOptions), shop({}));
        QCOMPARE(finding.message, std::string("PersistentVolumeClaim shop/data at deploy/web/data.yaml:1 loses "
                                              "Prune=false and Delete=false, which it has at deploy/web/data.yaml:1 in "
                                              "base. Nothing is deleted today; whatever removes it next deletes it."));
    }

    /// What leaves its Application is told by the rules about that.
    void objectThatGoesLosesNothing()
    {
        git::Files head = shop(bothOptions);
        head.erase("deploy/web/data.yaml");
        QCOMPARE(lost(shop(bothOptions), head), std::string());
    }

    void movedObjectLosesItsOptions()
    {
        git::Files head = shop({});
        head.erase("deploy/web/data.yaml");
        head["deploy/web/claim.yaml"] = claim("shop", "data", "fast");
        QCOMPARE(lost(shop(bothOptions), head),
                 std::string("block protection-removed //PersistentVolumeClaim/shop/data"));
    }

    /// argo-cd.md 5: an Application's own Prune and Delete count from 3.4 on.
    void applicationsOptionCountsWhereItCounts()
    {
        const git::Files base = shop({}, {.syncOptions = "Prune=false"});
        QCOMPARE(lost(base, shop({})), std::string());
        const git::Files known = with(base, ".noclobber.yaml", recent);
        const git::Files head = with(shop({}), ".noclobber.yaml", recent);
        QCOMPARE(lost(known, head), std::string("block protection-removed /argoproj.io/Application/argocd/web"));
        QVERIFY(theFinding("protection-removed", known, head).message.find("which kept 2 objects of it") !=
                std::string::npos);
        const git::Files own = with(shop(syncOptions("Prune=false")), ".noclobber.yaml", recent);
        QCOMPARE(lost(known, with(own, "deploy/web/settings.yaml",
                                  configMap("shop", "settings", "one", syncOptions("Prune=false")))),
                 std::string());
    }

    void optionThatTheApplicationTakesOverIsNoLoss()
    {
        const git::Files base = with(shop(syncOptions("Prune=false")), ".noclobber.yaml", recent);
        const git::Files head = with(shop({}, {.syncOptions = "Prune=false"}), ".noclobber.yaml", recent);
        QCOMPARE(lost(base, head), std::string());
    }

    void guardOfSharedObjectsIsOneToo()
    {
        const git::Files base = shop({}, {.syncOptions = "FailOnSharedResource=true"});
        QCOMPARE(lost(base, shop({})), std::string("block protection-removed /argoproj.io/Application/argocd/web"));
        QCOMPARE(lost(base, shop({}, {.syncOptions = "FailOnSharedResource=true,PruneLast=true"})), std::string());
    }

    /// kubernetes.md 3: Retain, and what operators have instead.
    void fieldThatKeepsTheDataIsOneToo()
    {
        const auto sides = [](const std::string &text) { return with(shop({}), "deploy/web/more.yaml", text); };
        QCOMPARE(lost(sides(storageClass("fast", "Retain")), sides(storageClass("fast", ""))),
                 std::string("block protection-removed /storage.k8s.io/StorageClass//fast"));
        QCOMPARE(lost(sides(database(", databaseReclaimPolicy: retain")), sides(database(", databaseReclaimPolicy: "
                                                                                         "delete"))),
                 std::string("block protection-removed /postgresql.cnpg.io/Database/shop/orders"));
        QCOMPARE(lost(sides(database("")), sides(database(", databaseReclaimPolicy: retain"))), std::string());
        const std::string kept = database(", databaseReclaimPolicy: retain");
        QCOMPARE(lost(sides(kept), sides("# moved down\n" + kept)), std::string());
        QCOMPARE(lost(sides(set("")), sides(set(", persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}"))),
                 std::string("block protection-removed /apps/StatefulSet/shop/db"));
    }

    /// What counts is the declaration in effect, of several the last one.
    void fieldOfAnObjectThatIsDeclaredTwiceIsOneToo()
    {
        const std::string kept = database(", databaseReclaimPolicy: retain");
        const std::string given = database(", databaseReclaimPolicy: delete");
        const auto sides = [](const std::string &first, const std::string &last) {
            return with(shop({}), "deploy/web/more.yaml", first + "---\n" + last);
        };
        const std::string loss = "block protection-removed /postgresql.cnpg.io/Database/shop/orders";
        QCOMPARE(lost(sides(given, kept), sides(kept, given)), loss);
        QCOMPARE(lost(sides(kept, kept), sides(kept, given)), loss);
        QCOMPARE(lost(sides(given, kept), sides(kept, kept)), std::string());
    }
};

NOCLOBBER_TEST_MAIN(TestProtectionRules)
#include "tst_protection_rules.moc"
