#include <QElapsedTimer>
#include <QRegularExpression>

#include "core/base/digest.h"
#include "core/report/html_page.h"
#include "core/report/html_report.h"
#include "tests/support/sample_review.h"
#include "tests/support/test_main.h"

using namespace noclobber;

namespace {

Result<review::ObjectTexts> twoTexts(const review::Review &, const argo::ObjectId &)
{
    review::ObjectTexts texts;
    texts.base = {"kind: Application\nspec:\n  project: app01-cluster01\n",
                  argo::Location{"env/cluster01/apps/yml/apps.yml", 2, 0, 22, 45}};
    texts.head = {"kind: Application\nspec:\n  project: app02-cluster01\n",
                  argo::Location{"env/cluster01/apps/yml/apps.yml", 9, 0, 206, 231}};
    return texts;
}

Result<review::ObjectTexts> noTexts(const review::Review &, const argo::ObjectId &)
{
    return Error{ErrorCode::Git, "a <blob> is missing", ""};
}

QString written(const review::Review &review, const std::string &date = {})
{
    return QString::fromStdString(report::writeHtmlReport(review, {date, twoTexts}));
}

QStringList matches(const QString &text, const QString &pattern)
{
    QStringList found;
    auto match = QRegularExpression(pattern, QRegularExpression::DotMatchesEverythingOption).globalMatch(text);
    while (match.hasNext())
        found << match.next().captured(1);
    return found;
}

} // namespace

class TestHtmlReport : public QObject
{
    Q_OBJECT

private:
    const QString m_html = written(test::sampleReview());

    /// What the browser would show of it.
    QString m_text = QString(m_html)
                         .remove(QRegularExpression(QStringLiteral("<(style|script)>.*?</(style|script)>"),
                                                    QRegularExpression::DotMatchesEverythingOption))
                         .remove(QRegularExpression(QStringLiteral("<[^>]*>")));

private slots:
    void everyTagThatNeedsAnEndHasOne()
    {
        const QStringList single{QStringLiteral("meta"),     QStringLiteral("input"), QStringLiteral("col"),
                                 QStringLiteral("!DOCTYPE"), QStringLiteral("tr"),    QStringLiteral("th"),
                                 QStringLiteral("td"),       QStringLiteral("thead"), QStringLiteral("tbody")};
        QStringList open;
        auto tags = QRegularExpression(QStringLiteral("<(/?)([a-zA-Z!0-9]+)[^>]*?(/?)>")).globalMatch(m_html);
        while (tags.hasNext()) {
            const auto tag = tags.next();
            if (single.contains(tag.captured(2)) || !tag.captured(3).isEmpty())
                continue;
            if (tag.captured(1).isEmpty())
                open << tag.captured(2);
            else
                QCOMPARE(tag.captured(2), open.isEmpty() ? QString() : open.takeLast());
        }
        QVERIFY2(open.isEmpty(), qPrintable(open.join(QLatin1Char(' '))));
    }

    void namesAreTextAndNeverMarkup()
    {
        QVERIFY(!m_html.contains(QLatin1String("<img")));
        QVERIFY(!m_html.contains(QLatin1String("<b>.yml")));
        QVERIFY(!m_html.contains(QLatin1String("<script>alert")));
        QVERIFY(m_html.contains(QLatin1String("web&lt;img src=x onerror=alert(1)&gt;")));
        QVERIFY(m_html.contains(QLatin1String("pay\\u202ellor\\u001b[2J")));
        QVERIFY(!m_html.contains(QChar(0x202E)));
    }

    void noElementCarriesAStyleOrAHandler()
    {
        QVERIFY(!m_html.contains(QRegularExpression(QStringLiteral("<[a-z][^>]*\\son[a-z]+=\""))));
        QVERIFY(!m_html.contains(QRegularExpression(QStringLiteral("<[a-z][^>]*\\sstyle="))));
    }

