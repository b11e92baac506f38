#include "core/review/verdict.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "core/base/say.h"

namespace noclobber::review {
namespace {

/// Rules that say "this could not be judged" rather than "this is dangerous".
constexpr std::array<std::string_view, 4> doubts = {"ambiguous-yaml", "merge-conflict", "unknown-consequence",
                                                    "unreadable-manifest"};

void collectProblems(Review &review)
{
    for (const bool inHead : {false, true}) {
        const argo::Inventory &inventory = inHead ? review.inventories.head : review.inventories.base;
        for (const argo::Problem &problem : inventory.problems)
            review.problems.push_back({problem.path, problem.line, inHead, problem.message});
    }
    std::ranges::sort(review.problems, [](const Problem &a, const Problem &b) {
        return std::tie(a.path, a.line, a.inHead, a.message) < std::tie(b.path, b.line, b.inHead, b.message);
    });
}

bool isTouched(const git::Comparison &comparison, const std::string &path)
{
    const git::TreeEntry *base = comparison.base.find(path);
    const git::TreeEntry *head = comparison.head.find(path);
    return !base || !head || base->id != head->id;
}

void collectNotRendered(Review &review)
{
    std::map<std::string, std::pair<NotRendered, std::vector<std::string>>> byPath;
    for (const argo::Inventory *inventory : {&review.inventories.base, &review.inventories.head}) {
        for (const argo::NotRendered &entry : inventory->notRendered) {
            auto &[shown, files] = byPath.try_emplace(entry.path).first->second;
            shown.path = entry.path;
            shown.renderer = entry.renderer;
            files.insert(files.end(), entry.files.begin(), entry.files.end());
        }
    }
    for (auto &[path, entry] : byPath) {
        auto &[shown, files] = entry;
        std::ranges::sort(files);
        files.erase(std::ranges::unique(files).begin(), files.end());
        shown.files = files.size();
        shown.changed = static_cast<std::size_t>(
            std::ranges::count_if(files, [&](const std::string &file) { return isTouched(review.comparison, file); }));
        review.notRendered.push_back(std::move(shown));
    }
}

void collectUnknowns(Review &review)
{
    review.unknowns = review.inventories.head.unknowns;
    review.unknowns.insert(review.unknowns.end(), review.radius.unknowns.begin(), review.radius.unknowns.end());
    std::ranges::sort(review.unknowns);
    review.unknowns.erase(std::ranges::unique(review.unknowns).begin(), review.unknowns.end());
}

Severity highest(const Review &review, auto counts)
{
    Severity severity = Severity::Off;
    for (const rules::Finding &finding : review.findings) {
        if (!finding.waived && counts(finding))
            severity = std::max(severity, finding.severity);
    }
    return severity;
}

} // namespace

bool isDoubt(const rules::Finding &finding)
{
    return std::ranges::find(doubts, finding.rule) != doubts.end();
}

void concludeReview(Review &review)
{
    collectProblems(review);
    collectNotRendered(review);
    collectUnknowns(review);
    review.notes = review.comparison.notes;
    review.notes.insert(review.notes.end(), review.inventories.notes.begin(), review.inventories.notes.end());

    const Severity danger = highest(review, [](const rules::Finding &finding) { return !isDoubt(finding); });
    const Severity doubt = highest(review, isDoubt);
    const Severity all = std::max(danger, doubt);
    review.verdict = all == Severity::Block ? Verdict::Block : all == Severity::Warn ? Verdict::Warn : Verdict::Pass;
    if (danger == Severity::Block)
        review.headline = Headline::Block;
    else if (doubt > Severity::Note)
        review.headline = Headline::CannotTell;
    else
        review.headline = danger == Severity::Warn ? Headline::LookFirst : Headline::Safe;
    review.isDestructive = std::ranges::any_of(review.radius.objects, blast::destroys);
}

std::string_view headlineText(Headline headline)
{
    switch (headline) {
    case Headline::Safe:
        return toSay("Safe");
    case Headline::LookFirst:
        return toSay("Look first");
    case Headline::CannotTell:
        return toSay("Cannot tell");
    case Headline::Block:
        return toSay("Block");
    }
    return {};
}

} // namespace noclobber::review
