#include "core/argo/flux.h"

#include "tests/support/flux.h"
#include "tests/support/inventories.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::fluxKustomization;
using test::gitRepository;
using test::kustomization;
using test::manifest;

namespace {

/// The ConfigMaps, Secrets and Namespaces of head, base being the same, one a line: "ID < path@deployer".
std::string objectsOf(const git::Files &files)
{
    const auto inventories = test::readInventories(files, files);
    std::string found;
    for (const argo::DeclaredObject &object : inventories.head.objects) {
        const std::string &kind = object.id.key.kind;
        if (kind != "ConfigMap" && kind != "Secret" && kind != "Namespace")
            continue;
        found += toText(object.id) + " <";
        for (const argo::Declaration &declaration : object.declarations)
            found += " " + declaration.location.path +
                     (declaration.application ? "@" + declaration.application->key.name : "");
        found += "\n";
    }
    return found;
}

const argo::Application &deployer(const argo::Inventory &inventory, const std::string &name)
{
    for (const argo::Application &application : inventory.applications) {
        if (application.id.key.name == name)
            return application;
    }
    qFatal("no deployer %s", name.c_str());
}

argo::Application deployerIn(const git::Files &files, const std::string &name)
{
    return deployer(test::readInventories(files, files).head, name);
}

std::string configMap(const std::string &nameSpace, const std::string &name)
{
    return manifest("v1", "ConfigMap", nameSpace, name);
}

argo::Application readKustomization(const std::string &moreSpec)
{
    const auto document = yaml::readDocument(fluxKustomization("apps", "./apps", moreSpec), yaml::TextFormat::Yaml, 1);
    return document ? argo::readFluxKustomization(document->root, {}) : argo::Application();
}

} // namespace

/// What Flux Kustomizations and HelmReleases read and where they put it (fluxcd/kustomize-controller
/// docs/spec/v1/kustomizations.md, fluxcd/pkg kustomize_generator.go).
class TestFlux : public QObject
{
    Q_OBJECT
private slots:
    void folderWithoutKustomizationIsTakenWithAllBelow()
    {
        QCOMPARE(
            objectsOf({{"clusters/prod/apps.yaml", gitRepository() + "---\n" + fluxKustomization("apps", "./apps")},
                       {"apps/a.yaml", configMap("shop", "a")},
                       {"apps/deep/er/b.yml", configMap("shop", "b")},
                       {"apps/c.json", R"({"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"}})"},
                       {"other/d.yaml", configMap("shop", "d")}}),
            std::string("//ConfigMap/default/c < apps/c.json\n"
                        "//ConfigMap/shop/d < other/d.yaml\n"
                        "clusters/prod//ConfigMap/shop/a < apps/a.yaml@apps\n"
                        "clusters/prod//ConfigMap/shop/b < apps/deep/er/b.yml@apps\n"));
    }

    void folderBelowWithAKustomizationIsTakenAsThatLists()
    {
        QCOMPARE(objectsOf({{"fleet/apps.yaml", gitRepository() + "---\n" + fluxKustomization("apps", "./apps")},
                            {"apps/a.yaml", configMap("shop", "a")},
                            {"apps/web/kustomization.yaml", kustomization("b.yaml, ../../shared/c.yaml")},
                            {"apps/web/b.yaml", configMap("shop", "b")},
                            {"apps/web/not-listed.yaml", configMap("shop", "not-listed")},
                            {"shared/c.yaml", configMap("shop", "c")}}),
                 std::string("//ConfigMap/shop/a < apps/a.yaml@apps\n"
                             "//ConfigMap/shop/b < apps/web/b.yaml@apps\n"
                             "//ConfigMap/shop/c < shared/c.yaml@apps\n"
                             "//ConfigMap/shop/not-listed < apps/web/not-listed.yaml\n"));
    }

    void folderWithAKustomizationIsWhatThatLists()
    {
        QCOMPARE(objectsOf({{"fleet/apps.yaml", gitRepository() + "---\n" + fluxKustomization("apps", "apps")},
                            {"apps/kustomization.yaml", kustomization("a.yaml, web")},
                            {"apps/a.yaml", configMap("shop", "a")},
                            {"apps/web/kustomization.yaml", kustomization("b.yaml")},
                            {"apps/web/b.yaml", configMap("shop", "b")}}),
                 std::string("//ConfigMap/shop/a < apps/a.yaml@apps\n"
                             "//ConfigMap/shop/b < apps/web/b.yaml@apps\n"));
    }