    void nothingIsFetched()
    {
        const QStringList addresses = matches(m_html, QStringLiteral("\\s(?:src|href|action|data)=\"([^\"]*)\""));
        QVERIFY(!addresses.isEmpty());
        for (const QString &address : addresses)
            QVERIFY2(address.startsWith(QLatin1Char('#')), qPrintable(address));
        QVERIFY(!m_html.contains(QLatin1String("@import")));
        QVERIFY(!m_html.contains(QLatin1String("url(")));
    }

    void thePolicyAllowsOnlyTheStyleAndTheScriptThatAreThere()
    {
        const QString policy =
            matches(m_html, QStringLiteral("Content-Security-Policy\" content=\"([^\"]*)\"")).value(0);
        QVERIFY(policy.startsWith(QLatin1String("default-src &#39;none&#39;; ")));
        for (const QString &tag : {QStringLiteral("style"), QStringLiteral("script")}) {
            const QStringList bodies = matches(m_html, QStringLiteral("<%1>(.*?)</%1>").arg(tag));
            QCOMPARE(bodies.size(), 1);
            const auto hash = QString::fromStdString(toBase64(sha256(bodies[0].toStdString())));
            QVERIFY(policy.contains(QStringLiteral("%1-src &#39;sha256-%2&#39;").arg(tag, hash)));
        }
        QVERIFY(m_html.indexOf(QLatin1String("Content-Security-Policy")) < m_html.indexOf(QLatin1String("<style>")));
    }

    void everyLinkWithinThePageHasItsPlaceInsideADetailsBody()
    {
        const QStringList ids = matches(m_html, QStringLiteral("\\sid=\"([^\"]*)\""));
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
        for (const QString &link : matches(m_html, QStringLiteral("<a[^>]* href=\"#([^\"]*)\"")))
            QVERIFY2(ids.contains(link), qPrintable(link));
        for (const QString &id : ids) {
            if (id.startsWith(QLatin1String("o-")))
                QVERIFY(m_html.contains(QStringLiteral("</summary><div class=\"body\" id=\"%1\">").arg(id)));
        }
    }

    void anAnchorIsTheHashOfTheIdentity()
    {
        // printf 'env/cluster01/apps/StatefulSet/kafka/kafka' | sha256sum
        QCOMPARE(report::HtmlPage::anchor(test::objectId("apps", "StatefulSet", "kafka", "kafka")),
                 std::string("o-535c1a5f69e1c57e"));
    }

    void theSectionsStandInTheirOrder()
    {
        QStringList titles;
        for (const QString &title : matches(m_html, QStringLiteral("<h2>([^<]*)<")))
            titles << title;
        QCOMPARE(
            titles.join(QLatin1Char('|')),
            QStringLiteral(
                "What was compared|Findings|What dies|If this was merged by mistake|Overwritten|All changes|Not seen|"
                "Method and limits"));
        QCOMPARE(m_html.count(QLatin1String("<h1>")), 1);
    }

    void headingsNeverJump()
    {
        int last = 0;
        for (const QString &level : matches(m_html, QStringLiteral("<h([1-6])>"))) {
            QVERIFY(level.toInt() <= last + 1);
            last = level.toInt();
        }
    }

    void everyTableHasACaptionAndScopedHeaders()
    {
        QCOMPARE(m_html.count(QLatin1String("<caption")), m_html.count(QLatin1String("<table")));
        QVERIFY(m_html.count(QLatin1String("<table")) >= 5);
        QVERIFY(!m_html.contains(QRegularExpression(QStringLiteral("<th(>| (?!scope))"))));
    }

