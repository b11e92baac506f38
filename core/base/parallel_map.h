#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace noclobber {

/// Threads to use when nobody says: one a core, eight at most.
inline unsigned defaultJobs()
{
    return std::clamp(std::thread::hardware_concurrency(), 1U, 8U);
}

/// The results of work(false) and work(true), for base and head: side by side, or one after the other with one job.
template <typename Work>
auto forBoth(unsigned jobs, Work work)
{
    auto base = std::async(jobs > 1 ? std::launch::async : std::launch::deferred, [&] { return work(false); });
    auto head = work(true);
    return std::pair(base.get(), std::move(head));
}

/// Calls `work(state, index)` for each index below count, from up to `jobs` threads, each with its own state made by
/// `makeState()` (a repository handle, say). Indices are handed out in blocks, so that one state sees neighbours;
/// blocks are small where there is little to do, so that all end at the same time. `largest` is the most in a block,
/// and what one thread does alone; 1 where each index is much work. Returns when all are done, or soon after stop is
/// requested; then some indices were not visited.
template <typename MakeState, typename Work>
void parallelFor(std::size_t count, unsigned jobs, std::stop_token stop, MakeState makeState, Work work,
                 std::size_t largest = 64)
{
    const std::size_t block = std::clamp<std::size_t>(count / (std::max<std::size_t>(jobs, 1) * 64), 1, largest);
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        auto state = makeState();
        while (!stop.stop_requested()) {
            const std::size_t begin = next.fetch_add(block);
            if (begin >= count)
                return;
            for (std::size_t i = begin; i < std::min(begin + block, count) && !stop.stop_requested(); ++i)
                work(state, i);
        }
    };
    const std::size_t useful = std::max<std::size_t>(1, std::min<std::size_t>(jobs, (count + largest - 1) / largest));
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < useful; ++i)
        others.emplace_back(run);
    run();
}

} // namespace noclobber
