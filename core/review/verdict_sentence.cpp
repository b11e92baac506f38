#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "core/base/catalogue.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/main_cause.h"
#include "core/blast/storage_totals.h"
#include "core/review/review.h"
#include "core/review/verdict.h"

namespace noclobber::review {

namespace {

std::string plainCount(std::size_t count)
{
    return std::to_string(count);
}

std::string objectsText(std::size_t count, CountText text)
{
    return count == 1 ? say("{} object", text(count)) : say("{} objects", text(count));
}

/// " in env/cluster01", " in 3 clusters" or "" when only the empty scope is there.
std::string places(const std::set<std::string> &scopes, CountText text)
{
    if (scopes.empty() || (scopes.size() == 1 && scopes.begin()->empty()))
        return {};
    return scopes.size() == 1 ? say(" in {}", printable(*scopes.begin())) : say(" in {} clusters", text(scopes.size()));
}

struct Deaths {
    std::size_t deleted = 0;
    std::size_t pending = 0;
    std::size_t stateful = 0;
    std::size_t lost = 0; ///< lost or at risk
    std::set<std::string> scopes;
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
    }
    return deaths;
}

/// An object that starts deletions, as a sentence.
std::string causeSentence(const diff::ChangeSet &changes, const argo::ObjectId &cause)
{
    const diff::ObjectChange *change = changes.find(cause);
    const std::string name = printable(argo::shortText(cause));
    if (!change)
        return say("Cause: {}.", name);
    switch (change->status) {
    case diff::Status::Overwritten: {
        const argo::Declaration *winner = change->winnerInHead();
        if (winner)
            return say("Cause: {} is defined again at {} and this one wins.", name,
                       printable(toText(winner->location)));
        return say("Cause: {} is now claimed by several.", name);
    }
    case diff::Status::Removed:
        return say("Cause: {} is removed.", name);
    case diff::Status::Renamed:
        return say("Cause: {} is renamed.", name);
    default:
        return say("Cause: {} changes.", name);
    }
}

/// What starts most of the deletions, and how many it does not start; "" if nothing is known to.
std::string causeSentences(const Review &review, CountText text)
{
    const auto cause = blast::mainCause(review.radius);
    if (!cause)
        return {};
    std::string rest;
    if (cause->others > 0)
        rest = cause->others == 1 ? say("{} deletion has another cause.", text(cause->others))
                                  : say("{} deletions have other causes.", text(cause->others));
    return inARow(causeSentence(review.changes, cause->id), rest);
}

/// " (storage: 150Gi lost, 20Gi at risk)", "" if nothing with a size is.
std::string storageText(const std::map<blast::DataFate, std::string> &totals, CountText text)
{
    std::vector<std::string> parts;
    for (const auto &[fate, total] : totals) {
        const std::string size = sizeText(total, text);
        if (fate == blast::DataFate::Lost)
            parts.push_back(say("{} lost", size));
        else if (fate == blast::DataFate::AtRisk)
            parts.push_back(say("{} at risk", size));
        else if (fate == blast::DataFate::Retained)
            parts.push_back(say("{} retained", size));
    }
    return parts.empty() ? std::string() : say(" (storage: {})", join(parts, say(", ")));
}

/// "; 37 hold state, the data of 12 would be lost or at risk", "" if none holds state.
std::string stateText(const Deaths &deaths, CountText text)
{
    if (deaths.stateful == 0)
        return {};
    const std::string stateful = text(deaths.stateful);
    const std::string lost = text(deaths.lost);
    if (deaths.lost == 0)
        return deaths.stateful == 1 ? say("; {} holds state, the data of none would be lost or at risk", stateful)
                                    : say("; {} hold state, the data of none would be lost or at risk", stateful);
    return deaths.stateful == 1 ? say("; {} holds state, the data of {} would be lost or at risk", stateful, lost)
                                : say("; {} hold state, the data of {} would be lost or at risk", stateful, lost);
}

std::string deletionSentence(const Deaths &deaths, const std::map<blast::DataFate, std::string> &storage,
                             CountText text)
{
    const std::string where = places(deaths.scopes, text);
    const std::string deleted = objectsText(deaths.deleted, text);
    const std::string pending = objectsText(deaths.pending, text);
    const std::string rest = stateText(deaths, text) + storageText(storage, text);
    if (deaths.pending == 0)
        return say("Merging this deletes {}{}{}.", deleted, where, rest);
    if (deaths.deleted == 0)
        return say("Merging this leaves {} to be deleted by the next sync with prune{}.", pending, rest);
    return say("Merging this deletes {}{}, and leaves {} to be deleted by the next sync with prune{}.", deleted, where,
               pending, rest);
}

/// What is done to how many objects, as clauses: "adds 3".
std::vector<std::string> changeClauses(const diff::StatusCounts &counts, CountText text)
{
    std::vector<std::string> clauses;
    if (counts.added > 0)
        clauses.push_back(say("adds {}", text(counts.added)));
    if (counts.modified > 0)
        clauses.push_back(say("changes {}", text(counts.modified)));
    if (counts.moved > 0)
        clauses.push_back(say("moves {}", text(counts.moved)));
    if (counts.renamed / 2 > 0)
        clauses.push_back(say("renames {}", text(counts.renamed / 2)));
    if (counts.overwritten > 0)
        clauses.push_back(say("overwrites {}", text(counts.overwritten)));
    if (counts.shadowed > 0)
        clauses.push_back(say("shadows {}", text(counts.shadowed)));
    if (counts.duplicated > 0)
        clauses.push_back(say("copies {}", text(counts.duplicated)));
    if (counts.removed > 0)
        clauses.push_back(say("removes {}", text(counts.removed)));
    return clauses;
}

std::string withoutChange(const diff::StatusCounts &counts, CountText text)
{
    if (counts.unknown > 0)
        return say("No change is seen, but of {} it cannot be said.", objectsText(counts.unknown, text));
    if (counts.formattingOnly == 0)
        return say("No object changes.");
    return counts.formattingOnly == 1
               ? say("No object changes; {} object differs only in formatting.", text(counts.formattingOnly))
               : say("No object changes; {} objects differ only in formatting.", text(counts.formattingOnly));
}

std::string changeSentence(const diff::StatusCounts &counts, CountText text)
{
    std::vector<std::string> clauses = changeClauses(counts, text);
    if (clauses.empty())
        return withoutChange(counts, text);
    const bool isOne = counts.added + counts.modified + counts.moved + counts.renamed / 2 + counts.overwritten +
                           counts.shadowed + counts.duplicated + counts.removed ==
                       1;
    std::string what = clauses.back();
    clauses.pop_back();
    if (!clauses.empty())
        what = say("{} and {}", join(clauses, say(", ")), what);
    if (counts.overwritten + counts.removed + counts.renamed > 0)
        return isOne ? say("This {} object.", what) : say("This {} objects.", what);
    return isOne ? say("This {} object; nothing is overwritten or deleted.", what)
                 : say("This {} objects; nothing is overwritten or deleted.", what);
}

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

std::string sizeText(const std::string &total, CountText text)
{
    std::size_t count = 0;
    const char *end = total.data() + total.size();
    const auto [unit, error] = std::from_chars(total.data(), end, count);
    return error == std::errc() ? text(count) + std::string(unit, end) : total;
}

std::string verdictSentence(const Review &review)
{
    return verdictSentence(review, plainCount);
}

std::string verdictSentence(const Review &review, CountText text)
{
    const Deaths deaths = countDeaths(review.radius);
    const std::string deletions =
        deaths.deleted + deaths.pending > 0 ? deletionSentence(deaths, blast::storageTotals(review.radius), text) : "";
    if (review.headline == Headline::Block && !deletions.empty()) {
        return inARow(deletions, causeSentences(review, text));
    }
    const git::Comparison &comparison = review.comparison;
    if (comparison.base.commit == comparison.head.commit && !comparison.base.commit.empty())
        return say("There is nothing to review: {} and {} are the same commit.", printable(comparison.base.revision),
                   printable(comparison.head.revision));
    std::string sentence;
    if (review.headline == Headline::CannotTell) {
        const std::size_t doubts = countDoubts(review);
        sentence = doubts == 1 ? say("Part of this change cannot be judged ({} finding). ", text(doubts))
                               : say("Part of this change cannot be judged ({} findings). ", text(doubts));
    }
    sentence += changeSentence(review.changes.counts, text);
    sentence = inARow(sentence, deletions);
    if (const rules::Finding *finding = quotedFinding(review))
        sentence = inARow(sentence, printable(finding->message));
    return sentence;
}

std::optional<argo::ObjectId> verdictCause(const Review &review)
{
    if (review.headline == Headline::Block) {
        if (const auto cause = blast::mainCause(review.radius))
            return cause->id;
    }
    const rules::Finding *finding = quotedFinding(review);
    return finding != nullptr && finding->id != argo::ObjectId() ? std::optional(finding->id) : std::nullopt;
}

} // namespace noclobber::review
