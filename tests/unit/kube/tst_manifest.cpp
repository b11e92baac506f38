#include "core/kube/manifest.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::kube;

/// Which declarations a file holds.
class TestManifest : public QObject
{
    Q_OBJECT
private slots:
    void declarationHasItsIdentityAndPlace();
    void documentsThatDeclareNothingAreCounted_data();
    void documentsThatDeclareNothingAreCounted();
    void nullDocumentsAreNotCounted();
    void generateNameIsNoName();
    void listItemsAreDeclarations();
    void typedListItemsInheritVersionAndKind();
    void listsAreNotGuessed();
    void itemsEndWhereTheNextBegins();
    void namesThatAreNoTextAreProblems_data();
    void namesThatAreNoTextAreProblems();
    void annotationsOfArgoAndHelmOnly();
    void customKindOfADefinition();
    void whatSaysWhoDeploysKeepsItsContent();
    void contentsThatOutgrowTheirTextAreLeft();
    void contentIsFoundAgain();
    void ambiguityMarksItsDocument();
    void ambiguityOfTheFileMarksAll();
    void filesKeptElsewhereAreNamed();
    void skipMarkIsSeen();
    void argoFailureIsForeseen_data();
    void argoFailureIsForeseen();
    void jsonFile();
};

namespace {

FileManifests read(std::string_view text)
{
    return readManifests(text, yaml::TextFormat::Yaml);
}

QString shown(const Name &name)
{
    return QString::fromStdString(name);
}

/// "document.item group/kind namespace/name lines", one after the other.
QString summary(const FileManifests &file)
{
    QStringList all;
    for (const auto &manifest : file.manifests)
        all += QString("%1.%2 %3 %4 %5/%6%7 %8-%9")
                   .arg(manifest->document)
                   .arg(manifest->item)
                   .arg(shown(manifest->apiVersion), shown(manifest->kind), shown(manifest->nameSpace),
                        shown(manifest->name), shown(manifest->generateName))
                   .arg(manifest->firstLine)
                   .arg(manifest->lastLine);
    return all.join(", ");
}

const std::string object = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

} // namespace

void TestManifest::declarationHasItsIdentityAndPlace()
{
    const auto file =
        read("# c\n---\n# d\napiVersion: apps/v1\nkind: Deployment\nmetadata:\n  labels: {a: b}\n  name: web\n"
             "  namespace: prod\nspec: {}\n# tail\n");
    QCOMPARE(summary(file), "1.0 apps/v1 Deployment prod/web 4-10");
    QCOMPARE(file.manifests[0]->group, "apps");
    QCOMPARE(file.manifests[0]->nameLine, 8);
    QCOMPARE(file.otherDocuments, 0);
    QVERIFY(file.problems.empty());
    QVERIFY(!file.manifests[0]->isAmbiguous);
}

void TestManifest::documentsThatDeclareNothingAreCounted_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"replicas: 1\n", "- op: replace\n", "42\n", "text\n", "kind: X\nmetadata: {name: a}\n",
          "apiVersion: v1\nmetadata: {name: a}\n", "apiVersion: v1\nkind: X\n",
          "apiVersion: v1\nkind: X\nmetadata: null\n", "apiVersion: v1\nkind: X\nmetadata: []\n",
          "apiVersion: v1\nkind: X\nmetadata: {}\n", "apiVersion: v1\nkind: X\nmetadata: {name: null}\n",
          "apiVersion: v1\nkind: X\nmetadata: {name: ''}\n", "apiVersion: 1\nkind: X\nmetadata: {name: a}\n",
          "apiVersion: a/b/c\nkind: X\nmetadata: {name: a}\n", "apiVersion: v1\nkind: []\nmetadata: {name: a}\n",
          "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: []\n"})
        QTest::newRow(text) << text;
}

void TestManifest::documentsThatDeclareNothingAreCounted()
{
    QFETCH(QString, text);
    const auto file = read(text.toStdString());
    QVERIFY(file.manifests.empty());
    QCOMPARE(file.otherDocuments, 1);
    QVERIFY(file.problems.empty());
}

