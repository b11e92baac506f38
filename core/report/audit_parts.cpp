#include "core/report/audit_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/report/words.h"

namespace noclobber::report {

namespace {

std::vector<CoverageShare> worstFirst(std::vector<CoverageShare> shares)
{
    std::ranges::stable_sort(shares, std::ranges::greater(), &CoverageShare::bare);
    return shares;
}

} // namespace

std::vector<CoverageShare> scopeShares(const review::Audit &audit)
{
    std::vector<CoverageShare> shares;
    for (const auto &[scope, coverage] : audit.scopes)
        shares.push_back({scope.empty() ? "(no cluster named)" : scope, coverage});
    return worstFirst(std::move(shares));
}

std::vector<CoverageShare> applicationShares(const review::Audit &audit, const Summary &summary)
{
    const bool showsScope = summary.scopes.size() > 1;
    std::vector<CoverageShare> shares;
    for (const auto &[id, coverage] : audit.applications)
        shares.push_back({id ? shortText(*id) + (showsScope && !id->scope.empty() ? " in " + id->scope : "")
                             : "(no Application in this repository)",
                          coverage});
    return worstFirst(std::move(shares));
}

std::string findingsSentence(const Summary &summary)
{
    const std::size_t block = summary.count(Severity::Block);
    const std::size_t warn = summary.count(Severity::Warn);
    const std::size_t note = summary.count(Severity::Note);
    if (block + warn + note == 0)
        return "No findings.";
    std::string text;
    const auto add = [&](std::size_t count, std::string_view one, std::string_view many) {
        if (count > 0)
            text += (text.empty() ? "" : ", ") + plural(count, one, many);
    };
    add(block, "finding blocks", "findings block");
    add(warn, "warning", "warnings");
    add(note, "note", "notes");
    return text + ".";
}

std::string coverageSentence(const blast::Coverage &coverage)
{
    if (coverage.statefulObjects == 0)
        return "There are no stateful objects.";
    return fmt::format("Protected: {} of {} stateful objects.", coverage.protectedObjects, coverage.statefulObjects);
}

} // namespace noclobber::report
