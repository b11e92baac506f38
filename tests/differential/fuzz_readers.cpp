#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "tests/differential/comparison.h"

using namespace noclobber;

/// What libFuzzer calls with each of its inputs: ends the program if the readers differ.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string text(data, data + size);
    const auto format = yaml::TextFormat::Yaml;
    if (test::compareReaders(text, format, test::Depth::EachDocument).isEqual())
        return 0;
    std::fputs(test::describeDifference(text, format, test::Depth::EachDocument).c_str(), stderr);
    std::abort();
}
