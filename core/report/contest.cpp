#include "core/report/contest.h"

#include <algorithm>
#include <array>

#include "core/argo/engines.h"
#include "core/base/say.h"

namespace noclobber::report {

namespace {

/// Whether what was in effect in base is still declared in head: one of head's declarations that are not new stands
/// for it.
bool isOldOneStillThere(const diff::ObjectChange &change)
{
    return change.newDeclarations.size() < change.head.size();
}

/// Whether Flux is to apply several of head's declarations at once, which it refuses: kustomize, which it builds them
/// with, takes no second declaration of one object.
bool isRefused(const diff::ObjectChange &change)
{
    return change.head.size() > 1 && !change.flags.contested &&
           std::ranges::all_of(change.head, [&](const argo::Declaration &declaration) {
               return declaration.application && declaration.application == change.head.front().application &&
                      argo::isFluxKustomization(declaration.application->key);
           });
}

Certainty certaintyOf(const diff::ObjectChange &change)
{
    if (change.flags.contested)
        return Certainty::Unpredictable;
    const bool isSeen = change.headWinner && change.head[*change.headWinner].application;
    return change.head.size() > 1 && !isSeen ? Certainty::Likely : Certainty::Certain;
}

std::string reasonFor(const diff::ObjectChange &change)
{
    if (change.flags.contested)
        return say("Declarations of different Applications, or of groups that store the same object, are in effect: "
                   "whoever syncs last wins.");
    if (isRefused(change))
        return say("Flux applies none of them while there are several: kustomize refuses a second declaration of one "
                   "object, so nothing of this Kustomization is applied.");
    if (change.head.size() == 1)
        return say("The declaration that was in effect is gone; this one takes its place.");
    const bool isOneFile = std::ranges::all_of(change.head, [&](const argo::Declaration &declaration) {
        return declaration.location.path == change.head.front().location.path;
    });
    if (isOneFile)
        return say("One file declares it more than once: documents are applied in their order, the last one wins.");
    return say("Files are applied in the order of their paths, documents in theirs: the last one wins.");
}

} // namespace

Contest contestOf(const diff::ObjectChange &change)
{
    Contest contest;
    contest.certainty = certaintyOf(change);
    contest.why = reasonFor(change);
    if (!isOldOneStillThere(change)) {
        const argo::Declaration *old = change.winnerInBase();
        if (old == nullptr && !change.base.empty())
            old = &change.base.back();
        if (old != nullptr)
            contest.contenders.push_back({old, false, Outcome::Gone});
    }
    for (std::size_t place = 0; place < change.head.size(); ++place) {
        const auto &fresh = change.newDeclarations;
        const bool isNew = std::ranges::find(fresh, place) != fresh.end();
        const Outcome outcome = isRefused(change)            ? Outcome::Refused
                                : change.flags.contested     ? Outcome::Undefined
                                : change.headWinner == place ? Outcome::Wins
                                                             : Outcome::Loses;
        contest.contenders.push_back({&change.head[place], isNew, outcome});
    }
    return contest;
}

std::string_view word(Outcome outcome)
{
    constexpr std::array<std::string_view, 5> words{toSay("wins"), toSay("loses"), toSay("gone"), toSay("undefined"),
                                                    toSay("refused")};
    return words[static_cast<std::size_t>(outcome)];
}

} // namespace noclobber::report
