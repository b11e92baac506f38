#include "tests/support/change_case.h"
#include "tests/support/changes.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <fstream>
#include <iterator>
#include <memory>

#include "core/fix/fix.h"

using namespace noclobber;
using test::claim;
using test::configMap;
using test::deployed;

namespace {

const std::string protection = "missing-prune-protection";
const std::string guard = "missing-shared-resource-guard";
const std::string reclaim = "reclaim-policy-delete";

/// A commit with findings made by hand: one of the rule for each object of a kind.
struct Case {
    Case(const git::Files &files, const std::string &rule, const std::string &kind)
        : repository(files, files), change(std::make_unique<test::ChangeCase>(files, files))
    {
        for (const argo::DeclaredObject &object : change->change().inventories.head.objects) {
            if (object.id.key.kind != kind)
                continue;
            rules::Finding finding;
            finding.rule = rule;
            finding.id = object.id;
            finding.location = object.declarations.front().location;
            findings.push_back(std::move(finding));
        }
        auto written = fix::writeFix(change->change(), findings, {});
        if (!written)
            qFatal("%s", written.error().message.c_str());
        fix = std::move(*written);
    }

    /// The file after git has applied the patch.
    std::string applied(const std::string &path) const
    {
        const QTemporaryDir folder;
        const std::string patchFile = folder.filePath("fix.patch").toStdString();
        std::ofstream(patchFile, std::ios::binary) << fix.patch;
        repository.git({"apply", patchFile});
        std::ifstream file(repository.path() + "/" + path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    /// What is left out: "RULE ID at path:line: reason", one a line.
    std::string unfixed() const
    {
        std::string text;
        for (const fix::Unfixed &entry : fix.unfixed)
            text += entry.rule + " " + argo::shortText(entry.id) + " at " + argo::toText(entry.location) + ": " +
                    entry.reason + "\n";
        return text;
    }

    test::ScratchRepository repository;
    std::unique_ptr<test::ChangeCase> change;
    std::vector<rules::Finding> findings;
    fix::Fix fix;
};

std::string volume(const std::string &name)
{
    return "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: " + name +
           "}\nspec:\n  persistentVolumeReclaimPolicy: Delete\n";
}

/// A Secret whose only value is written where git would look for lines to show, at its beginning and its end.
std::string secret(const std::string &value)
{
    return "stringData: {before: " + value + "}\napiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\n" +
           "data: {behind: " + value + "}\n";
}

/// A claim on four lines that lies between two other documents.
std::string between(const std::string &other, const std::string &claimText)
{
    return test::documents({other, claimText, other});
}

} // namespace

/// From findings to a patch: what git takes, and what is left out, with the reason.
class TestFix : public QObject
{
    Q_OBJECT
private slots:
    void thePatchAddsWhatIsMissingAndGitTakesIt()
    {
        const Case mended({{"a/claims.yaml", test::documents({claim("shop", "a"), claim("shop", "b")})},
                           {"b.yaml", claim("mail", "c")}},
                          protection, "PersistentVolumeClaim");
        QCOMPARE(mended.unfixed(), "");
        QCOMPARE(mended.fix.objects, std::size_t{3});
        QCOMPARE(mended.fix.files, std::size_t{2});
        QCOMPARE(mended.applied("b.yaml"),
                 "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  annotations:\n"
                 "    argocd.argoproj.io/sync-options: Prune=false,Delete=false\n  name: c\n  namespace: mail\nspec:\n"
                 "  resources: {requests: {storage: 10Gi}}\n");
    }

    void whatIsThereIsNotAddedAgain()
    {
        const auto half = test::syncOptions("Delete=false");
        const auto all = test::syncOptions("Prune=false,Delete=false");
        const Case mended({{"a.yaml", claim("shop", "a", "", half)}, {"b.yaml", claim("shop", "b", "", all)}},
                          protection, "PersistentVolumeClaim");
        QCOMPARE(mended.fix.objects, std::size_t{1});
        QVERIFY(mended.applied("a.yaml").find("'Delete=false,Prune=false'") != std::string::npos);
        QVERIFY(mended.fix.patch.find("b.yaml") == std::string::npos);
    }

    void aDecisionOfSomebodyIsNotOverruled()
    {
        const Case mended({{"a.yaml", claim("shop", "a", "", test::syncOptions("Prune=confirm"))}}, protection,
                          "PersistentVolumeClaim");
        QCOMPARE(mended.fix.patch, "");
        QCOMPARE(mended.unfixed(), "missing-prune-protection PersistentVolumeClaim shop/a at a.yaml:1: It says "
                                   "Prune=confirm, which somebody decided: change that by hand.\n");
    }

