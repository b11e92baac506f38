#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace noclobber::git {

/// Memory that is used again for the next content and never shrinks.
class Buffer
{
public:
    /// Makes it that large; what it held is lost.
    char *resize(std::size_t size);
    std::string_view bytes() const { return {m_bytes.get(), m_size}; }
    std::size_t capacity() const { return m_capacity; }

private:
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

/// Fills `made` with what the delta makes of the base, if that has at most `limit` bytes and makes sense.
bool applyDelta(std::string_view delta, std::string_view base, std::size_t limit, Buffer &made);

} // namespace noclobber::git
