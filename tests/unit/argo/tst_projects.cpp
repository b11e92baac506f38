#include "tests/support/test_main.h"

#include "core/argo/projects.h"

using namespace noclobber;

namespace {

argo::Project project(const QByteArray &spec)
{
    const auto document = yaml::readDocument("spec: {" + spec.toStdString() + "}\n", yaml::TextFormat::Yaml, 1);
    argo::Project read = document ? argo::readProject(document->root, {}) : argo::Project();
    read.id = {"", {"argoproj.io", "AppProject", "argocd", "team"}};
    return read;
}

argo::Application application(const std::string &repository, const std::string &nameSpace = "argocd")
{
    argo::Application made;
    made.id = {"", {"argoproj.io", "Application", Name(nameSpace), "web"}};
    made.sources = {argo::Source()};
    made.sources[0].repository = repository;
    made.destination.nameSpace = "shop";
    return made;
}

const argo::Cluster own{"https://kubernetes.default.svc", "in-cluster"};
const QByteArray anywhere = "destinations: [{server: '*', namespace: '*'}], ";

std::string objectRefusal(const QByteArray &spec, const std::string &group, const std::string &kind,
                          const std::string &nameSpace)
{
    return argo::refusalOf(project(anywhere + spec),
                           argo::ObjectId{"", {Name(group), Name(kind), Name(nameSpace), "a"}}, own);
}

} // namespace

/// argo-cd.md 4.4 and 9: what an AppProject permits. Expected values by hand from the page.
class TestProjects : public QObject
{
    Q_OBJECT
private slots:
    void sourceRepositories_data()
    {
        QTest::addColumn<QByteArray>("patterns");
        QTest::addColumn<QByteArray>("repository");
        QTest::addColumn<bool>("permitted");
        QTest::newRow("none") << QByteArray("") << QByteArray("https://github.com/a/b") << false;
        QTest::newRow("all") << QByteArray("'*'") << QByteArray("https://github.com/a/b") << true;
        QTest::newRow("same") << QByteArray("https://github.com/a/b.git") << QByteArray("https://github.com/A/b")
                              << true;
        QTest::newRow("one level") << QByteArray("https://github.com/a/*") << QByteArray("https://github.com/a/b")
                                   << true;
        QTest::newRow("a star stays between slashes")
            << QByteArray("https://github.com/*") << QByteArray("https://github.com/a/b") << false;
        QTest::newRow("two stars do not")
            << QByteArray("https://github.com/**") << QByteArray("https://github.com/a/b") << true;
        QTest::newRow("denied") << QByteArray("'*', '!https://github.com/a/*'") << QByteArray("https://github.com/a/b")
                                << false;
        QTest::newRow("not what is denied")
            << QByteArray("'*', '!https://github.com/a/*'") << QByteArray("https://github.com/c/b") << true;
        QTest::newRow("a denial alone permits the rest")
            << QByteArray("'!https://github.com/a/*'") << QByteArray("https://github.com/c/b") << true;
        QTest::newRow("scp form") << QByteArray("git@github.com:a/*") << QByteArray("git@github.com:a/b.git") << true;
        QTest::newRow("another protocol")
            << QByteArray("git@github.com:a/*") << QByteArray("https://github.com/a/b") << false;
    }
    void sourceRepositories()
    {
        QFETCH(QByteArray, patterns);
        QFETCH(QByteArray, repository);
        QFETCH(bool, permitted);
        const auto read = project(anywhere + "sourceRepos: [" + patterns + "]");
        QCOMPARE(argo::refusalOf(read, application(repository.toStdString()), own).empty(), permitted);
    }

