#include "tests/support/test_main.h"

#include "core/argo/configuration.h"

using namespace noclobber;

class TestConfiguration : public QObject
{
    Q_OBJECT
private slots:
    void everyKeyOfTheContractIsRead()
    {
        const auto read =
            argo::readConfiguration("layout:\n"
                                    "  - path: env/{cluster}/{app}/**\n"
                                    "naming:\n"
                                    "  - kind: Application\n"
                                    "    name: \"{app}-{cluster}\"\n"
                                    "exclude: [\"**/charts/**\"]\n"
                                    "rendered: [\"deploy/**\"]\n"
                                    "stateful:\n"
                                    "  - group: example.com\n"
                                    "    kind: Ledger\n"
                                    "argoCd:\n"
                                    "  version: \"3.4\"\n"
                                    "  repositories: [https://git.example.com/platform/manifests.git]\n"
                                    "rules:\n"
                                    "  missing-prune-protection: warn\n"
                                    "  naming: off\n"
                                    "waivers:\n"
                                    "  - rule: overwrite\n"
                                    "    identity: cluster01/argoproj.io/Application/argocd/app01-cluster01\n"
                                    "    reason: planned cut-over, CHG-1234\n"
                                    "    until: 2026-12-31\n",
                                    ".noclobber.yaml");
        QVERIFY2(bool(read), read ? "" : read.error().message.c_str());
        argo::Configuration expected;
        expected.file = ".noclobber.yaml";
        expected.layout = {"env/{cluster}/{app}/**"};
        expected.naming = {{"Application", "{app}-{cluster}"}};
        expected.exclude = {"**/charts/**"};
        expected.rendered = {"deploy/**"};
        expected.stateful = {{"example.com", "Ledger"}};
        expected.argoCdVersion = "3.4";
        expected.repositories = {"https://git.example.com/platform/manifests.git"};
        expected.rules = {{"missing-prune-protection", Severity::Warn}, {"naming", Severity::Off}};
        expected.waivers = {{"overwrite", "cluster01/argoproj.io/Application/argocd/app01-cluster01",
                             "planned cut-over, CHG-1234", "2026-12-31", 18}};
        QCOMPARE(read->waivers[0].line, 18);
        QVERIFY(*read == expected);
    }

    void emptyFileIsNoConfiguration()
    {
        for (const char *text : {"", "# nothing yet\n", "---\n"}) {
            const auto read = argo::readConfiguration(text, "c");
            QVERIFY(bool(read));
            argo::Configuration nothing;
            nothing.file = "c";
            QVERIFY(*read == nothing);
        }
    }

