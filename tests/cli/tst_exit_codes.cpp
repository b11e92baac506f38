#include <QTemporaryDir>

#include "tests/cli/program.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::reviewOf;
using test::Run;
using test::runProgram;
using test::words;

/// How the program ends, and what it says of a wrong call (contract, section 4).
class TestExitCodes : public QObject
{
    Q_OBJECT

private:
    const test::ScratchRepository m_quiet{test::quietBase(), test::quietHead()};
    const test::ScratchRepository m_overwrite{test::quietBase(), test::overwrittenHead()};
    const test::ScratchRepository m_sample{test::sampleSide("base"), test::sampleSide("head")};
    const QTemporaryDir m_folder;

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

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

    /// What is destroyed makes no failure of what the configuration of base accepts or calls milder, and 3 of one.
    void acceptedDestructionFailsWhereItsLevelDoes_data()
    {
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<QString>("level");
        QTest::addColumn<int>("exitCode");
        const QByteArray waived = "waivers:\n  - rule: stateful-deleted\n    identity: PersistentVolumeClaim/shop/a\n"
                                  "    reason: planned\n";
        const QByteArray milder = "rules: {stateful-deleted: warn}\n";
        QTest::newRow("none") << QByteArray() << "block" << 3;
        QTest::newRow("waived") << waived << "block" << 0;
        QTest::newRow("waived, notes fail") << waived << "note" << 0;
        QTest::newRow("milder") << milder << "block" << 0;
        QTest::newRow("milder, warnings fail") << milder << "warn" << 3;
    }
    void acceptedDestructionFailsWhereItsLevelDoes()
    {
        QFETCH(const QByteArray, configuration);
        QFETCH(const QString, level);
        git::Files base{{"keep.yaml", test::settingsMap("keep", "1")},
                        {"a.yaml", "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a, namespace: shop}\n"
                                   "spec: {resources: {requests: {storage: 1Gi}}}\n"}};
        if (!configuration.isEmpty())
            base[".noclobber.yaml"] = configuration.toStdString();
        git::Files head = base;
        head.erase("a.yaml");
        const test::ScratchRepository repository(base, head);
        const Run run = runProgram(reviewOf(repository, {"--format", "json", "--fail-on", level}));
        QCOMPARE(test::jsonOf(run)["destructive"].get<bool>(), true);
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
};

NOCLOBBER_TEST_MAIN(TestExitCodes)
#include "tst_exit_codes.moc"
