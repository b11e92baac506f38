#include "core/index/checksum.h"
#include "core/index/record_writer.h"
#include "tests/support/test_main.h"
#include "tests/unit/index/kept_files.h"

#include <QTemporaryDir>
#include <cstring>
#include <filesystem>
#include <random>

using namespace noclobber;
using index::ManifestIndex;
using test::answers;
using test::printed;
using test::variedReadings;

namespace {

// As the file's header has them (core/index/index_bytes.cpp).
constexpr std::size_t checksumAt = 8;
constexpr std::size_t firstChecked = 16;
constexpr std::size_t versionAt = 24;
constexpr std::size_t readerVersionAt = 32;
constexpr std::size_t sizesAt = 64;
constexpr std::size_t headerSize = 96;

/// The bytes with a checksum that fits them.
std::string vouchedFor(std::string bytes)
{
    const std::uint64_t sum = index::checksum(std::string_view(bytes).substr(firstChecked));
    std::memcpy(bytes.data() + checksumAt, &sum, sizeof sum);
    return bytes;
}

template <typename T>
std::string with(std::string bytes, std::size_t at, T value)
{
    std::memcpy(bytes.data() + at, &value, sizeof value);
    return bytes;
}

} // namespace

/// A file that is not what was written changes no answer, and whatever it holds, reading it is safe (asan).
class TestHostileIndex : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        const std::string path = m_temporary.path().toStdString();
        m_place.folder = path + "/index";
        m_place.repository = path;
        QVERIFY(bool(ManifestIndex::open(m_place).save(m_readings)));
        m_file = test::indexFile(m_place.folder);
        m_bytes = test::readBytes(m_file);
        QVERIFY(found(m_bytes) == printed(m_readings));
    }

    void everyDamagedByteMakesItEmpty()
    {
        for (std::size_t i = 0; i < m_bytes.size(); ++i) {
            for (const int damage : {0x01, 0x80, 0xFF}) {
                std::string bytes = m_bytes;
                bytes[i] = static_cast<char>(bytes[i] ^ damage);
                QVERIFY2(!index::openIndex(bytes), qPrintable(QString("byte %1").arg(i)));
            }
        }
        std::string bytes = m_bytes;
        bytes[bytes.size() / 2] ^= 4;
        QVERIFY(found(bytes) == m_nothing);
    }

    void everyTruncationMakesItEmpty()
    {
        for (std::size_t size = 0; size < m_bytes.size(); ++size)
            QVERIFY2(!index::openIndex(std::string_view(m_bytes).substr(0, size)),
                     qPrintable(QString("%1 bytes").arg(size)));
        QVERIFY(found(m_bytes.substr(0, m_bytes.size() - 1)) == m_nothing);
        QVERIFY(found("") == m_nothing);
    }

    void moreBytesMakeItEmpty()
    {
        QVERIFY(!index::openIndex(m_bytes + '\0'));
        QVERIFY(!index::openIndex(vouchedFor(m_bytes + '\0')));
        QVERIFY(!index::openIndex(m_bytes + m_bytes));
    }

    void contentsDeeperThanAnyFileMakeItEmpty()
    {
        kube::FileManifests file = *m_readings.front().manifests;
        kube::Manifest manifest = *file.manifests.at(0);
        yaml::Node deep;
        for (int depth = 0; depth < 5000; ++depth) {
            yaml::Node around;
            around.type = yaml::NodeType::Sequence;
            around.items.push_back(std::move(deep));
            deep = std::move(around);
        }
        manifest.content = std::make_shared<const yaml::Node>(std::move(deep));
        file.manifests = {std::make_shared<const kube::Manifest>(std::move(manifest))};
        index::TextCollector texts({});
        std::string record;
        index::RecordWriter(record, texts).write(file);
        QVERIFY(found(index::writeIndex({{m_readings[0].key, 0}}, record, texts.bytes())) == m_nothing);
    }

    void randomBytesMakeItEmpty()
    {
        std::mt19937 random(1);
        for (int round = 0; round < 200; ++round) {
            std::string bytes(random() % 4000, '\0');
            for (char &byte : bytes)
                byte = static_cast<char>(random());
            QVERIFY(!index::openIndex(bytes));
        }
    }

    void foreignHeaderMakesItEmpty_data()
    {
        QTest::addColumn<int>("place");
        QTest::newRow("magic") << 0;
        QTest::newRow("byte order") << 16;
        QTest::newRow("word size") << 20;
        QTest::newRow("format version") << static_cast<int>(versionAt);
        QTest::newRow("reader") << 28;
        QTest::newRow("version of the reader") << static_cast<int>(readerVersionAt);
        QTest::newRow("its end") << static_cast<int>(sizesAt) - 1;
    }
    void foreignHeaderMakesItEmpty()
    {
        QFETCH(int, place);
        std::string bytes = m_bytes;
        bytes[static_cast<std::size_t>(place)] ^= 1;
        QVERIFY(!index::openIndex(vouchedFor(bytes)));
    }

    void hugeCountsMakeItEmpty()
    {
        const std::uint64_t real = m_bytes.size() - headerSize;
        for (std::size_t i = 0; i < 4; ++i) {
            for (const std::uint64_t count : {real + 1, std::uint64_t{1} << 32U, std::uint64_t{1} << 63U,
                                              ~std::uint64_t{0}, ~std::uint64_t{0} - headerSize}) {
                const std::string bytes = vouchedFor(with(m_bytes, sizesAt + 8 * i, count));
                QVERIFY(!index::openIndex(bytes));
            }
        }
    }

    void recordsThatDoNotFitMakeItEmpty()
    {
        for (std::size_t number = 0; number < m_readings.size(); ++number) { // each key leads outside of the records
            const std::size_t at = headerSize + number * index::KeyTable::entrySize + 20;
            std::uint32_t packed = 0;
            std::memcpy(&packed, m_bytes.data() + at, sizeof packed);
            const std::string bytes = vouchedFor(with(m_bytes, at, 0xFFFFFFFEU | (packed & 1U)));
            QVERIFY(index::openIndex(bytes).has_value());
            QVERIFY(found(bytes) == m_nothing);
        }
    }

    void oneRecordForManyBlobsMakesItEmpty() // a small file must not ask for much memory
    {
        index::TextCollector texts({});
        std::string record;
        index::RecordWriter(record, texts).write(*m_readings.front().manifests);
        const index::KeyPlace first{m_readings[0].key, 0};
        const index::KeyPlace second{m_readings[1].key, 0};
        QVERIFY(found(index::writeIndex({first}, record, texts.bytes()))[0] == printed(m_readings)[0]);
        QVERIFY(found(index::writeIndex({first, second}, record, texts.bytes())) == m_nothing);
    }

    void countsBeyondTheRecordMakeItEmpty()
    {
        const auto parts = index::openIndex(m_bytes);
        const std::vector<index::KeyPlace> keys{{m_readings.front().key, 0}};
        for (const char *record : {"\xFF\xFF\xFF\xFF\x07", "\xFF\xFF\xFF\xFF\xFF\xFF\xFF", "\xFF\xFF\xFF\xFF\x0F",
                                   "\x7F", "\x01", "\x00\xFF\xFF\xFF\xFF\x07", ""}) {
            const std::string bytes = index::writeIndex(keys, std::string(record), parts->texts);
            QVERIFY(index::openIndex(bytes).has_value());
            QVERIFY(found(bytes) == m_nothing);
        }
    }

    void damageThatIsVouchedForIsReadSafely() // what it says may be a lie, but nothing outside the file is touched
    {
        std::mt19937 random(7);
        for (int round = 0; round < 4000; ++round) {
            std::string bytes = m_bytes;
            for (unsigned i = 0; i <= random() % 4; ++i)
                bytes[sizesAt + random() % (bytes.size() - sizesAt)] = static_cast<char>(random());
            const std::string file = vouchedFor(std::move(bytes));
            if (const auto parts = index::openIndex(file)) {
                const auto all = found(file);
                QCOMPARE(all.size(), m_readings.size());
            }
        }
    }

    void fileThatOthersMaySeeOrWriteIsNotLookedAt()
    {
        QVERIFY(found(m_bytes) == printed(m_readings));
        std::filesystem::permissions(m_file, std::filesystem::perms::others_write, std::filesystem::perm_options::add);
        QVERIFY(answersNow() == m_nothing);
        std::filesystem::permissions(m_file, std::filesystem::perms::others_write,
                                     std::filesystem::perm_options::remove);
        QVERIFY(answersNow() == printed(m_readings));
    }

    void symbolicLinkIsNotFollowed()
    {
        QVERIFY(found(m_bytes) == printed(m_readings));
        std::filesystem::rename(m_file, m_file + ".moved");
        std::filesystem::create_symlink(m_file + ".moved", m_file);
        QVERIFY(answersNow() == m_nothing);
        std::filesystem::remove(m_file);
        std::filesystem::rename(m_file + ".moved", m_file);
    }

    void damagedFileIsReplacedByTheNextReview()
    {
        QVERIFY(found(m_bytes.substr(0, 100)) == m_nothing);
        QVERIFY(bool(ManifestIndex::open(m_place).save(m_readings)));
        QVERIFY(answersNow() == printed(m_readings));
    }

private:
    std::vector<std::string> answersNow() const
    {
        auto index = ManifestIndex::open(m_place);
        return answers(index, m_readings);
    }

    /// What the index answers when its file holds these bytes.
    std::vector<std::string> found(const std::string &bytes) const
    {
        test::writeBytes(m_file, bytes);
        return answersNow();
    }

    const std::vector<index::Reading> m_readings = variedReadings();
    const std::vector<std::string> m_nothing = std::vector<std::string>(m_readings.size(), "-");
    QTemporaryDir m_temporary;
    index::IndexPlace m_place;
    std::string m_file;
    std::string m_bytes;
};

NOCLOBBER_TEST_MAIN(TestHostileIndex)
#include "tst_hostile_index.moc"
