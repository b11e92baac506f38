#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace noclobber::record {

/// One piece of work at a time in a thread of its own, whose end can be waited for: what is done here must not get lost
/// when the program ends.
class AwaitedWork : public QObject
{
public:
    explicit AwaitedWork(QObject *parent = nullptr) : QObject(parent) { m_pool.setMaxThreadCount(1); }
    /// Waits; nobody hears of the end any more.
    ~AwaitedWork() override { m_pool.waitForDone(); }

    bool isRunning() const { return m_finish != nullptr; }

    /// Calls `work` elsewhere, then `done` with its value here. Only while nothing runs.
    template <typename Work, typename Done>
    void start(Work work, Done done)
    {
        using Answer = std::invoke_result_t<Work>;
        const auto answer = std::make_shared<std::optional<Answer>>();
        m_finish = [answer, done = std::move(done)] { done(std::move(**answer)); };
        m_future = QtConcurrent::run(&m_pool, [answer, work = std::move(work)] { answer->emplace(work()); });
        auto *watcher = new QFutureWatcher<void>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number = ++m_number] {
            watcher->deleteLater();
            if (number == m_number)
                finish();
        });
        watcher->setFuture(m_future);
    }

    /// Waits for what runs, if anything does, and hears of its end at once.
    void finishNow()
    {
        m_future.waitForFinished();
        finish();
    }

private:
    void finish()
    {
        if (const auto finish = std::exchange(m_finish, nullptr))
            finish();
    }

    QThreadPool m_pool;
    QFuture<void> m_future;
    std::function<void()> m_finish; ///< while something runs
    int m_number = 0;
};

} // namespace noclobber::record
