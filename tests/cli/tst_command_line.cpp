#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <memory>
#include <vector>

#include "core/base/resources.h"
#include "tests/cli/program.h"
#include "tests/support/contract_rules.h"
#include "tests/support/json_schema.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::Run;
using test::runProgram;

namespace {

git::Files sampleSide(const std::string &side)
{
    git::Files files;
    const std::string folder = "sample/" + side + "/";
    for (const Resource &resource : resources()) {
        if (resource.path.starts_with(folder))
            files[std::string(resource.path.substr(folder.size()))] = std::string(resource.bytes);
    }
    return files;
}

} // namespace

/// What the program answers, option by option (contract, section 4).
class TestCommandLine : public QObject
{
    Q_OBJECT

private:
    const test::ScratchRepository m_quiet{test::quietBase(), test::quietHead()};
    const test::ScratchRepository m_overwrite{test::quietBase(), test::overwrittenHead()};
    const test::ScratchRepository m_sample{sampleSide("base"), sampleSide("head")};
    const QTemporaryDir m_folder;

    static QStringList reviewOf(const test::ScratchRepository &repository, const QStringList &more = {})
    {
        return QStringList{QStringLiteral("-C"), QString::fromStdString(repository.path()), QStringLiteral("review"),
                           QStringLiteral("main"), QStringLiteral("change")} +
               more;
    }

    static QStringList words(const char *text)
    {
        return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }

    static nlohmann::json jsonOf(const Run &run) { return nlohmann::json::parse(run.out.toStdString()); }

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString writtenFile(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }

private slots:
    void anHonestAdditionEndsWith0()
    {
        const Run run = runProgram(reviewOf(m_quiet));
        QCOMPARE(run.err, QString());
        QVERIFY2(run.out.startsWith(QLatin1String("Safe. ")), qPrintable(run.out));
        QCOMPARE(run.exitCode, 0);
    }

    void anOverwriteWithoutStateEndsWith1()
    {
        const Run run = runProgram(reviewOf(m_overwrite));
        QCOMPARE(run.err, QString());
        QVERIFY2(run.out.startsWith(QLatin1String("Block. ")), qPrintable(run.out));
        QCOMPARE(run.exitCode, 1);
    }

    void theSampleEndsWith3()
    {
        const Run run = runProgram(reviewOf(m_sample));
        QCOMPARE(run.err, QString());
        QVERIFY(run.out.startsWith(QLatin1String("Block. Merging this deletes ")));
        QCOMPARE(run.exitCode, 3);
    }

    void failOnDecidesWhatFails_data()
    {
        QTest::addColumn<bool>("isSample");
        QTest::addColumn<QString>("level");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("destructive, never") << true << "never" << 0;
        QTest::newRow("destructive, block") << true << "block" << 3;
        QTest::newRow("destructive, note") << true << "note" << 3;
        QTest::newRow("overwrite, never") << false << "never" << 0;
        QTest::newRow("overwrite, warn") << false << "warn" << 1;
    }
    void failOnDecidesWhatFails()
    {
        QFETCH(bool, isSample);
        QFETCH(QString, level);
        const Run run = runProgram(reviewOf(isSample ? m_sample : m_overwrite, {QStringLiteral("--fail-on"), level}));
        QTEST(run.exitCode, "exitCode");
    }

    void aNoteFailsOnlyWhereNotesDo()
    {
        git::Files head = test::quietBase();
        head["env/one/web/other.yaml"] = test::settingsMap("setting", "b");
        const test::ScratchRepository repository(test::quietBase(), head);
        QCOMPARE(runProgram(reviewOf(repository)).exitCode, 0);
        const Run run = runProgram(reviewOf(repository, words("--fail-on note")));
        QVERIFY2(run.out.contains(QLatin1String("near-miss-name")), qPrintable(run.out));
        QCOMPARE(run.exitCode, 1);
    }

