#include "core/base/catalogue.h"
#include "core/base/say.h"
#include "tests/support/test_main.h"

using namespace noclobber;

class TestSay : public QObject
{
    Q_OBJECT
private slots:
    void init() { useCatalogue({}); }
    void cleanupTestCase() { useCatalogue({}); }

    void withoutACatalogueASentenceIsEnglish()
    {
        QCOMPARE(say("{} goes with {}", "web", 3), std::string("web goes with 3"));
        QCOMPARE(say("nothing goes"), std::string("nothing goes"));
        QCOMPARE(spokenLanguage(), std::string_view());
    }

    void aTranslationMayTurnTheArgumentsAround()
    {
        useCatalogue(*readCatalogue(R"({"{} goes with {}": "与 {1} 一起删除 {0}"})", "zh_CN"));
        QCOMPARE(say("{} goes with {}", "web", 3), std::string("与 3 一起删除 web"));
        QCOMPARE(say("{} stays", "web"), std::string("web stays"));
        QCOMPARE(spokenLanguage(), std::string_view("zh_CN"));
    }

    void aTextOfATableIsSaidAsItStands()
    {
        constexpr std::string_view kept = toSay("its data stays");
        QCOMPARE(said(kept), std::string("its data stays"));
        useCatalogue(*readCatalogue(R"({"its data stays": "其数据保留"})", "zh_CN"));
        QCOMPARE(said(kept), std::string("其数据保留"));
    }

    void otherArgumentsAreRefused_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("translation");
        QTest::newRow("one too few") << "{} and {}" << "{}";
        QTest::newRow("one too many") << "{}" << "{0}{1}";
        QTest::newRow("another format") << "{:.12}" << "{}";
        QTest::newRow("numbered and not") << "{} and {}" << "{0} {}";
        QTest::newRow("open brace") << "{}" << "{} {";
        QTest::newRow("a name") << "{}" << "{name}";
    }

    void otherArgumentsAreRefused()
    {
        QFETCH(const QString, english);
        QFETCH(const QString, translation);
        const QString json = QStringLiteral("{\"%1\": \"%2\"}").arg(english, translation);
        const auto catalogue = readCatalogue(json.toStdString(), "zh_CN");
        QVERIFY(catalogue);
        QCOMPARE(catalogue->refused, std::vector<std::string>{english.toStdString()});
        QVERIFY(catalogue->entries.empty());
    }

    void bracesThatAreTextCount()
    {
        const auto catalogue = readCatalogue(R"({"{{}} of {}": "{0} 的 {{}}"})", "zh_CN");
        QVERIFY(catalogue->refused.empty());
        useCatalogue(*catalogue);
        QCOMPARE(say("{{}} of {}", "a"), std::string("a 的 {}"));
    }

    void whatIsNoCatalogueIsAnError()
    {
        QCOMPARE(readCatalogue("[", "zh_CN").error().code, ErrorCode::Configuration);
        QCOMPARE(readCatalogue("[]", "zh_CN").error().code, ErrorCode::Configuration);
        QCOMPARE(readCatalogue(R"({"a": 1})", "zh_CN").error().where, std::string("a"));
    }
};

NOCLOBBER_TEST_MAIN(TestSay)
#include "tst_say.moc"
