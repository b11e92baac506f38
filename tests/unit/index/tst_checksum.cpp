#include "core/index/checksum.h"
#include "tests/support/test_main.h"

#include <set>
#include <string>

using namespace noclobber;
using index::checksum;

class TestChecksum : public QObject
{
    Q_OBJECT
private slots:
    void everyBitOfEveryByteCounts()
    {
        std::string bytes;
        for (int i = 0; i < 75; ++i) // two blocks of four words, and a rest
            bytes += static_cast<char>(i * 37);
        const auto whole = checksum(bytes);
        std::set<std::uint64_t> all{whole};
        for (char &byte : bytes) {
            for (int bit = 0; bit < 8; ++bit) {
                byte = static_cast<char>(byte ^ (1 << bit));
                all.insert(checksum(bytes));
                byte = static_cast<char>(byte ^ (1 << bit));
            }
        }
        QCOMPARE(all.size(), 1 + 8 * bytes.size());
        QCOMPARE(checksum(bytes), whole);
    }

    void zerosAtTheEndCount()
    {
        std::set<std::uint64_t> all;
        for (std::size_t size = 0; size < 100; ++size)
            all.insert(checksum(std::string(size, '\0')));
        QCOMPARE(all.size(), std::size_t{100});
    }

    void wordsThatSwapPlacesCount()
    {
        const std::string a(8, 'a');
        const std::string b(8, 'b');
        const std::string rest(64, 'c');
        QVERIFY(checksum(a + b + rest) != checksum(b + a + rest));                         // beside each other
        QVERIFY(checksum(a + a + a + a + b + rest) != checksum(b + a + a + a + a + rest)); // in one lane
    }
};

NOCLOBBER_TEST_MAIN(TestChecksum)
#include "tst_checksum.moc"
