#include "tests/differential/comparison.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/yaml/reader.h"

namespace noclobber::test {

namespace {

/// Chooses a reader as long as it lives.
class ReaderChoice
{
public:
    explicit ReaderChoice(yaml::Reader reader) : m_before(yaml::readerInUse()) { yaml::useReader(reader); }
    ~ReaderChoice() { yaml::useReader(m_before); }
    ReaderChoice(const ReaderChoice &) = delete;
    ReaderChoice &operator=(const ReaderChoice &) = delete;

private:
    yaml::Reader m_before;
};

/// The input without as many parts as possible. `parts` cuts it; neighbours go together first.
std::string withoutParts(std::string input, const std::function<std::vector<std::string>(const std::string &)> &parts,
                         const std::function<bool(const std::string &)> &isWanted)
{
    for (std::size_t size = parts(input).size() / 2 + 1; size > 0; size /= 2) {
        for (std::size_t at = 0; at < parts(input).size();) {
            std::vector<std::string> left = parts(input);
            const auto begin = left.begin() + static_cast<std::ptrdiff_t>(at);
            left.erase(begin, begin + static_cast<std::ptrdiff_t>(std::min(size, left.size() - at)));
            std::string smaller = join(left, "");
            if (isWanted(smaller))
                input = std::move(smaller);
            else
                at += size;
        }
    }
    return input;
}

std::vector<std::string> wholeLines(const std::string &text)
{
    std::vector<std::string> lines = split(text, '\n');
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
        lines[i] += '\n';
    if (lines.back().empty())
        lines.pop_back();
    return lines;
}

std::vector<std::string> singleBytes(const std::string &text)
{
    std::vector<std::string> bytes;
    for (const char c : text)
        bytes.emplace_back(1, c);
    return bytes;
}

/// The lines of both answers from the first that differs to the last that does.
std::string differentLines(const std::string &fast, const std::string &exact)
{
    constexpr std::size_t mostLines = 12;
    std::vector<std::string> left = split(fast, '\n');
    std::vector<std::string> right = split(exact, '\n');
    const auto [leftBegin, rightBegin] = std::ranges::mismatch(left, right);
    left.erase(left.begin(), leftBegin);
    right.erase(right.begin(), rightBegin);
    while (!left.empty() && !right.empty() && left.back() == right.back()) {
        left.pop_back();
        right.pop_back();
    }
    left.resize(std::min(left.size(), mostLines));
    right.resize(std::min(right.size(), mostLines));
    return "  fast:\n    " + join(left, "\n    ") + "\n  exact:\n    " + join(right, "\n    ") + "\n";
}

} // namespace

Comparison compareReaders(std::string_view bytes, yaml::TextFormat format, Depth depth)
{
    Comparison comparison;
    {
        const ReaderChoice choice(yaml::Reader::Exact);
        comparison.exact = answerTo(bytes, format, depth);
    }
    comparison.isAccepted = comparison.exact.find("\nany document read true\n") != std::string::npos &&
                            !comparison.exact.starts_with("problem@") &&
                            comparison.exact.find("\nproblem@") == std::string::npos;
    const ReaderChoice choice(yaml::Reader::Fast);
    const auto leftBefore = yaml::bytesLeftToParser();
    comparison.fast = answerTo(bytes, format, depth);
    comparison.isSure = comparison.isAccepted && yaml::bytesLeftToParser() == leftBefore;
    return comparison;
}

std::string minimised(std::string input, const std::function<bool(const std::string &)> &isWanted)
{
    constexpr std::size_t mostBytes = 400; // more would take long; whole lines are short enough to read then
    input = withoutParts(std::move(input), wholeLines, isWanted);
    return input.size() > mostBytes ? input : withoutParts(std::move(input), singleBytes, isWanted);
}

std::string describeDifference(std::string_view bytes, yaml::TextFormat format, Depth depth)
{
    const auto differs = [&](const std::string &input) { return !compareReaders(input, format, depth).isEqual(); };
    if (!differs(std::string(bytes)))
        return {};
    const std::string input = minimised(std::string(bytes), differs);
    const Comparison comparison = compareReaders(input, format, depth);
    return fmt::format("{}{}\n{}", format == yaml::TextFormat::Json ? "json " : "", escaped(input),
                       differentLines(comparison.fast, comparison.exact));
}

} // namespace noclobber::test