    void destinations_data()
    {
        QTest::addColumn<QByteArray>("entries");
        QTest::addColumn<bool>("permitted");
        QTest::newRow("none") << QByteArray("") << false;
        QTest::newRow("server") << QByteArray("{server: 'https://kubernetes.default.svc', namespace: shop}") << true;
        QTest::newRow("name") << QByteArray("{name: in-cluster, namespace: shop}") << true;
        QTest::newRow("other server") << QByteArray("{server: https://other, namespace: shop}") << false;
        QTest::newRow("other namespace") << QByteArray("{server: '*', namespace: other}") << false;
        QTest::newRow("namespace pattern") << QByteArray("{server: '*', namespace: 's*'}") << true;
        QTest::newRow("denied namespace")
            << QByteArray("{server: '*', namespace: '*'}, {server: '*', namespace: '!shop'}") << false;
        QTest::newRow("denied other namespace")
            << QByteArray("{server: '*', namespace: '*'}, {server: '*', namespace: '!kube-system'}") << true;
        QTest::newRow("denied server")
            << QByteArray("{server: '*', namespace: '*'}, {server: '!https://kubernetes.default.svc', namespace: '*'}")
            << false;
    }
    void destinations()
    {
        QFETCH(QByteArray, entries);
        QFETCH(bool, permitted);
        const auto read = project("sourceRepos: ['*'], destinations: [" + entries + "]");
        QCOMPARE(argo::refusalOf(read, application("https://a"), own).empty(), permitted);
    }

    /// A server that nobody can resolve to its name is no reason for an alarm.
    void unknownOtherNameOfAClusterIsPermitted()
    {
        const auto read = project("sourceRepos: ['*'], destinations: [{server: https://10.0.0.1, namespace: shop}]");
        QVERIFY(argo::refusalOf(read, application("https://a"), argo::Cluster{"", "east"}).empty());
        QVERIFY(!argo::refusalOf(read, application("https://a"), argo::Cluster{"https://10.0.0.2", ""}).empty());
    }

    void kinds()
    {
        const QByteArray all = "clusterResourceWhitelist: [{group: '*', kind: '*'}]";
        QVERIFY(!objectRefusal("", "", "Namespace", "").empty());
        QVERIFY(!objectRefusal("clusterResourceWhitelist: []", "", "Namespace", "").empty());
        QVERIFY(objectRefusal(all, "", "Namespace", "").empty());
        QVERIFY(objectRefusal("clusterResourceWhitelist: [{group: '', kind: Namespace, name: a}]", "", "Namespace", "")
                    .empty());
        QVERIFY(!objectRefusal("clusterResourceWhitelist: [{group: '', kind: Namespace, name: b}]", "", "Namespace", "")
                     .empty());
        QVERIFY(!objectRefusal(all + ", clusterResourceBlacklist: [{group: '', kind: Namespace}]", "", "Namespace", "")
                     .empty());
        QVERIFY(objectRefusal("", "apps", "Deployment", "shop").empty());
        QVERIFY(!objectRefusal("namespaceResourceWhitelist: []", "apps", "Deployment", "shop").empty());
        QVERIFY(objectRefusal("namespaceResourceWhitelist: [{group: apps, kind: '*'}]", "apps", "Deployment", "shop")
                    .empty());
        QVERIFY(!objectRefusal("namespaceResourceWhitelist: [{group: '', kind: '*'}]", "apps", "Deployment", "shop")
                     .empty());
        QVERIFY(!objectRefusal("namespaceResourceBlacklist: [{group: apps, kind: Deployment}]", "apps", "Deployment",
                               "shop")
                     .empty());
    }

    /// argo-cd.md 9.
    void applicationsOfOtherNamespaces()
    {
        const QByteArray open = anywhere + "sourceRepos: ['*']";
        QVERIFY(!argo::refusalOf(project(open), application("https://a", "team-a"), own).empty());
        QVERIFY(
            argo::refusalOf(project(open + ", sourceNamespaces: ['team-*']"), application("https://a", "team-a"), own)
                .empty());
    }
};

NOCLOBBER_TEST_MAIN(TestProjects)
#include "tst_projects.moc"
