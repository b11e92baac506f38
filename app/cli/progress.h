#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <stop_token>
#include <thread>

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

    /// Takes the line away; nothing is shown from then on.
    void clear();

private:
    /// Writes the line, at first after half a second, then ten times a second, however long a phase says nothing.
    void tell(std::stop_token stop);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    review::Phase m_phase = review::Phase::Open;
    std::size_t m_done = 0;
    std::size_t m_total = 0;
    std::jthread m_teller; ///< none where nothing is to be shown
};

} // namespace noclobber::cli
