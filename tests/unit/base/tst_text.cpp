#include <string>

#include "core/base/text.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using Texts = std::vector<std::string>;

class TestText : public QObject
{
    Q_OBJECT
private slots:
    void splittingKeepsEmptyParts()
    {
        QCOMPARE(split("a/b", '/'), (Texts{"a", "b"}));
        QCOMPARE(split("", '/'), Texts{""});
        QCOMPARE(split("/a//", '/'), (Texts{"", "a", "", ""}));
    }

    void joiningPutsTheSeparatorBetween()
    {
        QCOMPARE(join(Texts{}, ", "), std::string());
        QCOMPARE(join(Texts{"a"}, ", "), std::string("a"));
        QCOMPARE(join(Texts{"a", "", "b"}, ", "), std::string("a, , b"));
    }

    void commonPrefixesAreAsLongAsTheyAre()
    {
        const std::string text = "env/cluster01/app-web/deployment.yaml"; // some words of eight bytes, and a rest
        for (std::size_t at = 0; at < text.size(); ++at) {
            std::string other = text;
            other[at] = '#';
            QCOMPARE(commonPrefix(text, other), at);
            QCOMPARE(commonPrefix(text, text.substr(0, at)), at);
        }
        QCOMPARE(commonPrefix(text, text), text.size());
    }

    void onlyAsciiBlanksAreTrimmed()
    {
        QCOMPARE(trimmed(" \t\r\n a b \n"), std::string_view("a b"));
        QCOMPARE(trimmed(" \n"), std::string_view());
        QCOMPARE(trimmed(""), std::string_view());
        QCOMPARE(trimmed("\xc2\xa0"
                         "a"),
                 std::string_view("\xc2\xa0"
                                  "a"));
    }

    void loweringTouchesAsciiOnly() { QCOMPARE(lowered("AbZ-\xc3\x84[@`{"), std::string("abz-\xc3\x84[@`{")); }