    void outermostNamespaceOfKustomizationsWins()
    {
        QCOMPARE(objectsOf({{"fleet/apps.yaml", gitRepository() + "---\n" + fluxKustomization("apps", "apps")},
                            {"apps/kustomization.yaml", kustomization("web, api")},
                            {"apps/web/kustomization.yaml", kustomization("deep", "namespace: web\n")},
                            {"apps/web/deep/kustomization.yaml", kustomization("a.yaml", "namespace: deep\n")},
                            {"apps/web/deep/a.yaml", configMap("", "a")},
                            {"apps/api/kustomization.yaml", kustomization("b.yaml", "namespace: api\n")},
                            {"apps/api/b.yaml", configMap("written", "b")}}),
                 std::string("//ConfigMap/api/b < apps/api/b.yaml@apps\n"
                             "//ConfigMap/web/a < apps/web/deep/a.yaml@apps\n"));
    }

    void targetNamespaceTakesEverythingAndRenamesNamespaces()
    {
        QCOMPARE(objectsOf({{"fleet/apps.yaml", gitRepository() + "---\n" +
                                                    fluxKustomization("apps", "apps", "  targetNamespace: team\n")},
                            {"apps/a.yaml", configMap("shop", "a")},
                            {"apps/b.yaml", configMap("", "b")},
                            {"apps/ns.yaml", manifest("v1", "Namespace", "", "shop")}}),
                 std::string("//ConfigMap/team/a < apps/a.yaml@apps\n"
                             "//ConfigMap/team/b < apps/b.yaml@apps\n"
                             "//Namespace//team < apps/ns.yaml@apps\n"));
    }

    void variablesAreFilledIn()
    {
        const argo::Application all = readKustomization("  postBuild:\n    substitute:\n      env: prod\n");
        QCOMPARE(argo::filledIn("${env}-x-${team:=shop}-${other}", all.flux), std::string("prod-x-shop-"));
        const argo::Application some = readKustomization(
            "  postBuild:\n    substitute:\n      env: prod\n    substituteFrom:\n    - kind: ConfigMap\n"
            "      name: vars\n");
        QCOMPARE(argo::filledIn("${env}-${team:=shop}", some.flux), std::string("prod-${team:=shop}"));
        QCOMPARE(argo::filledIn("${env}", readKustomization("").flux), std::string("${env}"));
    }

    void oneFolderWithOtherVariablesGivesOtherObjects()
    {
        const auto tenant = [](const std::string &name) {
            return fluxKustomization(name, "tenants/base",
                                     "  postBuild:\n    substitute:\n      tenant: " + name + "\n");
        };
        QCOMPARE(objectsOf({{"fleet/a.yaml", gitRepository() + "---\n" + tenant("blue") + "---\n" + tenant("red")},
                            {"tenants/base/ns.yaml", manifest("v1", "Namespace", "", "${tenant}")}}),
                 std::string("//Namespace//blue < tenants/base/ns.yaml@blue\n"
                             "//Namespace//red < tenants/base/ns.yaml@red\n"));
    }

    void clusterThatDeploysItselfKeepsItsFolderForAScope()
    {
        git::Files files;
        for (const std::string cluster : {"prod", "staging"}) {
            files["clusters/" + cluster + "/flux-system/gotk-sync.yaml"] =
                gitRepository() + "---\n" + fluxKustomization("flux-system", "./clusters/" + cluster);
            files["clusters/" + cluster + "/apps.yaml"] = fluxKustomization("apps", "./apps/base");
        }
        files["apps/base/a.yaml"] = configMap("shop", "a");
        QCOMPARE(objectsOf(files), std::string("clusters/prod//ConfigMap/shop/a < apps/base/a.yaml@apps\n"
                                               "clusters/staging//ConfigMap/shop/a < apps/base/a.yaml@apps\n"));
        const auto inventories = test::readInventories(files, files);
        QCOMPARE(inventories.head.applications.size(), std::size_t(4));
        for (const argo::Application &application : inventories.head.applications) {
            QVERIFY(application.unknownChildren.empty());
            QCOMPARE(application.declaration.application->key.name, std::string("flux-system"));
        }
    }