void TestManifest::nullDocumentsAreNotCounted()
{
    QCOMPARE(read("---\n---\n# x\n---\n~\n").otherDocuments, 0);
}

void TestManifest::generateNameIsNoName()
{
    const auto file = read("apiVersion: batch/v1\nkind: Job\nmetadata:\n  generateName: run-\n  namespace: edge\n");
    QCOMPARE(file.manifests.size(), 1U);
    QCOMPARE(file.manifests[0]->name, "");
    QCOMPARE(file.manifests[0]->generateName, "run-");
    QCOMPARE(file.manifests[0]->nameLine, 4);
    const auto both = read("apiVersion: v1\nkind: X\nmetadata: {name: web, generateName: g}\n");
    QCOMPARE(both.manifests[0]->name, "web");
    QCOMPARE(both.manifests[0]->generateName, "");
}

void TestManifest::listItemsAreDeclarations()
{
    const auto file =
        read("apiVersion: v1\nkind: List\nmetadata: {}\nitems:\n"
             "- apiVersion: v1\n  kind: List\n  items:\n  - apiVersion: v1\n    kind: Secret\n    metadata: {name: s}\n"
             "  - null\n"
             "- apiVersion: v1\n  kind: ServiceAccount\n  metadata: {name: t}\n"
             "- values: 1\n"
             "- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: u}\n");
    QCOMPARE(summary(file), "1.1 v1 Secret /s 8-10, 1.3 v1 ServiceAccount /t 12-14, 1.5 v1 ConfigMap /u 16-18");
    QCOMPARE(file.otherDocuments, 1); // the item without a kind; the null one is nothing
}

void TestManifest::typedListItemsInheritVersionAndKind()
{
    const std::string text = "apiVersion: v1\nkind: ConfigMapList\nitems:\n- metadata: {name: a}\n  data: {x: z}\n"
                             "- apiVersion: v2\n  kind: Other\n  metadata: {name: b}\n";
    const auto file = read(text);
    QCOMPARE(summary(file), "1.1 v1 ConfigMap /a 4-5, 1.2 v2 Other /b 6-8");
    const auto content = readContent(text, yaml::TextFormat::Yaml, 1, 1);
    QCOMPARE(yaml::toCanonicalJson(*content),
             R"({"apiVersion":"v1","data":{"x":"z"},"kind":"ConfigMap","metadata":{"name":"a"}})");
}

void TestManifest::listsAreNotGuessed()
{
    // hostile 16: no items at all is an empty List, but a kind that ends in List may be an object
    QCOMPARE(
        summary(read(
            "apiVersion: v1\nkind: List\n---\napiVersion: v1\nkind: List\nitems: []\n---\napiVersion: v1\nkind: List\n"
            "items: null\n---\napiVersion: example.dev/v1\nkind: WaitingList\nmetadata: {name: w}\nspec: {items: "
            "4}\n")),
        "4.0 example.dev/v1 WaitingList /w 12-15");
    QCOMPARE(summary(read("apiVersion: v1\nkind: WaitingList\nmetadata: {name: w}\nitems: 3\n")),
             "1.0 v1 WaitingList /w 1-4");
    QCOMPARE(summary(read("apiVersion: v1\nkind: Thing\nmetadata: {name: w}\nitems: [1]\n")), "1.0 v1 Thing /w 1-4");
}

void TestManifest::itemsEndWhereTheNextBegins()
{
    const auto file = read("kind: List\napiVersion: v1\nitems:\n- apiVersion: v1\n  kind: A\n  metadata: {name: a}\n  "
                           "t: |\n    x\n    # y\n"
                           "\n# comment\n- {apiVersion: v1, kind: B, metadata: {name: b}}\nmetadata: {}\n");
    QCOMPARE(summary(file), "1.1 v1 A /a 4-8, 1.2 v1 B /b 12-12");
}

void TestManifest::namesThatAreNoTextAreProblems_data()
{
    QTest::addColumn<QString>("metadata");
    for (const char *metadata : {"{name: 123}", "{name: on}", "{name: 1e3}", "{name: [a]}", "{name: {}}",
                                 "{name: a, namespace: 5}", "{generateName: 7}"})
        QTest::newRow(metadata) << metadata;
}

