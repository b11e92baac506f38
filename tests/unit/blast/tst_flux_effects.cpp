#include "core/blast/flux.h"

#include "tests/support/change_case.h"
#include "tests/support/flux.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

const std::string claimId = "//PersistentVolumeClaim/shop/data";

/// A repository whose Kustomization `apps` (further lines of its spec) applies a claim and two other objects.
git::Files fleet(const std::string &spec = {}, const std::string &annotations = {})
{
    return {{"fleet/source.yaml", gitRepository()},
            {"fleet/apps.yaml", fluxKustomization("apps", "./apps", spec)},
            {"apps/claim.yaml", claim("shop", "data", {}, annotations)},
            {"apps/a.yaml", configMap("shop", "a")},
            {"apps/b.yaml", configMap("shop", "b")}};
}

/// The last words of why something happens to the claim, without those on its storage.
std::string whyOf(const ChangeCase &change)
{
    const std::string text = change.object(claimId).because.back().text;
    return text.substr(0, text.find("; it names no StorageClass"));
}

/// What becomes of the claim when its file goes, and why.
std::string whenRemoved(const git::Files &base)
{
    const ChangeCase change(base, without(base, "apps/claim.yaml"));
    return change.effects() + whyOf(change);
}

std::string removed(const std::string &effect, const std::string &why)
{
    return effect + " " + claimId + "\napps/claim.yaml:1, which declared it, is gone; " + why;
}

const std::string apps = "Flux Kustomization flux-system/apps";

} // namespace

/// What Flux does with what leaves it (fluxcd/kustomize-controller: prune, finalize, deleteObjects).
class TestFluxEffects : public QObject
{
    Q_OBJECT
private slots:
    void whatLeavesIsPruned()
    {
        QCOMPARE(whenRemoved(fleet()), removed("pruned at-risk", apps + " prunes, so it is deleted"));
    }

    void withoutPruneItIsLeftBehind()
    {
        QCOMPARE(whenRemoved(fleet("  prune: false\n")),
                 removed("orphaned kept", apps + " does not prune: it keeps running, managed by nobody"));
    }

    void suspendedKustomizationWaitsForAPerson()
    {
        QCOMPARE(
            whenRemoved(fleet("  suspend: true\n")),
            removed("prune-pending at-risk", apps + " is suspended: it is deleted as soon as a person resumes it"));
    }

    void suspendedSourceWaitsForAPerson()
    {
        const git::Files base =
            with(fleet(), "fleet/source.yaml",
                 gitRepository("flux-system", "https://git.example.com/fleet/clusters.git", "  suspend: true\n"));
        QCOMPARE(whenRemoved(base), removed("prune-pending at-risk", "its GitRepository flux-system/flux-system is "
                                                                     "suspended, so " +
                                                                         apps +
                                                                         " gets nothing new: it is deleted as soon as "
                                                                         "a person resumes that"));
    }

    void onlyFluxsOwnAnnotationsKeepIt_data()
    {
        QTest::addColumn<QString>("annotations");
        QTest::addColumn<bool>("isKept");
        QTest::newRow("prune: disabled") << "kustomize.toolkit.fluxcd.io/prune: disabled" << true;
        QTest::newRow("in capitals") << "kustomize.toolkit.fluxcd.io/prune: Disabled" << true;
        QTest::newRow("reconcile: disabled") << "kustomize.toolkit.fluxcd.io/reconcile: disabled" << true;
        QTest::newRow("ssa: Ignore") << "kustomize.toolkit.fluxcd.io/ssa: Ignore" << true;
        QTest::newRow("ssa: IfNotPresent") << "kustomize.toolkit.fluxcd.io/ssa: IfNotPresent" << false;
        QTest::newRow("Argo CD's") << "argocd.argoproj.io/sync-options: 'Prune=false,Delete=false'" << false;
        QTest::newRow("Helm's") << "helm.sh/resource-policy: keep" << false;
    }

    void onlyFluxsOwnAnnotationsKeepIt()
    {
        QFETCH(QString, annotations);
        QFETCH(bool, isKept);
        const git::Files base = fleet({}, annotations.toStdString());
        const ChangeCase pruned(base, without(base, "apps/claim.yaml"));
        QCOMPARE(pruned.object(claimId).effect, isKept ? blast::Effect::Kept : blast::Effect::Pruned);
        const ChangeCase cascaded(base, without(base, "fleet/apps.yaml"));
        QCOMPARE(cascaded.object(claimId).effect, isKept ? blast::Effect::Kept : blast::Effect::CascadeDeleted);
    }

    void labelCountsAsTheAnnotation()
    {
        git::Files base = fleet();
        std::string &text = base["apps/claim.yaml"];
        text.replace(text.find("metadata:\n"), 10,
                     "metadata:\n  labels: {kustomize.toolkit.fluxcd.io/prune: disabled}\n");
        const ChangeCase change(base, without(base, "apps/claim.yaml"));
        QCOMPARE(change.effects(), "kept kept " + claimId + "\n");
        QCOMPARE(change.object(claimId).protections,
                 std::vector<std::string>{"kustomize.toolkit.fluxcd.io/prune: disabled"});
    }