    void whatDiesNamesFateStorageAndReasonsStatefulFirst()
    {
        const auto place = [this](const char *text) { return m_text.indexOf(QLatin1String(text)); };
        QVERIFY(place("Holds state3") > 0);
        QVERIFY(place("Holds state3") < place("Everything else that is deleted2"));
        QVERIFY(place("Everything else that is deleted2") < place("Stays, and needs a look1"));
        QVERIFY(place("Pruned Data lost StatefulSet kafka/kafka") > 0);
        QVERIFY(place("Cascade-deleted Data lost PersistentVolumeClaim kafka/data-kafka-0 in env/cluster01 50Gi") > 0);
        QVERIFY(place("Namespace kafka in env/cluster01: the Namespace is pruned") > 0);
        QVERIFY(place("Carries Prune=false.") > 0);
    }

    void anOverwriteShowsWhoWinsAndBothTextsWithMarks()
    {
        QVERIFY(m_text.contains(QLatin1String("Existing\nenv/cluster01/apps/yml/apps.yml:22\n")));
        QVERIFY(m_text.contains(QLatin1String("Wins: in effect after the merge")));
        QVERIFY(m_text.contains(QLatin1String("5 objects are deleted, 3 of them with state")));
        QVERIFY(m_html.contains(QRegularExpression(QStringLiteral("<td class=\"d\">  project: .*<del>[^<]+</del>"))));
        QVERIFY(m_html.contains(QRegularExpression(QStringLiteral("<td class=\"a\">  project: .*<ins>[^<]+</ins>"))));
    }

    void textsThatCannotBeReadAreNamed()
    {
        const std::string html = report::writeHtmlReport(test::sampleReview(), {"", noTexts});
        QVERIFY(html.find("The texts could not be read: a &lt;blob&gt; is missing") != std::string::npos);
        QVERIFY(html.find("spec.source.path") != std::string::npos);
    }

    void aTextOfSeveralLinesShowsTheLinesThatDiffer()
    {
        QVERIFY(m_html.contains(QLatin1String("<del>- log: info</del><ins>+ log: debug</ins>")));
        QVERIFY(m_html.contains(QLatin1String("2 equal lines")));
    }

    void equalReviewsGiveEqualBytesAndADateOnlyWhereGiven()
    {
        QCOMPARE(written(test::sampleReview()), m_html);
        QVERIFY(written(test::sampleReview(), "2024-01-03").contains(QLatin1String(", 2024-01-03</span>")));
    }

    void aPageWithoutChangesSaysSo()
    {
        review::Review review;
        review.comparison.base.commit = review.comparison.head.commit = std::string(40, 'a');
        const QString html = written(review);
        QVERIFY(html.contains(QLatin1String("No running object would be deleted.")));
        QVERIFY(html.contains(QLatin1String("No object is replaced by another declaration.")));
        QVERIFY(html.contains(QLatin1String("Every manifest of both commits was read.")));
    }

    void fiveThousandDeletedObjectsFitToo()
    {
        review::Review review = test::largeReview(5000);
        const auto application = test::objectId("argoproj.io", "Application", "argocd", "app01-cluster01");
        for (std::size_t i = 0; i < review.radius.objects.size(); ++i) {
            review.changes.changes[i].status = diff::Status::Removed;
            review.changes.changes[i].fields.clear();
            blast::AffectedObject &object = review.radius.objects[i];
            object.effect = blast::Effect::Pruned;
            object.location = argo::Location{"env/cluster01/app01/yml/app01.yml", 1, 0, static_cast<int>(i), 0};
            object.because = {{application, std::string(200, 'x')}, {object.id, std::string(150, 'y')}};
        }
        const std::string html = report::writeHtmlReport(review, {"", twoTexts});
        QVERIFY2(html.size() <= 8'000'000, std::to_string(html.size()).c_str());
        QVERIFY(html.find("<a href=\"#other-1\">Why: the reasons") != std::string::npos);
    }

