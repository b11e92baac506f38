#include "core/record/review_record.h"
#include "tests/support/changes.h"
#include "tests/support/sample_review.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using namespace noclobber::record;

namespace {

ReviewRecord wholeRecord()
{
    ReviewRecord record;
    record.repository = "/srv/manifests/.git";
    record.base = "main";
    record.head = "change";
    record.seen = {{test::objectId("", "ConfigMap", "web", "settings"), sha256("one")},
                   {test::objectId("apps", "StatefulSet", "kafka", "kafka"), sha256("two")}};
    record.comments = {{1, test::objectId("", "ConfigMap", "web", "settings"), "data.level", "Why debug?\nAnd why now?",
                        "2026-11-23T18:04:05Z"},
                       {2, test::objectId("", "ConfigMap", "web", "settings"), "", "\xE4\xB8\xBA\xE4\xBB\x80", "t"}};
    record.drafts = {{2, test::objectId("", "ConfigMap", "web", "settings"), "", "Why?\nAnd"},
                     {0, test::objectId("apps", "StatefulSet", "kafka", "kafka"), "spec.replicas", "one"}};
    record.decision = Decision{Choice::Approve,
                               "",
                               "Kim",
                               "2026-11-23T18:05:00Z",
                               std::string(40, 'a'),
                               std::string(40, 'b'),
                               Override{"app01-cluster01", "planned cut-over"}};
    record.doneSteps = {"0123456789abcdef0123456789abcdef"};
    return record;
}

std::string replaced(std::string text, const std::string &what, const std::string &with)
{
    const std::size_t at = text.find(what);
    if (at == std::string::npos)
        qFatal("nothing to replace: %s", what.c_str());
    return text.replace(at, what.size(), with);
}

std::string refusal(const std::string &json)
{
    const auto record = readRecord(json);
    return record ? "read" : record.error().message + " (" + record.error().where + ")";
}

} // namespace

class TestReviewRecord : public QObject
{
    Q_OBJECT
private slots:
    void whatIsWrittenIsRead()
    {
        const auto read = readRecord(toJson(wholeRecord()));
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QVERIFY(*read == wholeRecord());
        const auto empty = readRecord(toJson({}));
        QVERIFY(empty);
        QVERIFY(*empty == ReviewRecord());
    }

    void aRecordFromBeforeThereWereDraftsIsRead()
    {
        ReviewRecord record = wholeRecord();
        record.drafts.clear();
        QVERIFY(toJson(record).find("draft") == std::string::npos);
        QVERIFY(*readRecord(toJson(record)) == record);
    }

    void equalRecordsGiveEqualBytes() { QCOMPARE(toJson(wholeRecord()), toJson(wholeRecord())); }

    void aNameThatIsNoTextIsNoReasonToLoseTheRest()
    {
        ReviewRecord record = wholeRecord();
        record.comments[0].text = "broken \xFF byte";
        const auto read = readRecord(toJson(record));
        QVERIFY(read);
        QCOMPARE(read->comments[0].text, std::string("broken \xEF\xBF\xBD byte"));
    }

    void damageIsNamedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<QByteArray>("with");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const char *what, const char *with, const char *said) {
            QTest::newRow(name) << QByteArray(what) << QByteArray(with) << QByteArray(said);
        };
        row("cut short", "\"repository\"", "", "the review record is damaged: it is not JSON (line 3, column 2)");
        row("newer", "noclobber.record/1", "noclobber.record/2", "the file is no review record of this version ()");
        row("something else", "noclobber.record/1", "noclobber.review/1",
            "the file is no review record of this version ()");
        row("missing", "\"doneSteps\"", "\"done\"", "the review record is damaged (doneSteps is missing)");
        row("no list", "\"seen\": [", "\"seen\": 3, \"old\": [", "the review record is damaged (seen is no list)");
        row("digest", "\"digest\": \"7", "\"digest\": \"x",
            "the review record is damaged (seen[0].digest is not 64 hexadecimal digits)");
        row("comment", "\"field\": \"\"", "\"field\": null",
            "the review record is damaged (comments[1].field is no text)");
        row("draft", "\"comment\": 2", "\"comment\": -2",
            "the review record is damaged (drafts[0].comment is no number of a comment)");
        row("identity", "\"kind\": \"StatefulSet\",", "",
            "the review record is damaged (seen[1].object.kind is missing)");
        row("choice", "\"approve\"", "\"maybe\"",
            "the review record is damaged (decision.choice is neither approve nor request-changes)");
        row("override", "\"reason\"", "\"because\"",
            "the review record is damaged (decision.override.reason is missing)");
        row("step", "\"0123456789abcdef0123456789abcdef\"", "7",
            "the review record is damaged (doneSteps[0] is no text)");
    }
    void damageIsNamedWithItsPlace()
    {
        QFETCH(QByteArray, what);
        QFETCH(QByteArray, with);
        QFETCH(QByteArray, said);
        QCOMPARE(refusal(replaced(toJson(wholeRecord()), what.toStdString(), with.toStdString())), said.toStdString());
    }

    void aNewerVersionIsKnown()
    {
        const auto isNewer = [](const std::string &version) {
            return isOfNewerVersion(replaced(toJson(wholeRecord()), "noclobber.record/1", version));
        };
        QVERIFY(isNewer("noclobber.record/2"));
        QVERIFY(isNewer("noclobber.record/17"));
        for (const char *version : {"noclobber.record/1", "noclobber.record/0", "noclobber.record/",
                                    "noclobber.review/2", "noclobber.record/2x", "noclobber.record/-2"})
            QVERIFY2(!isNewer(version), version);
        QVERIFY(!isOfNewerVersion("{\"schema\": \"noclobber.record/2\""));
        QVERIFY(!isOfNewerVersion("[]"));
    }

    void noDamageIsTakenForARecord()
    {
        const std::string whole = toJson(wholeRecord());
        for (std::size_t size = 0; size + 1 < whole.size(); ++size)
            QVERIFY2(!readRecord(whole.substr(0, size)), std::to_string(size).c_str());
        QCOMPARE(refusal(""), std::string("the review record is damaged: it is not JSON (line 1, column 1)"));
        QCOMPARE(refusal("[]"), std::string("the review record is damaged (the document is no object)"));
        QVERIFY(!readRecord(std::string(1'000'000, '[')));
        QVERIFY(!readRecord(std::string(100, '\0')));
    }

    void aStepThatSaysSomethingElseIsAnotherOne()
    {
        recovery::Step step;
        step.stage = recovery::Stage::Restore;
        step.what = "Bring it back.";
        step.commands = {"kubectl apply -f one.yaml"};
        recovery::Step other = step;
        QCOMPARE(stepKey(step), stepKey(other));
        other.commands = {"kubectl apply -f two.yaml"};
        QVERIFY(stepKey(step) != stepKey(other));
        QCOMPARE(stepKey(step).size(), std::size_t(32));
    }
};

NOCLOBBER_TEST_MAIN(TestReviewRecord)
#include "tst_review_record.moc"
