#include "app/cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <string_view>

namespace noclobber::cli {

namespace {

std::string_view phaseText(review::Phase phase)
{
    constexpr std::array<std::string_view, 5> texts{"Opening the repository", "Reading manifests", "Matching objects",
                                                    "Following consequences", "Judging"};
    return texts[static_cast<std::size_t>(phase)];
}

void put(std::string_view text)
{
    (void)!write(STDERR_FILENO, text.data(), text.size()); // a lost progress line is no trouble
}

bool isTerminal()
{
    const char *terminal = std::getenv("TERM");
    return isatty(STDERR_FILENO) == 1 && (terminal == nullptr || std::string_view(terminal) != "dumb");
}

} // namespace

ProgressLine::ProgressLine(bool isWanted)
{
    if (isWanted && isTerminal())
        m_teller = std::jthread([this](std::stop_token stop) { tell(std::move(stop)); });
}

void ProgressLine::show(review::Phase phase, std::size_t done, std::size_t total)
{
    const std::scoped_lock lock(m_mutex);
    m_phase = phase;
    m_done = done;
    m_total = total;
}

void ProgressLine::tell(std::stop_token stop)
{
    using namespace std::chrono_literals;
    auto pause = 500ms;
    bool isShown = false;
    std::unique_lock lock(m_mutex);
    while (!m_changed.wait_for(lock, stop, pause, [&] { return stop.stop_requested(); })) {
        const std::string_view text = phaseText(m_phase);
        put(m_total > 0 ? fmt::format("\r\x1b[K{} {} of {}", text, m_done, m_total) : fmt::format("\r\x1b[K{}", text));
        isShown = true;
        pause = 100ms;
    }
    if (isShown)
        put("\r\x1b[K");
}

void ProgressLine::clear()
{
    m_teller.request_stop();
    if (m_teller.joinable())
        m_teller.join();
}

} // namespace noclobber::cli
