#include "tests/benchmark/inputs.h"

#include <cstdio>
#include <cstdlib>
#include <set>

#include "core/git/blob_reader.h"

namespace noclobber::benchmarks {

namespace {

constexpr std::size_t mostBytes = 64U << 20U;
constexpr std::size_t mostBytesOfFile = 32U << 20U;

Inputs &made()
{
    static Inputs inputs;
    return inputs;
}

template <typename T>
T orEnd(Result<T> result)
{
    if (result)
        return std::move(*result);
    std::fprintf(stderr, "benchmark_parts: %s (%s)\n", result.error().message.c_str(), result.error().where.c_str());
    std::exit(2);
}

review::ReviewPtr review(const std::string &repository)
{
    review::ReviewRequest request;
    request.comparison = {repository, "main", "change"};
    request.today = "2026-11-23";
    return orEnd(review::buildReview(request, {}));
}

} // namespace

const Inputs &inputs()
{
    return made();
}

void readInputs(const std::string &repository, const std::string &large)
{
    Inputs &all = made();
    all.review = review(repository);
    all.large = review(large);
    const git::BlobReader reader = orEnd(git::BlobReader::open(all.review->comparison));
    std::set<git::BlobId> seen;
    for (const git::TreeEntry &entry : all.review->comparison.head.entries) {
        if (all.bytes >= mostBytes || !seen.insert(entry.id).second)
            continue;
        all.texts.push_back(orEnd(reader.read(entry.id, mostBytesOfFile)));
        all.bytes += all.texts.back().size();
    }
}

} // namespace noclobber::benchmarks