    void kubeConfigNamesAnotherCluster()
    {
        QCOMPARE(objectsOf({{"fleet/apps.yaml",
                             gitRepository() + "---\n" +
                                 fluxKustomization("apps", "apps",
                                                   "  kubeConfig:\n    secretRef:\n      name: stage-kubeconfig\n")},
                            {"apps/a.yaml", configMap("shop", "a")}}),
                 std::string("stage-kubeconfig//ConfigMap/shop/a < apps/a.yaml@apps\n"));
    }

    void sourceIgnoreAndSpecIgnoreLeaveFilesOut()
    {
        QCOMPARE(objectsOf({{"fleet/apps.yaml", gitRepository("flux-system", "https://git.example.com/a.git",
                                                              "  ignore: |\n    /apps/b.yaml\n") +
                                                    "---\n" + fluxKustomization("apps", "apps")},
                            {"apps/.sourceignore", "c.yaml\n"},
                            {"apps/a.yaml", configMap("shop", "a")},
                            {"apps/b.yaml", configMap("shop", "b")},
                            {"apps/c.yaml", configMap("shop", "c")}}),
                 std::string("//ConfigMap/shop/a < apps/a.yaml@apps\n"
                             "//ConfigMap/shop/b < apps/b.yaml\n"
                             "//ConfigMap/shop/c < apps/c.yaml\n"));
    }

    void markerOfArgoCdSaysNothingToFlux()
    {
        QCOMPARE(objectsOf({{"fleet/apps.yaml", gitRepository() + "---\n" + fluxKustomization("apps", "apps")},
                            {"apps/a.yaml", "# +argocd:skip-file-rendering\n" + configMap("shop", "a")}}),
                 std::string("//ConfigMap/shop/a < apps/a.yaml@apps\n"));
    }

    void bootstrapSourceOutsideTheTreeIsThisRepository()
    {
        QCOMPARE(objectsOf(
                     {{"fleet/apps.yaml", fluxKustomization("apps", "apps")}, {"apps/a.yaml", configMap("shop", "a")}}),
                 std::string("//ConfigMap/shop/a < apps/a.yaml@apps\n"));
    }

