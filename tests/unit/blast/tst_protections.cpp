#include "tests/support/test_main.h"

#include "core/blast/coverage.h"
#include "core/blast/protections.h"

using namespace noclobber;
using blast::Permission;

namespace {

kube::Manifest annotated(const std::string &key, const std::string &value)
{
    kube::Manifest manifest;
    manifest.annotations = kube::Annotations::Map{{key, value}};
    return manifest;
}

kube::Manifest withOptions(const std::string &options)
{
    return annotated("argocd.argoproj.io/sync-options", options);
}

argo::Configuration version(const std::string &text)
{
    argo::Configuration configuration;
    configuration.argoCdVersion = text;
    return configuration;
}

argo::Application applicationWith(std::vector<std::string> options)
{
    argo::Application application;
    application.id = {"", {"argoproj.io", "Application", "argocd", "web"}};
    application.syncOptions = std::move(options);
    return application;
}

} // namespace

/// argo-cd.md section 5: what protects an object from being deleted, and what only looks like it.
class TestProtections : public QObject
{
    Q_OBJECT
private slots:
    void optionsAreSeparatedByCommasAndTrimmed()
    {
        QCOMPARE(blast::syncOptionsOf(withOptions(" Prune=false , Delete=false,")),
                 (std::vector<std::string>{"Prune=false", "Delete=false"}));
        QVERIFY(blast::syncOptionsOf(kube::Manifest()).empty());
    }

    void onlyTheExactSpellingCounts_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<int>("permission");
        QTest::newRow("false") << "Prune=false" << int(Permission::No);
        QTest::newRow("confirm") << "Prune=confirm" << int(Permission::Confirm);
        QTest::newRow("true") << "Prune=true" << int(Permission::Yes);
        QTest::newRow("lower case") << "prune=false" << int(Permission::Yes);
        QTest::newRow("blanks") << "Prune = false" << int(Permission::Yes);
        QTest::newRow("other option of that beginning") << "PruneLast=true" << int(Permission::Yes);
        QTest::newRow("the other half") << "Delete=false" << int(Permission::Yes);
        QTest::newRow("among others") << "PruneLast=true,Prune=false" << int(Permission::No);
    }
    void onlyTheExactSpellingCounts()
    {
        QFETCH(QString, options);
        QFETCH(int, permission);
        const kube::Manifest manifest = withOptions(options.toStdString());
        QCOMPARE(int(blast::permissionFor("Prune", manifest, nullptr, {})), permission);
    }

    void applicationOptionsCountFromArgoCd34On_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("counts");
        for (const char *text : {"3.4", "v3.4", "3.4.1", "3.10", "4.0", "v3.5.1"})
            QTest::newRow(text) << text << true;
        for (const char *text : {"3.3", "2.14", "3", "v2.9.1", "", "new"})
            QTest::newRow(text[0] ? text : "empty") << text << false;
    }
    void applicationOptionsCountFromArgoCd34On()
    {
        QFETCH(QString, text);
        QFETCH(bool, counts);
        QCOMPARE(blast::applicationOptionsCount(version(text.toStdString())), counts);
    }

    void unknownVersionDoesNotCount() { QVERIFY(!blast::applicationOptionsCount({})); }

    void objectsOwnWordBeatsItsApplication()
    {
        const argo::Application keeps = applicationWith({"Prune=false"});
        const auto of = [&](const std::string &own) {
            return blast::permissionFor("Prune", withOptions(own), &keeps, version("3.4"));
        };
        QVERIFY(of("") == Permission::No);
        QVERIFY(of("Prune=true") == Permission::Yes);
        QVERIFY(of("Prune=confirm") == Permission::Confirm);
        QVERIFY(of("Delete=true") == Permission::No);
    }

    void protectionsSayWhoseTheyAre()
    {
        const argo::Application keeps = applicationWith({"Delete=false"});
        QCOMPARE(blast::protectionsOf(withOptions("Prune=confirm"), &keeps, version("3.4")),
                 (std::vector<std::string>{"Prune=confirm", "Delete=false (Application argocd/web)"}));
        QCOMPARE(blast::protectionsOf(withOptions("Prune=confirm"), &keeps, {}),
                 (std::vector<std::string>{"Prune=confirm"}));
        QCOMPARE(blast::protectionsOf(annotated("helm.sh/resource-policy", "keep"), nullptr, {}),
                 (std::vector<std::string>{"helm.sh/resource-policy: keep"}));
        QVERIFY(blast::protectionsOf(annotated("helm.sh/resource-policy", "drop"), nullptr, {}).empty());
    }

    void hooksOfBothToolsAreHooks()
    {
        QVERIFY(blast::isHook(annotated("argocd.argoproj.io/hook", "PreSync")));
        QVERIFY(blast::isHook(annotated("helm.sh/hook", "post-install,post-upgrade")));
        QVERIFY(!blast::isHook(annotated("helm.sh/hook", "crd-install"))); // argo-cd.md 7: an ordinary object
        QVERIFY(!blast::isHook(annotated("helm.sh/hook-weight", "1")));
    }

    void coverageCountsOnlyBothHalves()
    {
        std::vector<argo::DeclaredObject> objects;
        const auto add = [&](const std::string &kind, const std::string &name, const std::string &options) {
            argo::Declaration declaration;
            declaration.id = {"", {"", Name(kind), "shop", Name(name)}};
            declaration.manifest = std::make_shared<kube::Manifest>(withOptions(options));
            objects.push_back({declaration.id, {declaration}, {0}});
        };
        add("ConfigMap", "a", "Prune=false,Delete=false");
        add("PersistentVolumeClaim", "a", "Prune=false,Delete=false");
        add("PersistentVolumeClaim", "b", "Prune=false");
        add("PersistentVolumeClaim", "c", "Prune=confirm,Delete=confirm");
        add("Secret", "d", "");
        argo::Inventory inventory;
        inventory.objects = argo::SharedObjects(std::move(objects));
        inventory.makeIndex();
        QCOMPARE(blast::coverageOf(inventory, {}), (blast::Coverage{1, 4}));
    }
};

NOCLOBBER_TEST_MAIN(TestProtections)
#include "tst_protections.moc"
