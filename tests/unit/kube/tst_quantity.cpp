#include "core/kube/quantity.h"
#include "tests/support/test_main.h"

using namespace noclobber::kube;

class TestQuantity : public QObject
{
    Q_OBJECT
private slots:
    void quantitiesInThousandths_data();
    void quantitiesInThousandths();
    void otherTextIsNone_data();
    void otherTextIsNone();
    void storageInTheLargestUnit();
};

void TestQuantity::quantitiesInThousandths_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) { QTest::newRow(text) << text << expected; };
    row("0", "0");
    row("1", "1000");
    row("1000m", "1000");
    row("0.5", "500");
    row("500m", "500");
    row(".5", "500");
    row("5.", "5000");
    row("+1", "1000");
    row("-1", "-1000");
    row("1k", "1000000");
    row("1e3", "1000000");
    row("1E3", "1000000");
    row("1e+3", "1000000");
    row("1e-3", "1");
    row("1Ki", "1024000");
    row("1G", "1000000000000");
    row("1000M", "1000000000000");
    row("1Gi", "1073741824000");
    row("1024Mi", "1073741824000");
    row("1073741824", "1073741824000");
    row("1.5Gi", "1610612736000");
    row("1536Mi", "1610612736000");
    row("0.1Ki", "102400");
    row("1E", "1000000000000000000000");
    row("1Ei", "1152921504606846976000");
    row("100n", "1");
    row("1u", "1");
    row("1500u", "2");
    row("1.0001", "1001");
}

void TestQuantity::quantitiesInThousandths()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto value = parseQuantity(text.toStdString());
    QVERIFY(value.has_value());
    // the value as text, as QtTest knows no wide integers
    auto rest = *value < 0 ? -*value : *value;
    QString digits;
    do {
        digits.prepend(QChar(u'0' + static_cast<char16_t>(rest % 10)));
        rest /= 10;
    } while (rest != 0);
    QCOMPARE((*value < 0 ? "-" : "") + digits, expected);
}

void TestQuantity::otherTextIsNone_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "Gi", "1gi", "1KI", "1 Gi", "1.2.3", "one", "1e", "e3", "--1", "1ki", "1K", "0x10",
                             "1e1000", "99999999999999999999999999999999999999999", "."})
        QTest::newRow(text) << text;
}

void TestQuantity::otherTextIsNone()
{
    QFETCH(QString, text);
    QVERIFY(!parseQuantity(text.toStdString()).has_value());
}

void TestQuantity::storageInTheLargestUnit()
{
    QCOMPARE(storageText(53687091200), "50Gi");
    QCOMPARE(storageText(0), "0");
    QCOMPARE(storageText(1000), "1k");
    QCOMPARE(storageText(100000000000), "100G");
    QCOMPARE(storageText(1537), "1537");
    QCOMPARE(storageText(1610612736), "1536Mi");
    QCOMPARE(storageText(1099511627776), "1Ti");
}

NOCLOBBER_TEST_MAIN(TestQuantity)
#include "tst_quantity.moc"
