#include <string>

#include "core/base/digest.h"
#include "tests/support/test_main.h"

using namespace noclobber;

class TestDigest : public QObject
{
    Q_OBJECT
private slots:
    // The examples NIST publishes for SHA-256 (FIPS 180-4): one block, two blocks, a million times "a"; and the empty
    // text.
    void digestsAreThoseOfTheStandard_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("digest");
        QTest::newRow("empty") << QByteArray()
                               << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc") << QByteArray("abc")
                             << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                    << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
        QTest::newRow("a million") << QByteArray(1'000'000, 'a')
                                   << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    void digestsAreThoseOfTheStandard()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, digest);
        QCOMPARE(toHex(sha256(bytes.toStdString())), digest.toStdString());
    }

    void digestsAreComparedByTheirBytes()
    {
        QVERIFY(sha256("a") == sha256("a"));
        QVERIFY(sha256("a") != sha256("b"));
        QVERIFY(sha256(std::string_view("a\0", 2)) != sha256("a"));
    }

    // RFC 4648, section 10.
    void base64IsThatOfTheStandard()
    {
        QCOMPARE(toBase64(""), std::string());
        QCOMPARE(toBase64("f"), std::string("Zg=="));
        QCOMPARE(toBase64("fo"), std::string("Zm8="));
        QCOMPARE(toBase64("foo"), std::string("Zm9v"));
        QCOMPARE(toBase64("foob"), std::string("Zm9vYg=="));
        QCOMPARE(toBase64("fooba"), std::string("Zm9vYmE="));
        QCOMPARE(toBase64("foobar"), std::string("Zm9vYmFy"));
        QCOMPARE(toBase64(std::string_view("\0\xff\xfe", 3)), std::string("AP/+"));
    }

    void aDigestIsEncodedByItsBytes()
    {
        QCOMPARE(toBase64(sha256("")), std::string("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="));
    }
};

NOCLOBBER_TEST_MAIN(TestDigest)
#include "tst_digest.moc"