    void utf8IsThatOfTheStandard_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("valid");
        QTest::newRow("empty") << QByteArray() << true;
        QTest::newRow("NUL") << QByteArray("\0", 1) << true;
        QTest::newRow("one to four bytes") << QByteArray("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80") << true;
        QTest::newRow("last code point") << QByteArray("\xf4\x8f\xbf\xbf") << true;
        QTest::newRow("first of two bytes") << QByteArray("\xc2\x80") << true;
        QTest::newRow("first of three bytes") << QByteArray("\xe0\xa0\x80") << true;
        QTest::newRow("first of four bytes") << QByteArray("\xf0\x90\x80\x80") << true;
        QTest::newRow("before the surrogates") << QByteArray("\xed\x9f\xbf") << true;
        QTest::newRow("after the surrogates") << QByteArray("\xee\x80\x80") << true;
        QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << false;
        QTest::newRow("overlong, two bytes") << QByteArray("\xc1\xbf") << false;
        QTest::newRow("overlong, three bytes") << QByteArray("\xe0\x9f\xbf") << false;
        QTest::newRow("overlong, four bytes") << QByteArray("\xf0\x8f\xbf\xbf") << false;
        QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << false;
        QTest::newRow("last surrogate") << QByteArray("\xed\xbf\xbf") << false;
        QTest::newRow("above the last") << QByteArray("\xf4\x90\x80\x80") << false;
        QTest::newRow("five bytes") << QByteArray("\xf8\x88\x80\x80\x80") << false;
        QTest::newRow("lone continuation") << QByteArray("\x80") << false;
        QTest::newRow("cut off") << QByteArray("a\xe2\x82") << false;
        QTest::newRow("Latin-1") << QByteArray("caf\xe9") << false;
        QTest::newRow("lead instead of continuation") << QByteArray("\xc3\xc3\xa9") << false;
    }

    void utf8IsThatOfTheStandard()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, valid);
        QCOMPARE(isUtf8(bytes.toStdString()), valid);
    }

    void printableTextCannotSteerATerminal()
    {
        QCOMPARE(printable("plain \xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80"),
                 std::string("plain \xc3\xa9 \xe2\x82\xac \xf0\x9f\x98\x80"));
        QCOMPARE(printable("\x1b[31m"), std::string("\\u001b[31m"));
        QCOMPARE(printable("a\r\nb\tc"), std::string("a\\u000d\\u000ab\\u0009c"));
        QCOMPARE(printable("a\r\nb", true), std::string("a\\u000d\nb"));
        QCOMPARE(printable(std::string_view("a\0b", 3)), std::string("a\\u0000b"));
        QCOMPARE(printable("\x7f\xc2\x85\xc2\x9b"), std::string("\\u007f\\u0085\\u009b"));
        QCOMPARE(printable("caf\xe9"), std::string("caf\\xe9"));
    }

    void printableTextCannotDisguiseItself_data()
    {
        QTest::addColumn<char32_t>("hidden");
        for (const char32_t hidden : {U'\u00ad', U'\u061c', U'\u180e', U'\u200b', U'\u200c', U'\u200d', U'\u200e',
                                      U'\u200f', U'\u2028', U'\u2029', U'\u202a', U'\u202e', U'\u2060', U'\u2063',
                                      U'\u2066', U'\u2069', U'\ufeff', U'\ufff9', U'\U000e0041'})
            QTest::addRow("U+%04x", static_cast<unsigned>(hidden)) << hidden;
    }

    void printableTextCannotDisguiseItself()
    {
        QFETCH(char32_t, hidden);
        const std::string bytes = QString().append(QChar::fromUcs4(hidden)).toStdString();
        const std::string shown = printable("app" + bytes + "01");
        QCOMPARE(shown,
                 "app\\u" + QString::number(static_cast<uint>(hidden), 16).rightJustified(4, '0').toStdString() + "01");
    }

    void editDistanceCountsSingleEdits()
    {
        QCOMPARE(editDistance("", ""), std::size_t{0});
        QCOMPARE(editDistance("", "abc"), std::size_t{3});
        QCOMPARE(editDistance("kitten", "sitting"), std::size_t{3});
        QCOMPARE(editDistance("app01", "app02"), std::size_t{1});
        QCOMPARE(editDistance("app01", "app10"), std::size_t{1}); // neighbours swapped
        QCOMPARE(editDistance("ca", "abc"), std::size_t{3});      // the optimal string alignment, not 2
        QCOMPARE(editDistance("abc", ""), std::size_t{3});
    }

    void theNearestMustBeNear()
    {
        const Texts names{"main", "change", "release"};
        QCOMPARE(nearest("mian", names), std::string("main"));
        QCOMPARE(nearest("chnage", names), std::string("change"));
        QCOMPARE(nearest("feature", names), std::string());
        QCOMPARE(nearest("x", names), std::string());
        QCOMPARE(nearest("main", Texts{}), std::string());
    }

    void pathsAreTakenApart()
    {
        QCOMPARE(fileName("a/b.yaml"), std::string_view("b.yaml"));
        QCOMPARE(fileName("b.yaml"), std::string_view("b.yaml"));
        QCOMPARE(folderOf("a/b/c.yaml"), std::string_view("a/b"));
        QCOMPARE(folderOf("b.yaml"), std::string_view());
    }

    void withinMeansWholeParts()
    {
        QVERIFY(isWithin("a/b/c", "a/b"));
        QVERIFY(isWithin("a/b", "a/b"));
        QVERIFY(!isWithin("a/bc", "a/b"));
        QVERIFY(!isWithin("a", "a/b"));
        QVERIFY(isWithin("anything", ""));
    }

    void normalPathsHaveNoDetours()
    {
        QCOMPARE(normalPath("./a//b/../c/"), std::string("a/c"));
        QCOMPARE(normalPath(""), std::string());
        QCOMPARE(normalPath("."), std::string());
        QCOMPARE(normalPath("a/.."), std::string());
        QCOMPARE(normalPath("../a"), std::string(".."));
        QCOMPARE(normalPath("a/../../b"), std::string(".."));
        QCOMPARE(normalPath("/a"), std::string("a"));
        QCOMPARE(normalPath("a/...b/..c"), std::string("a/...b/..c"));
    }
};

NOCLOBBER_TEST_MAIN(TestText)
#include "tst_text.moc"
