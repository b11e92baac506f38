#include "tests/support/test_main.h"

#include "core/review/scope_filter.h"
#include "core/review/verdict.h"

using namespace noclobber;
using review::Headline;
using review::Verdict;

namespace {

rules::Finding finding(const std::string &rule, Severity severity, bool isWaived = false)
{
    rules::Finding made;
    made.rule = rule;
    made.severity = severity;
    made.message = "message of " + rule + ".";
    if (isWaived)
        made.waived = rules::AcceptedException{"planned", ""};
    return made;
}

blast::AffectedObject affected(const std::string &kind, blast::Effect effect, bool isStateful, blast::DataFate fate)
{
    blast::AffectedObject object;
    const char *group = kind == "CustomResourceDefinition" ? "apiextensions.k8s.io"
                        : kind == "Application"            ? "argoproj.io"
                                                           : "";
    object.id = {"", {group, Name(kind), "shop", "x"}};
    object.effect = effect;
    object.isStateful = isStateful;
    object.dataFate = fate;
    object.because = {{object.id, "It is removed."}};
    return object;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<noclobber::rules::Finding>)

/// Verdict, headline and exit condition follow from the findings (contract, sections 4 and 5).
class TestVerdict : public QObject
{
    Q_OBJECT
private slots:
    void worstFindingDecides_data()
    {
        QTest::addColumn<std::vector<rules::Finding>>("findings");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<int>("headline");
        const auto row = [](const char *name, std::vector<rules::Finding> findings, Verdict verdict,
                            Headline headline) {
            QTest::newRow(name) << std::move(findings) << int(verdict) << int(headline);
        };
        row("none", {}, Verdict::Pass, Headline::Safe);
        row("only notes", {finding("near-miss-name", Severity::Note)}, Verdict::Pass, Headline::Safe);
        row("warn", {finding("shadowed-declaration", Severity::Warn)}, Verdict::Warn, Headline::LookFirst);
        row("block", {finding("overwrite", Severity::Block)}, Verdict::Block, Headline::Block);
        row("unreadable blocks", {finding("unreadable-manifest", Severity::Block)}, Verdict::Block,
            Headline::CannotTell);
        row("ambiguous blocks", {finding("ambiguous-yaml", Severity::Block)}, Verdict::Block, Headline::CannotTell);
        row("conflict blocks", {finding("merge-conflict", Severity::Block)}, Verdict::Block, Headline::CannotTell);
        row("unknown warns", {finding("unknown-consequence", Severity::Warn)}, Verdict::Warn, Headline::CannotTell);
        row("unreadable note", {finding("unreadable-manifest", Severity::Note)}, Verdict::Pass, Headline::Safe);
        row("danger before doubt", {finding("merge-conflict", Severity::Block), finding("overwrite", Severity::Block)},
            Verdict::Block, Headline::Block);
        row("doubt before caution",
            {finding("unreadable-manifest", Severity::Block), finding("shadowed-declaration", Severity::Warn)},
            Verdict::Block, Headline::CannotTell);
        row("waived", {finding("overwrite", Severity::Block, true)}, Verdict::Pass, Headline::Safe);
    }

    void worstFindingDecides()
    {
        QFETCH(std::vector<rules::Finding>, findings);
        review::Review review;
        review.findings = findings;
        review::concludeReview(review);
        QTEST(int(review.verdict), "verdict");
        QTEST(int(review.headline), "headline");
    }

    void destructionIsOfSomethingWithState_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("effect");
        QTest::addColumn<bool>("isStateful");
        QTest::addColumn<int>("fate");
        QTest::addColumn<bool>("isDestructive");
        const auto row = [](const char *name, const char *kind, blast::Effect effect, bool isStateful,
                            blast::DataFate fate, bool expected) {
            QTest::newRow(name) << QString::fromLatin1(kind) << int(effect) << isStateful << int(fate) << expected;
        };
        using blast::DataFate;
        using blast::Effect;
        row("stateless", "ConfigMap", Effect::Pruned, false, DataFate::None, false);
        row("stateful", "StatefulSet", Effect::Pruned, true, DataFate::Kept, true);
        row("recreated", "StatefulSet", Effect::Recreated, true, DataFate::Kept, true);
        row("cascade", "PersistentVolumeClaim", Effect::CascadeDeleted, true, DataFate::Lost, true);
        row("namespace", "Namespace", Effect::Pruned, false, DataFate::None, true);
        row("definition", "CustomResourceDefinition", Effect::Pruned, false, DataFate::None, true);
        row("pending", "StatefulSet", Effect::PrunePending, true, DataFate::Kept, false);
        row("orphaned", "StatefulSet", Effect::Orphaned, true, DataFate::Kept, false);
        row("an Application by itself", "Application", Effect::Pruned, true, DataFate::None, false);
        row("kept", "PersistentVolumeClaim", Effect::Kept, true, DataFate::Kept, false);
    }

