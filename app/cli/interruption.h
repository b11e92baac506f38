#pragma once

#include <condition_variable>
#include <mutex>
#include <set>
#include <stop_token>
#include <string>

namespace noclobber::cli {

/// Ends the program when somebody presses Ctrl-C or asks it to terminate: work is asked to stop, and what has not
/// ended 0.15 s later is ended with exit code 2. Files that are being written are taken away.
/// One for the program, made before any thread, so that all of them leave the signals to it.
class Interruption
{
public:
    Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

    /// A file that must not stay if the program is interrupted.
    void willWrite(const std::string &path);
    void hasWritten(const std::string &path);

    /// The work is done, or has stopped: the program ends by itself now. False if an interruption came first; then
    /// what was about to be said is not.
    bool finish();

private:
    void watch();

    std::stop_source m_stop;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_isFinished = false;
    std::set<std::string> m_unfinishedFiles;
};

} // namespace noclobber::cli
