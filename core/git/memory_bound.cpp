#include "core/git/memory_bound.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <git2.h>
#include <git2/sys/alloc.h>

namespace noclobber::git {
namespace {

thread_local std::size_t mostBytes = SIZE_MAX;

bool isTooMuch(std::size_t count, std::size_t size)
{
    return size != 0 && count > mostBytes / size;
}

void *allocate(std::size_t size, const char *, int)
{
    return isTooMuch(1, size) ? nullptr : std::malloc(size);
}

void *reallocate(void *block, std::size_t size, const char *, int)
{
    return isTooMuch(1, size) ? nullptr : std::realloc(block, size);
}

char *copyText(const char *text, std::size_t size)
{
    auto *copy = static_cast<char *>(allocate(size + 1, "", 0));
    if (copy != nullptr) {
        std::memcpy(copy, text, size);
        copy[size] = '\0';
    }
    return copy;
}

/// libgit2 1.5 asks for more functions than later versions do.
template <typename Allocator>
void addOlderFunctions(Allocator &allocator)
{
    if constexpr (requires { allocator.gcalloc; }) {
        allocator.gcalloc = [](std::size_t count, std::size_t size, const char *, int) {
            return isTooMuch(count, size) ? nullptr : std::calloc(count, size);
        };
        allocator.gmallocarray = [](std::size_t count, std::size_t size, const char *, int) {
            return isTooMuch(count, size) ? nullptr : std::malloc(count * size);
        };
        allocator.greallocarray = [](void *block, std::size_t count, std::size_t size, const char *, int) {
            return isTooMuch(count, size) ? nullptr : std::realloc(block, count * size);
        };
        allocator.gstrdup = [](const char *text, const char *, int) { return copyText(text, std::strlen(text)); };
        allocator.gstrndup = [](const char *text, std::size_t most, const char *, int) {
            return copyText(text, strnlen(text, most));
        };
        allocator.gsubstrdup = [](const char *text, std::size_t size, const char *, int) {
            return copyText(text, size);
        };
    }
}

} // namespace

MemoryBound::MemoryBound(std::size_t most)
{
    mostBytes = most;
}

MemoryBound::~MemoryBound()
{
    mostBytes = SIZE_MAX;
}

bool MemoryBound::install()
{
    git_allocator allocator{};
    allocator.gmalloc = &allocate;
    allocator.grealloc = &reallocate;
    allocator.gfree = &std::free;
    addOlderFunctions(allocator);
    return git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, &allocator) == 0;
}

} // namespace noclobber::git
