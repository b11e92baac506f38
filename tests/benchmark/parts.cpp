#include <benchmark/benchmark.h>

#include <cstdio>

#include "core/yaml/reader.h"
#include "tests/benchmark/inputs.h"

// benchmark_parts REPOSITORY LARGE_CHANGE [options of Google Benchmark]: the parts of a review, each by itself.
int main(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    if (argc != 3) {
        std::fputs("usage: benchmark_parts REPOSITORY LARGE_CHANGE [--benchmark_...]\n", stderr);
        return 2;
    }
    noclobber::yaml::useReader(noclobber::yaml::Reader::Fast);
    noclobber::benchmarks::readInputs(argv[1], argv[2]);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
