#include "core/base/text.h"
#include "core/report/contest.h"
#include "core/report/field_text.h"
#include "core/report/text_report.h"
#include "tests/support/sample_review.h"
#include "tests/support/test_main.h"

using namespace noclobber;
using report::Detail;

class TestTextReport : public QObject
{
    Q_OBJECT

private:
    const std::string m_text = report::writeTextReport(test::sampleReview(), {});

    bool has(std::string_view part) const { return m_text.find(part) != std::string::npos; }
    std::size_t place(std::string_view part) const
    {
        const std::size_t found = m_text.find(part);
        if (found == std::string::npos)
            qFatal("not there: %s", std::string(part).c_str());
        return found;
    }

private slots:
    void theVerdictIsTheFirstWord() { QVERIFY(m_text.starts_with("Block. ")); }

    void worstComesFirst()
    {
        const std::vector<std::string> order{"Findings: 2 block, 1 warn, 1 note, 1 waived",
                                             "block  overwrite",
                                             "block  stateful-deleted",
                                             "warn   unreadable-manifest",
                                             "note   layout",
                                             "waived near-miss-name",
                                             "Would be deleted: 5 objects, 3 with state",
                                             "Would stay, and need a look: 1 object",
                                             "Overwritten: 1 object",
                                             "Removed: 1 object",
                                             "Renamed: 1 object",
                                             "Modified: 2 objects",
                                             "Added: 1 object",
                                             "Not read: 2 places"};
        for (std::size_t i = 1; i < order.size(); ++i)
            QVERIFY2(place(order[i - 1]) < place(order[i]), order[i].c_str());
    }

    void aFindingNamesPlaceAndMend()
    {
        QVERIFY(has("  block  stateful-deleted  StatefulSet kafka/kafka in env/cluster01\n"
                    "         env/cluster01/app01/yml/app01.yml:88\n"));
        QVERIFY(has("  block  overwrite  Application argocd/app01-cluster01 in env/cluster01\n"
                    "         env/cluster01/apps/yml/apps.yml:206 declares"));
        QVERIFY(has("         Mend: Give the new Application a name of its own: app02-cluster01.\n"));
        QVERIFY(has("         Accepted: planned, CHG-1234, until 2026-12-31\n"));
    }

    void manyFindingsOfOneRuleNameAllObjectsAndTheMendOnce()
    {
        review::Review review = test::sampleReview();
        for (int i = 0; i < 4; ++i) {
            review.findings.push_back(review.findings[3]);
            review.findings.back().id.key.name = "kafka-" + std::to_string(i);
            review.findings.back().location->firstLine = 200 + i;
        }
        const std::string text = report::writeTextReport(review, {});
        QVERIFY(text.find("  block  stateful-deleted  5 objects\n") != std::string::npos);
        for (int i = 0; i < 4; ++i)
            QVERIFY(text.find("kafka/kafka-" + std::to_string(i) + " in env/cluster01\n") != std::string::npos);
        QVERIFY(text.find("app01.yml:203\n") != std::string::npos);
        const std::string all = report::writeTextReport(review, {false, Detail::All});
        QVERIFY(all.find("  block  stateful-deleted  StatefulSet kafka/kafka-3 ") != std::string::npos);
    }

    void objectsThatGoTheSameWayShareTheirReasonWhateverTheirPlace()
    {
        review::Review review = test::sampleReview();
        for (blast::AffectedObject &object : review.radius.objects) {
            if (object.location)
                object.because.back().text = argo::toText(*object.location) + " still declares it, in vain";
        }
        review.radius.objects[6].location->firstLine = 400;
        review.radius.objects[6].because.back().text =
            argo::toText(*review.radius.objects[6].location) + " still declares it, in vain";
        const std::string text = report::writeTextReport(review, {});
        QVERIFY(text.find("    its file still declares it, in vain\n"
                          "    pruned          data lost     StatefulSet kafka/kafka in env/cluster01\n"
                          "    pruned          data at-risk  StatefulSet kafka/zookeeper in env/cluster01\n") !=
                std::string::npos);
    }

