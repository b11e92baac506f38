#include "ui/runner/review_runner.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>
#include <atomic>
#include <chrono>

#include "ui/runner/work_pool.h"

namespace noclobber::runner {

namespace {

constexpr std::int64_t pauseMilliseconds = 50;

std::int64_t now()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// Shared by the threads of one review.
struct Pace {
    std::atomic<std::int64_t> last{0};
    std::atomic<int> phase{-1};

    /// Whether it is time to tell.
    bool isDue(review::Phase current)
    {
        const std::int64_t time = now();
        if (phase.exchange(static_cast<int>(current)) == static_cast<int>(current)) {
            std::int64_t before = last.load();
            return time - before >= pauseMilliseconds && last.compare_exchange_strong(before, time);
        }
        last = time;
        return true;
    }
};

Result<review::ReviewPtr> buildPrepared(const ReviewRunner::Build &build, review::ReviewRequest request,
                                        const ReviewRunner::Prepare &prepare, std::stop_token stop)
{
    if (prepare) {
        auto comparison = prepare(stop);
        if (!comparison)
            return comparison.error();
        request.comparison = std::move(*comparison);
    }
    return build(request, stop);
}

} // namespace

Error stopped()
{
    return {ErrorCode::Cancelled, ReviewRunner::tr("The review was stopped before it was done.").toStdString(), {}};
}

ReviewRunner::ReviewRunner(Build build, QObject *parent) : QObject(parent), m_build(std::move(build))
{}

ReviewRunner::~ReviewRunner()
{
    m_stop.request_stop();
    for (auto &work : m_works)
        work.waitForFinished();
}

void ReviewRunner::open(const review::ReviewRequest &request, const Prepare &prepare)
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_isRunning = true;
    m_clock.start();
    review::ReviewRequest own = request;
    own.progress = throttled(m_stop.get_token());
    own.found = passedOn(m_stop.get_token());
    m_works.removeIf([](const auto &work) { return work.isFinished(); });
    m_works << QtConcurrent::run(&workPool(), &buildPrepared, m_build, own, prepare, m_stop.get_token());
    // a watcher, as it may be destroyed while the work runs; a continuation of the future may not lose its context
    auto *watcher = new QFutureWatcher<Result<review::ReviewPtr>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, stop = m_stop.get_token()] {
        watcher->deleteLater();
        finish(stop, watcher->result());
    });
    watcher->setFuture(m_works.last());
}

void ReviewRunner::cancel()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    m_stop.request_stop();
    emit failed(stopped());
}

review::Progress ReviewRunner::throttled(std::stop_token stop)
{
    auto pace = std::make_shared<Pace>();
    return [this, stop, pace](review::Phase phase, std::size_t done, std::size_t total) {
        if (stop.stop_requested() || !pace->isDue(phase))
            return;
        QMetaObject::invokeMethod(
            this,
            [this, stop, phase, done, total] {
                if (!stop.stop_requested())
                    emit progressed(phase, done, total);
            },
            Qt::QueuedConnection);
    };
}

std::function<void(const review::Interim &)> ReviewRunner::passedOn(std::stop_token stop)
{
    return [this, stop](const review::Interim &interim) {
        const auto tell = [this, stop, interim] {
            if (!stop.stop_requested())
                emit found(interim);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    };
}

void ReviewRunner::finish(const std::stop_token &stop, const Result<review::ReviewPtr> &result)
{
    if (stop.stop_requested())
        return; // cancelled, or a late result of an older request
    m_isRunning = false;
    if (result)
        emit reviewReady(*result, m_clock.elapsed());
    else
        emit failed(result.error());
}

} // namespace noclobber::runner