    void whatFluxAppliesGetsFluxsAnnotation()
    {
        const std::string sync = "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n"
                                 "metadata: {name: web, namespace: flux-system}\nspec:\n  path: ./web\n"
                                 "  prune: true\n  sourceRef: {kind: GitRepository, name: flux-system}\n";
        const std::string source = "apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\n"
                                   "metadata: {name: flux-system, namespace: flux-system}\n"
                                   "spec: {url: https://git.example.com/fixtures/manifests.git, ref: {branch: main}}\n";
        const Case mended({{"clusters/one/web.yaml", test::documents({source, sync})},
                           {"web/a.yaml", claim("shop", "a")},
                           {"web/b.yaml", claim("shop", "b", "", "kustomize.toolkit.fluxcd.io/prune: enabled")}},
                          protection, "PersistentVolumeClaim");
        QVERIFY2(
            mended.applied("web/a.yaml").find("  annotations:\n    kustomize.toolkit.fluxcd.io/prune: disabled\n") !=
                std::string::npos,
            mended.fix.patch.c_str());
        QCOMPARE(mended.unfixed(), "missing-prune-protection PersistentVolumeClaim shop/b at web/b.yaml:1: It says "
                                   "kustomize.toolkit.fluxcd.io/prune: enabled, which somebody decided: change that by "
                                   "hand.\n");
    }

    void anApplicationGetsItsGuard()
    {
        const Case mended({{"apps/a.yaml", deployed("a", "web")}, {"web/a.yaml", configMap("shop", "web")}}, guard,
                          "Application");
        QCOMPARE(mended.unfixed(), "");
        QVERIFY(mended.applied("apps/a.yaml").ends_with("    syncOptions: [FailOnSharedResource=true]\n"));
    }

    void anApplicationThatIsGeneratedIsMendedInItsSet()
    {
        const std::string set = "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\n"
                                "metadata: {name: all, namespace: argocd}\nspec:\n  generators:\n"
                                "  - list: {elements: [{app: web}]}\n  template:\n    metadata: {name: '{{app}}'}\n"
                                "    spec:\n      project: default\n      source: {repoURL: "
                                "'https://git.example.com/fixtures/manifests.git', path: '{{app}}'}\n"
                                "      destination: {name: in-cluster, namespace: shop}\n";
        const git::Files files{{"apps/all.yaml", set}, {"web/a.yaml", configMap("shop", "web")}};
        const test::ChangeCase change(files, files);
        const auto &applications = change.change().inventories.head.applications;
        QCOMPARE(applications.size(), std::size_t{1});
        rules::Finding finding;
        finding.rule = guard;
        finding.id = applications.front().id;
        const auto written = fix::writeFix(change.change(), {finding}, {});
        QCOMPARE(written->patch, "");
        QCOMPARE(written->unfixed.size(), std::size_t{1});
        QCOMPARE(written->unfixed.front().id.key.name, "web");
        QCOMPARE(written->unfixed.front().location.path, "apps/all.yaml");
        QCOMPARE(written->unfixed.front().reason,
                 "ApplicationSet argocd/all generates it: add FailOnSharedResource=true to "
                 "spec.template.spec.syncPolicy.syncOptions there.");
    }

    void aVolumeIsRetained()
    {
        const Case mended({{"a.yaml", volume("a")}}, reclaim, "PersistentVolume");
        QCOMPARE(mended.unfixed(), "");
        QVERIFY(mended.applied("a.yaml").ends_with("  persistentVolumeReclaimPolicy: Retain\n"));
    }

    void aStorageClassThatExistsKeepsItsPolicy() // kubernetes.md 4: reclaimPolicy is immutable
    {
        const Case mended({{"a.yaml", test::storageClass("fast", "Delete")}}, reclaim, "StorageClass");
        QCOMPARE(mended.fix.patch, "");
        QVERIFY(mended.unfixed().find("The API server refuses another reclaimPolicy") != std::string::npos);
    }

    void aStorageClassThatIsMadeAnewWhenItChangesIsRetained() // Force=true: deleted and created, volumes do not notice
    {
        test::Deployed forced;
        forced.syncOptions = "Force=true";
        const Case mended({{"apps/a.yaml", deployed("a", "web", forced)},
                           {"web/a.yaml", test::storageClass("fast", "Delete")},
                           {"web/b.yaml", test::storageClass("slow", "")}},
                          reclaim, "StorageClass");
        QCOMPARE(mended.unfixed(), "");
        QVERIFY(mended.applied("web/a.yaml").ends_with("\nreclaimPolicy: Retain\n"));
    }

