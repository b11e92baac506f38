#include "core/yaml/scalar.h"
#include "tests/support/test_main.h"
#include "tests/unit/yaml/reading.h"

using namespace noclobber;
using namespace noclobber::yaml;

/// Expected values: domain rules on YAML 1.1 scalars, each confirmed with kubectl.
class TestScalars : public QObject
{
    Q_OBJECT
private slots:
    void plainScalarsAreTypedAsKubernetesDoes_data();
    void plainScalarsAreTypedAsKubernetesDoes();
    void keysBecomeText_data();
    void keysBecomeText();
    void jsonNumbersAreCanonical_data();
    void jsonNumbersAreCanonical();
    void infinityHasNoJson();
    void blockScalarsAreText();
};

void TestScalars::plainScalarsAreTypedAsKubernetesDoes_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *value, const char *expected) { QTest::newRow(value) << value << expected; };
    for (const char *word : {"y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"})
        row(word, "true");
    for (const char *word : {"n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"})
        row(word, "false");
    for (const char *word : {"~", "null", "Null", "NULL", ""})
        row(word, "null");
    row("tRUE", "\"tRUE\"");
    row("nULL", "\"nULL\"");
    row("0x1F", "31");
    row("0X1f", "31");
    row("0o17", "15");
    row("017", "15");
    row("0644", "420");
    row("0755", "493");
    row("-017", "-15");
    row("08", "8");
    row("09", "9");
    row("0o8", "\"0o8\"");
    row("0b101", "5");
    row("-0b11", "-3");
    row("1_000", "1000");
    row("0x_1F", "31");
    row("_1", "\"_1\"");
    row("+12", "12");
    row("-3", "-3");
    row("-0", "0");
    row("9223372036854775807", "9223372036854775807");
    row("-9223372036854775808", "-9223372036854775808");
    row("9007199254740993", "9007199254740993");
    row("9223372036854775808", "9223372036854776000");
    row("-9223372036854775809", "-9223372036854776000");
    row("12345678901234567890", "12345678901234567000");
    row("18446744073709551616", "18446744073709552000");
    row("1.5", "1.5");
    row(".5", "0.5");
    row("+.5", "0.5");
    row(".5_0", "0.5");
    row("1_0.5_0", "10.5");
    row("1.", "1");
    row("1.0", "1");
    row("1e3", "1000");
    row("1e0", "1");
    row("-0.0", "0");
    row("1.20", "1.2");
    row("1e10", "10000000000");
    row("1e20", "100000000000000000000");
    row("1e21", "1e+21");
    row("1e-7", "1e-7");
    row("0.000001", "0.000001");
    row("123456.789e3", "123456789");
    row("1e400", "\"1e400\"");
    row("1e-400", "0");
    row("0x1p4", "\"0x1p4\"");
    row("1.2.3", "\"1.2.3\"");
    row("e3", "\"e3\"");
    row(".", "\".\"");
    row("1:30", "\"1:30\"");
    row("12:30:45", "\"12:30:45\"");
    row("22:22", "\"22:22\"");
    row("2024-01-01", "\"2024-01-01\"");
    row("2024-01-01T10:00:00Z", "\"2024-01-01T10:00:00Z\"");
    row("=", "\"=\"");
    row("<<", "\"<<\"");
    row("v1.20", "\"v1.20\"");
    row("50Gi", "\"50Gi\"");
    row("'yes'", "\"yes\"");
    row("\"0644\"", "\"0644\"");
    row("\"a\\_b\\N\\x41\\u00e9\\U0001F600\\L\"", "\"a\xC2\xA0"
                                                  "b\xC2\x85"
                                                  "A\xC3\xA9\xF0\x9F\x98\x80\xE2\x80\xA8\"");
    row("''", "\"\"");
    row("\"\"", "\"\"");
    row("! 12", "\"12\"");
    row("!!str 1", "\"1\"");
    row("!!str", "\"\"");
    row("!!str 2001-01-01", "\"2001-01-01\"");
    row("!!int \"1\"", "1");
    row("!!bool \"yes\"", "true");
    row("!!float 3", "3");
    row("!!null \"\"", "null");
    row("!!binary aGVsbG8=", "\"hello\"");
    row("!Custom 12", "\"12\"");
}

void TestScalars::plainScalarsAreTypedAsKubernetesDoes()
{
    QFETCH(QString, value);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(test::json("k: " + value.toStdString() + "\n")), "{\"k\":" + expected + "}");
}

void TestScalars::keysBecomeText_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *key, const char *expected) { QTest::newRow(key) << key << expected; };
    row("on", "true");
    row("y", "true");
    row("No", "false");
    row("1", "1");
    row("0x10", "16");
    row("1.5", "1.5");
    row("1.0", "1");
    row("1e6", "1e+06");
    row("123456789.5", "1.2345679e+08");
    row("0.00001", "1e-05");
    row("1e300", ".inf");
    row("2001-01-01", "2001-01-01");
    row("'on'", "on");
    row("\"\\x6bind\"", "kind");
}

void TestScalars::keysBecomeText()
{
    QFETCH(QString, key);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(test::json(key.toStdString() + ": v\n")), "{\"" + expected + "\":\"v\"}");
}

void TestScalars::jsonNumbersAreCanonical_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *number, const char *expected) { QTest::newRow(number) << number << expected; };
    row("9007199254740993", "9007199254740993");
    row("1.0", "1");
    row("1E3", "1000");
    row("-0", "0");
    row("1.50", "1.5");
    row("123456789012345678901", "123456789012345680000");
}

void TestScalars::jsonNumbersAreCanonical()
{
    QFETCH(QString, number);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(test::json("[" + number.toStdString() + "]", TextFormat::Json)),
             "[" + expected + "]");
}

void TestScalars::infinityHasNoJson()
{
    for (const char *value : {".inf", "-.Inf", ".nan", "!!float .INF"})
        QVERIFY(test::json(std::string("k: ") + value + "\n").starts_with("problem: "));
    for (const char *value : {"!!int 1.5", "!!bool 1", "!!null x", "!!float x", "!!binary '%'"})
        QVERIFY(test::json(std::string("k: ") + value + "\n").starts_with("problem: "));
}

void TestScalars::blockScalarsAreText()
{
    QCOMPARE(test::json("a: |\n  on\nb: >-\n  1\n"), "{\"a\":\"on\\n\",\"b\":\"1\"}");
    QCOMPARE(test::json("a: |\n  x"), "{\"a\":\"x\\n\"}"); // Kubernetes gives the last line its end
}

NOCLOBBER_TEST_MAIN(TestScalars)
#include "tst_scalars.moc"
