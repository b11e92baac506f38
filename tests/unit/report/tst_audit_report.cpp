#include "core/base/resources.h"
#include "core/base/text.h"
#include "core/report/audit_report.h"
#include "core/report/field_text.h"
#include "tests/support/json_schema.h"
#include "tests/support/sample_review.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using nlohmann::json;
using report::Detail;

namespace {

/// An audit made by hand: the sample's findings, and figures of two clusters and three deployers.
review::Audit sampleAudit()
{
    review::Audit audit;
    audit.review = test::sampleReview();
    audit.review.radius = {};
    audit.review.radius.headCoverage = {41, 57};
    audit.review.comparison.head.commit = std::string(40, 'a');
    audit.scopes = {{"env/cluster01", {40, 42}}, {"env/cluster02", {1, 15}}};
    const auto id = [](std::string name) { return test::objectId("argoproj.io", "Application", "argocd", name); };
    audit.applications = {{std::nullopt, {0, 15}}, {id("app01-cluster01"), {40, 41}}, {id("app02-cluster01"), {1, 1}}};
    return audit;
}

} // namespace

class TestAuditReport : public QObject
{
    Q_OBJECT

private:
    const std::string m_text = report::writeAuditText(sampleAudit(), {});

    bool has(std::string_view part) const { return m_text.find(part) != std::string::npos; }

private slots:
    void theFigureIsTheFirstSentence()
    {
        QVERIFY2(m_text.starts_with("Protected: 41 of 57 stateful objects. 2 findings block, 1 warning, 1 note.\n"),
                 m_text.c_str());
        QCOMPARE(report::writeAuditText(sampleAudit(), {false, Detail::Verdict}),
                 m_text.substr(0, m_text.find('\n') + 1));
    }

    void theLeastProtectedComesFirst()
    {
        QVERIFY2(has("Protected stateful objects by cluster\n\n"
                     "     1 of 15    env/cluster02\n"
                     "    40 of 42    env/cluster01\n"),
                 m_text.c_str());
        QVERIFY2(has("Protected stateful objects by Application\n\n"
                     "     0 of 15    (no Application in this repository)\n"
                     "    40 of 41    Application argocd/app01-cluster01 in env/cluster01\n"
                     "     1 of 1     Application argocd/app02-cluster01 in env/cluster01\n"),
                 m_text.c_str());
    }

    void findingsNamePlaceAndMend()
    {
        QVERIFY(has("Findings: 2 block, 1 warn, 1 note, 1 waived\n"));
        QVERIFY(has("         Mend: "));
    }

    void nothingIsCalledChanged()
    {
        QVERIFY(has("Not rendered here, so not judged\n"));
        QVERIFY(!has("changed\n"));
        QVERIFY(!has("  head  "));
    }

    void aCleanCommitSaysSo()
    {
        review::Audit audit;
        audit.review.radius.headCoverage = {3, 3};
        audit.review.comparison.head.revision = "HEAD";
        audit.review.comparison.head.commit = std::string(40, 'b');
        QCOMPARE(report::writeAuditText(audit, {}), "Protected: 3 of 3 stateful objects. No findings.\n\n"
                                                    "HEAD bbbbbbbbbbbb: 0 objects, 0 Applications, 0 named clusters\n");
        audit.review.radius.headCoverage = {};
        QVERIFY(report::writeAuditText(audit, {}).starts_with("There are no stateful objects. No findings.\n"));
    }

    void everyLineFits80Columns()
    {
        for (const std::string &line : split(m_text, '\n'))
            QVERIFY2(report::characterCount(line) <= 80 ||
                         line.find(' ', line.find_first_not_of(' ')) == std::string::npos,
                     line.c_str());
    }

    void theJsonIsAsTheSchemaSays()
    {
        const json schema = json::parse(resource("schema/noclobber.audit-1.schema.json"));
        for (const review::Audit &audit : {sampleAudit(), review::Audit()}) {
            json written = json::parse(report::writeAuditJson(audit));
            if (written["commit"] == "") // nothing was read
                written["commit"] = std::string(40, 'a');
            for (const std::string &error : test::schemaErrors(schema, written))
                QFAIL(error.c_str());
        }
    }

    void thePageHasTheFiguresAndNoLinkThatLeadsNowhere()
    {
        review::Audit audit = sampleAudit();
        audit.review.comparison.base = {};
        audit.fix = fix::Fix{"", 3, 2, {{"reclaim-policy-delete", audit.review.findings.front().id, {}, "No <b>."}}};
        const std::string page = report::writeAuditHtml(audit);
        const auto pageHas = [&](std::string_view part) { return page.find(part) != std::string::npos; };
        QVERIFY(page.starts_with("<!DOCTYPE html>"));
        QVERIFY(pageHas("<title>Audit of "));
        QVERIFY(pageHas("Protected: 41 of 57 stateful objects."));
        QVERIFY(pageHas("<td>1<td>15<td>env/cluster02"));
        QVERIFY(pageHas("id=\"findings\""));
        QVERIFY(pageHas("No &lt;b&gt;.") || pageHas("No &lt;b>."));
        QVERIFY(!pageHas("href=\"#o-"));
        QVERIFY(!pageHas("<th scope=\"col\">Changed<"));
    }

    void theJsonHasTheFigures()
    {
        const json written = json::parse(report::writeAuditJson(sampleAudit()));
        QVERIFY(written["schema"] == "noclobber.audit/1");
        QVERIFY(written["commit"] == std::string(40, 'a'));
        const json &summary = written["summary"];
        QCOMPARE(summary["coverage"].dump(), "{\"protected\":41,\"stateful\":57}");
        QVERIFY(summary["coverageByScope"][1]["scope"] == "env/cluster02");
        QVERIFY(summary["coverageByScope"][1]["coverage"]["protected"] == 1);
        QVERIFY(summary["coverageByApplication"][0]["identity"].is_null());
        QCOMPARE(summary["findings"].dump(), R"({"block":2,"note":1,"waived":1,"warn":1})");
        QCOMPARE(written["findings"].size(), std::size_t{5});
        QVERIFY(!written.contains("changes"));
    }
};

NOCLOBBER_TEST_MAIN(TestAuditReport)
#include "tst_audit_report.moc"
