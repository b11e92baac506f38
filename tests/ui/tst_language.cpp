#include "tests/support/test_main.h"

#include <QLocale>

#include "core/base/catalogue.h"
#include "core/base/say.h"
#include "core/review/review.h"
#include "ui/runner/language.h"

using namespace noclobber;

namespace {

const QLocale chinese(QLocale::Chinese, QLocale::China);

bool isChinese(const std::string &text)
{
    return text.ends_with("。");
}

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT
private slots:
    void cleanup() { runner::installCatalogue(QLocale::c()); }

    void coreSpeaksTheLanguageOfTheWindow()
    {
        QCOMPARE(said(review::headlineText(review::Headline::Safe)), std::string("Safe"));
        runner::installCatalogue(chinese);
        QCOMPARE(spokenLanguage(), std::string_view("zh_CN"));
        QCOMPARE(said(review::headlineText(review::Headline::Safe)), std::string("安全"));
        runner::installCatalogue(QLocale(QLocale::English));
        QCOMPARE(spokenLanguage(), std::string_view());
        QCOMPARE(said(review::headlineText(review::Headline::Safe)), std::string("Safe"));
    }

    void aLanguageWithoutACatalogueIsEnglish()
    {
        runner::installCatalogue(QLocale(QLocale::German));
        QCOMPARE(spokenLanguage(), std::string_view());
    }

    void theVerdictIsSaidInChinese()
    {
        review::Review review;
        QVERIFY(!isChinese(review::verdictSentence(review)));
        runner::installCatalogue(chinese);
        const std::string sentence = review::verdictSentence(review);
        QVERIFY2(isChinese(sentence), sentence.c_str());
    }
};

NOCLOBBER_TEST_MAIN(TestLanguage)
#include "tst_language.moc"
