#include <QFile>

#include "core/base/resources.h"
#include "core/report/json_report.h"
#include "tests/support/json_schema.h"
#include "tests/support/sample_review.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using nlohmann::json;

#define COMPARE_JSON(actual, ...) QVERIFY2((actual) == json(__VA_ARGS__), (actual).dump().c_str())

class TestJsonReport : public QObject
{
    Q_OBJECT

private:
    const std::string m_text = report::writeJsonReport(test::sampleReview());
    const json m_json = json::parse(m_text);

    const json &change(const std::string &name) const
    {
        for (const json &change : m_json["changes"]) {
            if (change["identity"]["name"] == name)
                return change;
        }
        qFatal("no change of %s", name.c_str());
    }

private slots:
    void theSampleIsAsTheSchemaSays()
    {
        const json schema = json::parse(resource("schema/noclobber.review-1.schema.json"));
        for (const std::string &error : test::schemaErrors(schema, m_json))
            QFAIL(error.c_str());
    }

    void aReviewOfNothingIsAsTheSchemaSays()
    {
        review::Review review;
        review.comparison.base.commit = review.comparison.head.commit = std::string(40, 'a');
        const json schema = json::parse(resource("schema/noclobber.review-1.schema.json"));
        const json written = json::parse(report::writeJsonReport(review));
        for (const std::string &error : test::schemaErrors(schema, written))
            QFAIL(error.c_str());
        COMPARE_JSON(written["mergeBase"], json());
        COMPARE_JSON(written["tool"]["configuration"], json());
    }

    void theSchemaCheckSeesAWrongDocument()
    {
        const json schema = json::parse(resource("schema/noclobber.review-1.schema.json"));
        json wrong = m_json;
        wrong["verdict"] = "fine";
        wrong["changes"][0].erase("status");
        wrong["surprise"] = 1;
        QCOMPARE(test::schemaErrors(schema, wrong).size(), std::size_t{3});
    }

    /// Contract, section 5: recovery by tier; runbook is all of it in order.
    void theRunbookIsThereByObjectAndInOrder()
    {
        QCOMPARE(m_json["recovery"].size(), std::size_t{2});
        COMPARE_JSON(m_json["recovery"][0]["tier"], 10);
        COMPARE_JSON(m_json["recovery"][0]["identity"]["name"], "data-kafka-0");
        COMPARE_JSON(m_json["recovery"][0]["steps"],
                     {"Find its volume.", "kubectl get pv | grep -wF kafka/data-kafka-0",
                      "Let it wait for a claim of the same name.",
                      "kubectl patch pv PV_NAME --type merge -p '{\"spec\":{\"claimRef\":{\"uid\":null}}}'"});
        COMPARE_JSON(m_json["recovery"][1]["objects"], 7);
        QCOMPARE(m_json["runbook"].size(), std::size_t{6});
        COMPARE_JSON(m_json["runbook"][0]["stage"], "stop");
        COMPARE_JSON(m_json["runbook"][0]["tier"], json());
        COMPARE_JSON(m_json["runbook"][1]["limit"], "Git brings declarations back, and no data.");
        COMPARE_JSON(m_json["runbook"][5]["stage"], "resume");
    }

    void equalReviewsGiveEqualBytes() { QCOMPARE(report::writeJsonReport(test::sampleReview()), m_text); }

    void theBytesCannotSteerATerminal()
    {
        for (const char c : m_text)
            QVERIFY(c == '\n' || (c >= 0x20 && c < 0x7F));
        COMPARE_JSON(change(test::disguisedName)["status"], "removed");
        COMPARE_JSON(change(test::hostileName)["status"], "added");
    }

    void theHeaderSaysWhatWasCompared()
    {
        COMPARE_JSON(m_json["schema"], "noclobber.review/1");
        COMPARE_JSON(m_json["comparison"], "merge-result");
        COMPARE_JSON(m_json["base"]["revision"], "main");
        COMPARE_JSON(m_json["head"]["commit"], "9e8d7c6b5a4f3e2d1c0b9a8f7e6d5c4b3a2f1e0d");
        COMPARE_JSON(m_json["tool"], json::parse(R"({"version": "0.1.0", "argoCd": "3.4", "configuration": "base"})"));
        COMPARE_JSON(m_json["verdict"], "block");
        COMPARE_JSON(m_json["destructive"], true);
        COMPARE_JSON(m_json["scopes"], json::parse(R"([{"name": "env/cluster01", "from": "layout"},
                                                    {"name": "env/cluster02", "from": "folder"}])"));
    }

    void theSummaryCountsEffectsFatesAndFindings()
    {
        const json &summary = m_json["summary"];
        COMPARE_JSON(summary["effects"]["pruned"], 4);
        COMPARE_JSON(summary["effects"]["cascade-deleted"], 1);
        COMPARE_JSON(summary["effects"]["prune-pending"], 0);
        COMPARE_JSON(summary["dataFate"]["lost"], 2);
        COMPARE_JSON(summary["dataFate"]["at-risk"], 1);
        COMPARE_JSON(summary["storage"], json::parse(R"({"lost": "50Gi"})"));
        COMPARE_JSON(summary["findings"], json::parse(R"({"block": 2, "warn": 1, "note": 1, "waived": 1})"));
        COMPARE_JSON(summary["problems"], 2);
        COMPARE_JSON(summary["overwritten"], 1);
        COMPARE_JSON(summary["coverage"]["base"]["stateful"], 4);
    }

