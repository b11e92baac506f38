#include "core/report/html_report.h"
#include "core/report/markdown_report.h"
#include "tests/support/changes.h"
#include "tests/support/sample_review.h"
#include "tests/support/test_main.h"

#include <QRegularExpression>

using namespace noclobber;
using report::ReportScope;

namespace {

argo::ObjectId kafka()
{
    return test::objectId("apps", "StatefulSet", "kafka", "kafka");
}

argo::ObjectId settings()
{
    return test::objectId("", "ConfigMap", "web", "settings");
}

ReportScope filtered(const std::string &filter = "name:kafka")
{
    return {ReportScope::Kind::Filtered, filter, {kafka(), settings()}, 14};
}

QString html(const ReportScope *scope)
{
    report::HtmlOptions options;
    options.texts = [](const review::Review &, const argo::ObjectId &) {
        return Result<review::ObjectTexts>(review::ObjectTexts());
    };
    options.scope = scope;
    return QString::fromStdString(report::writeHtmlReport(test::sampleReview(), options));
}

QString markdown(const ReportScope *scope)
{
    return QString::fromStdString(report::writeMarkdownReport(test::sampleReview(), {.scope = scope}));
}

/// Everything between two texts.
QString between(const QString &text, const char *from, const char *to)
{
    const qsizetype begin = text.indexOf(QLatin1String(from));
    return text.mid(begin, text.indexOf(QLatin1String(to), begin + 1) - begin);
}

} // namespace

/// A report of a part of the objects: what is left out is said, and nothing but the lists is another.
class TestReportScope : public QObject
{
    Q_OBJECT
private slots:
    void theHeadSaysWhatIsListedAndHowMuchIsLeftOut()
    {
        const ReportScope scope = filtered();
        const QString sentence = QStringLiteral("Only what the filter \"name:kafka\" leaves is listed: 2 of 14; 12 "
                                                "objects left out. The verdict, the findings and all counts are those "
                                                "of the whole review.");
        QCOMPARE(QString::fromStdString(report::scopeSentence(scope)), sentence);
        const QString verdict = between(html(&scope), "id=\"verdict\"", "</section>");
        QVERIFY2(verdict.contains(QString(sentence).replace(u'"', QLatin1String("&quot;"))), qPrintable(verdict));
        const QString head = between(markdown(&scope), "###", "**Findings**");
        QVERIFY2(head.contains(QLatin1String("2 of 14; 12 objects left out.")), qPrintable(head));
        const ReportScope risky{ReportScope::Kind::Risky, "", {kafka()}, 14};
        QCOMPARE(
            report::scopeSentence(risky),
            "Only risky objects are listed: 1 of 14; 13 objects left out. The verdict, the findings and all counts "
            "are those of the whole review.");
    }

    void theListsHaveOnlyWhatIsAskedFor()
    {
        const ReportScope scope = filtered();
        const QString page = html(&scope);
        const QString dies = between(page, "<section id=\"dies\"", "</section>");
        QVERIFY(dies.contains(QLatin1String("StatefulSet")));
        QVERIFY2(!dies.contains(QLatin1String("exporter")), qPrintable(dies));
        QVERIFY(dies.contains(QLatin1String("Listed here: 1.")));
        const QString changes = between(page, "<section id=\"changes\"", "<section id=\"unseen\"");
        QCOMPARE(changes.count(QLatin1String("<details")), 1);
        QVERIFY(changes.contains(QLatin1String("web/settings")));
        const QString overwrites = between(page, "<section id=\"overwrites\"", "<section id=\"changes\"");
        QVERIFY(!overwrites.contains(QLatin1String("app01-cluster01")));
        QVERIFY2(!overwrites.contains(QLatin1String("No object is replaced")), qPrintable(overwrites));
        const QString deaths = between(markdown(&scope), "What dies", "</details>");
        QCOMPARE(deaths.count(QLatin1String("\n| ")), 2); // the heading and one object
    }

    void verdictCountsAndFindingsAreThoseOfTheWholeReview()
    {
        const ReportScope none{ReportScope::Kind::Filtered, "nothing", {}, 14};
        const ReportScope scope = filtered();
        const QString whole = html(nullptr);
        const QString part = html(&none);
        const auto verdict = [](const QString &page) {
            return between(page, "id=\"verdict\"", "<p class=\"left-out\"");
        };
        QVERIFY(between(whole, "id=\"verdict\"", "</section>").startsWith(verdict(part)));
        QCOMPARE(between(part, "<nav class=\"sections\"", "</nav>"),
                 between(whole, "<nav class=\"sections\"", "</nav>"));
        const auto findings = [](QString page) {
            static const QRegularExpression links(QStringLiteral("</?a\\b[^>]*>"));
            return between(page, "<section id=\"findings\"", "</section>").remove(links);
        };
        QCOMPARE(findings(part), findings(whole));
        QCOMPARE(
            between(markdown(&scope), "**Cause**", "<details>").remove(QRegularExpression("Only what.*review\\.\n\n")),
            between(markdown(nullptr), "**Cause**", "<details>"));
    }

    void noLinkLeadsToWhatIsLeftOut()
    {
        const ReportScope scope = filtered();
        const QString page = html(&scope);
        auto links = QRegularExpression(QStringLiteral("href=\"#(o-[0-9a-f]+)\"")).globalMatch(page);
        while (links.hasNext()) {
            const QString id = links.next().captured(1);
            QVERIFY2(page.contains(QLatin1String("id=\"") + id + u'"'), qPrintable(id));
        }
    }

    void aFilterIsTextAndNeverMarkup()
    {
        const ReportScope scope = filtered("<img src=x onerror=alert(1)> @kim");
        QVERIFY(!html(&scope).contains(QLatin1String("<img")));
        QVERIFY(!between(markdown(&scope), "Only what", "<details>").contains(QRegularExpression("[^`]@kim")));
    }

    void withoutAScopeNothingIsSaidOfOne()
    {
        QVERIFY(!html(nullptr).contains(QLatin1String("Listed here")));
        QVERIFY(!markdown(nullptr).contains(QLatin1String("Listed here")));
    }
};

NOCLOBBER_TEST_MAIN(TestReportScope)
#include "tst_report_scope.moc"
