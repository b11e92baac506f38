#include <QRegularExpression>

#include "core/report/markdown_report.h"
#include "core/report/markdown_text.h"
#include "tests/support/changes.h"
#include "tests/support/sample_review.h"
#include "tests/support/test_main.h"

using namespace noclobber;

namespace {

std::string written(const review::Review &review, const report::MarkdownOptions &options = {})
{
    return report::writeMarkdownReport(review, options);
}

/// What a forge reads as text: code spans taken out, as CommonMark finds them.
QString withoutCode(const std::string &markdown)
{
    QString rest = QString::fromStdString(markdown);
    static const QRegularExpression span(QStringLiteral("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)"),
                                         QRegularExpression::DotMatchesEverythingOption);
    return rest.remove(span);
}

review::Review hostileReview()
{
    review::Review review = test::sampleReview();
    const Name name("x|y``z\n<b>@kim#1");
    for (rules::Finding &finding : review.findings) {
        finding.id.key.name = name;
        finding.message = "see @kim, #12, GH-7, !3, https://evil.example, www.evil.example, "
                          "9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d, [a](b), <img>, *b*, _c_, ~d, kim@evil.example & "
                          "`code` " +
                          std::string(name);
    }
    for (blast::AffectedObject &object : review.radius.objects) {
        object.id.key.name = name;
        object.because.back().text = "@kim | #12";
    }
    for (diff::ObjectChange &change : review.changes.changes)
        change.id.scope = name;
    review.comparison.head.revision = "@kim";
    return review;
}

} // namespace

