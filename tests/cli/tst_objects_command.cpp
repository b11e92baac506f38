#include "core/base/resources.h"
#include "tests/cli/program.h"
#include "tests/support/json_schema.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using test::jsonOf;
using test::Run;
using test::runProgram;
using test::words;

/// `noclobber objects` (contract, section 4).
class TestObjectsCommand : public QObject
{
    Q_OBJECT

private:
    const test::ScratchRepository m_overwrite{test::quietBase(), test::overwrittenHead()};
    const test::ScratchRepository m_sample{test::sampleSide("base"), test::sampleSide("head")};

private slots:
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
};

NOCLOBBER_TEST_MAIN(TestObjectsCommand)
#include "tst_objects_command.moc"
