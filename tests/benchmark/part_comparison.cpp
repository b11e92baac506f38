#include <benchmark/benchmark.h>

#include <map>

#include "core/diff/line_diff.h"
#include "tests/benchmark/inputs.h"

namespace noclobber::benchmarks {

namespace {

/// Joins both inventories and compares what differs.
void compareInventories(benchmark::State &state)
{
    const review::Review &review = *inputs().review;
    for (auto _ : state)
        benchmark::DoNotOptimize(diff::compareInventories(review.comparison, review.inventories, 2, {}));
}
BENCHMARK(compareInventories)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Sets both texts of the largest modified object against each other, line by line.
void lineDiff(benchmark::State &state)
{
    std::map<std::size_t, review::ObjectTexts> bySize;
    for (const diff::ObjectChange &change : inputs().review->changes.changes) {
        auto texts = change.status == diff::Status::Modified ? review::readObjectTexts(*inputs().review, change.id)
                                                             : review::ObjectTexts{};
        if (texts)
            bySize[texts->base.yaml.size()] = std::move(*texts);
    }
    const review::ObjectTexts &largest = bySize.rbegin()->second;
    for (auto _ : state)
        benchmark::DoNotOptimize(diff::alignLines(largest.base.yaml, largest.head.yaml));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(largest.base.yaml.size() + largest.head.yaml.size()));
}
BENCHMARK(lineDiff)->Unit(benchmark::kMillisecond);

} // namespace

} // namespace noclobber::benchmarks
