#pragma once

#include <csignal>

#include <sys/resource.h>

namespace noclobber::test {

/// While it lives, files that grow beyond some bytes cannot be written: as on a full disk.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const struct rlimit small {
            bytes, m_before.rlim_max
        };
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    struct rlimit m_before {};
};

} // namespace noclobber::test
