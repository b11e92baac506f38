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

    void aBlankStandsBetweenChineseAndLatinOnly_data()
    {
        QTest::addColumn<QString>("translation");
        QTest::addColumn<QString>("argument");
        QTest::addColumn<QString>("said");
        QTest::newRow("name in a tight place") << "删除{}的数据"
                                               << "web-0"
                                               << "删除 web-0 的数据";
        QTest::newRow("name in a wide place") << "删除 {} 的数据"
                                              << "web-0"
                                              << "删除 web-0 的数据";
        QTest::newRow("clause in a tight place") << "因此{}，并且"
                                                 << "不会清理它"
                                                 << "因此不会清理它，并且";
        QTest::newRow("clause in a wide place") << "文件夹 {} 无法打开"
                                                << "不存在的"
                                                << "文件夹不存在的无法打开";
        QTest::newRow("clause with a blank") << "{}。"
                                             << " 以及另外 3 个"
                                             << " 以及另外 3 个。";
        QTest::newRow("punctuation") << "（{}）"
                                     << "web-0"
                                     << "（web-0）";
        QTest::newRow("quotes") << "名为“{}”的"
                                << "web"
                                << "名为“web”的";
        QTest::newRow("marks of Markdown") << "**{}** 由" << "已批准" << "**已批准** 由";
        QTest::newRow("code") << "删除{}的" << "`web`" << "删除 `web` 的";
        QTest::newRow("nothing") << "删除{}。"
                                 << ""
                                 << "删除。";
        QTest::newRow("braces") << "{{{}}}的"
                                << "x"
                                << "{x}的";
        QTest::newRow("own blanks stay") << "由 {} 于 main 删除"
                                         << "a b"
                                         << "由 a b 于 main 删除";
    }

    void aBlankStandsBetweenChineseAndLatinOnly()
    {
        QFETCH(const QString, translation);
        QFETCH(const QString, argument);
        QFETCH(const QString, said);
        Catalogue catalogue{"zh_CN", {}, {}};
        catalogue.entries.emplace("of {}", translation.toStdString());
        useCatalogue(std::move(catalogue));
        QCOMPARE(QString::fromStdString(say("of {}", argument.toStdString())), said);
    }

    void sentencesInARowHaveABlankBetweenThem()
    {
        QCOMPARE(inARow("One goes.", "Another stays."), std::string("One goes. Another stays."));
        QCOMPARE(inARow("一个消失。", "web 保留。"), std::string("一个消失。web 保留。"));
        QCOMPARE(inARow("", "One goes."), std::string("One goes."));
        QCOMPARE(inARow("One goes.", ""), std::string("One goes."));
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
        QTest::newRow("one too few") << "{} and {}"
                                     << "{}";
        QTest::newRow("one too many") << "{}"
                                      << "{0}{1}";
        QTest::newRow("another format") << "{:.12}"
                                        << "{}";
        QTest::newRow("numbered and not") << "{} and {}"
                                          << "{0} {}";
        QTest::newRow("open brace") << "{}"
                                    << "{} {";
        QTest::newRow("a name") << "{}"
                                << "{name}";
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