    void placeholdersAreLeftToWhoFillsThemIn()
    {
        const Case mended({{"a.yaml", claim("shop", "<CLUSTER>-data")}, {"b.yaml", claim("shop", "'{{ name }}'")}},
                          protection, "PersistentVolumeClaim");
        QCOMPARE(mended.fix.patch, "");
        QCOMPARE(mended.fix.unfixed.size(), std::size_t{2});
        QVERIFY(mended.unfixed().find("Its name is a placeholder") != std::string::npos);
    }

    void aLinkIsNotEdited()
    {
        const Case mended({{"a/real.txt", claim("shop", "a")}, {"b/a.yaml@", "../a/real.txt"}}, protection,
                          "PersistentVolumeClaim");
        QCOMPARE(mended.fix.patch, "");
        QVERIFY(mended.unfixed().find("Its file is a symbolic link") != std::string::npos);
    }

    void whatCannotBeEditedSaysWhatToDoByHand()
    {
        const Case mended({{"a.yaml", "kind: PersistentVolumeClaim\napiVersion: v1\nmetadata: &m {name: a}\nx: *m\n"}},
                          protection, "PersistentVolumeClaim");
        QCOMPARE(mended.unfixed(),
                 "missing-prune-protection PersistentVolumeClaim default/a at a.yaml:1: Its text cannot be edited "
                 "safely: its metadata carries an anchor or a tag. Set "
                 "metadata.annotations[\"argocd.argoproj.io/sync-options\"]: Prune=false,Delete=false by hand.\n");
    }

    void oneFileThatTwoApplicationsDeployIsEditedOnce()
    {
        test::Deployed other;
        other.nameSpace = "mail";
        const Case mended({{"apps/a.yaml", deployed("a", "web")},
                           {"apps/b.yaml", deployed("b", "web", other)},
                           {"web/a.yaml", "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: a\n"}},
                          protection, "PersistentVolumeClaim");
        QCOMPARE(mended.findings.size(), std::size_t{2});
        QCOMPARE(mended.fix.objects, std::size_t{1});
        const std::string text = mended.applied("web/a.yaml");
        QCOMPARE(text.find("Prune=false"), text.rfind("Prune=false"));
    }

    void waivedFindingsAreAccepted()
    {
        Case mended({{"a.yaml", claim("shop", "a")}}, protection, "PersistentVolumeClaim");
        mended.findings.front().waived = rules::AcceptedException{"r", ""};
        const auto written = fix::writeFix(mended.change->change(), mended.findings, {});
        QCOMPARE(written->patch, "");
        QVERIFY(written->unfixed.empty());
    }

    void oddNamesOfFilesStayWhole()
    {
        const std::string odd = "a b/\xC3\xBC \"q\"\t.yaml";
        const Case mended({{odd, claim("shop", "a")}}, protection, "PersistentVolumeClaim");
        QVERIFY(mended.applied(odd).find("Prune=false") != std::string::npos);
    }

    void noLineOfASecretIsInThePatch_data()
    {
        QTest::addColumn<std::string>("path");
        QTest::addColumn<std::string>("text");
        const std::string hidden = "cGFzc3dvcmQtMTIz";
        const std::string small = "kind: PersistentVolume\napiVersion: v1\nmetadata: {name: a}\nspec:\n"
                                  "  persistentVolumeReclaimPolicy: Delete\n";
        QTest::newRow("around it") << std::string("a.yaml") << between(secret(hidden), small);
        QTest::newRow("around it, CRLF")
            << std::string("a.yaml")
            << QByteArray::fromStdString(between(secret(hidden), small)).replace("\n", "\r\n").toStdString();
        QTest::newRow("one that cannot be read")
            << std::string("a.yaml") << between("stringData: {a: " + hidden + "}\nkind: Secret\nx: [\n", small);
        QTest::newRow("one whose kind is written twice")
            << std::string("a.yaml") << between("data: {a: " + hidden + "}\nkind: Secret\nkind: Other\n", small);
        QTest::newRow("one in a comment") // a Secret is in the file
            << std::string("a.yaml") << test::documents({small, "# data: " + hidden + "\n" + secret(hidden)});
        QTest::newRow("a heading") // the line above the hunk that begins with a letter
            << std::string("a.yaml")
            << test::documents({secret(hidden), "kind: PersistentVolume\napiVersion: v1\nmetadata: {name: a}\n"
                                                "spec: {persistentVolumeReclaimPolicy: Delete}\n"});
        QTest::newRow("a value that what is open stands for")
            << std::string("a.yaml")
            << test::documents({small, "type: &k Secret\ndata: {x: &p " + hidden +
                                           "}\nkind: *k\nimmutable: *p\napiVersion: v1\nmetadata: {name: s}\n"});
        QTest::newRow("a credential beside the edit")
            << std::string("a.yaml")
            << "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: a}\nspec:\n"
               "  # https://user:" +
                   hidden + "@example.com/\n  nfs: {server: a, path: /a}\n  persistentVolumeReclaimPolicy: Delete\n";
    }
    void noLineOfASecretIsInThePatch()
    {
        QFETCH(std::string, path);
        QFETCH(std::string, text);
        const Case mended({{path, text}}, reclaim, "PersistentVolume");
        QCOMPARE(mended.unfixed(), "");
        QVERIFY2(mended.fix.patch.find("cGFzc3dvcmQtMTIz") == std::string::npos, mended.fix.patch.c_str());
        QCOMPARE(mended.applied(path), QByteArray::fromStdString(text).replace("Delete", "Retain").toStdString());
    }

