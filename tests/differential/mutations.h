#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace noclobber::test {

/// Numbers that look random and are the same everywhere (SplitMix64).
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}

    /// A number from 0 to below the bound, which is not 0.
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    bool oneIn(std::size_t count) { return below(count) == 0; }

    template <typename Container>
    const auto &anyOf(const Container &container)
    {
        return container[below(std::size(container))];
    }

private:
    std::uint64_t next();

    std::uint64_t m_state;
};

/// One of the originals with one to three changes that a careless or hostile person could make: bytes flipped, YAML's
/// special words put in, lines swapped, indented, doubled or cut, values and keys replaced, files joined, and so on.
/// The same seed and number give the same text.
std::string mutation(const std::vector<std::string> &originals, std::uint64_t seed, std::uint64_t number);

} // namespace noclobber::test