    void destructionIsOfSomethingWithState()
    {
        QFETCH(QString, kind);
        QFETCH(int, effect);
        QFETCH(bool, isStateful);
        QFETCH(int, fate);
        review::Review review;
        review.radius.objects = {
            affected(kind.toStdString(), blast::Effect(effect), isStateful, blast::DataFate(fate))};
        review::concludeReview(review);
        QTEST(review.isDestructive, "isDestructive");
    }

    void sentenceSaysWhatDies()
    {
        review::Review review;
        review.radius.objects = {affected("StatefulSet", blast::Effect::Pruned, true, blast::DataFate::Kept),
                                 affected("PersistentVolumeClaim", blast::Effect::Pruned, true, blast::DataFate::Lost),
                                 affected("ConfigMap", blast::Effect::Pruned, false, blast::DataFate::None)};
        review.findings = {finding("stateful-deleted", Severity::Block)};
        review::concludeReview(review);
        const std::string sentence = review::verdictSentence(review);
        QVERIFY2(sentence.find("Merging this deletes 3 objects; 2 hold state") == 0, sentence.c_str());
    }

    void sentenceSaysHowManyHaveOtherCauses()
    {
        const auto endsWith = [](std::vector<blast::AffectedObject> objects, std::string_view end) {
            review::Review review;
            review.radius.objects = std::move(objects);
            review.findings = {finding("stateful-deleted", Severity::Block)};
            review::concludeReview(review);
            return review::verdictSentence(review).ends_with(end);
        };
        const auto config = affected("ConfigMap", blast::Effect::Pruned, false, blast::DataFate::None);
        const auto set = affected("StatefulSet", blast::Effect::Pruned, true, blast::DataFate::Kept);
        const auto claim = affected("PersistentVolumeClaim", blast::Effect::Pruned, true, blast::DataFate::Lost);
        QVERIFY(endsWith({set, set}, "Cause: StatefulSet shop/x."));
        QVERIFY(endsWith({set, set, config}, "Cause: StatefulSet shop/x. 1 deletion has another cause."));
        QVERIFY(endsWith({config, set, claim}, "Cause: ConfigMap shop/x. 2 deletions have other causes."));
    }

    void sentenceSaysHowMuchStorageDies()
    {
        review::Review review;
        review.radius.objects = {affected("PersistentVolumeClaim", blast::Effect::Pruned, true, blast::DataFate::Lost),
                                 affected("PersistentVolumeClaim", blast::Effect::Pruned, true, blast::DataFate::Lost),
                                 affected("PersistentVolumeClaim", blast::Effect::Kept, true, blast::DataFate::Kept)};
        for (blast::AffectedObject &object : review.radius.objects)
            object.storage = "512Mi";
        review.findings = {finding("stateful-deleted", Severity::Block)};
        review::concludeReview(review);
        const std::string sentence = review::verdictSentence(review);
        QVERIFY2(sentence.find("(storage: 1Gi lost).") != std::string::npos, sentence.c_str());
    }

    void countsAndSizesStandAsTheyAreAskedFor()
    {
        review::Review review;
        for (int i = 0; i < 1200; ++i) {
            review.radius.objects.push_back(
                affected("PersistentVolumeClaim", blast::Effect::Pruned, true, blast::DataFate::Lost));
            review.radius.objects.back().storage = "10Ti";
        }
        review.findings = {finding("stateful-deleted", Severity::Block)};
        review::concludeReview(review);
        const review::CountText bracketed = [](std::size_t count) { return "<" + std::to_string(count) + ">"; };
        const std::string sentence = review::verdictSentence(review, bracketed);
        QVERIFY2(sentence.starts_with("Merging this deletes <1200> objects; <1200> hold state, the data of <1200> "
                                      "would be lost or at risk (storage: <12000>Ti lost)."),
                 sentence.c_str());
        const std::string plain = review::verdictSentence(review);
        QVERIFY2(plain.starts_with("Merging this deletes 1200 objects; 1200 hold state"), plain.c_str());
        QCOMPARE(review::sizeText("1.5Gi", bracketed), std::string("<1>.5Gi"));
    }

