#include "tests/support/test_main.h"

#include "core/argo/application.h"

using namespace noclobber;

namespace {

argo::Application readText(const std::string &text)
{
    const auto document = yaml::readDocument(text, yaml::TextFormat::Yaml, 1);
    return document ? argo::readApplication(document->root, {}) : argo::Application();
}

} // namespace

class TestApplication : public QObject
{
    Q_OBJECT
private slots:
    void specIsRead()
    {
        const auto application = readText(R"(
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: core
  finalizers: [other, resources-finalizer.argocd.argoproj.io/background]
spec:
  project: platform
  source: {repoURL: https://git.example.com/a.git, path: ./env//east/, directory: {recurse: true, include: '*.yaml', exclude: 'x*'}}
  destination: {server: https://10.0.0.1:6443/, namespace: core}
  syncPolicy:
    automated: {prune: true, allowEmpty: true}
    syncOptions: [PruneLast=true]
)");
        QCOMPARE(application.project, std::string("platform"));
        QCOMPARE(application.sources.size(), std::size_t(1));
        QCOMPARE(application.sources[0].path, std::string("env/east"));
        QVERIFY(application.sources[0].recurse && application.sources[0].isTypeExplicit);
        QCOMPARE(application.sources[0].include, std::string("*.yaml"));
        QCOMPARE(application.sources[0].exclude, std::string("x*"));
        QCOMPARE(application.destination.server, std::string("https://10.0.0.1:6443"));
        QCOMPARE(application.destination.nameSpace, std::string("core"));
        QVERIFY(application.prunesByItself() && application.allowEmpty && !application.selfHeal);
        QVERIFY(application.cascades());
        QVERIFY(application.hasSyncOption("PruneLast=true"));
        QVERIFY(!application.hasSyncOption("PruneLast = true"));
    }

    void automationFollowsItsSwitches_data() // domain page on Argo CD, 4.1
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<bool>("automated");
        QTest::addColumn<bool>("prunes");
        QTest::newRow("none") << QByteArray("{}") << false << false;
        QTest::newRow("null") << QByteArray("{automated: null}") << false << false;
        QTest::newRow("empty") << QByteArray("{automated: {}}") << true << false;
        QTest::newRow("prune") << QByteArray("{automated: {prune: true}}") << true << true;
        QTest::newRow("prune as text") << QByteArray("{automated: {prune: 'true'}}") << true << false;
        QTest::newRow("switched off") << QByteArray("{automated: {enabled: false, prune: true}}") << false << false;
        QTest::newRow("switched on") << QByteArray("{automated: {enabled: true, prune: true}}") << true << true;
    }

    void automationFollowsItsSwitches()
    {
        QFETCH(QByteArray, policy);
        const auto application = readText("spec:\n  syncPolicy: " + policy.toStdString() + "\n");
        QTEST(application.automated, "automated");
        QTEST(application.prunesByItself(), "prunes");
    }

    void
    severalSourcesHideTheSingleOne() // 10: `sources` set, `source` is ignored; a ref without a path renders nothing
    {
        const auto application = readText(R"(
spec:
  source: {repoURL: r, path: ignored}
  sources:
    - {repoURL: r, path: a}
    - {repoURL: r, ref: values}
    - {repoURL: r, ref: both, path: b}
    - {repoURL: https://charts.example.com, chart: kafka, targetRevision: 1.2.3}
)");
        QCOMPARE(application.sources.size(), std::size_t(3));
        QCOMPARE(application.sources[0].path, std::string("a"));
        QCOMPARE(application.sources[1].path, std::string("b"));
        QCOMPARE(application.sources[2].type, argo::SourceType::Helm);
    }

    void onlyTheExactFinalizersCascade() // 4.2
    {
        const auto cascades = [](const std::string &finalizer) {
            return readText("metadata:\n  finalizers: ['" + finalizer + "']\n").cascades();
        };
        QVERIFY(cascades("resources-finalizer.argocd.argoproj.io"));
        QVERIFY(cascades("resources-finalizer.argocd.argoproj.io/foreground"));
        QVERIFY(cascades("resources-finalizer.argocd.argoproj.io/background"));
        QVERIFY(!cascades("resources-finalizer.argocd.argoproj.io/orphan"));
        QVERIFY(!cascades("post-delete-finalizer.argocd.argoproj.io"));
    }

    void spellingsOfOneAddressAreOne()
    {
        const std::string normal = "git.example.com/platform/manifests";
        for (const char *address :
             {"https://git.example.com/platform/manifests.git", "https://git.example.com/platform/manifests/",
              "https://user:token@Git.Example.com:443/platform/manifests", "git@git.example.com:platform/manifests.git",
              "ssh://git@git.example.com/platform/manifests.git", "ssh://git@git.example.com:22/platform/manifests"})
            QCOMPARE(argo::normalAddress(address), normal);
        QVERIFY(argo::normalAddress("https://git.example.com/platform/other") != normal);
        QVERIFY(argo::normalAddress("https://git.example.com:8443/platform/manifests") != normal);
        QVERIFY(argo::normalAddress("https://git.example.com/Platform/manifests") != normal);
    }
};

NOCLOBBER_TEST_MAIN(TestApplication)
#include "tst_application.moc"
