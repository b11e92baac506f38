#include "core/rules/option_spelling.h"
#include "tests/support/findings.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::test;

namespace {

const std::string root = deployed("root", "apps", {.nameSpace = "argocd"});
const std::string finalizer = "resources-finalizer.argocd.argoproj.io";

/// An Application with one claim.
git::Files shop(const std::string &annotations, const Deployed &more = {})
{
    return {{"root.yaml", root},
            {"apps/other.yaml", deployed("other", "deploy/other")},
            {"apps/web.yaml", deployed("web", "deploy/web", more)},
            {"deploy/web/data.yaml", claim("shop", "data", "fast", annotations)},
            {"deploy/web/a.yaml", configMap("shop", "a")},
            {"deploy/web/b.yaml", configMap("shop", "b")}};
}

std::string messageOf(const git::Files &base, const git::Files &head)
{
    return theFinding("protection-ineffective", base, head).message;
}

std::string ineffective(const git::Files &base, const git::Files &head)
{
    const std::string text = findingsOf("protection-ineffective", base, head);
    return text.substr(0, text.find(" at "));
}

bool contains(const std::string &text, const std::string &part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

/// Contract, section 7: protection-ineffective.
class TestIneffectiveRules : public QObject
{
    Q_OBJECT
private slots:
    void optionIsReadLetterByLetter_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("meant");
        QTest::newRow("lower case") << "prune=false"
                                    << "Prune=false";
        QTest::newRow("blanks") << "Prune = false"
                                << "Prune=false";
        QTest::newRow("colon") << "Prune: false"
                               << "Prune=false";
        QTest::newRow("value in upper case") << "Prune=False"
                                             << "Prune=false";
        QTest::newRow("another word") << "Delete=no"
                                      << "Delete=false";
        QTest::newRow("another form") << "Pruning=false"
                                      << "Prune=false";
        QTest::newRow("a slip") << "Dleete=false"
                                << "Delete=false";
        QTest::newRow("quoted") << "\"Prune=false\""
                                << "Prune=false";
        QTest::newRow("confirm") << "prune=Confirm"
                                 << "Prune=confirm";
        QTest::newRow("no comma") << "Prune=false Delete=false"
                                  << "Prune=false,Delete=false";
        QTest::newRow("semicolon") << "Prune=false;delete=false"
                                   << "Prune=false,Delete=false";
        QTest::newRow("plural") << "FailOnSharedResources=true"
                                << "FailOnSharedResource=true";
        QTest::newRow("right") << "Prune=false"
                               << "";
        QTest::newRow("right with confirm") << "Delete=confirm"
                                            << "";
        QTest::newRow("allows it") << "prune=true"
                                   << "";
        QTest::newRow("another option") << "PruneLast=true"
                                        << "";
        QTest::newRow("another option in lower case") << "prunelast=true"
                                                      << "";
        QTest::newRow("a policy") << "PrunePropagationPolicy=background"
                                  << "";
        QTest::newRow("something else") << "Validate=false"
                                        << "";
        QTest::newRow("two letters of five away") << "Purge=false"
                                                  << "";
        QTest::newRow("far away") << "Refresh=false"
                                  << "";
    }
    /// argo-cd.md 5: case-sensitive exact match; T10.
    void optionIsReadLetterByLetter()
    {
        QFETCH(QString, entry);
        QFETCH(QString, meant);
        QCOMPARE(QString::fromStdString(rules::meantOption(entry.toStdString())), meant);
    }

    void newProtectionThatDoesNothingIsTold()
    {
        const git::Files head = shop(syncOptions("prune=false,Delete=false"));
        QCOMPARE(ineffective(shop({}), head),
                 std::string("warn protection-ineffective //PersistentVolumeClaim/shop/data"));
        QCOMPARE(messageOf(shop({}), head),
                 std::string("PersistentVolumeClaim shop/data at deploy/web/data.yaml:1 carries a protection that does "
                             "nothing: prune=false is no option of Argo CD, which reads letter by letter: Prune=false "
                             "is."));
        QCOMPARE(ineffective(without(shop({}), "deploy/web/data.yaml"), head),
                 std::string("warn protection-ineffective //PersistentVolumeClaim/shop/data"));
    }

    void oldOneIsNotToldAgain()
    {
        const git::Files base = shop(syncOptions("prune=false"));
        QCOMPARE(ineffective(base, with(base, "deploy/web/a.yaml", configMap("shop", "a", "two"))), std::string());
        QCOMPARE(ineffective(base, with(base, "deploy/web/data.yaml",
                                        claim("shop", "data", "slow", syncOptions("prune=false")))),
                 std::string());
    }

    void annotationUnderAnotherNameDoesNothing()
    {
        QVERIFY(contains(messageOf(shop({}), shop("argocd.argoproj.io/sync-option: Prune=false")),
                         "it belongs into argocd.argoproj.io/sync-options"));
        QVERIFY(contains(messageOf(shop({}), shop("argocd.argoproj.io/compare-options: Prune=false")),
                         "it belongs into argocd.argoproj.io/sync-options"));
        QCOMPARE(ineffective(shop({}), shop("argocd.argoproj.io/compare-options: IgnoreExtraneous")), std::string());
    }

    void misspeltOptionDecidesWhenTheObjectGoes()
    {
        const git::Files base = shop(syncOptions("Prune = false"));
        QVERIFY(contains(messageOf(base, without(base, "deploy/web/data.yaml")), "Prune=false is."));
    }

    void wrongHalfIsTold_data()
    {
        QTest::addColumn<QString>("annotations");
        QTest::addColumn<bool>("applicationGoes");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const std::string &annotations, bool applicationGoes,
                            const char *reason) {
            QTest::newRow(name) << QString::fromStdString(annotations) << applicationGoes << reason;
        };
        row("Delete=false and pruned", syncOptions("Delete=false"), false, "not when the object itself is pruned");
        row("Prune=false and the Application goes", syncOptions("Prune=false"), true,
            "not when its Application is deleted");
        row("Helm's and pruned", "helm.sh/resource-policy: keep", false, "Argo CD prunes the object nevertheless");
        row("IgnoreExtraneous", "argocd.argoproj.io/compare-options: IgnoreExtraneous", false, "only hides");
        row("Prune=false and pruned", syncOptions("Prune=false"), false, "");
        row("Delete=false and the Application goes", syncOptions("Delete=false"), true, "");
        row("Helm's and the Application goes", "helm.sh/resource-policy: keep", true, "");
        row("none and pruned", "", false, "");
    }
    /// argo-cd.md 4.2.7 and 5; accidents 5 and 17.
    void wrongHalfIsTold()
    {
        QFETCH(QString, annotations);
        QFETCH(bool, applicationGoes);
        QFETCH(QString, reason);
        const git::Files base = shop(annotations.toStdString(), {.finalizer = finalizer});
        const git::Files head = without(base, applicationGoes ? "apps/web.yaml" : "deploy/web/data.yaml");
        if (reason.isEmpty())
            QCOMPARE(ineffective(base, head), std::string());
        else
            QVERIFY(contains(messageOf(base, head), reason.toStdString()));
    }

