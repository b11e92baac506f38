#include "tests/support/changes.h"
#include "tests/support/test_main.h"

#include <QProcess>

#include "core/recovery/commands.h"

using namespace noclobber;
using recovery::Commands;
using recovery::shellWord;

namespace {

/// What a shell makes of one word.
std::string shellReads(const std::string &word)
{
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"), QStringLiteral("printf %s ") + QString::fromStdString(word)});
    return shell.waitForFinished() ? shell.readAllStandardOutput().toStdString() : std::string();
}

} // namespace

/// The lines that a person copies into a shell: nothing in a name may become more than a name.
class TestCommands : public QObject
{
    Q_OBJECT
private slots:
    void plainNamesStayAsTheyAre() { QCOMPARE(shellWord("data-kafka-0"), std::string("data-kafka-0")); }

    void aShellReadsWhatWasQuoted_data()
    {
        QTest::addColumn<std::string>("text");
        for (const char *text :
             {"",  "a b", "$(touch x)", "`id`", "a'b",     "'",      "''", "\"",   "a;b",     "a|b",
              "*", "~",   "!x",         "a\\b", "{{ x }}", "<NAME>", "#a", "a&&b", "${HOME}", "system:node"})
            QTest::newRow(*text == '\0' ? "empty" : text) << std::string(text);
    }
    void aShellReadsWhatWasQuoted()
    {
        QFETCH(std::string, text);
        QCOMPARE(shellReads(shellWord(text)), text);
    }

    void namesThatDisguiseThemselvesAreNotRepeated()
    {
        QVERIFY(recovery::canBeCopied("data-kafka-0"));
        QVERIFY(recovery::canBeCopied("it's"));
        QVERIFY(!recovery::canBeCopied(""));
        QVERIFY(!recovery::canBeCopied("--all"));
        QVERIFY(!recovery::canBeCopied("a\nrm -rf"));
        QVERIFY(!recovery::canBeCopied("pay\xE2\x80\xAEllor"));
        QVERIFY(!recovery::canBeCopied("a\x1B[2J"));
        QVERIFY(!recovery::canBeCopied(std::string(254, 'a')));
        QVERIFY(!recovery::canBeCopied(argo::ObjectId{"", {"", "Pod", "shop", "prefix*"}}));
    }

    void oneClusterNeedsNoContext()
    {
        const Commands commands({"env/cluster01"});
        QCOMPARE(commands.kubectl("env/cluster01", "kafka"), std::string("kubectl -n kafka"));
        QVERIFY(commands.contexts().empty());
    }

    void severalClustersAreNamedInEveryLine()
    {
        const Commands commands({"", "env/cluster01", "env/cluster-01", "env/cluster.01"});
        QCOMPARE(commands.kubectl("env/cluster01"), std::string("kubectl --context \"${CTX_ENV_CLUSTER01:?}\""));
        QCOMPARE(commands.kubectl("", "argocd"), std::string("kubectl --context \"${CTX_HOME:?}\" -n argocd"));
        QVERIFY(commands.contexts().at("env/cluster-01") != commands.contexts().at("env/cluster.01"));
    }

    void kindsAreNamedAsKubectlTakesThem()
    {
        QCOMPARE(recovery::objectArgument({"apps", "StatefulSet", "kafka", "kafka"}),
                 std::string("statefulset.apps/kafka"));
        QCOMPARE(recovery::objectArgument({"", "PersistentVolumeClaim", "kafka", "data"}), std::string("pvc/data"));
        QCOMPARE(recovery::objectArgument({"kafka.strimzi.io", "Kafka", "kafka", "main"}),
                 std::string("Kafka.kafka.strimzi.io/main"));
        QCOMPARE(recovery::resourceArgument({"", "Service", "web", "front"}),
                 std::string("--resource :Service:web/front"));
        QCOMPARE(recovery::resourceArgument({"storage.k8s.io", "StorageClass", "", "fast"}),
                 std::string("--resource storage.k8s.io:StorageClass:fast"));
    }
};

NOCLOBBER_TEST_MAIN(TestCommands)
#include "tst_commands.moc"
