#include <QSignalSpy>
#include <QTest>
#include <semaphore>

#include "tests/support/test_main.h"
#include "tests/ui/small_review.h"
#include "ui/runner/background.h"
#include "ui/runner/review_runner.h"

using namespace noclobber;
using runner::ReviewRunner;

namespace {

review::ReviewRequest requestFor(const std::string &folder)
{
    review::ReviewRequest request;
    request.comparison.folder = folder;
    return request;
}

/// Answers at once with a review of the folder asked for.
Result<review::ReviewPtr> answer(const review::ReviewRequest &request, std::stop_token)
{
    auto review = std::make_shared<review::Review>();
    review->comparison.place.workTree = request.comparison.folder;
    return review::ReviewPtr(review);
}

/// Until no work runs any more and what it sent has arrived.
void letEveryWorkEnd()
{
    runner::workPool().waitForDone();
    QCoreApplication::processEvents();
}

Result<review::ReviewPtr> waitUntilStopped(const review::ReviewRequest &request, std::stop_token stop)
{
    if (request.comparison.folder == "fast")
        return answer(request, stop);
    std::binary_semaphore stopped(0);
    std::stop_callback wake(stop, [&] { stopped.release(); });
    stopped.acquire();
    return answer(request, stop); // too late: nobody may hear of it
}

} // namespace

class TestRunner : public QObject
{
    Q_OBJECT
private slots:
    void aReviewIsAnswered()
    {
        ReviewRunner runner(&answer);
        QSignalSpy ready(&runner, &ReviewRunner::reviewReady);
        runner.open(requestFor("here"));
        QVERIFY(runner.isRunning());
        QVERIFY(ready.wait());
        QVERIFY(!runner.isRunning());
    }
    void theNewestRequestWins()
    {
        ReviewRunner runner(&waitUntilStopped);
        std::string heard;
        QSignalSpy ready(&runner, &ReviewRunner::reviewReady);
        connect(&runner, &ReviewRunner::reviewReady, this,
                [&](const review::ReviewPtr &review) { heard = review->comparison.place.workTree; });
        runner.open(requestFor("slow"));
        runner.open(requestFor("fast"));
        QVERIFY(ready.wait());
        QCOMPARE(heard, std::string("fast"));
        letEveryWorkEnd();
        QCOMPARE(ready.size(), 1);
    }
    void cancelAnswersAtOnceAndOnlyOnce()
    {
        ReviewRunner runner(&waitUntilStopped);
        QSignalSpy failed(&runner, &ReviewRunner::failed);
        QSignalSpy ready(&runner, &ReviewRunner::reviewReady);
        runner.open(requestFor("slow"));
        runner.cancel();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::Cancelled);
        runner.cancel();
        letEveryWorkEnd();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(ready.size(), 0);
    }
    void anErrorIsPassedOn()
    {
        ReviewRunner runner([](const review::ReviewRequest &, std::stop_token) -> Result<review::ReviewPtr> {
            return Error{ErrorCode::Git, "no", "there"};
        });
        QSignalSpy failed(&runner, &ReviewRunner::failed);
        runner.open(requestFor("here"));
        QVERIFY(failed.wait());
        QCOMPARE(failed[0][0].value<Error>().message, std::string("no"));
    }
    void progressIsThrottledButEveryPhaseIsTold()
    {
        ReviewRunner runner([](const review::ReviewRequest &request, std::stop_token stop) {
            for (const auto phase : {review::Phase::Open, review::Phase::Read, review::Phase::Rules}) {
                for (std::size_t i = 0; i < 100'000; ++i)
                    request.progress(phase, i, 100'000);
            }
            return answer(request, stop);
        });
        QSignalSpy progressed(&runner, &ReviewRunner::progressed);
        QSignalSpy ready(&runner, &ReviewRunner::reviewReady);
        QElapsedTimer clock;
        clock.start();
        runner.open(requestFor("here"));
        QVERIFY(ready.wait());
        QVERIFY(progressed.size() >= 3);
        QVERIFY(progressed.size() <= 3 + clock.elapsed() / 50);
    }
    void whatIsKnownIsToldBeforeTheReviewIsReady()
    {
        ReviewRunner runner([](const review::ReviewRequest &request, std::stop_token stop) {
            review::Interim interim;
            interim.counts.overwritten = 2;
            request.found(interim);
            return answer(request, stop);
        });
        QStringList heard;
        connect(&runner, &ReviewRunner::found, this,
                [&](const review::Interim &interim) { heard << QString::number(interim.counts.overwritten); });
        connect(&runner, &ReviewRunner::reviewReady, this, [&] { heard << "ready"; });
        runner.open(requestFor("here"));
        QTRY_COMPARE(heard, QStringList({"2", "ready"}));
    }
    void nothingIsHeardOfACancelledReview()
    {
        ReviewRunner runner([](const review::ReviewRequest &request, std::stop_token stop) {
            request.found({});
            return waitUntilStopped(request, stop);
        });
        QSignalSpy found(&runner, &ReviewRunner::found);
        runner.open(requestFor("slow"));
        runner.cancel();
        letEveryWorkEnd();
        QCOMPARE(found.size(), 0);
    }
    void destructionStopsWhatRuns()
    {
        ReviewRunner runner(&waitUntilStopped);
        runner.open(requestFor("slow")); // the test ends only if the work is stopped
    }
    void destructionWhileWorkEndsIsHarmless()
    {
        for (int i = 0; i < 500; ++i) {
            ReviewRunner runner(&answer);
            runner.open(requestFor("here"));
            QObject context;
            runner::Background background;
            background.ask(
                &context, [i] { return i; }, [](int) { QFAIL("the context is gone"); });
        }
        letEveryWorkEnd();
    }
    void anOlderQuestionIsNotAnswered()
    {
        runner::Background background;
        std::binary_semaphore go(0);
        QList<int> heard;
        background.ask(
            this,
            [&] {
                go.acquire();
                return 1;
            },
            [&](int value) { heard << value; });
        background.ask(
            this, [] { return 2; }, [&](int value) { heard << value; });
        QTRY_COMPARE(heard, QList<int>{2});
        go.release();
        letEveryWorkEnd();
        QCOMPARE(heard, QList<int>{2});
    }
};

NOCLOBBER_TEST_MAIN(TestRunner)
#include "tst_runner.moc"
