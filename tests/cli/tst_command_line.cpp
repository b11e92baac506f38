#include <QFile>
#include <QTemporaryDir>
#include <vector>

#include "core/base/resources.h"
#include "tests/cli/program.h"
#include "tests/support/contract_rules.h"
#include "tests/support/json_schema.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::contentOf;
using test::jsonOf;
using test::reviewOf;
using test::Run;
using test::runProgram;
using test::words;

/// What the program answers, option by option (contract, section 4).
class TestCommandLine : public QObject
{
    Q_OBJECT

private:
    const test::ScratchRepository m_quiet{test::quietBase(), test::quietHead()};
    const test::ScratchRepository m_overwrite{test::quietBase(), test::overwrittenHead()};
    const test::ScratchRepository m_sample{test::sampleSide("base"), test::sampleSide("head")};
    const QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    QString writtenFile(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }

private slots:
    void helpAndVersionGoToStandardOutput()
    {
        const Run version = runProgram({QStringLiteral("--version")});
        QCOMPARE(version.out, QStringLiteral("noclobber 0.1.0\n"));
        QCOMPARE(version.exitCode, 0);
        for (const char *command : {"--help", "review --help", "audit --help", "objects --help", "rules --help",
                                    "explain --help", "init --help"}) {
            const Run help = runProgram(words(command));
            QCOMPARE(help.exitCode, 0);
            QCOMPARE(help.err, QString());
            QVERIFY2(help.out.contains(QLatin1String("--fail-on LEVEL")), command);
        }
    }

    void jsonOfTheRealThingIsAsTheSchemaSays()
    {
        const auto schema = nlohmann::json::parse(resource("schema/noclobber.review-1.schema.json"));
        for (const auto *repository : {&m_quiet, &m_overwrite, &m_sample}) {
            const auto document = jsonOf(runProgram(reviewOf(*repository, words("--format json"))));
            for (const std::string &error : test::schemaErrors(schema, document))
                QFAIL(error.c_str());
        }
    }

    void theSampleOverwritesTheApplicationAndItsProject()
    {
        const auto document = jsonOf(runProgram(reviewOf(m_sample, words("--format json"))));
        std::vector<std::string> overwritten;
        for (const auto &change : document["changes"]) {
            if (change["status"] == "overwritten")
                overwritten.push_back(change["identity"]["kind"].get<std::string>() + " " +
                                      change["identity"]["name"].get<std::string>());
        }
        QCOMPARE(overwritten, (std::vector<std::string>{"AppProject app01-cluster01", "Application app01-cluster01"}));
        QCOMPARE(document["verdict"].get<std::string>(), std::string("block"));
        QVERIFY(document["destructive"].get<bool>());
    }

    void severalDocumentsComeFromOneRun()
    {
        const Run run = runProgram(reviewOf(m_sample, {QStringLiteral("--format"), QStringLiteral("json"),
                                                       QStringLiteral("-o"), path("a.json"), QStringLiteral("--format"),
                                                       QStringLiteral("html"), QStringLiteral("-o"), path("a.html"),
                                                       QStringLiteral("--format"), QStringLiteral("text")}));
        QCOMPARE(run.exitCode, 3);
        QVERIFY(run.out.startsWith(QLatin1String("Block. ")));
        QVERIFY(contentOf(path("a.json")).startsWith("{\n  \"schema\": \"noclobber.review/1\""));
        QVERIFY(contentOf(path("a.html")).startsWith("<!DOCTYPE html>"));
    }

    void anOutputBelongsToTheFormatBesideIt()
    {
        const Run run = runProgram(reviewOf(
            m_quiet, {QStringLiteral("-o"), path("b.data"), QStringLiteral("--format"), QStringLiteral("json"),
                      QStringLiteral("--format"), QStringLiteral("text"), QStringLiteral("-o"), QStringLiteral("-")}));
        QVERIFY(run.out.startsWith(QLatin1String("Safe. ")));
        QVERIFY(contentOf(path("b.data")).startsWith("{\n"));
    }

