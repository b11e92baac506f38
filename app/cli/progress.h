#pragma once

#include <chrono>
#include <mutex>

#include "core/review/review.h"

namespace noclobber::cli {

/// One line on a terminal's standard error that says how far a review is. Nothing is shown in the first half second,
/// nor when the standard error is no terminal.
class ProgressLine
{
public:
    explicit ProgressLine(bool isWanted);
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    /// From any thread.
    void show(review::Phase phase, std::size_t done, std::size_t total);

    /// Takes the line away.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    std::mutex m_mutex;
    Clock::time_point m_next; ///< not before: at first half a second after the start, then ten times a second
    bool m_isWanted = false;
    bool m_isShown = false;
};

} // namespace noclobber::cli
