#include "tests/support/change_case.h"
#include "tests/support/inventories.h"
#include "tests/support/scratch_repository.h"
#include "tests/support/test_main.h"

#include "core/review/guard_rails.h"

using namespace noclobber;
using test::claim;
using test::configMap;

namespace {

review::GuardRails railsOf(const git::Files &base, const git::Files &head)
{
    const test::ScratchRepository repository(base, head);
    review::ReviewRequest request;
    request.comparison = {repository.path(), "main", "change"};
    request.today = "2026-11-23";
    const auto review = review::buildReview(request, {});
    if (!review)
        qFatal("%s", review.error().message.c_str());
    const auto rails = review::readGuardRails(**review, request.today, {});
    if (!rails)
        qFatal("%s", rails.error().message.c_str());
    return *rails;
}

} // namespace

/// Both commits of a review are judged by themselves, so that one sees what was broken before.
class TestGuardRails : public QObject
{
    Q_OBJECT
private slots:
    void whatBaseBreaksTooIsStanding()
    {
        const auto rails =
            railsOf({{"a.yaml", claim("shop", "a")}}, {{"a.yaml", claim("shop", "a")}, {"b.yaml", claim("shop", "b")}});
        QCOMPARE(rails.counts.at("missing-prune-protection"), (review::RailCount{1, 2}));
        QCOMPARE(rails.standing.size(), std::size_t{1});
        QCOMPARE(toText(rails.standing.front().id), "//PersistentVolumeClaim/shop/a");
    }

    void whatTheChangeMendsIsCountedBeforeOnly()
    {
        const auto rails = railsOf({{"a.yaml", claim("shop", "a")}},
                                   {{"a.yaml", claim("shop", "a", "", test::syncOptions("Prune=false,Delete=false"))}});
        QCOMPARE(rails.counts.at("missing-prune-protection"), (review::RailCount{1, 0}));
        QVERIFY(rails.standing.empty());
    }

    void waivedFindingsAndRulesOfChangesAreNotCounted()
    {
        const std::string waiver = "waivers:\n"
                                   "  - rule: missing-prune-protection\n"
                                   "    identity: PersistentVolumeClaim/shop/a\n"
                                   "    reason: planned\n";
        const auto rails =
            railsOf({{".noclobber.yaml", waiver}, {"a.yaml", claim("shop", "a")}}, {{".noclobber.yaml", waiver}});
        QVERIFY(rails.counts.empty());
    }

    void itCanBeStopped()
    {
        const test::ScratchRepository repository({{"a.yaml", configMap("shop", "a")}}, {});
        review::ReviewRequest request;
        request.comparison = {repository.path(), "main", "change"};
        const auto review = review::buildReview(request, {});
        QVERIFY(review);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(review::readGuardRails(**review, "2026-11-23", stop.get_token()).error().code, ErrorCode::Cancelled);
    }
};

NOCLOBBER_TEST_MAIN(TestGuardRails)
#include "tst_guard_rails.moc"