class TestMarkdownReport : public QObject
{
    Q_OBJECT
private slots:
    void namesAreCodeWithALongerFence()
    {
        QCOMPARE(report::codeSpan("kafka"), std::string("`kafka`"));
        QCOMPARE(report::codeSpan("a`b"), std::string("``a`b``"));
        QCOMPARE(report::codeSpan("a```b``"), std::string("```` a```b`` ````"));
        QCOMPARE(report::codeSpan(" a"), std::string("`  a `"));
        QCOMPARE(report::codeSpan("a\nb"), std::string("`a\\u000ab`"));
        QCOMPARE(report::codeSpan(""), std::string("(empty)"));
        QVERIFY(report::codeSpan(std::string(100'000, 'x')).size() < 500);
        QVERIFY(report::codeSpan(std::string(100'000, 'x')).find("99600 more bytes") != std::string::npos);
    }

    void wordsOfSentencesStayAndNamesBecomeCode()
    {
        QCOMPARE(report::prose("Merging this deletes 403 objects in env/cluster01; 37 hold state (50Gi lost)."),
                 std::string("Merging this deletes 403 objects in `env/cluster01`; 37 hold state (`50Gi` lost)."));
        QCOMPARE(report::prose("it's read-only,\nreally"), std::string("it's read-only, really"));
        QCOMPARE(report::prose("\xE4\xB8\xBA\xE4\xBB\x80\xE4\xB9\x88"),
                 std::string("\xE4\xB8\xBA\xE4\xBB\x80\xE4\xB9\x88"));
        QCOMPARE(report::prose("deadbeef 1234567"), std::string("`deadbeef` `1234567`"));
    }

    void pipesDoNotEndACell() { QCOMPARE(report::tableCell("`a|b`\nc"), std::string("`a\\|b` c")); }

    void verdictCauseAndFixComeFirst()
    {
        const std::string text = written(test::sampleReview());
        QVERIFY(text.starts_with("<!-- noclobber:v1 -->\n### Block\n\n"));
        const auto cause = text.find("**Cause** `overwrite` `Application argocd/app01-cluster01`");
        const auto fix = text.find("**Fix** Give the new Application a name of its own: `app02-cluster01`.");
        QVERIFY(cause != std::string::npos && fix != std::string::npos && cause < fix);
        QVERIFY(fix < text.find("| Cluster |"));
        QVERIFY(text.find("| `env/cluster01` | 1 | 5 | 3 | 0 | 2 | 1 |") != std::string::npos);
        QVERIFY(text.find("What dies: 5 objects") != std::string::npos);
    }

    void theCauseIsThatOfTheVerdictsSentence()
    {
        review::Review review = test::sampleReview();
        rules::Finding other = review.findings.back(); // an overwrite that deletes nothing, sorted before
        other.id.key.kind = "AppProject";
        other.message = "the project is overwritten";
        review.findings.insert(review.findings.begin(), other);
        const std::string text = written(review);
        QVERIFY2(text.find("**Cause** `overwrite` `Application argocd/app01-cluster01`") != std::string::npos,
                 text.substr(0, 900).c_str());
        for (blast::AffectedObject &object : review.radius.objects)
            object.effect = blast::Effect::Updated;
        QVERIFY(written(review).find("**Cause** `overwrite`") != std::string::npos);
        review.findings.clear();
        QVERIFY(written(review).find("**Cause**") == std::string::npos);
    }

    void equalReviewsGiveEqualBytes() { QCOMPARE(written(test::sampleReview()), written(test::sampleReview())); }

    void nothingThatWasReadMentionsLinksOrFormats()
    {
        record::ShownRecord record = test::sampleRecord();
        record.decision->by = "@kim";
        record.decision->overridden->reason = "because @kim said #12";
        for (const review::Review &review : {hostileReview(), test::sampleReview()}) {
            const std::string markdown = written(review, {30'000, &record});
            QString rest = withoutCode(markdown);
            rest.remove(QStringLiteral("<!-- noclobber:v1 -->")).remove(QStringLiteral("### "));
            rest.remove(QRegularExpression(QStringLiteral("</?(details|summary)>")));
            for (const char *sign : {"@", "#", "!", "<", "http", "www", "GH-7", "CHG-", "9e8d7c6", "[", "_", "~", "&"})
                QVERIFY2(!rest.contains(QLatin1String(sign)),
                         qPrintable(QLatin1String(sign) + QLatin1String(" in\n") + rest));
        }
    }

    void everyRowOfATableHasItsColumns()
    {
        const QString text = QString::fromStdString(written(hostileReview()));
        int rows = 0;
        for (QString line : text.split(QLatin1Char('\n'))) {
            if (!line.startsWith(QLatin1Char('|')))
                continue;
            const auto columns = line.remove(QStringLiteral("\\|")).count(QLatin1Char('|')) - 1;
            QVERIFY2(columns == 7 || columns == 4, qPrintable(line));
            ++rows;
        }
        QVERIFY(rows > 6);
    }

    void theRecordIsPrintedWithItsOverride()
    {
        const record::ShownRecord record = test::sampleRecord();
        const std::string text = written(test::sampleReview(), {30'000, &record});
        for (const char *part :
             {"**Approved although it is blocked** by Kim `<kim@example.com>`, `2026-11-23T18:05:00Z`, for head "
              "`bbbbbbbbbbbb` into base `aaaaaaaaaaaa`",
              "**Override** of `app01-cluster01`: planned, see `CHG-1234`\n", "> Looks `@fine` to me.\n",
              "12 of 412 objects seen, 31 of 31 that need a look; 5 changed since seen.",
              "`ConfigMap web/settings` in `env/cluster01` field `data.level`\n> Why `<b>now</b>`, `@kim`? See "
              "`#12`\n> `-` now\n"})
            QVERIFY2(text.find(part) != std::string::npos, text.c_str());
        QVERIFY(written(test::sampleReview()).find("objects seen") == std::string::npos);
    }

    void anOutdatedDecisionSaysSo()
    {
        record::ShownRecord record = test::sampleRecord();
        record.isOutdated = true;
        QVERIFY(written(test::sampleReview(), {30'000, &record}).find("**Outdated** Base or head has moved") !=
                std::string::npos);
    }

    void longListsAreCutWithCountsAndTheVerdictNever()
    {
        review::Review review = test::largeReview(5000);
        const rules::Finding pattern = test::sampleReview().findings.back();
        for (int i = 0; i < 3000; ++i) {
            rules::Finding finding = pattern;
            finding.id.key.name = Name("app" + std::to_string(i));
            finding.help = "Rename it to app-" + std::to_string(i) + ".";
            finding.message = std::string(300, 'm') + " " + std::to_string(i);
            review.findings.push_back(finding);
            blast::AffectedObject object;
            object.id = test::objectId("apps", "Deployment", "old", "gone-" + std::to_string(100'000 + i));
            object.effect = blast::Effect::Pruned;
            object.because = {{object.id, "no longer in Application argocd/core"}};
            review.radius.objects.push_back(object);
        }
        record::ShownRecord record = test::sampleRecord();
        for (int i = 0; i < 500; ++i)
            record.comments.push_back(record.comments.front());
        const std::string text = written(review, {30'000, &record});
        QVERIFY2(text.size() <= 30'000, std::to_string(text.size()).c_str());
        QVERIFY(text.size() > 20'000);
        for (const char *part :
             {"**Cause**", "**Fix** Rename it to", "**Approved although", "**Override**", "What dies: 3000 objects",
              " more: the HTML and JSON reports have them all.", "gone-100019", "... and 2980 more"})
            QVERIFY2(text.find(part) != std::string::npos, part);
        QVERIFY2(text.ends_with("`noclobber " NOCLOBBER_VERSION "`\n"), text.substr(text.size() - 200).c_str());
    }
};

NOCLOBBER_TEST_MAIN(TestMarkdownReport)
#include "tst_markdown_report.moc"