    void aSecretIsProtectedWithoutItsValues_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<bool>("isMended");
        const std::string kind = "apiVersion: v1\nkind: Secret\n";
        const std::string metadata = "metadata:\n  name: s\n  namespace: shop\n";
        const std::string labels = "  labels:\n    app: web\n";
        const std::string values = "stringData:\n  key: hidden\n  more: |\n    hidden\n";
        QTest::newRow("type behind") << kind + metadata + labels + "type: Opaque\n" + values << true;
        QTest::newRow("values behind") << kind + metadata + labels + values << true;
        QTest::newRow("values before") << values + kind + metadata << true;
        QTest::newRow("annotated") << kind + metadata + "  annotations:\n    a: b\n" + values << true;
        QTest::newRow("between others") << test::documents({kind + "metadata: {name: a, namespace: shop}\n" + values,
                                                            kind + metadata + values, kind + values})
                                        << true;
        QTest::newRow("as kubectl left it")
            << kind + metadata +
                   "  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: '{\"data\": \"hidden\"}'\n"
            << false;
        QTest::newRow("on one line")
            << std::string("{apiVersion: v1, kind: Secret, stringData: {key: hidden}, metadata: {name: s}}\n") << false;
        QTest::newRow("flow lines") << std::string("{apiVersion: v1, kind: Secret, stringData: {key: \"a\n"
                                                   "  hidden\"}, metadata: {name: s, namespace: shop}}\n")
                                    << false;
        QTest::newRow("a comment") << kind + "metadata:\n  namespace: shop\n  # hidden\n  name: s # hidden\n" + values
                                   << false;
    }
    void aSecretIsProtectedWithoutItsValues()
    {
        QFETCH(std::string, text);
        QFETCH(bool, isMended);
        const Case mended({{"a.yaml", text}}, protection, "Secret");
        QVERIFY2(mended.fix.patch.find("hidden") == std::string::npos, mended.fix.patch.c_str());
        if (isMended) {
            QCOMPARE(mended.unfixed(), "");
            const std::string after = mended.applied("a.yaml");
            QVERIFY2(after.find("Prune=false,Delete=false") != std::string::npos, after.c_str());
        }
    }

    void whereEachPatchWouldShowASecretThereIsNone()
    {
        const std::string list =
            "{\"kind\": \"List\", \"apiVersion\": \"v1\", \"items\": [\n"
            "{\"kind\": \"Secret\", \"apiVersion\": \"v1\", \"metadata\": {\"name\": \"s\"},\n"
            "\"stringData\": {\"a\": \"hidden\"}},\n"
            "{\"kind\": \"PersistentVolume\", \"apiVersion\": \"v1\", \"metadata\": {\"name\": \"a\"},\n"
            "\"spec\": {\"persistentVolumeReclaimPolicy\": \"Delete\"}}]}\n";
        const Case mended({{"a.json", list}, {"b.yaml", volume("b")}}, reclaim, "PersistentVolume");
        QVERIFY(mended.fix.patch.find("a.json") == std::string::npos);
        QVERIFY(mended.applied("b.yaml").ends_with("Retain\n"));
        QCOMPARE(mended.fix.objects, std::size_t{1});
        QCOMPARE(mended.fix.files, std::size_t{1});
        QCOMPARE(mended.unfixed(), "reclaim-policy-delete PersistentVolume a at a.json:4: Its text cannot be edited "
                                   "safely: a patch would show lines of a Secret, or of what may be one. Set "
                                   "spec.persistentVolumeReclaimPolicy: Retain by hand.\n");
    }
};

NOCLOBBER_TEST_MAIN(TestFix)
#include "tst_fix.moc"
