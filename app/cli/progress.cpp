#include "app/cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
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
    : m_next(Clock::now() + std::chrono::milliseconds(500)), m_isWanted(isWanted && isTerminal())
{}

void ProgressLine::show(review::Phase phase, std::size_t done, std::size_t total)
{
    if (!m_isWanted)
        return;
    const std::scoped_lock lock(m_mutex);
    const auto now = Clock::now();
    if (now < m_next)
        return;
    m_next = now + std::chrono::milliseconds(100);
    m_isShown = true;
    const std::string_view text = phaseText(phase);
    put(total > 0 ? fmt::format("\r\x1b[K{} {} of {}", text, done, total) : fmt::format("\r\x1b[K{}", text));
}

void ProgressLine::clear()
{
    const std::scoped_lock lock(m_mutex);
    if (m_isShown)
        put("\r\x1b[K");
    m_isShown = false;
}

} // namespace noclobber::cli
