#include "tests/support/test_main.h"

#include "core/blast/claims.h"

using namespace noclobber;

namespace {

yaml::Node parsed(const std::string &text)
{
    auto document = yaml::readDocument(text, yaml::TextFormat::Yaml, 1);
    if (!document)
        qFatal("%s", document.error().message.c_str());
    return std::move(document->root);
}

std::vector<std::string> names(const blast::StorageOfSet &storage)
{
    std::vector<std::string> names;
    for (const blast::DerivedClaim &claim : storage.claims)
        names.push_back(claim.name);
    return names;
}

constexpr const char *templates = "  volumeClaimTemplates:\n"
                                  "  - metadata: {name: data}\n"
                                  "    spec: {storageClassName: fast, resources: {requests: {storage: 50Gi}}}\n"
                                  "  - metadata: {name: log}\n"
                                  "    spec: {resources: {requests: {storage: 1Gi}}}\n";

} // namespace

/// kubernetes.md section 3: the names of the claims that a StatefulSet makes, and what becomes of them.
class TestClaims : public QObject
{
    Q_OBJECT
private slots:
    void claimsAreNamedByTemplateSetAndOrdinal()
    {
        const auto storage =
            blast::readStorageOfSet(parsed(std::string("spec:\n  replicas: 2\n") + templates), "kafka");
        QCOMPARE(names(storage),
                 (std::vector<std::string>{"data-kafka-0", "data-kafka-1", "log-kafka-0", "log-kafka-1"}));
        QCOMPARE(storage.claims[1].spec, (blast::ClaimSpec{"fast", "", "50Gi"}));
        QCOMPARE(storage.claims[2].spec, (blast::ClaimSpec{std::nullopt, "", "1Gi"}));
    }

    void oneReplicaIsTheDefault()
    {
        const auto storage = blast::readStorageOfSet(parsed(std::string("spec:\n") + templates), "kafka");
        QCOMPARE(names(storage), (std::vector<std::string>{"data-kafka-0", "log-kafka-0"}));
    }

    void noReplicasMakeNoClaims()
    {
        QVERIFY(
            blast::readStorageOfSet(parsed(std::string("spec:\n  replicas: 0\n") + templates), "kafka").claims.empty());
    }

    void ordinalsMayBeginElsewhere()
    {
        const auto storage = blast::readStorageOfSet(
            parsed(std::string("spec:\n  replicas: 1\n  ordinals: {start: 5}\n") + templates), "kafka");
        QCOMPARE(names(storage), (std::vector<std::string>{"data-kafka-5", "log-kafka-5"}));
    }

    void retentionIsRetainUnlessItSaysDelete_data()
    {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<bool>("deletes");
        QTest::newRow("absent") << "" << false;
        QTest::newRow("retain") << "  persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain}\n" << false;
        QTest::newRow("delete") << "  persistentVolumeClaimRetentionPolicy: {whenDeleted: Delete}\n" << true;
        QTest::newRow("only scaled") << "  persistentVolumeClaimRetentionPolicy: {whenScaled: Delete}\n" << false;
    }
    void retentionIsRetainUnlessItSaysDelete()
    {
        QFETCH(QString, policy);
        QFETCH(bool, deletes);
        const auto content = parsed("spec:\n  replicas: 1\n" + policy.toStdString());
        QCOMPARE(blast::readStorageOfSet(content, "kafka").deletesClaims, deletes);
    }

    void absurdNumberOfReplicasIsBounded()
    {
        const auto storage =
            blast::readStorageOfSet(parsed(std::string("spec:\n  replicas: 4000000000\n") + templates), "kafka");
        QCOMPARE(storage.claims.size(), std::size_t(1000));
        QCOMPARE(storage.unlistedClaims, std::size_t(2 * 4'000'000'000ULL - 1000));
    }

    void claimKeepsApartNoClassAndTheEmptyClass()
    {
        QCOMPARE(blast::readClaim(parsed("spec: {resources: {requests: {storage: 1Gi}}}")).storageClass, std::nullopt);
        QCOMPARE(blast::readClaim(parsed("spec: {storageClassName: \"\"}")).storageClass,
                 std::optional<std::string>(""));
        QCOMPARE(blast::readClaim(parsed("spec: {volumeName: disk-1}")).volume, std::string("disk-1"));
        QCOMPARE(blast::readClaim(parsed("kind: PersistentVolumeClaim")), blast::ClaimSpec());
    }
};

NOCLOBBER_TEST_MAIN(TestClaims)
#include "tst_claims.moc"
