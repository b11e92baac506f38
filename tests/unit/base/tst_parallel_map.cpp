#include <atomic>
#include <mutex>
#include <set>

#include "core/base/parallel_map.h"
#include "tests/support/test_main.h"

using namespace noclobber;

class TestParallelMap : public QObject
{
    Q_OBJECT
private slots:
    void eachIndexIsVisitedOnce_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<unsigned>("jobs");
        for (const int count : {0, 1, 63, 64, 65, 1000}) {
            for (const unsigned jobs : {0U, 1U, 2U, 7U})
                QTest::addRow("%d by %u", count, jobs) << count << jobs;
        }
    }

    void eachIndexIsVisitedOnce()
    {
        QFETCH(int, count);
        QFETCH(unsigned, jobs);
        std::vector<std::atomic<int>> visits(static_cast<std::size_t>(count));
        parallelFor(
            visits.size(), jobs, {}, [] { return 0; }, [&](int, std::size_t i) { ++visits[i]; });
        for (const auto &visit : visits)
            QCOMPARE(visit.load(), 1);
    }

    void eachThreadHasItsOwnState()
    {
        std::atomic<int> made{0};
        std::mutex mutex;
        std::set<std::pair<int, std::thread::id>> pairs;
        const auto make = [&] { return made++; };
        parallelFor(1000, 4, {}, make, [&](int &state, std::size_t) {
            const std::scoped_lock lock(mutex);
            pairs.emplace(state, std::this_thread::get_id());
        });
        QVERIFY(made.load() <= 4);
        std::set<int> states;
        std::set<std::thread::id> threads;
        for (const auto &[state, thread] : pairs) {
            QVERIFY(states.insert(state).second);
            QVERIFY(threads.insert(thread).second);
        }
    }

    void littleWorkStartsNoThreads()
    {
        std::atomic<int> made{0};
        parallelFor(
            64, 8, {}, [&] { return made++; }, [](int, std::size_t) {});
        QCOMPARE(made.load(), 1);
    }

    void aStopRequestEndsTheWorkSoon()
    {
        std::stop_source source;
        std::atomic<int> visited{0};
        parallelFor(
            100000, 4, source.get_token(), [] { return 0; },
            [&](int, std::size_t) {
                if (++visited == 10)
                    source.request_stop();
            });
        QVERIFY(visited.load() >= 10);
        QVERIFY(visited.load() < 100);
    }

    void theDefaultNumberOfJobsIsModest()
    {
        QVERIFY(defaultJobs() >= 1);
        QVERIFY(defaultJobs() <= 8);
    }
};

NOCLOBBER_TEST_MAIN(TestParallelMap)
#include "tst_parallel_map.moc"