    void whatDiesIsListedUnderItsCauseStatefulFirst()
    {
        QVERIFY(has("    no longer in Application argocd/app01-cluster01, which prunes by itself\n"
                    "    pruned          data lost     StatefulSet kafka/kafka in env/cluster01\n"
                    "    pruned          data at-risk  StatefulSet kafka/zookeeper in env/cluster01\n"
                    "    pruned                        Namespace kafka in env/cluster01\n"
                    "    pruned                        Deployment kafka/exporter in env/cluster01\n"));
        QVERIFY(has("    Namespace kafka in env/cluster01: the Namespace is pruned\n"));
        QVERIFY(has("[Prune=false]"));
    }

    void anOverwriteNamesBothPlacesAndWhoWins()
    {
        QVERIFY(has("    existing loses     env/cluster01/apps/yml/apps.yml:22 of\n"));
        QVERIFY(has("    new      wins      env/cluster01/apps/yml/apps.yml:206 of\n"));
        QVERIFY(has("One file declares it more than once"));
        QVERIFY(has("      spec.source.path: env/cluster01/app01/yml -> env/cluster01/app02/yml\n"));
    }

    void aTextOfSeveralLinesShowsTheLinesThatDiffer()
    {
        QVERIFY(has("      data[\"app.conf\"]:\n        - log: info\n        + log: debug\n"));
        QVERIFY(!has("workers: 4"));
    }

    void everyLineFits80Columns()
    {
        for (const std::string &line : split(m_text, '\n'))
            QVERIFY2(report::characterCount(line) <= 80, line.c_str());
    }

    void aNarrowTerminalGetsNarrowLines()
    {
        const std::string narrow = report::writeTextReport(test::sampleReview(), {false, report::Detail::Usual, 50});
        std::size_t long50 = 0;
        for (const std::string &line : split(narrow, '\n')) // a word that is longer than a line stands alone
            long50 +=
                report::characterCount(line) > 50 && line.find(' ', line.find_first_not_of(' ')) != std::string::npos;
        QVERIFY2(long50 <= 2, narrow.c_str()); // heads of paragraphs, and commands, are never cut
    }

    void theRunbookShowsItsFirstStepUnlessAllIsAsked()
    {
        QVERIFY(has("If this was merged by mistake: 6 steps, run by you, never by noclobber\n"));
        QVERIFY(has("      argocd app set argocd/app01-cluster01 --sync-policy none\n"));
        QVERIFY(has("  ... and 5 more; -v shows all"));
        QVERIFY(!has("PV_NAME"));
        const std::string all = report::writeTextReport(test::sampleReview(), {false, report::Detail::All, 80});
        QVERIFY(all.find("    10  PersistentVolumeClaim kafka/data-kafka-0 in env/cluster01\n") != std::string::npos);
        QVERIFY(
            all.find(
                "          kubectl patch pv PV_NAME --type merge -p '{\"spec\":{\"claimRef\":{\"uid\":null}}}'\n") !=
            std::string::npos);
        QVERIFY(all.find("7 objects in namespace web") != std::string::npos);
    }

    void noLineEndsWithABlank() { QVERIFY(m_text.find(" \n") == std::string::npos); }

    void namesCannotSteerTheTerminal()
    {
        QCOMPARE(m_text, printable(m_text, true));
        QVERIFY(has("pay\\u202ellor\\u001b[2J"));
    }