    void whatCannotBeFollowedIsUnknown_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("why");
        QTest::newRow("components") << "  components: [../ingress]\n"
                                    << "its components may change which objects it applies";
        QTest::newRow("name prefix") << "  namePrefix: blue-\n"
                                     << "its namePrefix may change which objects it applies";
        QTest::newRow("patch that deletes") << "  patches:\n  - patch: |\n      $patch: delete\n      kind: ConfigMap\n"
                                            << "its patches may drop or rename objects";
        QTest::newRow("patch that renames")
            << "  patches:\n  - patch: |\n      - {op: replace, path: /metadata/name, value: b}\n"
            << "its patches may drop or rename objects";
    }

    void whatCannotBeFollowedIsUnknown()
    {
        QFETCH(QString, spec);
        QFETCH(QString, why);
        const git::Files files = {
            {"fleet/apps.yaml", gitRepository() + "---\n" + fluxKustomization("apps", "apps", spec.toStdString())},
            {"apps/a.yaml", configMap("shop", "a")}};
        QCOMPARE(deployerIn(files, "apps").unknownChildren, std::vector<std::string>{why.toStdString()});
        QCOMPARE(objectsOf(files), std::string("//ConfigMap/shop/a < apps/a.yaml\n"));
    }

    void patchOfContentsIsFollowedAndSaid()
    {
        const git::Files files = {
            {"fleet/apps.yaml",
             gitRepository() + "---\n" +
                 fluxKustomization("apps", "apps",
                                   "  patches:\n  - patch: |\n      - {op: add, path: /data/x, value: y}\n"
                                   "    target: {kind: ConfigMap}\n")},
            {"apps/a.yaml", configMap("shop", "a")}};
        QVERIFY(deployerIn(files, "apps").unknownChildren.empty());
        QCOMPARE(objectsOf(files), std::string("//ConfigMap/shop/a < apps/a.yaml@apps\n"));
        const auto unknowns = test::readInventories(files, files).head.unknowns;
        QCOMPARE(unknowns.size(), std::size_t(1));
        QCOMPARE(unknowns[0].message,
                 std::string("its patches change contents, which are compared as the files have them"));
    }

    void otherSourcesAreUnknown()
    {
        std::string other = fluxKustomization("apps", "apps");
        other.replace(other.find("GitRepository"), 13, "OCIRepository");
        const argo::Application application =
            deployerIn({{"fleet/apps.yaml", other}, {"apps/a.yaml", configMap("shop", "a")}}, "apps");
        QCOMPARE(
            application.unknownChildren,
            std::vector<std::string>{"its source is not this repository but OCIRepository flux-system/flux-system"});
    }

    void overlayBelowIsUnknownAndTheRestIsSeen()
    {
        const git::Files files = {{"fleet/apps.yaml", gitRepository() + "---\n" + fluxKustomization("apps", "apps")},
                                  {"apps/a.yaml", configMap("shop", "a")},
                                  {"apps/web/kustomization.yaml", kustomization("b.yaml", "namePrefix: x-\n")},
                                  {"apps/web/b.yaml", configMap("shop", "b")}};
        QCOMPARE(deployerIn(files, "apps").unknownChildren,
                 std::vector<std::string>{
                     "apps/web is a kustomization with patches, generators, bases or renames, which Flux builds"});
        QVERIFY(objectsOf(files).starts_with("//ConfigMap/shop/a < apps/a.yaml@apps\n"));
    }

    void deletionOfAKustomizationFollowsItsPolicy_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<bool>("cascades");
        QTest::newRow("prune") << "  prune: true\n" << true;
        QTest::newRow("no prune") << "  prune: false\n" << false;
        QTest::newRow("mirror") << "  deletionPolicy: MirrorPrune\n" << true;
        QTest::newRow("delete without prune") << "  prune: false\n  deletionPolicy: Delete\n" << true;
        QTest::newRow("wait") << "  prune: false\n  deletionPolicy: WaitForTermination\n" << true;
        QTest::newRow("orphan") << "  deletionPolicy: Orphan\n" << false;
        QTest::newRow("suspended") << "  suspend: true\n" << false;
        QTest::newRow("suspended, delete") << "  suspend: true\n  deletionPolicy: Delete\n" << false;
    }

    void deletionOfAKustomizationFollowsItsPolicy()
    {
        QFETCH(QString, spec);
        QFETCH(bool, cascades);
        QCOMPARE(readKustomization(spec.toStdString()).cascades(), cascades);
    }

    void helmReleaseIsRenderedByHelm()
    {
        const auto application =
            deployerIn({{"apps/redis.yaml", test::helmRelease("shop", "redis", "redis")}}, "redis");
        QCOMPARE(application.unknownChildren,
                 std::vector<std::string>{"Helm renders what it installs, the chart redis of HelmRepository "
                                          "flux-system/charts"});
        QCOMPARE(application.destination.nameSpace, std::string("shop"));
        QVERIFY(application.cascades());
    }

    void releaseIsKnownByItsNamespaceNameChartAndStorage_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("target");
        QTest::newRow("by default") << ""
                                    << "shop/redis, chart redis, kept in shop";
        QTest::newRow("with a target namespace") << "  targetNamespace: cache\n"
                                                 << "cache/cache-redis, chart redis, kept in shop";
        QTest::newRow("with a name") << "  releaseName: r\n"
                                     << "shop/r, chart redis, kept in shop";
        QTest::newRow("with a storage namespace") << "  storageNamespace: s\n"
                                                  << "shop/redis, chart redis, kept in s";
    }

    void releaseIsKnownByItsNamespaceNameChartAndStorage()
    {
        QFETCH(QString, spec);
        QFETCH(QString, target);
        const auto release =
            deployerIn({{"apps/redis.yaml", test::helmRelease("shop", "redis", "redis", spec.toStdString())}}, "redis");
        QCOMPARE(release.flux.releaseTarget, target.toStdString());
    }

    void twoDeclarationsOfOneObjectAreRefused()
    {
        const auto apps =
            deployerIn({{"fleet/apps.yaml", gitRepository() + "---\n" + fluxKustomization("apps", "apps")},
                        {"apps/a.yaml", configMap("shop", "a")},
                        {"apps/b.yaml", configMap("shop", "a")}},
                       "apps");
        QCOMPARE(apps.specError,
                 std::string("kustomize refuses two declarations of ConfigMap shop/a (apps/a.yaml:1 and "
                             "apps/b.yaml:1)"));
    }
};

NOCLOBBER_TEST_MAIN(TestFlux)
#include "tst_flux.moc"
