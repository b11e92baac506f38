#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/blast/storage_totals.h"
#include "core/review/review.h"
#include "core/review/verdict.h"

namespace noclobber::review {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many)
{
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// "in env/cluster01", "in 3 clusters" or "" when only the empty scope is there.
std::string places(const std::set<std::string> &scopes)
{
    if (scopes.empty() || (scopes.size() == 1 && scopes.begin()->empty()))
        return {};
    return scopes.size() == 1 ? " in " + printable(*scopes.begin()) : fmt::format(" in {} clusters", scopes.size());
}

struct Deaths {
    std::size_t deleted = 0;
    std::size_t pending = 0;
    std::size_t stateful = 0;
    std::size_t lost = 0; ///< lost or at risk
    std::set<std::string> scopes;
    std::map<argo::ObjectId, std::size_t> causes; ///< how many deletions start there
};

Deaths countDeaths(const blast::BlastRadius &radius)
{
    Deaths deaths;
    for (const blast::AffectedObject &object : radius.objects) {
        const bool isPending = object.effect == blast::Effect::PrunePending;
        if (!blast::isDeletion(object.effect) && !isPending)
            continue;
        ++(isPending ? deaths.pending : deaths.deleted);
        deaths.stateful += object.isStateful ? 1 : 0;
        deaths.lost += object.dataFate <= blast::DataFate::AtRisk ? 1 : 0;
        deaths.scopes.insert(object.id.scope);
        if (!object.because.empty())
            ++deaths.causes[object.because.front().id];
    }
    return deaths;
}

/// What starts most of the deletions, as a sentence.
std::string causeSentence(const Review &review, const Deaths &deaths)
{
    if (deaths.causes.empty())
        return {};
    const auto &cause =
        std::ranges::max_element(deaths.causes, {}, [](const auto &entry) { return entry.second; })->first;
    const diff::ObjectChange *change = review.changes.find(cause);
    const std::string name = printable(argo::shortText(cause));
    if (!change)
        return fmt::format("Cause: {}.", name);
    switch (change->status) {
    case diff::Status::Overwritten: {
        const argo::Declaration *winner = change->winnerInHead();
        if (winner)
            return fmt::format("Cause: {} is defined again at {} and this one wins.", name,
                               printable(toText(winner->location)));
        return fmt::format("Cause: {} is now claimed by several.", name);
    }
    case diff::Status::Removed:
    case diff::Status::Renamed:
        return fmt::format("Cause: {} is {}.", name, change->status == diff::Status::Removed ? "removed" : "renamed");
    default:
        return fmt::format("Cause: {} changes.", name);
    }
}

/// " (storage: 150Gi lost, 20Gi at risk)", "" if nothing with a size is.
std::string storageText(const std::map<blast::DataFate, std::string> &totals)
{
    std::vector<std::string> parts;
    for (const auto &[fate, words] :
         {std::pair(blast::DataFate::Lost, " lost"), std::pair(blast::DataFate::AtRisk, " at risk"),
          std::pair(blast::DataFate::Retained, " retained")}) {
        if (const auto found = totals.find(fate); found != totals.end())
            parts.push_back(found->second + words);
    }
    return parts.empty() ? std::string() : " (storage: " + join(parts, ", ") + ")";
}

std::string deletionSentence(const Deaths &deaths, const std::map<blast::DataFate, std::string> &storage)
{
    std::string sentence;
    if (deaths.deleted > 0)
        sentence = fmt::format("Merging this deletes {}{}", counted(deaths.deleted, "object", "objects"),
                               places(deaths.scopes));
    if (deaths.pending > 0)
        sentence += fmt::format("{} {} to be deleted by the next sync with prune",
                                deaths.deleted > 0 ? ", and leaves" : "Merging this leaves",
                                counted(deaths.pending, "object", "objects"));
    if (deaths.stateful > 0)
        sentence +=
            fmt::format("; {} hold{} state, the data of {} would be lost or at risk", deaths.stateful,
                        deaths.stateful == 1 ? "s" : "", deaths.lost == 0 ? "none" : std::to_string(deaths.lost));
    return sentence + storageText(storage) + ".";
}

std::string changeSentence(const diff::StatusCounts &counts)
{
    std::vector<std::string> parts;
    const auto add = [&](std::size_t count, std::string_view verb) {
        if (count > 0)
            parts.push_back(fmt::format("{} {}", verb, count));
    };
    add(counts.added, "adds");
    add(counts.modified, "changes");
    add(counts.moved, "moves");
    add(counts.renamed / 2, "renames");
    add(counts.overwritten, "overwrites");
    add(counts.shadowed, "shadows");
    add(counts.duplicated, "copies");
    add(counts.removed, "removes");
    if (parts.empty() && counts.unknown > 0)
        return fmt::format("No change is seen, but of {} it cannot be said.",
                           counted(counts.unknown, "object", "objects"));
    if (parts.empty())
        return counts.formattingOnly > 0
                   ? fmt::format("No object changes; {} only in formatting.",
                                 counted(counts.formattingOnly, "object differs", "objects differ"))
                   : "No object changes.";
    std::string sentence = "This";
    for (const std::string &part : parts)
        sentence += (&part == &parts.front() ? " " : &part == &parts.back() ? " and " : ", ") + part;
    sentence += counts.added + counts.modified + counts.moved + counts.renamed / 2 + counts.overwritten +
                            counts.shadowed + counts.duplicated + counts.removed ==
                        1
                    ? " object"
                    : " objects";
    return sentence +
           (counts.overwritten + counts.removed + counts.renamed == 0 ? "; nothing is overwritten or deleted." : ".");
}

} // namespace

