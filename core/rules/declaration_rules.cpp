#include <algorithm>

#include "core/argo/engines.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/rules/judgement.h"
#include "core/rules/slip.h"

namespace noclobber::rules {

namespace {

/// Whether a declaration of base, in the file of this path if there is one, has the content of head's at a place.
bool saysWhatBaseSaid(const diff::ObjectChange &change, std::size_t place, std::optional<Name> path = {})
{
    for (std::size_t old = 0; old < change.baseContents.size(); ++old) {
        if (change.baseContents[old] == change.headContents[place] &&
            (!path || change.base[old].location.path == *path))
            return true;
    }
    return false;
}

/// The place in head's declarations of the one that the change brings or edits; else one that is not in effect, else
/// the last.
std::size_t culprit(const diff::ObjectChange &change)
{
    const auto isWinner = [&](std::size_t place) { return change.headWinner == place; };
    for (const std::size_t place : change.newDeclarations) {
        if (!isWinner(place) || change.status == diff::Status::Overwritten || change.newDeclarations.size() == 1)
            return place;
    }
    for (std::size_t place = change.head.size(); place-- > 0;) {
        if (!isWinner(place) && !saysWhatBaseSaid(change, place))
            return place;
    }
    for (std::size_t place = change.head.size(); place-- > 0;) {
        if (!isWinner(place))
            return place;
    }
    return change.head.size() - 1;
}

/// What is in effect in head, where the winner is defined: of equal ones the one that the change brings.
const argo::Declaration &nowInEffect(const diff::ObjectChange &change)
{
    const argo::Declaration &winner = change.head[*change.headWinner];
    for (const std::size_t place : change.newDeclarations) {
        const argo::Declaration &brought = change.head[place];
        if (brought.application == winner.application &&
            change.headContents[place] == change.headContents[*change.headWinner])
            return brought;
    }
    return winner;
}

/// The declaration of base (its place there) as head still has it, in the same file: as it was, or else edited. Null
/// when it is gone.
const argo::Declaration *stillDeclared(const diff::ObjectChange &change, std::size_t before)
{
    const auto &path = change.base[before].location.path;
    const argo::Declaration *edited = nullptr;
    for (std::size_t place = 0; place < change.head.size(); ++place) {
        const argo::Declaration &now = change.head[place];
        if (now.location.path != path)
            continue;
        if (change.headContents[place] == change.baseContents[before])
            return &now;
        const bool isNew = std::ranges::find(change.newDeclarations, place) != change.newDeclarations.end();
        if (!isNew && !saysWhatBaseSaid(change, place, path) && place != change.headWinner)
            edited = &now;
    }
    return edited;
}

/// Where head still has a declaration of base, or where base had it.
argo::Location placeInHead(const diff::ObjectChange &change, std::size_t before)
{
    const argo::Declaration *now = stillDeclared(change, before);
    return now ? now->location : change.base[before].location;
}

std::string deployerText(const argo::Declaration &declaration)
{
    return declaration.application ? argo::deployerName(*declaration.application)
                                   : say("a deployer that is not seen here");
}

bool isOnlyDeployed(const argo::Declaration &one, const argo::Declaration &other)
{
    return one.application && !other.application;
}

/// Why the one counts and the other does not.
std::string reasonToWin(const argo::Declaration &winner, const argo::Declaration &loser)
{
    if (isOnlyDeployed(winner, loser))
        return say("{} deploys it, and none deploys the other", deployerText(winner));
    if (winner.application && winner.application == loser.application &&
        !argo::isArgoApplication(winner.application->key))
        return say("Flux applies neither while both are there, as kustomize refuses two declarations of one object");
    return winner.location.path == loser.location.path
               ? say("it stands later in the file, and of two declarations the last one counts")
               : say("its file is read later, and of two declarations the last one counts");
}

/// Who wins and why, in words.
std::string overwriteMessage(const diff::ObjectChange &change, const argo::Declaration &now, std::size_t before)
{
    const std::string name = argo::shortText(change.id);
    const std::string old = argo::toText(placeInHead(change, before));
    if (!change.headWinner)
        return say("{} declares {} too, which {} declares already, with other content: nobody knows which one wins, "
                   "whoever syncs last does.",
                   placeOf(now), name, old);
    if (!stillDeclared(change, before))
        return say("{} now defines {}. What was in effect, at {}, is gone, so another declaration with other content "
                   "takes its place.",
                   placeOf(now), name, old);
    return say("{} declares {} once more and replaces the one at {}: {}.", placeOf(now), name, old,
               reasonToWin(now, change.base[before]));
}

std::string renameHelp(Judgement &judgement, const argo::Declaration &declaration)
{
    const std::string name = betterName(judgement, declaration);
    return name.empty() ? std::string()
                        : say("Rename the one at {} to {}, as its place says.", placeOf(declaration), name);
}

/// Who claims an object where, each place once: "a.yaml:1 (Application a, Application b) and by b.yaml:1 (...)".
std::string claimsText(const Few<argo::Declaration> &claims)
{
    std::vector<std::pair<std::string, std::vector<std::string>>> places; // in the order of the claims
    for (const argo::Declaration &claim : claims) {
        auto place = std::ranges::find(places, placeOf(claim), [](const auto &entry) { return entry.first; });
        if (place == places.end())
            place = places.insert(places.end(), {placeOf(claim), {}});
        place->second.push_back(deployerText(claim) + ", " + claim.manifest->apiVersion);
    }
    std::vector<std::string> texts;
    for (const auto &[place, deployers] : places)
        texts.push_back(place + " (" + join(deployers, "; ") + ")");
    return join(texts, say(" and by "));
}

} // namespace

void judgeOverwrites(Judgement &judgement)
{
    for (const diff::ObjectChange &change : judgement.change.changes.changes) {
        if (change.status != diff::Status::Overwritten || change.base.empty() || change.head.empty())
            continue;
        const argo::Declaration &now = change.headWinner ? nowInEffect(change) : change.head[culprit(change)];
        const std::size_t before = change.baseWinner.value_or(change.base.size() - 1);
        Finding finding;
        finding.id = change.id;
        finding.location = now.location;
        finding.related = {placeInHead(change, before)};
        finding.message = overwriteMessage(change, now, before);
        finding.help = renameHelp(judgement, now);
        report(judgement, "overwrite", Weight::Full, std::move(finding));
    }
}

void judgeDuplicates(Judgement &judgement)
{
    for (const diff::Duplicate &duplicate : judgement.change.changes.duplicates) {
        const diff::ObjectChange *change = judgement.change.changes.find(duplicate.id);
        std::size_t place = duplicate.declarations.size() - 1;
        if (change)
            place = culprit(*change);
        else if (duplicate.winner == place && place > 0)
            --place;
        const argo::Declaration &copy = duplicate.declarations[place];
        Finding finding;
        finding.id = duplicate.id;
        finding.location = copy.location;
        finding.related = placesBeside(copy.location, duplicate.declarations);
        finding.message = say("{} is declared {} times, at {}", argo::shortText(duplicate.id),
                              duplicate.declarations.size(), placeOf(copy));
        for (const argo::Location &other : finding.related)
            finding.message += say(" and {}", argo::toText(other));
        if (!duplicate.winner)
            finding.message += say("; which one wins is not defined");
        else
            finding.message += say("; {} is the one in effect", placeOf(duplicate.declarations[*duplicate.winner]));
        finding.message +=
            duplicate.isConflicting ? say(", and they do not say the same.") : say(". They say the same.");
        finding.help = renameHelp(judgement, copy);
        report(judgement, "duplicate-identity", duplicate.isIntroduced ? Weight::Full : Weight::AtMostNote,
               std::move(finding));
    }
}

void judgeShadowed(Judgement &judgement)
{
    for (const diff::ObjectChange &change : judgement.change.changes.changes) {
        if (change.status != diff::Status::Shadowed || change.head.empty())
            continue;
        const argo::Declaration &loser = change.head[culprit(change)];
        Finding finding;
        finding.id = change.id;
        finding.location = loser.location;
        finding.message = say("{} declares {} in vain: ", placeOf(loser), argo::shortText(change.id));
        if (const argo::Declaration *winner = change.winnerInHead()) {
            finding.related = {winner->location};
            finding.message += isOnlyDeployed(*winner, loser)
                                   ? say("{} wins: {}.", placeOf(*winner), reasonToWin(*winner, loser))
                                   : say("{} is read later and wins.", placeOf(*winner));
        } else {
            finding.related = placesBeside(loser.location, change.head);
            finding.message += say("other declarations are in effect.");
        }
        finding.help = renameHelp(judgement, loser);
        report(judgement, "shadowed-declaration", Weight::Full, std::move(finding));
    }
}

void judgeContested(Judgement &judgement)
{
    const argo::Inventory &head = judgement.change.inventories.head;
    for (const argo::DeclaredObject *contested : head.at(head.index.contested())) {
        const argo::DeclaredObject &object = *contested;
        if (isGenerated(object.id))
            continue;
        const argo::DeclaredObject *before = judgement.change.inventories.base.find(object.id);
        const diff::ObjectChange *change = judgement.change.changes.find(object.id);
        const bool isKnownNew = change && !change->newDeclarations.empty();
        const argo::Declaration &claim =
            isKnownNew ? change->head[culprit(*change)] : object.declarations[object.inEffect.back()];
        Few<argo::Declaration> claims;
        for (const std::size_t place : object.inEffect)
            claims.push_back(object.declarations[place]);
        Finding finding;
        finding.id = object.id;
        finding.location = claim.location;
        finding.related = placesBeside(claim.location, claims);
        finding.message = say(
            "{} is claimed more than once, by {}: whoever syncs last wins, and each may prune what the other needs.",
            argo::shortText(object.id), claimsText(claims));
        const bool isOld = before && before->isContested();
        report(judgement, "contested-object", isOld ? Weight::AtMostNote : Weight::Full, std::move(finding));
    }
}

} // namespace noclobber::rules