void TestManifest::namesThatAreNoTextAreProblems()
{
    QFETCH(QString, metadata);
    const auto file = read("apiVersion: v1\nkind: X\nmetadata: " + metadata.toStdString() + "\n");
    QVERIFY(file.manifests.empty());
    QCOMPARE(file.problems.size(), 1U);
    QCOMPARE(file.problems[0].line, 3);
    QVERIFY(read("metadata: " + metadata.toStdString() + "\n").problems.empty()); // no object, no problem
}

void TestManifest::annotationsOfArgoAndHelmOnly()
{
    const auto file = read("apiVersion: v1\nkind: X\nmetadata:\n  name: a\n  annotations:\n    "
                           "argocd.argoproj.io/sync-options: Prune=false\n"
                           "    helm.sh/resource-policy: keep\n    argocd.argoproj.io/sync-wave: 5\n    other: x\n    "
                           "argocd.argoproj.iox: y\n");
    const std::map<std::string, std::string> expected{{"argocd.argoproj.io/sync-options", "Prune=false"},
                                                      {"helm.sh/resource-policy", "keep"}};
    QCOMPARE(file.manifests[0]->annotations.all(), expected);
    QVERIFY(
        read("apiVersion: v1\nkind: X\nmetadata: {name: a, annotations: null}\n").manifests[0]->annotations.empty());
    QVERIFY(read("apiVersion: v1\nkind: X\nmetadata: {name: a, annotations: [x]}\n").manifests[0]->annotations.empty());
}

void TestManifest::customKindOfADefinition()
{
    const std::string head =
        "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: d.e.f}\n";
    const auto custom = [&](const std::string &spec) { return read(head + spec).manifests.at(0)->customKind; };
    QCOMPARE(*custom("spec: {group: e.f, scope: Cluster, names: {kind: D}}\n"),
             (CustomKind{"e.f", "D", KindScope::Cluster}));
    QCOMPARE(*custom("spec: {group: e.f, scope: Namespaced, names: {kind: D}}\n"),
             (CustomKind{"e.f", "D", KindScope::Namespaced}));
    QVERIFY(!custom("spec: {group: e.f}\n"));
    QVERIFY(!custom("spec: null\n"));
    QVERIFY(
        !read("apiVersion: other/v1\nkind: CustomResourceDefinition\nmetadata: {name: a}\nspec: {names: {kind: D}}\n")
             .manifests[0]
             ->customKind);
}

void TestManifest::whatSaysWhoDeploysKeepsItsContent()
{
    const std::string application = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\n";
    const std::string text = object + "---\n" + application + "spec: {project: x}\n---\n" + application;
    const auto file = read(text);
    QVERIFY(!file.manifests.at(0)->content);
    for (const std::size_t place : {1U, 2U}) {
        const auto content = readContent(text, yaml::TextFormat::Yaml, static_cast<int>(place) + 1, 0);
        QVERIFY(content);
        QCOMPARE(toCanonicalJson(*file.manifests.at(place)->content), toCanonicalJson(*content));
    }
    QCOMPARE(file.manifests[1]->content->find({"spec", "project"})->line, 8);
    const auto list = read("apiVersion: argoproj.io/v1alpha1\nkind: ApplicationList\nitems:\n- metadata: {name: a}\n"
                           "- metadata: {name: b}\n");
    QCOMPARE(list.manifests.at(1)->content->text("kind"), std::string("Application"));
    QCOMPARE(list.manifests[1]->content->find("metadata")->text("name"), std::string("b"));
    QVERIFY(!read("apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: a}\n").manifests[0]->content);
    QVERIFY(read("apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\n")
                .manifests[0]
                ->content);
}

void TestManifest::contentsThatOutgrowTheirTextAreLeft()
{
    const std::string application = "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\n";
    std::string bomb = application + "a: &a [x, x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\n"
                                     "c: [*b, *b, *b, *b, *b, *b, *b, *b]\n";
    const auto file = read(bomb + "---\n" + application);
    QCOMPARE(file.manifests.size(), std::size_t{2});
    QVERIFY(!file.manifests[0]->content);
    QVERIFY(file.manifests[1]->content);
    QVERIFY(readContent(bomb, yaml::TextFormat::Yaml, 1, 0));
    const std::string json = R"({"apiVersion":"argoproj.io/v1alpha1","kind":"Application","metadata":{"name":"a"}})";
    QVERIFY(!read(json + "\n" + json).manifests.at(1)->content); // each would be read from the begin
}

