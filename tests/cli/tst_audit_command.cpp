#include <QFile>
#include <QTemporaryDir>

#include "core/base/resources.h"
#include "tests/cli/program.h"
#include "tests/support/change_case.h"
#include "tests/support/json_schema.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::Run;
using test::runProgram;

namespace {

/// A claim that nothing protects, and one that is.
git::Files claims()
{
    const std::string guarded = test::syncOptions("Prune=false,Delete=false");
    return {{"env/one/web/claims.yaml", test::documents({test::claim("shop", "a", "", guarded)})},
            {"env/two/web/claims.yaml", test::documents({test::claim("shop", "a")})}};
}

/// The same object twice.
git::Files duplicates()
{
    return {{"a.yaml", test::settingsMap("settings", "a")}, {"b.yaml", test::settingsMap("settings", "b")}};
}

} // namespace

/// `noclobber audit`, option by option (contract, section 4).
class TestAuditCommand : public QObject
{
    Q_OBJECT

private:
    const test::ScratchRepository m_claims{claims(), {}};
    const test::ScratchRepository m_duplicates{duplicates(), duplicates()};
    const QTemporaryDir m_folder;

    static QStringList auditOf(const test::ScratchRepository &repository, const QStringList &more = {})
    {
        return QStringList{QStringLiteral("-C"), QString::fromStdString(repository.path()), QStringLiteral("audit")} +
               more;
    }

private slots:
    void theFigureComesFirst()
    {
        const Run run = runProgram(auditOf(m_claims, {"main", "--fail-on", "never"}));
        QCOMPARE(run.err, QString());
        QVERIFY2(run.out.startsWith(QLatin1String("Protected: 1 of 2 stateful objects. ")), qPrintable(run.out));
        QVERIFY2(run.out.contains(QLatin1String("     0 of 1     env/two\n     1 of 1     env/one\n")),
                 qPrintable(run.out));
        QCOMPARE(run.exitCode, 0);
    }

    void theDefaultIsHead() // the branch `change`, where there is nothing
    {
        const Run run = runProgram(auditOf(m_claims));
        QVERIFY2(run.out.startsWith(QLatin1String("There are no stateful objects. No findings.\n")),
                 qPrintable(run.out));
        QCOMPARE(run.exitCode, 0);
    }

    void theSamplesPatchProtectsAllThatHoldsState() // as the README shows
    {
        const test::ScratchRepository sample(test::sampleSide("base"), test::sampleSide("head"));
        const QString patch = m_folder.filePath(QStringLiteral("sample.patch"));
        const Run run = runProgram(auditOf(sample, {"main", "--fix", patch}));
        QVERIFY2(run.out.contains(QLatin1String("It adds what is missing to 27 objects in 4 files.")),
                 qPrintable(run.out));
        sample.git({"checkout", "-q", "main"});
        sample.git({"apply", patch.toStdString()});
        sample.git({"commit", "-qam", "Protect what holds state"});
        QCOMPARE(runProgram(auditOf(sample, {"-q", "main"})).out,
                 QStringLiteral("Protected: 29 of 29 stateful objects. 5 notes.\n"));
    }

    void aFindingThatBlocksEndsWith1()
    {
        const Run run = runProgram(auditOf(m_duplicates));
        QCOMPARE(run.err, QString());
        QVERIFY2(run.out.contains(QLatin1String("  block  duplicate-identity  ConfigMap ")), qPrintable(run.out));
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(runProgram(auditOf(m_duplicates, {"--fail-on", "never"})).exitCode, 0);
    }

    void quietSaysOneSentence()
    {
        const Run run = runProgram(auditOf(m_duplicates, {"-q"}));
        QCOMPARE(run.out, QStringLiteral("There are no stateful objects. 1 finding blocks.\n"));
    }

    void jsonIsAsTheSchemaSays()
    {
        const auto schema = nlohmann::json::parse(resource("schema/noclobber.audit-1.schema.json"));
        for (const auto *repository : {&m_claims, &m_duplicates}) {
            const Run run = runProgram(auditOf(*repository, {"main", "--format", "json"}));
            const auto document = nlohmann::json::parse(run.out.toStdString());
            for (const std::string &error : test::schemaErrors(schema, document))
                QFAIL(error.c_str());
        }
    }

    void onlyTheNamedScopeIsJudged()
    {
        const Run run = runProgram(auditOf(m_claims, {"main", "--scope", "env/one", "-q", "--fail-on", "never"}));
        QVERIFY2(run.out.startsWith(QLatin1String("Protected: 1 of 1 stateful objects.")), qPrintable(run.out));
    }

    void whatCannotBeDoneEndsWith2_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        QTest::newRow("no revision") << QStringList{"nowhere"} << "nowhere";
        QTest::newRow("two revisions") << QStringList{"main", "change"} << "change";
        QTest::newRow("no such scope") << QStringList{"main", "--scope", "three"} << "env/one";
        QTest::newRow("no file for the patch") << QStringList{"--fix", ""} << "--fix needs a file";
        QTest::newRow("patch and report on standard output")
            << QStringList{"--fix", "-", "-o", "-"} << "only one document fits on the standard output";
        QTest::newRow("patch and report in one file")
            << QStringList{"--fix", "a.txt", "-o", "a.txt"} << "two documents cannot go to one file";
        QTest::newRow("no configuration") << QStringList{"--config", m_folder.filePath("no")} << "configuration";
    }
    void whatCannotBeDoneEndsWith2()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const Run run = runProgram(auditOf(m_claims, arguments));
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(run.out, QString());
        QVERIFY2(run.err.startsWith(QLatin1String("noclobber: ")) && run.err.contains(said), qPrintable(run.err));
    }
};

NOCLOBBER_TEST_MAIN(TestAuditCommand)
#include "tst_audit_command.moc"
