#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/base/say.h"
#include "core/recovery/situation.h"

namespace noclobber::recovery {

namespace {

/// Without uid, a volume's claimRef waits for the next claim of that name, and for no other.
/// Source: https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume
constexpr std::string_view reservePatch = R"('{"spec":{"claimRef":{"uid":null,"resourceVersion":null}}}')";

Step restoring(std::string what)
{
    return stepOf(Stage::Restore, std::move(what));
}

/// How a claim comes back once its volume waits for it.
Step makeClaimStep(const Situation &situation, const blast::AffectedObject &claim)
{
    Step made = restoring(say("Make the claim anew: it binds the volume that waits for it."));
    if (const std::string command = bringBackCommand(situation, claim.id); !command.empty())
        made.commands = {command};
    else if (claim.isDerived)
        made.what = say(
            "The claim is not in git: its StatefulSet makes it anew below, and it binds the volume that waits for it.");
    return made;
}

Step reserveStep(const Situation &situation, const argo::ObjectId &claim, const std::string &volume)
{
    const bool isKnown = canBeCopied(volume);
    Step made = restoring(isKnown ? say("Let its volume wait for a claim of the same name.")
                                  : say("Let that volume wait for a claim of the same name."));
    made.commands = {fmt::format("{} patch pv {} --type merge -p {}", situation.commands.kubectl(claim.scope),
                                 isKnown ? shellWord(volume) : "PV_NAME", reservePatch)};
    return made;
}

Step findStep(const Situation &situation, const argo::ObjectId &claim)
{
    Step made = restoring(say("Find its volume: the first column is its name."));
    if (canBeCopied(claim))
        made.commands = {fmt::format("{} get pv | grep -wF {}", situation.commands.kubectl(claim.scope),
                                     shellWord(claim.key.nameSpace + "/" + claim.key.name))};
    return made;
}

Step backupStep(const Situation &situation, const blast::AffectedObject &claim)
{
    Step made = restoring(say("Restore the data from a backup into the new claim. Where the storage takes snapshots, "
                              "these are the ones that are left:"));
    if (canBeCopied(claim.id.key.nameSpace))
        made.commands = {fmt::format("{} get volumesnapshots.snapshot.storage.k8s.io",
                                     situation.commands.kubectl(claim.id.scope, claim.id.key.nameSpace))};
    made.limit = say("What was written since the backup is lost.");
    return made;
}

} // namespace

std::string dataSentence(blast::DataFate fate)
{
    switch (fate) {
    case blast::DataFate::Lost:
        return say("Its data is lost with it: it comes back empty, and has to be restored from a backup.");
    case blast::DataFate::AtRisk:
        return say("Its data may be lost with it: this is decided outside the repository, so look first, and restore "
                   "from a backup if it is gone.");
    case blast::DataFate::Retained:
        return say("Its data is retained: the volume is bound again by hand.");
    case blast::DataFate::Kept:
    case blast::DataFate::None:
        break;
    }
    return {};
}

std::vector<Step> claimSteps(const Situation &situation, const blast::AffectedObject &claim, const std::string &volume)
{
    using blast::DataFate;
    std::vector<Step> steps;
    const bool isLost = claim.dataFate == DataFate::Lost;
    if (claim.dataFate == DataFate::Retained || claim.dataFate == DataFate::AtRisk) {
        if (!canBeCopied(volume))
            steps.push_back(findStep(situation, claim.id));
        steps.push_back(reserveStep(situation, claim.id, volume));
    }
    if (!isLost || !claim.isDerived)
        steps.push_back(makeClaimStep(situation, claim));
    if (isLost && !claim.isDerived)
        steps.back().what = say("Make the claim anew: it gets a new, empty volume.");
    if (isLost || claim.dataFate == DataFate::AtRisk)
        steps.push_back(backupStep(situation, claim));
    if (isLost && claim.isDerived)
        steps.back().what = say("The claim is not in git: its StatefulSet makes it anew below, empty. Then restore the "
                                "data, from a backup or, where the storage takes snapshots, from one of these:");
    if (const std::string sentence = dataSentence(claim.dataFate); !sentence.empty())
        steps.front().what = inARow(sentence, steps.front().what);
    return steps;
}

std::vector<Step> claimGroupSteps(const Situation &situation, const std::vector<blast::AffectedObject> &claims)
{
    using blast::DataFate;
    const blast::AffectedObject &any = claims.front();
    const std::string &nameSpace = any.id.key.nameSpace;
    std::vector<Step> steps;
    if ((any.dataFate == DataFate::Retained || any.dataFate == DataFate::AtRisk) && canBeCopied(nameSpace)) {
        const std::string kubectl = situation.commands.kubectl(any.id.scope);
        Step made =
            restoring(say("Let every volume of the namespace that lost its claim wait for one of the same name."));
        made.commands = {fmt::format("{0} get pv --no-headers | awk -v ns={1} '$5 == \"Released\" && index($6, ns "
                                     "\"/\") == 1 {{print $1}}' | xargs -r -n 1 {0} patch pv --type merge -p {2}",
                                     kubectl, shellWord(nameSpace), reservePatch)};
        steps.push_back(std::move(made));
    }
    steps.push_back(restoring(any.isDerived
                                  ? say("The claims are not in git: their StatefulSets make them anew below.")
                                  : say("Make the claims anew, with all else that their Application declares.")));
    if (any.dataFate == DataFate::Lost || any.dataFate == DataFate::AtRisk)
        steps.push_back(backupStep(situation, any));
    return steps;
}

std::vector<Step> volumeSteps(const Situation &situation, const blast::AffectedObject &volume)
{
    std::vector<Step> steps;
    const bool mayRemain = volume.dataFate != blast::DataFate::Lost;
    if (mayRemain && canBeCopied(volume.id)) {
        steps.push_back(reserveStep(situation, volume.id, volume.id.key.name));
        steps.back().what =
            say("If it is still there and Released, let it wait for a claim of the same name as before.");
    }
    Step made = restoring(mayRemain ? say("If it is gone, declare it again: it stands for storage that outlives it.")
                                    : say("{} Declare the volume again.", dataSentence(volume.dataFate)));
    if (const std::string command = bringBackCommand(situation, volume.id); !command.empty())
        made.commands = {command};
    steps.push_back(std::move(made));
    return steps;
}

} // namespace noclobber::recovery