    void withoutAFormatTheEndingOfTheFileDecides()
    {
        runProgram(reviewOf(m_quiet, {QStringLiteral("-o"), path("c.html")}));
        runProgram(reviewOf(m_quiet, {QStringLiteral("--output"), path("c.txt")}));
        runProgram(reviewOf(m_quiet, {QStringLiteral("-o"), path("c.md")}));
        QVERIFY(contentOf(path("c.md")).startsWith("<!-- noclobber:v1 -->\n### Safe\n"));
        QVERIFY(contentOf(path("c.html")).startsWith("<!DOCTYPE html>"));
        QVERIFY(contentOf(path("c.txt")).startsWith("Safe. "));
    }

    void theConfigurationOfTheOptionCounts()
    {
        const QString file = writtenFile("config.yaml", "rules:\n  overwrite: note\n  duplicate-identity: note\n");
        const Run run = runProgram(
            reviewOf(m_overwrite, {QStringLiteral("--config"), file, QStringLiteral("--format"), QStringLiteral("json"),
                                   QStringLiteral("--argo-cd-version"), QStringLiteral("2.14")}));
        QCOMPARE(run.exitCode, 0);
        const auto tool = jsonOf(run)["tool"];
        QCOMPARE(tool["configuration"].get<std::string>(), std::string("option"));
        QCOMPARE(tool["argoCd"].get<std::string>(), std::string("2.14"));
    }

    void onlyTheNamedScopesAreReviewed()
    {
        git::Files base = test::quietBase();
        base["env/two/web/settings.yaml"] = test::settingsMap("settings", "a");
        git::Files head = base;
        head["env/two/web/settings.yaml"] += "---\n" + test::settingsMap("settings", "b");
        const test::ScratchRepository repository(base, head);
        QCOMPARE(runProgram(reviewOf(repository)).exitCode, 1);
        QCOMPARE(runProgram(reviewOf(repository, words("--scope env/one"))).exitCode, 0);
        QCOMPARE(runProgram(reviewOf(repository, words("--scope env/one --scope env/two"))).exitCode, 1);
    }

    void todayIsTheDayOfSourceDateEpoch()
    {
        git::Files base = test::quietBase();
        base[".noclobber.yaml"] =
            "waivers:\n"
            "  - {rule: overwrite, identity: '*/*/*/*/*', reason: r, until: 2023-12-31}\n"
            "  - {rule: overwrite, identity: 'env/*//ConfigMap/*/*', reason: r, until: 2023-12-31}\n"
            "  - {rule: duplicate-identity, identity: 'env/*//ConfigMap/*/*', reason: r, until: 2023-12-31}\n";
        git::Files head = test::overwrittenHead();
        head[".noclobber.yaml"] = base[".noclobber.yaml"];
        const test::ScratchRepository repository(base, head);
        const Run before = runProgram(reviewOf(repository), {QStringLiteral("SOURCE_DATE_EPOCH=1700000000")});
        QVERIFY2(before.exitCode == 0, qPrintable(before.out + before.err));
        const Run after = runProgram(reviewOf(repository), {QStringLiteral("SOURCE_DATE_EPOCH=1710000000")});
        QCOMPARE(after.exitCode, 1);
    }

    void thePageHasADateOnlyFromSourceDateEpoch()
    {
        const QStringList arguments = reviewOf(m_quiet, words("--format html"));
        QVERIFY(runProgram(arguments, {QStringLiteral("SOURCE_DATE_EPOCH=1700000000")})
                    .out.contains(QLatin1String(", 2023-11-14</span>")));
        QCOMPARE(runProgram(arguments).out, runProgram(arguments).out);
        QVERIFY(!runProgram(arguments).out.contains(QLatin1String("2023-11-14")));
    }

    void quietShowsTheVerdictAndVerboseEverything()
    {
        const QString usual = runProgram(reviewOf(m_sample)).out;
        const QString quiet = runProgram(reviewOf(m_sample, words("-q"))).out;
        const QString verbose = runProgram(reviewOf(m_sample, words("-v"))).out;
        QVERIFY(usual.startsWith(quiet));
        QVERIFY(quiet.count(QLatin1Char('\n')) <= 4);
        QVERIFY(usual.contains(QLatin1String("-v shows all")));
        QVERIFY(!verbose.contains(QLatin1String("-v shows all")));
        QVERIFY(verbose.size() > usual.size());
    }