    void anOverwriteShowsAllDeclarationsAndTheWinner()
    {
        const json &overwrite = change("app01-cluster01");
        COMPARE_JSON(overwrite["status"], "overwritten");
        QCOMPARE(overwrite["declarations"]["head"].size(), std::size_t{2});
        COMPARE_JSON(overwrite["declarations"]["head"][0]["winner"], false);
        COMPARE_JSON(overwrite["declarations"]["head"][1],
                     json::parse(R"({"path": "env/cluster01/apps/yml/apps.yml", "document": 9, "item": 0,
                                 "lines": [206, 229], "winner": true, "application": "argocd/apps-cluster01"})"));
        COMPARE_JSON(overwrite["fields"][1]["path"], "spec.source.path");
        COMPARE_JSON(overwrite["fields"][1]["head"], "env/cluster01/app02/yml");
        COMPARE_JSON(overwrite["apiVersion"]["base"], "argoproj.io/v1alpha1");
    }

    void anAbsentSideHasNoValueAndNoVersion()
    {
        const json &added = change(test::hostileName);
        COMPARE_JSON(added["apiVersion"]["base"], json());
        COMPARE_JSON(added["declarations"]["base"], json::array());
        const json &label = change("settings")["fields"][1];
        COMPARE_JSON(label["op"], "added");
        QVERIFY(!label.contains("base"));
        COMPARE_JSON(label["head"], "<script>alert(1)</script>");
    }

    void aRenamedPairPointsBothWays()
    {
        COMPARE_JSON(change("frontend")["renamedFrom"]["name"], "front");
        COMPARE_JSON(change("front")["renamedTo"]["name"], "frontend");
        COMPARE_JSON(change("frontend")["likeness"], 0.9);
        QVERIFY(!change("settings").contains("likeness"));
    }

    void aContestedObjectHasNoWinner()
    {
        auto review = test::sampleReview();
        diff::ObjectChange &contested = review.changes.changes[6];
        contested.flags.contested = true;
        contested.headWinner.reset();
        const json written = json::parse(report::writeJsonReport(review));
        COMPARE_JSON(written["changes"][6]["flags"], json::parse(R"(["contested"])"));
        for (const json &declaration : written["changes"][6]["declarations"]["head"])
            COMPARE_JSON(declaration["winner"], false);
        COMPARE_JSON(written["changes"][6]["apiVersion"]["head"], "argoproj.io/v1alpha1");
    }

    void aFindingAboutAFileHasNoIdentityAndAWaivedOneItsReason()
    {
        COMPARE_JSON(m_json["findings"][0]["identity"], json());
        COMPARE_JSON(m_json["findings"][1]["waived"],
                     json::parse(R"({"reason": "planned, CHG-1234", "until": "2026-12-31"})"));
        COMPARE_JSON(m_json["findings"][4]["waived"], json());
        COMPARE_JSON(m_json["findings"][4]["related"][0]["lines"], json::parse("[22, 45]"));
    }

    void valuesKeepTheirTypes()
    {
        review::Review review = test::largeReview(1);
        yaml::Node list;
        list.type = yaml::NodeType::Sequence;
        list.items = {test::numberNode(7), yaml::Node{}, test::textNode("\xFF")};
        review.changes.changes[0].fields[0].head = list;
        const json written = json::parse(report::writeJsonReport(review));
        COMPARE_JSON(written["changes"][0]["fields"][0]["head"], json::parse(R"([7, null, "\\xff"])"));
        COMPARE_JSON(written["changes"][0]["fields"][1]["base"], 2);
    }

    void theRecordIsThereWithItsOverride()
    {
        record::ShownRecord record = test::sampleRecord();
        record.isOutdated = true;
        const json written = json::parse(report::writeJsonReport(test::sampleReview(), &record));
        const json schema = json::parse(resource("schema/noclobber.review-1.schema.json"));
        QCOMPARE(test::schemaErrors(schema, written), std::vector<std::string>());
        COMPARE_JSON(written["reviewRecord"]["progress"]["changedSinceSeen"], 5);
        COMPARE_JSON(written["reviewRecord"]["decision"]["override"]["reason"], "planned, see CHG-1234");
        COMPARE_JSON(written["reviewRecord"]["decision"]["outdated"], true);
        COMPARE_JSON(written["reviewRecord"]["comments"][0]["field"], "data.level");
        QVERIFY(!m_json.contains("reviewRecord"));
        record.decision.reset();
        QCOMPARE(test::schemaErrors(schema, json::parse(report::writeJsonReport(test::sampleReview(), &record))),
                 std::vector<std::string>());
    }
};

NOCLOBBER_TEST_MAIN(TestJsonReport)
#include "tst_json_report.moc"