    void mistakeNamesItsLineAndTheMend_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const char *text, const char *where, const char *message) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(where) << QByteArray(message);
        };
        row("unknown key", "exclude: []\nrenderd: [\"a/**\"]\n", "c:2", "did you mean \"rendered\"?");
        row("unknown key inside", "argoCd:\n  versoin: \"3.4\"\n", "c:2", "did you mean \"version\"?");
        row("unknown key in a waiver", "waivers:\n  - rule: a\n    identity: b\n    reson: c\n", "c:4",
            "did you mean \"reason\"?");
        row("far from every key", "zzz: 1\n", "c:1", "known here:");
        row("number as version", "argoCd:\n  version: 3.10\n", "c:2", "in quotes");
        row("severity", "rules:\n  overwrite: error\n", "c:2", "off, note, warn or block");
        row("day", "waivers:\n  - {rule: a, identity: b, reason: c, until: tomorrow}\n", "c:2", "such as 2026-12-31");
        row("day that is none", "waivers:\n  - rule: a\n    identity: b\n    reason: c\n    until: 2026-02-31\n", "c:5",
            "a day of the calendar");
        row("29 February of another year", "waivers:\n  - {rule: a, identity: b, reason: c, until: 2026-02-29}\n",
            "c:2", "a day of the calendar");
        row("month that is none", "waivers:\n  - {rule: a, identity: b, reason: c, until: 2026-13-01}\n", "c:2",
            "a day of the calendar");
        row("waiver without reason", "waivers:\n  - rule: a\n    identity: b\n", "c:2", "needs a");
        row("layout without path", "layout:\n  - {}\n", "c:2", "needs a \"path\"");
        row("brace in layout", "layout:\n  - path: env/{cluster/**\n", "c:2", "a brace that is not closed");
        row("brace in name", "naming:\n  - {kind: Application, name: 'a-}'}\n", "c:2", "a brace that is not closed");
        row("word without value", "naming:\n  - {kind: A, name: '{ap}'}\nlayout: [{path: '{app}/**'}]\n", "c:1",
            "needs {ap}, which no path of \"layout\" has");
        row("list expected", "exclude: a/**\n", "c:1", "must be a list");
        row("mapping expected", "- a\n", "c:1", "must be a mapping");
        row("repeated key", "exclude: []\nexclude: [\"a\"]\n", "c:2", "");
        row("two documents", "exclude: []\n---\nexclude: []\n", "c:1", "one document");
        row("no YAML", "exclude: [\n", "c:", "");
    }

    void mistakeNamesItsLineAndTheMend()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, where);
        QFETCH(QByteArray, message);
        const auto read = argo::readConfiguration(text.toStdString(), "c");
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Configuration);
        QVERIFY2(QByteArray::fromStdString(read.error().where).startsWith(where), read.error().where.c_str());
        QVERIFY2(QByteArray::fromStdString(read.error().message).contains(message), read.error().message.c_str());
    }

    void leapDayIsADay()
    {
        const auto read =
            argo::readConfiguration("waivers:\n  - {rule: a, identity: b, reason: c, until: 2028-02-29}\n", "c");
        QVERIFY(read);
        QCOMPARE(read->waivers.front().until, std::string("2028-02-29"));
    }

    void layoutNamesWordsAndScope_data()
    {
        QTest::addColumn<QByteArray>("layout");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("words"); // "a=b c=d", or "no"
        QTest::addColumn<QByteArray>("scope");
        const auto row = [](const char *layout, const char *path, const char *words, const char *scope) {
            QTest::newRow(layout) << QByteArray(layout) << QByteArray(path) << QByteArray(words) << QByteArray(scope);
        };
        row("env/{cluster}/{app}/**", "env/cluster01/etcd/yml/etcd.yml", "app=etcd cluster=cluster01", "env/cluster01");
        row("env/{cluster}/{app}/**", "other/cluster01/etcd/a.yml", "no", "");
        row("apps/{app}/*.yaml", "apps/web/a.yaml", "app=web", "");
        row("apps/{app}/*.yaml", "apps/web/deep/a.yaml", "no", "");
        row("**/{cluster}.yaml", "a/b/east.yaml", "cluster=east", "a/b/east.yaml");
        row("k8s-{cluster}/{app}-rendered/**", "k8s-east/web-rendered/x.yaml", "app=web cluster=east", "k8s-east");
        row("env/{cluster}/**", "env/a/", "cluster=a", "env/a");
    }

    void layoutNamesWordsAndScope()
    {
        QFETCH(QByteArray, layout);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, words);
        const auto matched = argo::matchLayout(layout.toStdString(), path.toStdString());
        std::string text = matched ? "" : "no";
        for (const auto &[word, value] : matched.value_or(std::map<std::string, std::string>()))
            text += (text.empty() ? "" : " ") + word + "=" + value;
        QCOMPARE(QByteArray::fromStdString(text), words);
        if (matched)
            QTEST(QByteArray::fromStdString(argo::layoutScope(layout.toStdString(), path.toStdString())), "scope");
    }
};

NOCLOBBER_TEST_MAIN(TestConfiguration)
#include "tst_configuration.moc"