    void aPageNeverGrowsBeyondSixteenMegabytesAndSaysWhatIsLeftOut()
    {
        review::Review review = test::largeReview(12'000);
        for (diff::ObjectChange &change : review.changes.changes)
            change.fields[0].path = std::string(1500, 'p');
        const std::string html = report::writeHtmlReport(review, {"", twoTexts});
        QVERIFY2(html.size() <= 16'000'000, std::to_string(html.size()).c_str());
        QVERIFY(html.find("more rows are left out here: the page would be larger than 16 MB. The JSON report has them "
                          "all.") != std::string::npos);
        QVERIFY(html.ends_with("</html>\n") || html.ends_with("</html>"));
        QVERIFY(m_html.indexOf(QLatin1String("left out here")) < 0);
    }

    void theRunbookHasItsStepsAndLinesToCopy()
    {
        QVERIFY(m_html.contains(QLatin1String("<section id=\"recovery\">")));
        QVERIFY(m_text.contains(QLatin1String("0 Stop automatic sync")));
        QVERIFY(m_html.contains(QLatin1String("<code>argocd app set argocd/app01-cluster01 --sync-policy none</code>"
                                              "<button class=\"copy\" type=\"button\" aria-label=\"Copy: argocd app")));
        QVERIFY(m_html.contains(QLatin1String("7 objects in namespace web")));
        const auto lines = matches(m_html, QStringLiteral("<div class=\"command\"><code>([^<]*)</code><button"));
        QCOMPARE(lines.size(), 7);
        QVERIFY(lines.at(3).contains(QLatin1String("PV_NAME --type merge -p &#39;{&quot;spec&quot;")));
        QVERIFY(lines.at(4).contains(QLatin1String("web&lt;img src=x onerror=alert(1)&gt;")));
    }

    void withoutARunbookNothingIsSaidOfOne()
    {
        review::Review review = test::sampleReview();
        review.recovery = {};
        QVERIFY(!written(review).contains(QLatin1String("recovery\"")));
    }

    void fiveThousandObjectsFitInEightMegabytes()
    {
        QElapsedTimer timer;
        timer.start();
        const std::string html = report::writeHtmlReport(test::largeReview(5000), {"", twoTexts});
        QVERIFY2(html.size() <= 8'000'000, std::to_string(html.size()).c_str());
        QVERIFY2(timer.elapsed() < 10'000, std::to_string(timer.elapsed()).c_str());
        QVERIFY(html.find("service-14999") != std::string::npos);
    }

    void theRecordIsThereWithItsOverride()
    {
        const record::ShownRecord record = test::sampleRecord();
        const QString html =
            QString::fromStdString(report::writeHtmlReport(test::sampleReview(), {"", twoTexts, &record}));
        const QString verdict = matches(html, QStringLiteral("<section class=\"verdict.*?>(.*?)</section>")).value(0);
        QVERIFY2(verdict.contains(QLatin1String("Approved although it is blocked by Kim &lt;kim@example.com&gt;")),
                 qPrintable(verdict));
        QVERIFY(verdict.contains(QLatin1String("The name app01-cluster01 was typed to confirm. Reason: planned")));
        const QString section = matches(html, QStringLiteral("<section id=\"record\">(.*?)</section>")).value(0);
        for (const char *part :
             {"12 of 412 objects seen, 31 of 31 that need a look; 5 changed since seen.",
              "Why &lt;b&gt;now&lt;/b&gt;, @kim? See #12\n- now", "<code>data.level</code>", "Reason: planned"})
            QVERIFY2(section.contains(QLatin1String(part)), qPrintable(section));
        QVERIFY(html.indexOf(QLatin1String("id=\"unseen\"")) < html.indexOf(QLatin1String("id=\"record\"")));
        QVERIFY(html.indexOf(QLatin1String("id=\"record\"")) < html.indexOf(QLatin1String("id=\"limits\"")));
    }

    void withoutARecordThereIsNone() { QVERIFY(!m_html.contains(QLatin1String("id=\"record\""))); }
};

NOCLOBBER_TEST_MAIN(TestHtmlReport)
#include "tst_html_report.moc"
