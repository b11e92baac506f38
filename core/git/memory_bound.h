#pragma once

#include <cstddef>

namespace noclobber::git {

/// While one lives, libgit2 gets no block of more than `most` bytes in this thread, and a call that needs one fails. So
/// an object can be read without asking for its size first, which for a packed object costs half as much again.
class MemoryBound
{
public:
    explicit MemoryBound(std::size_t most);
    MemoryBound(const MemoryBound &) = delete;
    MemoryBound &operator=(const MemoryBound &) = delete;
    ~MemoryBound();

    /// Makes libgit2 ask us for its memory. To be called once, when libgit2 is ready and no other thread uses it. False
    /// if that cannot be: then there is no bound.
    static bool install();
};

} // namespace noclobber::git
