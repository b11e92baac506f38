#include <thread>

#include "core/base/resources.h"
#include "core/kube/stateful_kinds.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::kube;

class TestStatefulKinds : public QObject
{
    Q_OBJECT
private slots:
    void entriesAreWhatTheCatalogueSays();
    void aliasesFindTheStoredKind();
    void unknownKindsAreNotFound();
    void everyEntryIsFound();
    void manyThreadsMayAsk();
};

void TestStatefulKinds::entriesAreWhatTheCatalogueSays()
{
    const StatefulKind *volume = findStatefulKind("", "PersistentVolume");
    QVERIFY(volume != nullptr);
    QCOMPARE(volume->scope, KindScope::Cluster);
    QCOMPARE(volume->category, "volume");
    QVERIFY(volume->isStateful);
    QCOMPARE(volume->deletion, Deletion::Depends);
    QCOMPARE(volume->decidedBy, "spec.persistentVolumeReclaimPolicy");
    QCOMPARE(volume->recoveryTier, 10);
    QVERIFY(volume->note.starts_with("Static PV defaults to Retain"));
    QCOMPARE(findStatefulKind("storage.k8s.io", "StorageClass")->deletion, Deletion::RetainsVolumes);
    QCOMPARE(findStatefulKind("cluster.x-k8s.io", "Cluster")->deletion, Deletion::DeletesData);
}

void TestStatefulKinds::aliasesFindTheStoredKind()
{
    QVERIFY(findStatefulKind("apps", "StatefulSet") != nullptr);
    const StatefulKind *direct = findStatefulKind("apps", "Deployment");
    QCOMPARE(findStatefulKind("extensions", "Deployment"), direct);
}

void TestStatefulKinds::unknownKindsAreNotFound()
{
    QVERIFY(findStatefulKind("example.dev", "PersistentVolume") == nullptr);
    QVERIFY(findStatefulKind("", "") == nullptr);
}

void TestStatefulKinds::everyEntryIsFound()
{
    // read line by line, not by the parser under test
    const QString text = QString::fromUtf8(resource("stateful-kinds.yaml").data());
    const QStringList lines = text.split('\n');
    int entries = 0;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        if (!lines[i].startsWith("  - group: "))
            continue;
        const auto value = [](QString line) { return line.section(": ", 1).remove('"').toStdString(); };
        QVERIFY2(findStatefulKind(value(lines[i]), value(lines[i + 1])) != nullptr,
                 qPrintable(lines[i] + lines[i + 1]));
        ++entries;
    }
    QVERIFY(entries > 200);
}

void TestStatefulKinds::manyThreadsMayAsk()
{
    std::vector<std::jthread> threads;
    std::atomic<int> found{0};
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] { found += findStatefulKind("", "PersistentVolumeClaim") != nullptr ? 1 : 0; });
    threads.clear();
    QCOMPARE(found.load(), 4);
}

NOCLOBBER_TEST_MAIN(TestStatefulKinds)
#include "tst_stateful_kinds.moc"