    void nothingHoldsWhenTheNamespaceGoes()
    {
        const git::Files base =
            with(shop(syncOptions("Prune=false,Delete=false")), "deploy/other/ns.yaml",
                 "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n---\n" + configMap("more", "x"));
        const git::Files head = with(base, "deploy/other/ns.yaml", configMap("more", "x"));
        QVERIFY(contains(messageOf(base, head), "cannot hold when its Namespace is deleted"));
    }

    /// argo-cd.md 4.1: the live object decides.
    void whatComesWithTheRemovalComesTooLate()
    {
        const git::Files base = shop({}, {.finalizer = finalizer});
        const git::Files head =
            without(with(base, "deploy/web/data.yaml", claim("shop", "data", "fast", syncOptions("Delete=false"))),
                    "apps/web.yaml");
        QVERIFY(contains(messageOf(base, head), "comes with the very change that removes it"));
    }

    /// argo-cd.md 5: the Application's own options count from 3.4 on.
    void applicationsOptionNeedsAVersion()
    {
        const auto at = [](git::Files files, const std::string &version) {
            return with(std::move(files), ".noclobber.yaml", "argoCd: {version: '" + version + "'}\n");
        };
        const git::Files plain = shop({});
        const git::Files guarded = shop({}, {.syncOptions = "Prune=false"});
        QCOMPARE(ineffective(plain, guarded),
                 std::string("note protection-ineffective /argoproj.io/Application/argocd/web"));
        QCOMPARE(ineffective(at(plain, "3.3"), at(guarded, "3.3")),
                 std::string("warn protection-ineffective /argoproj.io/Application/argocd/web"));
        QCOMPARE(ineffective(at(plain, "3.4"), at(guarded, "3.4")), std::string());
        QCOMPARE(ineffective(guarded, with(guarded, "deploy/web/a.yaml", configMap("shop", "a", "two"))),
                 std::string());
        const git::Files gone = without(guarded, "deploy/web/data.yaml");
        QCOMPARE(ineffective(guarded, gone),
                 std::string("warn protection-ineffective /argoproj.io/Application/argocd/web"));
        QVERIFY(contains(messageOf(guarded, gone), "1 object of it would be deleted"));
    }

