#pragma once

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrentRun>
#include <atomic>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "core/base/memory.h"
#include "ui/runner/work_pool.h"

namespace noclobber::runner {

/// Asks one kind of question in a thread of workPool(). The newest question wins: answers to older ones are dropped.
/// What crosses the threads is a value. Lives in one thread.
class Background
{
public:
    Background() = default;
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    /// Calls `work` elsewhere and later, unless a newer question was asked or the context is gone, `done` with its
    /// value in the context's thread. A question that is overtaken before its turn is not worked on at all. The context
    /// must own this Background.
    template <typename Work, typename Done>
    void ask(QObject *context, Work work, Done done)
    {
        using Answer = std::optional<std::invoke_result_t<Work>>;
        const int number = ++*m_newest;
        const auto isNewest = [newest = m_newest, number] { return *newest == number; };
        // a watcher, as it may be destroyed while the work runs; a continuation of the future may not lose its context
        auto *watcher = new QFutureWatcher<Answer>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, isNewest, done = std::move(done)] {
            watcher->deleteLater();
            const Answer answer = watcher->result();
            if (answer && isNewest())
                done(*answer);
        });
        const auto unlessOvertaken = [isNewest, work = std::move(work)] {
            if (!isNewest())
                return Answer();
            QElapsedTimer clock;
            clock.start();
            Answer answer(work());
            if (clock.elapsed() >= longMilliseconds)
                giveBackMemory();
            return answer;
        };
        watcher->setFuture(QtConcurrent::run(&workPool(), unlessOvertaken));
    }

    /// Drops the answer that is still to come, if any.
    void forget() { ++*m_newest; }

private:
    static constexpr qint64 longMilliseconds = 200;

    std::shared_ptr<std::atomic<int>> m_newest = std::make_shared<std::atomic<int>>(0);
};

} // namespace noclobber::runner
