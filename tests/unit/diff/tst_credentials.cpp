#include "core/diff/credential_mask.h"
#include "core/diff/field_changes.h"
#include "tests/support/changes.h"
#include "tests/support/test_main.h"

using namespace noclobber;

namespace {

std::string masked(std::string_view text)
{
    return diff::maskCredentials(text, nullptr);
}

std::string masked(std::string_view text, std::string_view other)
{
    return diff::maskCredentials(text, &other);
}

/// Made up; put together here so that no scanner takes them for real ones.
const std::string token = std::string("ghp") + "_a1B2c3D4e5F6a1B2c3D4e5F6a1B2c3D4e5F6";
const std::string otherToken = std::string("ghp") + "_z9Y8x7W6z9Y8x7W6z9Y8x7W6z9Y8x7W6z9Y8";
const std::string key =
    std::string("-----BEGIN RSA PRIVATE") + " KEY-----\nMIIEaaaa\nbbbb\n-----END RSA PRIVATE KEY-----\n";

} // namespace

/// What looks like a credential leaves core in no kind of object.
class TestCredentials : public QObject
{
    Q_OBJECT
private slots:
    void ordinaryTextStays_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "nginx:1.27", "https://git.example.com/a/b.git", "ssh://git@git.example.com/a.git",
              "https://user:$(PASSWORD)@host/", "amqp://user:{{ password }}@host", "sk-production-database-server-01",
              "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----", "eyJhbGciOiJIUzI1NiJ9", "AKIA",
              "ghp_short", "mail: a@b.example, c: http://host:8080/p@th"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void ordinaryTextStays()
    {
        QFETCH(QString, text);
        QCOMPARE(masked(text.toStdString()), text.toStdString());
    }

    void tokensAreMasked()
    {
        QCOMPARE(masked("token=" + token + ";"), "token=(secret);");
        QCOMPARE(masked(token), "(secret)");
        QCOMPARE(masked("Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlMTIz"), "Bearer (secret)");
        QCOMPARE(masked("\"key\":\"" + std::string("AKIA") + "ABCDEFGHIJKLMNO1\""), "\"key\":\"(secret)\"");
    }

    void passwordsInAddressesAreMasked()
    {
        QCOMPARE(masked("postgres://app:hunter2@db:5432/x"), "postgres://app:(secret)@db:5432/x");
        QCOMPARE(masked("postgres://app:%21hunter2@db/x"), "postgres://app:(secret)@db/x"); // percent-encoded
        QCOMPARE(masked("amqp://u:$ecret99@h and https://u:{abc@h"), "amqp://u:(secret)@h and https://u:(secret)@h");
        QCOMPARE(masked("https://:hunter2@h and https://b:p@ss@h"), "https://:(secret)@h and https://b:(secret)@h");
    }

    void privateKeysAreMasked()
    {
        QCOMPARE(masked("a\n" + key + "b"),
                 "a\n-----BEGIN RSA PRIVATE KEY-----(secret)-----END RSA PRIVATE KEY-----\nb");
        QCOMPARE(masked(key.substr(0, 50)), "-----BEGIN RSA PRIVATE KEY-----(secret)");
        QCOMPARE(masked("k: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JSUV2UUlCQURBTkJna3Foa2lHOXcwQkFRRUY="),
                 "k: (secret)");
    }

    void theMaskTellsOnlyWhetherItChanged()
    {
        QCOMPARE(masked(token, token), "(secret)");
        QCOMPARE(masked(otherToken, token), "(secret, changed)");
        QCOMPARE(masked(token + " " + token, token), "(secret) (secret)");
        QCOMPARE(masked("x" + token, "none"), masked("x" + token));
    }

    void fieldsOfEveryKindAreMasked()
    {
        const auto config = [](const std::string &value) {
            return test::content("apiVersion: v1\nkind: ConfigMap\ndata: {k: '" + value + "', l: m}\n");
        };
        QCOMPARE(test::printFields(diff::compareContents(config("a " + token), config("b " + otherToken))),
                 "data.k: \"a (secret)\" -> \"b (secret, changed)\"\n");
        QCOMPARE(yaml::toCanonicalJson(diff::maskSecrets(config(token), nullptr)),
                 "{\"apiVersion\":\"v1\",\"data\":{\"k\":\"(secret)\",\"l\":\"m\"},\"kind\":\"ConfigMap\"}");
        const yaml::Node base = config(otherToken);
        QCOMPARE(yaml::toCanonicalJson(*diff::maskSecrets(config(token), &base).find("data")),
                 "{\"k\":\"(secret, changed)\",\"l\":\"m\"}");
    }
};

NOCLOBBER_TEST_MAIN(TestCredentials)
#include "tst_credentials.moc"
