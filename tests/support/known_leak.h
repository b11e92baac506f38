#pragma once

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

namespace noclobber::test {

/// While it lives, memory that a library is known to lose is no failure of the asan preset. Name the library and the
/// path where it is used; code of ours never needs it.
class KnownLeak
{
public:
#ifdef __SANITIZE_ADDRESS__
    KnownLeak()
    {
        __lsan_disable();
    }
    ~KnownLeak()
    {
        __lsan_enable();
    }
#else
    KnownLeak()
    {}
    ~KnownLeak()
    {}
#endif
    KnownLeak(const KnownLeak &) = delete;
    KnownLeak &operator=(const KnownLeak &) = delete;
};

} // namespace noclobber::test