    void wrongUsageEndsWith2AndSaysWhy_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << ""
                                 << "subcommand";
        QTest::newRow("unknown command") << "reviw"
                                         << "unknown command \"reviw\": did you mean review?";
        QTest::newRow("unknown option") << "review --colour"
                                        << "--colour";
        QTest::newRow("too many revisions") << "review a b c"
                                            << "c";
        QTest::newRow("sarif") << "review --format sarif"
                               << "unknown format \"sarif\": there are text, json, html and markdown";
        QTest::newRow("audit as a comment") << "audit --format markdown"
                                            << "an audit is written as text, json or html";
        QTest::newRow("objects as a comment") << "objects --format markdown"
                                              << "objects are written as text or json";
        QTest::newRow("two on standard output") << "review --format text --format json"
                                                << "only one document fits on the standard output";
        QTest::newRow("two in one file") << "review --format text -o a --format json -o a"
                                         << "two documents cannot go to one file, \"a\"";
        QTest::newRow("fail-on") << "review --fail-on error"
                                 << "--fail-on knows block, warn, note and never";
        QTest::newRow("color") << "review --color yes"
                               << "--color knows auto, always and never";
        QTest::newRow("jobs") << "review --jobs 0"
                              << "--jobs";
        QTest::newRow("jobs, no number") << "review --jobs many"
                                         << "--jobs";
        QTest::newRow("reader") << "review --reader quick"
                                << "--reader knows fast and exact, not \"quick\"";
        QTest::newRow("version") << "review --argo-cd-version new"
                                 << "is written as 3.4";
        QTest::newRow("quiet and verbose") << "review -q -v"
                                           << "-q and -v contradict each other";
        QTest::newRow("objects as page") << "objects --format html"
                                         << "objects are written as text or json";
        QTest::newRow("rules as JSON") << "rules --format json"
                                       << "rules are written as text";
        QTest::newRow("explain nothing") << "explain"
                                         << "RULE";
        QTest::newRow("explain a typo") << "explain overwrit"
                                        << "there is no rule \"overwrit\"; did you mean overwrite?";
        QTest::newRow("explain nonsense") << "explain xyz"
                                          << "noclobber rules lists them";
    }
    void wrongUsageEndsWith2AndSaysWhy()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, said);
        const Run run = runProgram(arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(run.out, QString());
        QVERIFY2(run.err.startsWith(QLatin1String("noclobber: ")), qPrintable(run.err));
        QVERIFY2(run.err.contains(said), qPrintable(run.err));
        QCOMPARE(run.err.count(QLatin1Char('\n')), 1);
    }

    void whatCannotBeReviewedEndsWith2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        QTest::newRow("no repository") << QStringList{"-C", m_folder.path(), "review", "a", "b"} << m_folder.path();
        QTest::newRow("no folder") << QStringList{"-C", path("missing"), "review", "a", "b"} << path("missing");
        QTest::newRow("no revision") << QStringList{"-C", QString::fromStdString(m_quiet.path()), "review", "main",
                                                    "nowhere"}
                                     << "nowhere";
        QTest::newRow("no revision of objects")
            << QStringList{"-C", QString::fromStdString(m_quiet.path()), "objects", "nowhere"} << "nowhere";
        QTest::newRow("no configuration file")
            << reviewOf(m_quiet, {"--config", path("missing.yaml")}) << "cannot read the configuration file";
        QTest::newRow("a folder as configuration")
            << reviewOf(m_quiet, {"--config", m_folder.path()}) << "cannot read the configuration file";
        QTest::newRow("endless configuration")
            << reviewOf(m_quiet, {"--config", QStringLiteral("/dev/zero")}) << "larger than 1 MiB";
        QTest::newRow("the empty scope, as of an unset variable") << reviewOf(m_quiet, {"--scope", ""}) << "env/one";
        QTest::newRow("no such scope") << reviewOf(m_quiet, {"--scope", "two"}) << "env/one";
        QTest::newRow("no such scope of objects")
            << QStringList{"-C", QString::fromStdString(m_quiet.path()), "objects", "--scope", "two"} << "env/one";
    }
    void whatCannotBeReviewedEndsWith2()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const Run run = runProgram(arguments);
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(run.out, QString());
        QVERIFY2(run.err.startsWith(QLatin1String("noclobber: ")) && run.err.contains(said), qPrintable(run.err));
    }

    void aBrokenConfigurationNamesItsLine()
    {
        git::Files base = test::quietBase();
        base[".noclobber.yaml"] = "rules:\n  overwrite: block\nlayuot: []\n";
        const test::ScratchRepository repository(base, test::quietHead());
        const Run run = runProgram(reviewOf(repository));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains(QLatin1String(".noclobber.yaml")) && run.err.contains(QLatin1String("layout")),
                 qPrintable(run.err));
    }

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

    void jobsDoNotChangeTheAnswer()
    {
        const QString one = runProgram(reviewOf(m_sample, words("--format json --jobs 1"))).out;
        QVERIFY(!one.isEmpty());
        QCOMPARE(runProgram(reviewOf(m_sample, words("--format json --jobs 7"))).out, one);
    }

    void theReaderDoesNotChangeTheAnswer()
    {
        const QString usual = runProgram(reviewOf(m_sample, words("--format json"))).out;
        QVERIFY(!usual.isEmpty());
        for (const char *name : {"fast", "exact"})
            QCOMPARE(runProgram(reviewOf(m_sample, words("--format json --reader ") << QLatin1String(name))).out,
                     usual);
    }

    void theIndexDoesNotChangeTheAnswer()
    {
        const QTemporaryDir caches;
        const QStringList settings{QStringLiteral("XDG_CACHE_HOME=") + caches.path()};
        const QString folder = caches.filePath(QStringLiteral("noclobber/index"));
        for (const char *command : {"review main change", "audit change", "objects change"}) {
            const QStringList arguments =
                QStringList{"-C", QString::fromStdString(m_sample.path()), "--format", "json"} + words(command);
            const Run plain = runProgram(arguments, settings);
            QVERIFY(!plain.out.isEmpty());
            QVERIFY(!QFile::exists(folder)); // only when it is asked for
            for (const char *time : {"cold", "warm"}) {
                const Run kept = runProgram(arguments + QStringList{"--index"}, settings);
                QVERIFY2(kept.out == plain.out && kept.err == plain.err && kept.exitCode == plain.exitCode, time);
                QCOMPARE(QDir(folder).entryList({"*.index"}, QDir::Files).size(), 1);
            }
            QVERIFY(QDir(folder).removeRecursively());
        }
        QCOMPARE(QDir(caches.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{"noclobber"});
    }

    void indexThatCannotBeKeptDoesNotMatter()
    {
        const Run plain = runProgram(reviewOf(m_sample));
        for (const char *caches : {"XDG_CACHE_HOME=/proc", "XDG_CACHE_HOME=/dev/null"}) {
            const Run kept = runProgram(reviewOf(m_sample, {"--index"}), {caches});
            QCOMPARE(kept.out, plain.out);
            QCOMPARE(kept.err, plain.err);
        }
        const Run homeless = runProgram(reviewOf(m_sample, {"--index"}), {"XDG_CACHE_HOME=", "HOME="});
        QCOMPARE(homeless.out, plain.out);
    }

    void reviewsAtOnceShareAnIndex()
    {
        const QTemporaryDir caches;
        QProcessEnvironment environment = test::plainEnvironment({QStringLiteral("XDG_CACHE_HOME=") + caches.path()});
        const QStringList arguments = reviewOf(m_sample, words("--format json --index"));
        const QString usual = runProgram(reviewOf(m_sample, words("--format json"))).out;
        std::vector<std::unique_ptr<QProcess>> runs;
        for (int i = 0; i < 3; ++i) {
            runs.push_back(std::make_unique<QProcess>());
            runs.back()->setProcessEnvironment(environment);
            runs.back()->start(QStringLiteral(NOCLOBBER_PROGRAM), arguments);
        }
        for (const auto &run : runs) {
            QVERIFY(run->waitForFinished(60'000));
            QCOMPARE(QString::fromUtf8(run->readAllStandardOutput()), usual);
        }
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

    void objectsListsEveryDeclaration()
    {
        const QString folder = QString::fromStdString(m_overwrite.path());
        const Run text =
            runProgram({QStringLiteral("-C"), folder, QStringLiteral("objects"), QStringLiteral("change")});
        QCOMPARE(text.exitCode, 0);
        QCOMPARE(text.out, QStringLiteral("env/one//ConfigMap/web/settings  env/one/web/settings.yaml:1"
                                          "  (not in effect)\n"
                                          "env/one//ConfigMap/web/settings  env/one/web/settings.yaml:9\n"));
        const Run base = runProgram({QStringLiteral("-C"), folder, QStringLiteral("objects"), QStringLiteral("main")});
        QCOMPARE(base.out, QStringLiteral("env/one//ConfigMap/web/settings  env/one/web/settings.yaml:1\n"));
    }

    void eachDeclarationWithoutANameIsAnObjectOfItsOwn()
    {
        const std::string job = "apiVersion: batch/v1\nkind: Job\nmetadata: {generateName: run-, namespace: web}\n";
        const git::Files files{{"jobs.yaml", job + "---\n" + job + "spec: {suspend: true}\n"}};
        const test::ScratchRepository repository(files, test::quietHead());
        const QStringList objects{QStringLiteral("-C"), QString::fromStdString(repository.path()),
                                  QStringLiteral("objects"), QStringLiteral("main")};
        QCOMPARE(runProgram(objects).out, QStringLiteral("/batch/Job/web/run-*  jobs.yaml:1\n"
                                                         "/batch/Job/web/run-*  jobs.yaml:5\n"));
        const auto document = jsonOf(runProgram(objects + words("--content --format json")));
        QCOMPARE(document["objects"].size(), std::size_t{2});
        QVERIFY(!document["objects"][0]["content"].contains("spec"));
        QVERIFY(document["objects"][1]["content"]["spec"]["suspend"].get<bool>());
    }

    void objectsAsJsonIsAsTheSchemaSaysWithItsContent()
    {
        const auto schema = nlohmann::json::parse(resource("schema/noclobber.objects-1.schema.json"));
        const Run run =
            runProgram({QStringLiteral("-C"), QString::fromStdString(m_sample.path()), QStringLiteral("objects"),
                        QStringLiteral("--content"), QStringLiteral("--format"), QStringLiteral("json")});
        const auto document = jsonOf(run);
        for (const std::string &error : test::schemaErrors(schema, document))
            QFAIL(error.c_str());
        QCOMPARE(document["objects"].size(), std::size_t{108});
        for (const auto &object : document["objects"])
            QCOMPARE(object["content"]["kind"].get<std::string>(), object["identity"]["kind"].get<std::string>());
        const Run bare = runProgram({QStringLiteral("-C"), QString::fromStdString(m_sample.path()),
                                     QStringLiteral("objects"), QStringLiteral("--format"), QStringLiteral("json")});
        QVERIFY(!jsonOf(bare)["objects"][0].contains("content"));
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