    void theCauseIsWhatStartsMostDeletionsElseWhatIsQuoted()
    {
        const auto config = affected("ConfigMap", blast::Effect::Pruned, false, blast::DataFate::None);
        const auto set = affected("StatefulSet", blast::Effect::Pruned, true, blast::DataFate::Kept);
        review::Review review;
        QVERIFY(!review::verdictCause(review));
        review.findings = {finding("overwrite", Severity::Block)};
        review.findings.front().id = config.id;
        review::concludeReview(review);
        QCOMPARE(review::verdictCause(review), std::optional(config.id));
        review.radius.objects = {config, set, set};
        review::concludeReview(review);
        QCOMPARE(review::verdictCause(review), std::optional(set.id));
    }

    void safeIsASentenceToo()
    {
        review::Review review;
        review.changes.counts.added = 1;
        review.changes.counts.modified = 7;
        review::concludeReview(review);
        QCOMPARE(review::verdictSentence(review),
                 std::string("This adds 1 and changes 7 objects; nothing is overwritten or deleted."));
    }

    void safeDeletionComesAfterWhatElseChanges()
    {
        review::Review review;
        review.changes.counts.modified = 51;
        review.changes.counts.removed = 1;
        review.radius.objects = {affected("ServiceMonitor", blast::Effect::Pruned, false, blast::DataFate::None)};
        review::concludeReview(review);
        QCOMPARE(review::verdictSentence(review),
                 std::string("This changes 51 and removes 1 objects. Merging this deletes 1 object."));
    }

    void whatCannotBeSaidIsNotCalledNoChange()
    {
        review::Review review;
        review.changes.counts.unknown = 6;
        review::concludeReview(review);
        QCOMPARE(review::verdictSentence(review),
                 std::string("No change is seen, but of 6 objects it cannot be said."));
    }

    /// A clone without the base branch may compare a commit with itself: the reader must see that.
    void sameCommitIsSaid()
    {
        review::Review review;
        review.comparison.base.revision = "origin/change";
        review.comparison.head.revision = "HEAD";
        review.comparison.base.commit = review.comparison.head.commit = std::string(40, 'a');
        review::concludeReview(review);
        QCOMPARE(review::verdictSentence(review),
                 std::string("There is nothing to review: origin/change and HEAD are the same commit."));
    }

    void sentenceQuotesWhatMadeTheHeadline()
    {
        review::Review review;
        review.findings = {finding("unreadable-manifest", Severity::Block), finding("naming", Severity::Block),
                           finding("overwrite", Severity::Block)};
        review::concludeReview(review);
        const std::string block = review::verdictSentence(review);
        QVERIFY2(block.ends_with("message of overwrite."), block.c_str());
        review.findings.resize(1);
        review::concludeReview(review);
        const std::string doubt = review::verdictSentence(review);
        QVERIFY2(doubt.starts_with("Part of this change cannot be judged (1 finding).") &&
                     doubt.ends_with("message of unreadable-manifest."),
                 doubt.c_str());
    }

    void namesCannotSteerTheSentence()
    {
        review::Review review;
        auto object = affected("StatefulSet", blast::Effect::Pruned, true, blast::DataFate::Kept);
        object.id.scope = "a\x1b[31m";
        object.because = {{object.id, "."}};
        review.radius.objects = {object};
        review.findings = {finding("stateful-deleted", Severity::Block)};
        review::concludeReview(review);
        QCOMPARE(review::verdictSentence(review).find('\x1b'), std::string::npos);
    }

    void unknownScopeIsAnError()
    {
        review::Review review;
        review.inventories.head.scopes["env/east"] = argo::ScopeOrigin::Folder;
        const auto kept = review::keepScopes({"env/eats"}, review);
        QVERIFY(!kept);
        QVERIFY(kept.error().message.find("env/east") != std::string::npos);
    }
};

NOCLOBBER_TEST_MAIN(TestVerdict)
#include "tst_verdict.moc"