    void nothingIsLeftAndAllIsPruned()
    {
        // Argo CD's allowEmpty has no like in Flux.
        const git::Files base = with(fleet(), "apps/readme.md", "what this is");
        git::Files head = base;
        for (const char *path : {"apps/claim.yaml", "apps/a.yaml", "apps/b.yaml"})
            head.erase(path);
        QCOMPARE(ChangeCase(base, head).effects(),
                 "pruned none //ConfigMap/shop/a\npruned none //ConfigMap/shop/b\npruned at-risk " + claimId + "\n");
    }

    void pathThatIsGoneBlocks()
    {
        git::Files head = fleet();
        for (const char *path : {"apps/claim.yaml", "apps/a.yaml", "apps/b.yaml"})
            head.erase(path);
        QCOMPARE(ChangeCase(fleet(), head).object(claimId).effect, blast::Effect::Blocked);
    }

    void unreadableFileBlocks()
    {
        git::Files head = without(fleet(), "apps/claim.yaml");
        head["apps/c.yaml"] = "values: [\n";
        QCOMPARE(ChangeCase(fleet(), head).object(claimId).effect, blast::Effect::Blocked);
    }

    void targetNamespaceMovesEverything()
    {
        const ChangeCase change(fleet("  targetNamespace: shop\n"), fleet("  targetNamespace: store\n"));
        QCOMPARE(change.object(claimId).effect, blast::Effect::Pruned);
        QCOMPARE(change.object("//PersistentVolumeClaim/store/data").effect, blast::Effect::Created);
        QVERIFY(change.because(claimId).find("its destination namespace changes from shop to store") !=
                std::string::npos);
    }

    void otherClusterLeavesItBehind()
    {
        const ChangeCase change(fleet(), fleet("  kubeConfig:\n    secretRef:\n      name: east\n"));
        QCOMPARE(change.object(claimId).effect, blast::Effect::Orphaned);
    }

    void endOfAKustomization_data()
    {
        QTest::addColumn<QString>("spec");
        QTest::addColumn<QString>("effect");
        QTest::addColumn<QString>("why");
        QTest::newRow("prunes") << ""
                                << "cascade-deleted at-risk"
                                << " prunes, so its end deletes what it applied";
        QTest::newRow("does not prune") << "  prune: false\n"
                                        << "orphaned kept"
                                        << " does not prune, so its end deletes nothing: it keeps running, managed by "
                                           "nobody";
        QTest::newRow("policy") << "  prune: false\n  deletionPolicy: Delete\n"
                                << "cascade-deleted at-risk"
                                << " has deletionPolicy: Delete, so its end deletes what it applied";
        QTest::newRow("orphan") << "  deletionPolicy: Orphan\n"
                                << "orphaned kept"
                                << " has deletionPolicy: Orphan: it keeps running, managed by nobody";
        QTest::newRow("suspended")
            << "  suspend: true\n"
            << "orphaned kept"
            << " is suspended, and the end of a suspended one deletes nothing: it keeps running, "
               "managed by nobody";
    }

    void endOfAKustomization()
    {
        QFETCH(QString, spec);
        QFETCH(QString, effect);
        QFETCH(QString, why);
        const git::Files base = fleet(spec.toStdString());
        const ChangeCase change(base, without(base, "fleet/apps.yaml"));
        QVERIFY2(change.effects().find(effect.toStdString() + " " + claimId) != std::string::npos,
                 change.effects().c_str());
        QCOMPARE(whyOf(change), apps + why.toStdString());
    }

    void definitionGoesWithItsKustomization()
    {
        // Argo CD never does that.
        const git::Files base = with(
            fleet(), "apps/crd.yaml",
            "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata:\n  name: x.example.com\n");
        const ChangeCase change(base, without(base, "fleet/apps.yaml"));
        QCOMPARE(change.object("/apiextensions.k8s.io/CustomResourceDefinition//x.example.com").effect,
                 blast::Effect::CascadeDeleted);
    }

    void annotationKeepsItFromAnUpdate()
    {
        const git::Files base = fleet();
        const ChangeCase change(
            base,
            with(base, "apps/a.yaml", configMap("shop", "a", "two", "kustomize.toolkit.fluxcd.io/ssa: IfNotPresent")));
        QCOMPARE(change.because("//ConfigMap/shop/a"),
                 std::string("//ConfigMap/shop/a: apps/a.yaml:1 changes it, but kustomize.toolkit.fluxcd.io/ssa: "
                             "IfNotPresent has Flux leave it as it is\n"));
    }

    void duplicateBlocksEverything()
    {
        const git::Files head = with(without(fleet(), "apps/claim.yaml"), "apps/c.yaml", configMap("shop", "a", "two"));
        const ChangeCase change(fleet(), head);
        QCOMPARE(change.effects(), "blocked none //ConfigMap/shop/a\nblocked kept " + claimId + "\n");
        QVERIFY(change.object(claimId).because.back().text.find(
                    "kustomize refuses two declarations of ConfigMap shop/a (apps/a.yaml:1 and apps/c.yaml:1)") !=
                std::string::npos);
    }

    void otherRevisionOfTheSourceIsAnotherSource()
    {
        std::string source = gitRepository();
        source.replace(source.find("branch: main"), 12, "tag: v2.0.0");
        const ChangeCase change(fleet(), with(fleet(), "fleet/source.yaml", source));
        const auto &inventories = change.change().inventories;
        QVERIFY(inventories.base.applications.at(0).sources.at(0).text !=
                inventories.head.applications.at(0).sources.at(0).text);
    }
};

NOCLOBBER_TEST_MAIN(TestFluxEffects)
#include "tst_flux_effects.moc"