    void aBlockedChangeTellsTheWayBack()
    {
        const QString verbose = runProgram(reviewOf(m_sample, words("-v"))).out;
        QVERIFY(verbose.contains(QLatin1String("\n      argocd app set argocd/apps-cluster01 --sync-policy none\n")));
        QVERIFY(verbose.contains(QLatin1String("\n          kubectl get pv | grep -wF etcd/etcd-snapshots\n")));
        QVERIFY(runProgram(reviewOf(m_sample)).out.contains(QLatin1String("If this was merged by mistake: ")));
        QVERIFY(!runProgram(reviewOf(m_quiet, words("-v"))).out.contains(QLatin1String("merged by mistake")));
        const auto quiet = jsonOf(runProgram(reviewOf(m_quiet, words("--format json"))));
        QVERIFY(quiet["recovery"].empty() && quiet["runbook"].empty());
    }

    void revisionsCanBeWrittenAsARange()
    {
        const QString folder = QString::fromStdString(m_overwrite.path());
        for (const char *range : {"main..change", "main...change"}) {
            const Run run = runProgram({QStringLiteral("-C"), folder, QStringLiteral("review"), QLatin1String(range),
                                        QStringLiteral("--format"), QStringLiteral("json")});
            QCOMPARE(run.exitCode, 1);
            QCOMPARE(jsonOf(run)["comparison"].get<std::string>(),
                     std::string(QByteArray(range).count('.') == 2 ? "two-dot" : "three-dot"));
        }
        const Run defaults =
            runProgram({QStringLiteral("-C"), folder + QStringLiteral("/env/one"), QStringLiteral("review")});
        QCOMPARE(defaults.exitCode, 1);
    }

    void aBranchMayBeCalledLikeACommand()
    {
        m_quiet.git({"branch", "-f", "rules", "change"});
        const Run run = runProgram({QStringLiteral("-C"), QString::fromStdString(m_quiet.path()),
                                    QStringLiteral("review"), QStringLiteral("main"), QStringLiteral("rules")});
        QVERIFY2(run.out.startsWith(QLatin1String("Safe. ")), qPrintable(run.out + run.err));
    }

    void valuesOfSecretsAppearInNoOutput()
    {
        git::Files base = test::quietBase();
        const std::string secret = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: key\n  namespace: web\n"
                                   "stringData:\n  token: ";
        base["env/one/web/key.yaml"] = secret + "swordfish\n";
        git::Files head = base;
        head["env/one/web/key.yaml"] = secret + "marlinspike\n";
        const test::ScratchRepository repository(base, head);
        const QString folder = QString::fromStdString(repository.path());
        const QStringList objects{QStringLiteral("-C"), folder, QStringLiteral("objects"), QStringLiteral("--content")};
        for (const QStringList &arguments :
             {reviewOf(repository, words("-v")), reviewOf(repository, words("--format json")),
              reviewOf(repository, words("--format html")), objects, objects + words("--format json")}) {
            const Run run = runProgram(arguments);
            QVERIFY(!run.out.isEmpty() && run.out.contains(QLatin1String("key")));
            QVERIFY(!run.out.contains(QLatin1String("swordfish")));
            QVERIFY(!run.out.contains(QLatin1String("marlinspike")));
            QVERIFY(run.out.contains(QLatin1String("(secret")));
        }
        const Run comment = runProgram(reviewOf(repository, words("--format markdown")));
        QVERIFY(!comment.out.isEmpty());
        QVERIFY(!comment.out.contains(QLatin1String("swordfish")) &&
                !comment.out.contains(QLatin1String("marlinspike")));
    }

    void rulesAndExplainTellAboutEveryRule()
    {
        const Run rules = runProgram({QStringLiteral("rules")});
        QCOMPARE(rules.exitCode, 0);
        for (const auto &[id, severity] : test::contractRules) {
            const char *rule = id.data();
            QVERIFY2(rules.out.contains(QLatin1Char(' ') + QLatin1String(rule) + QLatin1String("  ")), rule);
            const Run explained = runProgram({QStringLiteral("explain"), QLatin1String(rule)});
            QCOMPARE(explained.exitCode, 0);
            QVERIFY(explained.out.startsWith(QLatin1String(rule)));
            for (const char *heading : {"What happened", "How to mend it", "Example"}) {
                const qsizetype at =
                    explained.out.indexOf(QLatin1Char('\n') + QLatin1String(heading) + QLatin1String("\n\n  "));
                QVERIFY2(at > 0, rule); // with text below it
            }
        }
    }
};

NOCLOBBER_TEST_MAIN(TestCommandLine)
#include "tst_command_line.moc"