void TestManifest::contentIsFoundAgain()
{
    const std::string text = object + "---\nkind: [\n---\n" + object + "data: {k: v}\n";
    QCOMPARE(readContent(text, yaml::TextFormat::Yaml, 3, 0)->find("data")->text("k"), "v");
    QCOMPARE(readContent(text, yaml::TextFormat::Yaml, 2, 0).error().code, ErrorCode::Yaml);
    QCOMPARE(readContent(text, yaml::TextFormat::Yaml, 3, 1).error().code, ErrorCode::Yaml);
    QCOMPARE(readContent(text, yaml::TextFormat::Yaml, 7, 0).error().code, ErrorCode::Yaml);
}

void TestManifest::ambiguityMarksItsDocument()
{
    const auto file = read(object + "---\n" + object + "kind: ConfigMap\n");
    QVERIFY(!file.manifests[0]->isAmbiguous);
    QVERIFY(file.manifests[1]->isAmbiguous);
    QCOMPARE(file.ambiguities.size(), 1U);
    QCOMPARE(file.ambiguities[0].line, 8);
}

void TestManifest::ambiguityOfTheFileMarksAll()
{
    const auto file = read(object + "---\n" + object + "...\nhidden: 1\n");
    QVERIFY(file.manifests[0]->isAmbiguous);
    QVERIFY(file.manifests[1]->isAmbiguous);
    QCOMPARE(file.ambiguities.size(), 1U);
}

void TestManifest::filesKeptElsewhereAreNamed()
{
    const auto pointer = read("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n");
    QCOMPARE(pointer.problems.size(), 1U);
    QVERIFY(pointer.problems[0].message.find("LFS") != std::string::npos);
    const auto crypt = read(std::string("\0GITCRYPT\0\x12\x34", 12));
    QVERIFY(crypt.problems.at(0).message.find("git-crypt") != std::string::npos);
    const auto binary = read(std::string("\x7F"
                                         "ELF\0\0---\n\0",
                                         12));
    QCOMPARE(binary.problems.size(), 1U);
    QVERIFY(binary.problems[0].message.find("binary") != std::string::npos);
}

void TestManifest::skipMarkIsSeen()
{
    const auto file = read("# +argocd:skip-file-rendering\n" + object);
    QVERIFY(file.skipsRendering);
    QCOMPARE(file.manifests.size(), 1U); // whether it counts is the Application's business
    QVERIFY(!read(object).skipsRendering);
}

void TestManifest::argoFailureIsForeseen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fails");
    QTest::newRow("no failure") << "apiVersion: v1\nkind: A\nmetadata: {name: a}\n" << false;
    QTest::newRow("a template, nothing parsed") << "{{ if }}\na: [\n" << false;
    QTest::newRow("looks like a manifest") << "apiVersion: v1\nkind: A\nmetadata: {name: [}\n" << true;
    QTest::newRow("after a document") << "a: 1\n---\nb: [\n" << true;
    QTest::newRow("before a document") << "b: [\n---\na: 1\n" << false;
}

void TestManifest::argoFailureIsForeseen()
{
    QFETCH(QString, text);
    QFETCH(bool, fails);
    QCOMPARE(read(text.toStdString()).argoWouldReportFailure, fails);
}

void TestManifest::jsonFile()
{
    const std::string text =
        "{\n \"apiVersion\": \"v1\",\n \"kind\": \"ConfigMap\",\n \"metadata\": {\n  \"name\": \"j\"}\n}\n";
    const auto file = readManifests(text, yaml::TextFormat::Json);
    QCOMPARE(summary(file), "1.0 v1 ConfigMap /j 1-6");
    QCOMPARE(file.manifests[0]->nameLine, 5);
}

NOCLOBBER_TEST_MAIN(TestManifest)
#include "tst_manifest.moc"
