#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include "tests/cli/program.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::contentOf;
using test::Run;
using test::runProgram;

/// `noclobber init`: writes a configuration where there is none, and overwrites nothing.
class TestInitCommand : public QObject
{
    Q_OBJECT

private:
    static QString rootOf(const test::ScratchRepository &repository)
    {
        return QString::fromStdString(repository.path());
    }

    static QStringList initOf(const QString &folder, const QStringList &more = {})
    {
        return QStringList{QStringLiteral("-C"), folder, QStringLiteral("init")} + more;
    }

private slots:
    void itIsWrittenToTheRootAndAReviewReadsIt()
    {
        const test::ScratchRepository repository(test::quietBase(), test::quietHead());
        const QString root = rootOf(repository);
        const Run run = runProgram(initOf(root + "/env/one")); // from any folder
        QVERIFY2(run.exitCode == 0, qPrintable(run.err));
        QCOMPARE(run.out, QString());
        QVERIFY2(run.err.contains(root + "/.noclobber.yaml"), qPrintable(run.err));
        QVERIFY(contentOf(root + "/.noclobber.yaml").contains("\nlayout:\n  - path: \"env/{cluster}/{app}/**\"\n"));
        QCOMPARE(QDir(root).entryList({".noclobber*"}, QDir::Files | QDir::Hidden).size(), 1); // nothing left behind
        const Run review = runProgram(
            {"-C", root, "review", "main", "change", "--config", root + "/.noclobber.yaml", "--fail-on", "never"});
        QVERIFY2(review.exitCode == 0, qPrintable(review.err));
    }

    void whatIsThereIsNotOverwritten()
    {
        const test::ScratchRepository repository(test::quietBase(), test::quietHead());
        const QString file = rootOf(repository) + "/.noclobber.yaml";
        QFile mine(file);
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("rules: {}\n") > 0);
        mine.close();
        for (const QStringList &more : {QStringList(), QStringList{"-o", file}}) {
            const Run run = runProgram(initOf(rootOf(repository), more));
            QCOMPARE(run.exitCode, 2);
            QVERIFY2(run.err.contains("is there already and is not overwritten"), qPrintable(run.err));
            QVERIFY2(run.err.contains(file), qPrintable(run.err));
            QCOMPARE(contentOf(file), QByteArray("rules: {}\n"));
        }
    }

    void aLinkThatLeadsNowhereIsThereToo()
    {
        const test::ScratchRepository repository(test::quietBase(), test::quietHead());
        const QString file = rootOf(repository) + "/.noclobber.yaml";
        QVERIFY(QFile::link(rootOf(repository) + "/elsewhere", file));
        QCOMPARE(runProgram(initOf(rootOf(repository))).exitCode, 2);
        QVERIFY(!QFile::exists(rootOf(repository) + "/elsewhere"));
    }

    void itIsPrintedWhereThatIsAskedFor()
    {
        const test::ScratchRepository repository(test::quietBase(), test::quietHead());
        const Run run = runProgram(initOf(rootOf(repository), {"-o", "-"}));
        QCOMPARE(run.err, QString());
        QVERIFY(run.out.startsWith("# What noclobber is told about this repository."));
        QVERIFY(!QFile::exists(rootOf(repository) + "/.noclobber.yaml"));
        const Run bare = runProgram(initOf(rootOf(repository) + "/.git", {"-o", "-"}));
        QVERIFY2(bare.exitCode == 0, qPrintable(bare.err));
    }

    void aBareRepositoryHasNoRoot()
    {
        const test::ScratchRepository repository(test::quietBase(), test::quietHead());
        const QTemporaryDir folder;
        const QString bare = folder.filePath("bare.git");
        repository.git({"clone", "-q", "--bare", repository.path(), bare.toStdString()});
        const Run run = runProgram(initOf(bare));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("-o - prints the configuration"), qPrintable(run.err));
    }

    void itIsNoJson()
    {
        const test::ScratchRepository repository(test::quietBase(), test::quietHead());
        const Run run = runProgram(initOf(rootOf(repository), {"--format", "json"}));
        QCOMPARE(run.exitCode, 2);
        QVERIFY2(run.err.contains("a configuration is written as text"), qPrintable(run.err));
    }
};

NOCLOBBER_TEST_MAIN(TestInitCommand)
#include "tst_init_command.moc"
