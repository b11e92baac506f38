#include "app/cli/interruption.h"

#include <unistd.h>

#include <chrono>
#include <csignal>
#include <string_view>
#include <thread>

namespace noclobber::cli {

namespace {

constexpr auto patience = std::chrono::milliseconds(150);

sigset_t interruptions()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&signals, number);
    return signals;
}

} // namespace

Interruption::Interruption()
{
    const sigset_t signals = interruptions();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread(&Interruption::watch, this).detach(); // waits for a signal until the program ends
}

void Interruption::willWrite(const std::string &path)
{
    const std::scoped_lock lock(m_mutex);
    m_unfinishedFiles.insert(path);
}

void Interruption::hasWritten(const std::string &path)
{
    const std::scoped_lock lock(m_mutex);
    m_unfinishedFiles.erase(path);
}

bool Interruption::finish()
{
    const std::scoped_lock lock(m_mutex);
    m_isFinished = true;
    m_ended.notify_all();
    return !m_stop.stop_requested();
}

void Interruption::watch()
{
    const sigset_t signals = interruptions();
    int number = 0;
    sigwait(&signals, &number);
    m_stop.request_stop();
    std::unique_lock lock(m_mutex);
    if (m_ended.wait_for(lock, patience, [this] { return m_isFinished; }))
        return;
    for (const std::string &path : m_unfinishedFiles)
        unlink(path.c_str());
    constexpr std::string_view message = "noclobber: cancelled\n";
    (void)!write(STDERR_FILENO, message.data(), message.size());
    _exit(2); // holding the lock: nobody can begin another file
}

} // namespace noclobber::cli
