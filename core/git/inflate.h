#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace noclobber::git {

/// CRC-32, as zlib and git have it.
std::uint32_t checksumOf(std::string_view bytes);

/// Unpacks zlib's format, whole pieces of a known size. For one thread.
class Inflater
{
public:
    Inflater();
    ~Inflater();
    Inflater(Inflater &&) noexcept;
    Inflater &operator=(Inflater &&) noexcept;

    /// Fills `size` bytes from what begins at the first of `packed` (more may follow). How many of `packed` that took;
    /// 0 unless it is sound and has exactly this size.
    std::size_t unpack(std::string_view packed, char *bytes, std::size_t size);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace noclobber::git
