#include <benchmark/benchmark.h>

#include "core/kube/manifest.h"
#include "core/yaml/document.h"
#include "tests/benchmark/inputs.h"

namespace noclobber::benchmarks {

namespace {

void setBytes(benchmark::State &state)
{
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(inputs().bytes));
}

/// Finds every declaration in the texts: what each blob goes through.
void identityScan(benchmark::State &state)
{
    for (auto _ : state) {
        for (const std::string &text : inputs().texts)
            benchmark::DoNotOptimize(kube::readManifests(text, yaml::TextFormat::Yaml));
    }
    setBytes(state);
}
BENCHMARK(identityScan)->Unit(benchmark::kMillisecond);

/// Makes the whole content of every document: what the documents that differ go through.
void nodes(benchmark::State &state)
{
    for (auto _ : state) {
        for (const std::string &text : inputs().texts) {
            const auto keep = [](const yaml::Document &document) { benchmark::DoNotOptimize(document.root.type); };
            benchmark::DoNotOptimize(yaml::readDocuments(text, yaml::TextFormat::Yaml, {}, keep));
        }
    }
    setBytes(state);
}
BENCHMARK(nodes)->Unit(benchmark::kMillisecond);

} // namespace

} // namespace noclobber::benchmarks
