#pragma once

#include <QElapsedTimer>
#include <QFuture>
#include <QObject>
#include <functional>
#include <stop_token>

#include "core/review/review.h"

namespace noclobber::runner {

/// Error Cancelled: a person did not wait for the review.
Error stopped();

/// Runs reviews, one at a time, away from the window. The newest request wins.
class ReviewRunner : public QObject
{
    Q_OBJECT
public:
    using Build = std::function<Result<review::ReviewPtr>(const review::ReviewRequest &, std::stop_token)>;

    /// Makes what is to be compared, where it is not there already.
    using Prepare = std::function<Result<git::ComparisonRequest>(std::stop_token)>;

    /// `build` is review::buildReview, but for tests.
    explicit ReviewRunner(Build build, QObject *parent = nullptr);
    /// Stops what runs and waits for it.
    ~ReviewRunner() override;

    /// Begins a review; one that runs is stopped and never heard of again. What `prepare` makes takes the place of the
    /// request's comparison.
    void open(const review::ReviewRequest &request, const Prepare &prepare = {});

    /// Stops what runs: `failed` with Cancelled follows at once, whenever the work itself ends.
    void cancel();

    bool isRunning() const { return m_isRunning; }

signals:
    /// At most some twenty times a second, and at the begin of each phase.
    void progressed(noclobber::review::Phase phase, std::size_t done, std::size_t total);
    /// What is known before the review is ready.
    void found(const noclobber::review::Interim &interim);
    void reviewReady(const noclobber::review::ReviewPtr &review, qint64 milliseconds);
    void failed(const noclobber::Error &error);

private:
    review::Progress throttled(std::stop_token stop);
    std::function<void(const review::Interim &)> passedOn(std::stop_token stop);
    void finish(const std::stop_token &stop, const Result<review::ReviewPtr> &result);

    Build m_build;
    std::stop_source m_stop;
    QList<QFuture<Result<review::ReviewPtr>>> m_works; ///< that may still run
    QElapsedTimer m_clock;
    bool m_isRunning = false;
};

} // namespace noclobber::runner
