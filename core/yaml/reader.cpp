#include "core/yaml/reader.h"

#include <atomic>

namespace noclobber::yaml {

namespace {

std::atomic<Reader> inUse = Reader::Fast;
std::atomic<std::uint64_t> leftToParser = 0;

} // namespace

void useReader(Reader reader)
{
    inUse.store(reader, std::memory_order_relaxed);
}

Reader readerInUse()
{
    return inUse.load(std::memory_order_relaxed);
}

std::uint64_t bytesLeftToParser()
{
    return leftToParser.load(std::memory_order_relaxed);
}

void countLeftToParser(std::uint64_t bytes)
{
    leftToParser.fetch_add(bytes, std::memory_order_relaxed);
}

} // namespace noclobber::yaml
