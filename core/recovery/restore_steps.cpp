#include <map>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/claims.h"
#include "core/blast/deployments.h"
#include "core/kube/stateful_kinds.h"
#include "core/recovery/restore_order.h"

namespace noclobber::recovery {

namespace {

using blast::AffectedObject;
using blast::DataFate;
using Steps = std::vector<Step>;

bool isCore(const argo::ObjectId &id, std::string_view kind)
{
    return id.key.group.empty() && id.key.kind == kind;
}

Step restoring(std::string what)
{
    return stepOf(Stage::Restore, std::move(what));
}

Step bringBack(const Situation &situation, const AffectedObject &object, std::string what)
{
    Step step = restoring(std::move(what));
    if (const std::string command = bringBackCommand(situation, object.id); !command.empty())
        step.commands = {command};
    else if (!canBeCopied(object.id))
        step.what += say(" No command here can repeat its name: copy it from the cluster or from git.");
    else
        step.what += say(" It is not in git by itself: what made it makes it anew.");
    return step;
}

std::string limitOf(const AffectedObject &object)
{
    const argo::ObjectId &id = object.id;
    if (object.effect == blast::Effect::Recreated)
        return say("Going back changes the same immutable field: it is deleted and made anew once more.");
    if (blast::isNamespace(id))
        return say("It comes back empty. What was in it without being in git does not come back.");
    if (blast::isCustomResourceDefinition(id))
        return say("The objects of its kind went with it; only those in git come back.");
    if (isCore(id, "Secret"))
        return say("Values that a person or the cluster put into it are not in git.");
    return {};
}

/// A Service with an address from outside, of those that come back together.
bool isLoadBalancer(const AffectedObject &object, const yaml::Node *content)
{
    const yaml::Node *spec = content ? content->find("spec") : nullptr;
    return isCore(object.id, "Service") && spec && spec->text("type") == "LoadBalancer";
}

std::string replicasOf(const yaml::Node *content)
{
    const yaml::Node *replicas = content ? content->find({"spec", "replicas"}) : nullptr;
    return replicas && replicas->type == yaml::NodeType::Integer ? replicas->scalar : "1";
}

/// Names of claims that stay for the set, as the radius tells them.
std::vector<std::string> keptClaims(const blast::BlastRadius &radius, const argo::ObjectId &set)
{
    std::vector<std::string> names;
    for (const AffectedObject &object : radius.objects) {
        const bool isOfSet = object.because.size() > 1 && object.because[object.because.size() - 2].id == set;
        if (object.isDerived && object.effect == blast::Effect::Kept && isOfSet)
            names.push_back(object.id.key.name);
    }
    return names;
}

Steps setSteps(const Situation &situation, const AffectedObject &set, const yaml::Node *content)
{
    Steps steps{bringBack(situation, set, say("Make the StatefulSet anew, and wait for it before the next one."))};
    if (const auto kept = keptClaims(situation.radius, set.id); !kept.empty())
        steps[0].what =
            say("Its claims stay, and a set of the same name finds them again: {}. {}", namesOf(kept), steps[0].what);
    else if (const std::string sentence = dataSentence(set.dataFate); !sentence.empty())
        steps[0].what = inARow(sentence, steps[0].what);
    if (!canBeCopied(set.id))
        return steps;
    const std::string kubectl = situation.commands.kubectl(set.id.scope, set.id.key.nameSpace);
    const std::string name = objectArgument(set.id.key);
    if (set.dataFate == DataFate::Lost || set.dataFate == DataFate::AtRisk) {
        steps.push_back(restoring(say("Stop it while its data is restored into the claims, then start it.")));
        steps.back().commands = {fmt::format("{} scale {} --replicas=0", kubectl, name),
                                 fmt::format("{} scale {} --replicas={}", kubectl, name, replicasOf(content))};
    }
    steps.push_back(restoring(say("Wait until all of it is ready.")));
    steps.back().commands = {fmt::format("{} rollout status {} --timeout=15m", kubectl, name)};
    return steps;
}

/// "ConfigMaps a, b; Service c".
std::string kindsAndNames(const std::vector<AffectedObject> &objects)
{
    std::map<std::string, std::vector<std::string>> names;
    for (const AffectedObject &object : objects)
        names[object.id.key.kind].push_back(printable(object.id.key.name.substr(0, 253)));
    std::string text;
    for (const auto &[kind, those] : names) {
        const std::string count = counted(those.size(), kind);
        text += fmt::format("{}{} {}", text.empty() ? "" : "; ", count.substr(count.find(' ') + 1), namesOf(those));
    }
    return text;
}

/// One line for each Application, or each file where no Application of Argo CD is seen.
void addGroupCommands(const Situation &situation, const std::vector<AffectedObject> &objects, Step &step)
{
    std::map<std::string, std::string> lines; // a command, and what it is about
    for (const AffectedObject &object : objects) {
        const ConcernedApplication *deployer = situation.deployerOf(object.id);
        if (!deployer || deployer->isFlux() || !canBeCopied(deployer->id)) {
            lines[bringBackCommand(situation, object.id)];
            continue;
        }
        std::string &resources = lines["argocd app sync " + shellWord(argo::applicationName(deployer->id))];
        if (canBeCopied(object.id) && objects.size() <= mostAlike)
            resources += " " + resourceArgument(object.id.key);
    }
    lines.erase(std::string());
    for (const auto &[command, resources] : lines) {
        if (step.commands.size() < mostAlike)
            step.commands.push_back(command + resources);
    }
    if (lines.size() > mostAlike)
        step.what += say(" The lines are the first {} of {}.", mostAlike, lines.size());
}

/// Several, in as few lines as can be.
Steps groupSteps(const Situation &situation, const std::vector<AffectedObject> &objects)
{
    const AffectedObject &any = objects.front();
    if (isCore(any.id, "PersistentVolumeClaim"))
        return claimGroupSteps(situation, objects);
    const std::string data = dataSentence(any.dataFate);
    Step made = restoring(say("{}Bring back: {}.", data.empty() ? "" : data + " ", kindsAndNames(objects)));
    addGroupCommands(situation, objects, made);
    return {std::move(made)};
}

Steps namespaceSteps(const Situation &situation, const AffectedObject &object)
{
    Steps steps{
        restoring(say("Wait until the old Namespace is gone: nothing can be made in it while it shows Terminating."))};
    if (canBeCopied(object.id))
        steps[0].commands = {fmt::format("{} wait --for=delete {} --timeout=15m",
                                         situation.commands.kubectl(object.id.scope), objectArgument(object.id.key))};
    steps.push_back(bringBack(situation, object, say("Make it anew.")));
    return steps;
}

Steps otherSteps(const Situation &situation, const AffectedObject &object)
{
    const std::string data = isCore(object.id, "Secret") ? std::string() : dataSentence(object.dataFate);
    Steps steps{bringBack(situation, object, say("{}Bring it back.", data.empty() ? "" : data + " "))};
    if (blast::isCustomResourceDefinition(object.id) && canBeCopied(object.id)) {
        steps.push_back(restoring(say("Wait until the API server serves it.")));
        steps[1].commands = {fmt::format("{} wait --for=condition=Established {} --timeout=1m",
                                         situation.commands.kubectl(object.id.scope), objectArgument(object.id.key))};
    }
    const kube::StatefulKind *kind = kube::findStatefulKind(object.id.key.group, object.id.key.kind);
    if (kind && !kind->restore.empty()) // to be read before anything is made anew
        steps.insert(steps.begin(), restoring(said(kind->restore)));
    return steps;
}

/// An Application that an ApplicationSet makes comes back with the set.
Steps generatedSteps(const Situation &situation, const argo::ObjectId &set)
{
    Step step = restoring(say("{} makes it: once the set has its former spec, without automatic sync in its template, "
                              "start its controller again.",
                              argo::shortText(set)));
    if (canBeCopied(set))
        step.commands = {fmt::format("{} scale deployment/argocd-applicationset-controller --replicas=1",
                                     situation.commands.kubectl(set.scope, set.key.nameSpace))};
    return {std::move(step)};
}

Steps stepsOf(const Situation &situation, const AffectedObject &object, const yaml::Node *content)
{
    const ConcernedApplication *application = situation.find(object.id);
    if (application && application->any().generatedBy)
        return generatedSteps(situation, *application->any().generatedBy);
    if (isDeployer(situation, object.id))
        return {bringBack(situation, object, say("Give it its former spec, without automatic sync."))};
    if (isCore(object.id, "PersistentVolume"))
        return volumeSteps(situation, object);
    if (isCore(object.id, "PersistentVolumeClaim"))
        return claimSteps(situation, object, content ? blast::readClaim(*content).volume : std::string());
    if (blast::isStatefulSet(object.id))
        return setSteps(situation, object, content);
    if (blast::isNamespace(object.id))
        return namespaceSteps(situation, object);
    return otherSteps(situation, object);
}

/// What the steps say before their own: that nothing may have happened yet.
std::string beginningOf(const AffectedObject &object)
{
    if (object.effect == blast::Effect::PrunePending)
        return say("Only if somebody has pruned it by hand. ");
    if (object.isRace)
        return say("Only if it was deleted before its new Application took it over. ");
    return {};
}

/// What all steps of an item share: `*` stands for what several objects do not have in common.
void addSteps(const RestoreItem &item, Steps steps, Runbook &runbook)
{
    argo::ObjectId id = item.objects.front().id;
    for (const AffectedObject &object : item.objects) {
        if (object.id.key.kind != id.key.kind || object.id.key.group != id.key.group) {
            id.key.kind = "*";
            id.key.group = {};
        }
    }
    if (item.objects.size() > 1)
        id.key.name = "*";
    for (Step &step : steps) {
        step.tier = item.tier;
        step.id = id;
        step.objects = item.objects.size();
        runbook.steps.push_back(std::move(step));
    }
}

Result<std::string> limitOf(const RestoreItem &item, BaseContents &contents)
{
    std::vector<std::string> balancers;
    for (const AffectedObject &object : item.objects) {
        if (!isCore(object.id, "Service"))
            continue;
        const auto content = contents.of(object.id);
        if (!content)
            return content.error();
        if (isLoadBalancer(object, content->get()))
            balancers.push_back(object.id.key.name);
    }
    if (balancers.empty())
        return item.objects.size() == 1 ? limitOf(item.objects.front()) : std::string();
    return say("These may get another address, so look at DNS and firewalls: Service {}.", namesOf(balancers));
}

} // namespace

Result<void> addRestoreSteps(const Situation &situation, Runbook &runbook)
{
    auto contents = BaseContents::open(situation.change);
    if (!contents)
        return contents.error();
    const auto items = restoreOrder(situation, *contents);
    if (!items)
        return items.error();
    for (const RestoreItem &item : *items) {
        const AffectedObject &first = item.objects.front();
        const auto content = contents->of(first.id);
        if (!content)
            return content.error();
        const auto limit = limitOf(item, *contents);
        if (!limit)
            return limit.error();
        Steps steps =
            item.objects.size() > 1 ? groupSteps(situation, item.objects) : stepsOf(situation, first, content->get());
        steps.front().what = beginningOf(first) + steps.front().what;
        if (steps.back().limit.empty())
            steps.back().limit = *limit;
        addSteps(item, std::move(steps), runbook);
    }
    return {};
}

} // namespace noclobber::recovery
