#include <algorithm>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/blast/deployments.h"
#include "core/recovery/situation.h"

namespace noclobber::recovery {

namespace {

/// What git cannot bring back, for these very objects.
std::string limitOf(const Situation &situation)
{
    const auto count = [&](blast::DataFate fate) {
        return std::ranges::count(situation.objects, fate, &blast::AffectedObject::dataFate);
    };
    std::vector<std::string> jobs;
    for (const blast::AffectedObject &object : situation.radius.objects) {
        const bool runs = object.id.key.group == "batch" && object.id.key.kind == "Job";
        if (runs && (object.effect == blast::Effect::Created || object.effect == blast::Effect::Recreated))
            jobs.push_back(argo::shortText(object.id));
    }
    std::string text = say("Git brings declarations back, and no data.");
    if (const auto lost = count(blast::DataFate::Lost); lost > 0)
        text += say(" The data of {} is lost.", counted(static_cast<std::size_t>(lost), "object"));
    if (const auto risky = count(blast::DataFate::AtRisk); risky > 0)
        text += say(" The data of {} may be lost.", counted(static_cast<std::size_t>(risky), "object"));
    if (const auto retained = count(blast::DataFate::Retained); retained > 0)
        text += say(" The volumes of {} are retained, and bound again by hand only.",
                    counted(static_cast<std::size_t>(retained), "object"));
    if (const auto orphans =
            std::ranges::count(situation.radius.objects, blast::Effect::Orphaned, &blast::AffectedObject::effect);
        orphans > 0)
        text += say(" What was left running, {}, is managed again once it is synced.",
                    counted(static_cast<std::size_t>(orphans), "object"));
    if (!jobs.empty())
        text += say(" What these Jobs did stays done: {}.", namesOf(jobs));
    return text;
}

} // namespace

std::vector<std::string> selfStartingApplications(const Situation &situation)
{
    std::vector<std::string> names;
    for (const ConcernedApplication &application : situation.applications) {
        const diff::ObjectChange *changed = situation.change.changes.find(application.id);
        const bool comesBack = application.isGoing || (changed && changed->status != diff::Status::Unchanged);
        if (comesBack && application.base && application.base->automated && !application.isFlux())
            names.push_back(fmt::format("{} ({})", argo::shortText(application.id),
                                        argo::toText(application.base->declaration.location)));
    }
    return names;
}

void addRevertSteps(const Situation &situation, Runbook &runbook)
{
    const git::TreeSnapshot &base = situation.change.comparison.base;
    const std::string branch = canBeCopied(base.revision) ? shellWord(base.revision) : "BRANCH";
    Step find = stepOf(
        Stage::Revert,
        say("Find the commit that brought the change: the oldest that is listed, if nothing else was merged since."));
    find.commands = {fmt::format("git log --oneline --first-parent {:.12}..{}", base.commit, branch)};
    runbook.steps.push_back(std::move(find));

    Step revert = stepOf(Stage::Revert, say("Revert it. The first line is for a merge commit, the second for one "
                                            "commit: a squashed or rebased change."));
    revert.commands = {"git revert --no-edit -m 1 COMMIT", "git revert --no-edit COMMIT"};
    revert.limit = limitOf(situation);
    runbook.steps.push_back(std::move(revert));

    if (const auto names = selfStartingApplications(situation); !names.empty())
        runbook.steps.push_back(
            stepOf(Stage::Revert,
                   say("Before you push the revert, take syncPolicy.automated out of {} in it, and put it back at the "
                       "end: it would make everything anew at once, and claims would get new, empty volumes.",
                       namesOf(names))));
    runbook.steps.push_back(stepOf(Stage::Revert, say("Push the revert.")));
}

} // namespace noclobber::recovery
