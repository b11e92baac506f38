#include <algorithm>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/blast/deployments.h"
#include "core/recovery/situation.h"

namespace noclobber::recovery {

namespace {

constexpr std::string_view stopPatch = R"('{"spec":{"syncPolicy":{"automated":null}}}')";
constexpr std::string_view suspendPatch = R"('{"spec":{"suspend":true}}')";
constexpr std::string_view releasePatch = R"('{"metadata":{"finalizers":null}}')";

std::string patch(const Situation &situation, const argo::ObjectId &id, std::string_view text)
{
    return fmt::format("{} patch {} --type merge -p {}", situation.commands.kubectl(id.scope, id.key.nameSpace),
                       objectArgument(id.key), text);
}

bool usesArgoCd(const Situation &situation)
{
    return std::ranges::any_of(situation.applications, [](const auto &application) { return !application.isFlux(); });
}

/// The cluster of everything, if there is only one.
std::string onlyScope(const Situation &situation)
{
    const std::string scope = !situation.objects.empty()        ? situation.objects.front()->id.scope
                              : !situation.applications.empty() ? situation.applications.front().id.scope
                                                                : std::string();
    return scope.empty() ? say("the cluster of this change") : say("the cluster {}", scope);
}

void addClusterStep(const Situation &situation, Runbook &runbook)
{
    const auto &contexts = situation.commands.contexts();
    if (contexts.empty()) {
        Step made = stepOf(Stage::Stop, say("Make sure that your tools talk to {}.", onlyScope(situation)));
        made.commands = {"kubectl config current-context"};
        if (usesArgoCd(situation))
            made.commands.push_back("argocd context");
        runbook.steps.push_back(std::move(made));
        return;
    }
    Step made =
        stepOf(Stage::Stop, say("The change concerns {} clusters. Name the kubectl context of each once, in the "
                                "shell that runs the lines below: without it they refuse to run.",
                                contexts.size()));
    made.commands = {"kubectl config get-contexts -o name"};
    for (const auto &[scope, variable] : contexts) {
        const std::string note = scope.empty()        ? "  # the cluster of Argo CD itself"
                                 : canBeCopied(scope) ? "  # " + scope
                                                      : "";
        made.commands.push_back(fmt::format("{}=CONTEXT{}", variable, note));
    }
    runbook.steps.push_back(std::move(made));
}

/// The controller that writes generated Applications anew, once for each namespace of ApplicationSets.
void addControllerStep(const Situation &situation, const argo::ObjectId &set, int replicas, Runbook &runbook)
{
    const Stage stage = replicas == 0 ? Stage::Stop : Stage::Resume;
    Step made = stepOf(
        stage, replicas == 0 ? say("{} generates Applications of this change: stop the controller that "
                                   "writes them anew (the name is that of the usual installation).",
                                   argo::shortText(set))
                             : say("Start the controller of ApplicationSets again, with as many replicas as it had."));
    made.id = set;
    made.commands = {fmt::format("{} scale deployment/argocd-applicationset-controller --replicas={}",
                                 situation.commands.kubectl(set.scope, set.key.nameSpace), replicas)};
    const auto isOld = [&](const Step &old) { return old.stage == stage && old.commands == made.commands; };
    if (canBeCopied(set) && std::ranges::none_of(runbook.steps, isOld))
        runbook.steps.push_back(std::move(made));
}

std::string suspendWord(const argo::ObjectId &id)
{
    return id.key.kind == "HelmRelease" ? "helmrelease" : "kustomization";
}

Step stopStep(const Situation &situation, const ConcernedApplication &application)
{
    const argo::ObjectId &id = application.id;
    Step made = stepOf(Stage::Stop, "");
    made.id = id;
    const bool canCopy = canBeCopied(id);
    if (application.isFlux()) {
        made.what =
            say("Suspend {}: it neither applies nor deletes anything any more. Either line does.", argo::shortText(id));
        if (canCopy)
            made.commands = {
                fmt::format("{} suspend {} {}", situation.commands.flux(id), suspendWord(id), shellWord(id.key.name)),
                patch(situation, id, suspendPatch)};
    } else {
        made.what = say("Turn off the automatic sync of {}. Either line does.", argo::shortText(id));
        if (canCopy)
            made.commands = {fmt::format("argocd app set {} --sync-policy none", shellWord(argo::applicationName(id))),
                             patch(situation, id, stopPatch)};
    }
    if (!canCopy)
        made.what += say(" Its name cannot be repeated in a command: copy it from the cluster.");
    return made;
}

/// An Application with a cascading finalizer that is deleted: without it, what is still there stays.
void addReleaseStep(const Situation &situation, const ConcernedApplication &application, Runbook &runbook)
{
    if (!application.isGoing || application.isFlux() || !application.any().cascades() || !canBeCopied(application.id))
        return;
    Step made = stepOf(Stage::Stop, say("{} is deleted together with what it manages. Take its finalizers away: "
                                        "what is not deleted yet then keeps running.",
                                        argo::shortText(application.id)));
    made.id = application.id;
    made.commands = {patch(situation, application.id, releasePatch)};
    made.limit = say("What is deleted already stays deleted.");
    runbook.steps.push_back(std::move(made));
}

/// More Applications than a person stops one by one: all of their namespaces.
void addStopAllSteps(const Situation &situation, Runbook &runbook)
{
    std::set<std::pair<std::string, std::string>> places;
    for (const ConcernedApplication &application : situation.applications) {
        if (!application.isFlux() && canBeCopied(application.id))
            places.emplace(application.id.scope, application.id.key.nameSpace);
    }
    for (const auto &[scope, nameSpace] : places) {
        const std::string kubectl = situation.commands.kubectl(scope, nameSpace);
        Step made = stepOf(Stage::Stop, say("The change works through {} Applications. Turn off the automatic "
                                            "sync of every Application in namespace {}; run it twice, as the "
                                            "first round's parents may undo it.",
                                            situation.applications.size(), nameSpace));
        made.commands = {fmt::format("{0} get applications.argoproj.io -o name | xargs -r -n 1 {0} patch --type merge "
                                     "-p {1}",
                                     kubectl, stopPatch)};
        runbook.steps.push_back(std::move(made));
    }
}

bool isDeployedUnseen(const Situation &situation)
{
    const auto isUnseen = [&](const blast::AffectedObject *object) {
        return !object->isDerived && situation.deployerOf(object->id) == nullptr;
    };
    return situation.applications.empty() || std::ranges::any_of(situation.objects, isUnseen);
}

std::vector<std::string> backOnCommands(const Situation &situation, const ConcernedApplication &application)
{
    const argo::ObjectId &id = application.id;
    if (!canBeCopied(id))
        return {};
    if (application.isFlux())
        return {fmt::format("{} resume {} {}", situation.commands.flux(id), suspendWord(id), shellWord(id.key.name))};
    const std::string name = shellWord(argo::applicationName(id));
    std::vector<std::string> commands{"argocd app diff " + name, "argocd app sync " + name + " --dry-run"};
    if (application.base && application.base->automated)
        commands.push_back(fmt::format("argocd app set {} --sync-policy automated{}{}", name,
                                       application.base->prune ? " --auto-prune" : "",
                                       application.base->selfHeal ? " --self-heal" : ""));
    else
        commands.push_back("argocd app sync " + name);
    return commands;
}

} // namespace

void addStopSteps(const Situation &situation, Runbook &runbook)
{
    addClusterStep(situation, runbook);
    const bool isMany = situation.applications.size() > mostApplications;
    if (isMany)
        addStopAllSteps(situation, runbook);
    std::vector<std::string> released;
    for (const ConcernedApplication &application : situation.applications) {
        if (application.any().generatedBy)
            addControllerStep(situation, *application.any().generatedBy, 0, runbook);
        const bool isCovered = isMany && !application.isFlux() && canBeCopied(application.id);
        if (!isCovered && application.syncsByItself())
            runbook.steps.push_back(stopStep(situation, application));
        if (released.size() < mostApplications)
            addReleaseStep(situation, application, runbook);
        if (application.isGoing && application.any().cascades())
            released.push_back(argo::applicationName(application.id));
    }
    if (released.size() > mostApplications)
        runbook.steps.push_back(
            stepOf(Stage::Stop, say("The steps above are for the first {} of {} Applications that are deleted together "
                                    "with what they manage; do the same with the others.",
                                    mostApplications, released.size())));
    if (isDeployedUnseen(situation))
        runbook.steps.push_back(
            stepOf(Stage::Stop, say("What deploys some of these objects is not in this repository, or not seen in it: "
                                    "stop that deployer too, a pipeline for example.")));
}

void addResumeSteps(const Situation &situation, Runbook &runbook)
{
    if (const auto names = selfStartingApplications(situation); !names.empty())
        runbook.steps.push_back(
            stepOf(Stage::Resume, say("Put syncPolicy.automated back into {} in git, and push.", namesOf(names))));
    std::size_t told = 0;
    std::vector<std::string> rest;
    for (auto place = situation.applications.rbegin(); place != situation.applications.rend(); ++place) {
        const ConcernedApplication &application = *place;
        if (!application.base) // new with this change: the revert takes it away
            continue;
        if (++told > mostApplications) {
            rest.push_back(argo::applicationName(application.id));
            continue;
        }
        Step made =
            stepOf(Stage::Resume, application.isFlux()
                                      ? say("Resume {} and wait until it is ready.", argo::shortText(application.id))
                                  : application.base->automated
                                      ? say("{}: look at what a sync would do, and turn its automatic sync on only if "
                                            "the dry run deletes nothing and changes nothing that you want to keep.",
                                            argo::shortText(application.id))
                                      : say("{}: look at what a sync would do, and sync it only if the dry run deletes "
                                            "nothing and changes nothing that you want to keep.",
                                            argo::shortText(application.id)));
        made.id = application.id;
        made.commands = backOnCommands(situation, application);
        runbook.steps.push_back(std::move(made));
    }
    if (!rest.empty())
        runbook.steps.push_back(
            stepOf(Stage::Resume, say("Do the same with the Applications above them: {}", namesOf(rest))));
    for (const ConcernedApplication &application : situation.applications) {
        if (application.any().generatedBy)
            addControllerStep(situation, *application.any().generatedBy, 1, runbook);
    }
}

} // namespace noclobber::recovery
