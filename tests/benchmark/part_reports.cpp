#include <benchmark/benchmark.h>

#include "core/report/html_report.h"
#include "core/report/json_report.h"
#include "core/report/text_report.h"
#include "tests/benchmark/inputs.h"

namespace noclobber::benchmarks {

namespace {

/// Writes the review of the large change with one of the reports; says how large it became.
template <typename Write>
void writeReport(benchmark::State &state, Write write)
{
    std::size_t bytes = 0;
    for (auto _ : state)
        bytes = write(*inputs().large).size();
    state.counters["bytes"] = static_cast<double>(bytes);
    state.counters["changes"] = static_cast<double>(inputs().large->changes.changes.size());
}

void htmlReport(benchmark::State &state)
{
    writeReport(state, [](const review::Review &review) { return report::writeHtmlReport(review); });
}
BENCHMARK(htmlReport)->Unit(benchmark::kMillisecond)->UseRealTime();

void jsonReport(benchmark::State &state)
{
    writeReport(state, [](const review::Review &review) { return report::writeJsonReport(review); });
}
BENCHMARK(jsonReport)->Unit(benchmark::kMillisecond)->UseRealTime();

void textReport(benchmark::State &state)
{
    writeReport(state, [](const review::Review &review) {
        return report::writeTextReport(review, {false, report::Detail::All, 80});
    });
}
BENCHMARK(textReport)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

} // namespace noclobber::benchmarks