    void misspeltOptionOfAnApplicationIsTold()
    {
        QVERIFY(contains(messageOf(shop({}), shop({}, {.syncOptions = "failOnSharedResource=true"})),
                         "FailOnSharedResource=true is"));
        QVERIFY(contains(messageOf(shop({}), shop(syncOptions("FailOnSharedResource=true"))),
                         "among an Application's syncOptions only"));
    }

    /// Accident 17: an annotation acts only where its engine looks.
    void argoCdsOptionOnWhatFluxDeploysIsTold()
    {
        const std::string kustomization =
            "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: web, namespace: "
            "flux-system}\nspec: {path: ./deploy/web, prune: true, interval: 5m, sourceRef: {kind: GitRepository, "
            "name: flux-system}}\n";
        const std::string source =
            "apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: flux-system, namespace: "
            "flux-system}\nspec: {url: 'https://git.example.com/fixtures/manifests.git', interval: 5m, ref: {branch: "
            "main}}\n";
        const auto side = [&](const std::string &annotations) {
            return git::Files{{"flux/web.yaml", kustomization},
                              {"flux/source.yaml", source},
                              {"deploy/web/data.yaml", claim("shop", "data", "fast", annotations)},
                              {"deploy/web/a.yaml", configMap("shop", "a")},
                              {"deploy/web/b.yaml", configMap("shop", "b")}};
        };
        const git::Files base = side(syncOptions("Prune=false"));
        QVERIFY(contains(messageOf(side({}), base), "Prune=false is Argo CD's, and"));
        const git::Files kept = side("kustomize.toolkit.fluxcd.io/prune: disabled");
        QCOMPARE(ineffective(side({}), kept), std::string());
        QCOMPARE(ineffective(kept, without(kept, "deploy/web/data.yaml")), std::string());
    }

    void fluxsAnnotationOnWhatArgoCdDeploysIsTold()
    {
        const git::Files head = shop("kustomize.toolkit.fluxcd.io/prune: disabled");
        QVERIFY(contains(messageOf(shop({}), head), "is Flux's, and Application argocd/web of Argo CD deploys it"));
        QCOMPARE(ineffective(without(shop({}), "apps/web.yaml"), without(head, "apps/web.yaml")), std::string());
    }
};

NOCLOBBER_TEST_MAIN(TestIneffectiveRules)
#include "tst_ineffective_rules.moc"
