#include "core/index/checksum.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

namespace noclobber::index {
namespace {

constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;

/// Each step can be undone, for the word and for what came before: a difference never gets lost. Shifted first, so that
/// a difference in the highest bits, too, becomes one in many.
std::uint64_t mixed(std::uint64_t sum, std::uint64_t word)
{
    const std::uint64_t both = sum ^ word;
    return std::rotl((both ^ (both >> 32U)) * odd, 29);
}

} // namespace

std::uint64_t checksum(std::string_view bytes)
{
    std::array<std::uint64_t, 4> lanes{1, 2, 3, 4}; // four at a time: the processor works on them side by side
    constexpr std::size_t step = sizeof lanes;
    std::array<std::uint64_t, 4> words{};
    std::size_t at = 0;
    for (; at + step <= bytes.size(); at += step) {
        std::memcpy(words.data(), bytes.data() + at, step);
        for (std::size_t i = 0; i < lanes.size(); ++i)
            lanes[i] = mixed(lanes[i], words[i]);
    }
    words.fill(0);
    if (at < bytes.size())
        std::memcpy(words.data(), bytes.data() + at, bytes.size() - at);
    std::uint64_t sum = bytes.size();
    for (std::size_t i = 0; i < lanes.size(); ++i)
        sum = mixed(sum, mixed(lanes[i], words[i]));
    return (sum ^ (sum >> 32U)) * odd;
}

} // namespace noclobber::index