    void colourOnlyAddsColour()
    {
        std::string coloured = report::writeTextReport(test::sampleReview(), {true, Detail::Usual});
        QVERIFY(coloured.starts_with("\x1b[1;31mBlock. \x1b[0m"));
        for (std::size_t at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b'))
            coloured.erase(at, coloured.find('m', at) - at + 1);
        QCOMPARE(coloured, m_text);
    }

    void onlyTheVerdictIsOneParagraph()
    {
        const std::string verdict = report::writeTextReport(test::sampleReview(), {false, Detail::Verdict});
        QVERIFY(m_text.starts_with(verdict));
        QVERIFY(verdict.find("\n\n") == std::string::npos);
    }

    void longHarmlessListsAreCutWithTheirCountUnlessAllIsAsked()
    {
        const review::Review large = test::largeReview(100);
        const std::string usual = report::writeTextReport(large, {});
        QVERIFY(usual.find("... and 88 more; -v shows all") != std::string::npos);
        QVERIFY(usual.find("service-10099") == std::string::npos);
        const std::string all = report::writeTextReport(large, {false, Detail::All});
        QVERIFY(all.find("service-10099") != std::string::npos);
        QVERIFY(all.find("more;") == std::string::npos);
    }

    void whatHoldsStateAndWhatBlocksIsNeverCut()
    {
        review::Review review = test::sampleReview();
        for (int i = 0; i < 60; ++i) {
            blast::AffectedObject volume = review.radius.objects[5];
            volume.id.key.name = "kafka-" + std::to_string(i);
            review.radius.objects.push_back(volume);
            review.findings.push_back(review.findings[4]);
            review.findings.back().id.key.name = "app-" + std::to_string(i);
        }
        const std::string text = report::writeTextReport(review, {});
        for (int i = 0; i < 60; ++i) {
            QVERIFY(text.find("kafka/kafka-" + std::to_string(i) + " ") != std::string::npos);
            QVERIFY(text.find("argocd/app-" + std::to_string(i) + " ") != std::string::npos);
        }
    }

    void aContestedObjectHasNoWinner()
    {
        review::Review review = test::sampleReview();
        diff::ObjectChange &change = review.changes.changes[6];
        change.flags.contested = true;
        change.headWinner.reset();
        const report::Contest contest = report::contestOf(change);
        QVERIFY(contest.certainty == report::Certainty::Unpredictable);
        QCOMPARE(contest.contenders.size(), std::size_t{2});
        for (const report::Contender &contender : contest.contenders)
            QVERIFY(contender.outcome == report::Outcome::Undefined);
    }

    void fluxAppliesNoneOfSeveral()
    {
        diff::ObjectChange change = test::sampleReview().changes.changes[6];
        const argo::ObjectId kustomization =
            test::objectId("kustomize.toolkit.fluxcd.io", "Kustomization", "flux-system", "apps");
        for (argo::Declaration &declaration : change.head)
            declaration.application = kustomization;
        const report::Contest contest = report::contestOf(change);
        QVERIFY2(contest.why.starts_with("Flux applies none of them"), contest.why.c_str());
        for (const report::Contender &contender : contest.contenders)
            QVERIFY(contender.outcome == report::Outcome::Refused);
        QVERIFY(contest.certainty == report::Certainty::Certain);
    }

    void anUnseenDeployerMakesTheWinnerLikelyOnly()
    {
        diff::ObjectChange change = test::sampleReview().changes.changes[6];
        for (argo::Declaration &declaration : change.head)
            declaration.application.reset();
        QVERIFY(report::contestOf(change).certainty == report::Certainty::Likely);
    }

    void aDeclarationThatIsReplacedAndGoneIsStillNamed()
    {
        diff::ObjectChange change = test::sampleReview().changes.changes[6];
        change.head = {change.head.back()};
        change.headWinner = 0;
        change.newDeclarations = {0};
        const report::Contest contest = report::contestOf(change);
        QCOMPARE(contest.contenders.size(), std::size_t{2});
        QVERIFY(contest.contenders[0].outcome == report::Outcome::Gone);
        QVERIFY(contest.contenders[1].outcome == report::Outcome::Wins);
    }
};

NOCLOBBER_TEST_MAIN(TestTextReport)
#include "tst_text_report.moc"
