#pragma once

#include <QFuture>
#include <QObject>
#include <QtConcurrentRun>
#include <type_traits>
#include <utility>

namespace noclobber::runner {

/// Asks one kind of question in a thread of the pool. The newest question wins: answers to older ones are dropped.
/// What crosses the threads is a value. Lives in one thread.
class Background
{
public:
    Background() = default;
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    /// Calls `work` elsewhere and later, unless a newer question was asked or the context is gone, `done` with its
    /// value in the context's thread. The context must own this Background.
    template <typename Work, typename Done>
    void ask(QObject *context, Work work, Done done)
    {
        using Answer = std::invoke_result_t<Work>;
        const int number = ++m_newest;
        const auto hear = [this, number, done = std::move(done)](const Answer &answer) {
            if (number == m_newest)
                done(answer);
        };
        // queued, as a future that is done already would answer within this very call
        QtConcurrent::run(std::move(work)).then(context, [context, hear](const Answer &answer) {
            QMetaObject::invokeMethod(
                context, [hear, answer] { hear(answer); }, Qt::QueuedConnection);
        });
    }

    /// Drops the answer that is still to come, if any.
    void forget() { ++m_newest; }

private:
    int m_newest = 0;
};

} // namespace noclobber::runner