namespace {

/// The finding to quote: of the worst those that made the headline, an overwrite before others. Or nullptr if all are
/// notes.
const rules::Finding *quotedFinding(const Review &review)
{
    const auto weight = [&](const rules::Finding &finding) {
        const bool madeHeadline = isDoubt(finding) == (review.headline == Headline::CannotTell);
        return std::tuple(finding.waived ? Severity::Off : finding.severity, madeHeadline, finding.rule == "overwrite");
    };
    const auto worst = std::ranges::max_element(review.findings, {}, weight);
    const bool isQuoted = worst != review.findings.end() && std::get<0>(weight(*worst)) > Severity::Note;
    return isQuoted ? &*worst : nullptr;
}

std::size_t countDoubts(const Review &review)
{
    return static_cast<std::size_t>(std::ranges::count_if(review.findings, [](const rules::Finding &finding) {
        return isDoubt(finding) && finding.severity > Severity::Note && !finding.waived;
    }));
}

} // namespace

std::string verdictSentence(const Review &review)
{
    const Deaths deaths = countDeaths(review.radius);
    const std::string deletions =
        deaths.deleted + deaths.pending > 0 ? deletionSentence(deaths, blast::storageTotals(review.radius)) : "";
    if (review.headline == Headline::Block && !deletions.empty()) {
        const std::string cause = causeSentence(review, deaths);
        return deletions + (cause.empty() ? "" : " " + cause);
    }
    const git::Comparison &comparison = review.comparison;
    if (comparison.base.commit == comparison.head.commit && !comparison.base.commit.empty())
        return fmt::format("There is nothing to review: {} and {} are the same commit.",
                           printable(comparison.base.revision), printable(comparison.head.revision));
    std::string sentence;
    if (review.headline == Headline::CannotTell)
        sentence = fmt::format("Part of this change cannot be judged ({}). ",
                               counted(countDoubts(review), "finding", "findings"));
    sentence += changeSentence(review.changes.counts);
    if (!deletions.empty())
        sentence += " " + deletions;
    if (const rules::Finding *finding = quotedFinding(review))
        sentence += " " + printable(finding->message);
    return sentence;
}

} // namespace noclobber::review
