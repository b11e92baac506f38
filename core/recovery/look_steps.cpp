#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/deployments.h"
#include "core/recovery/situation.h"

namespace noclobber::recovery {

namespace {

constexpr std::string_view retainPatch = R"('{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}')";

/// Arguments of one cluster and namespace, in lines of at most `mostAlike`.
void addGetLines(const Situation &situation, const blast::AffectedObject &any,
                 const std::vector<std::string> &arguments, Step &made)
{
    const std::string kubectl = situation.commands.kubectl(any.id.scope, any.id.key.nameSpace);
    for (std::size_t from = 0; from < arguments.size(); from += mostAlike) {
        const std::size_t count = std::min(mostAlike, arguments.size() - from);
        made.commands.push_back(
            fmt::format("{} get --ignore-not-found {}", kubectl, join(std::span(arguments).subspan(from, count), " ")));
    }
}

/// Names of at most three lines; of more the kinds, which show them and what else there is of them.
void shorten(std::vector<std::string> &names, const std::set<std::string> &kinds, std::size_t mostNames)
{
    if (names.size() > mostNames)
        names = {join(std::vector(kinds.begin(), kinds.end()), ",")};
}

/// What is there of one namespace (or of none): those with state first.
void addGetCommands(const Situation &situation, const std::vector<const blast::AffectedObject *> &objects, Step &made)
{
    std::array<std::vector<std::string>, 2> names; // with state, without
    std::array<std::set<std::string>, 2> kinds;
    for (const blast::AffectedObject *object : objects) {
        if (!canBeCopied(object->id))
            continue;
        const std::size_t place = object->isStateful ? 0 : 1;
        names[place].push_back(objectArgument(object->id.key));
        kinds[place].insert(kindArgument(object->id.key));
    }
    shorten(names[0], kinds[0], 3 * mostAlike);
    shorten(names[1], kinds[1], mostAlike);
    for (const auto &arguments : names)
        addGetLines(situation, *objects.front(), arguments, made);
}

using Place = std::pair<std::string, std::string>; ///< scope and namespace

std::map<Place, std::vector<const blast::AffectedObject *>> byPlace(const Situation &situation)
{
    std::map<Place, std::vector<const blast::AffectedObject *>> places;
    for (const blast::AffectedObject *object : situation.objects)
        places[{object->id.scope, object->id.key.nameSpace}].push_back(object);
    return places;
}

/// The namespaces whose volumes are at stake.
std::set<Place> placesOfState(const Situation &situation)
{
    std::set<Place> places;
    for (const blast::AffectedObject *object : situation.objects) {
        const bool isNamespace = blast::isNamespace(object->id);
        const std::string &nameSpace = isNamespace ? object->id.key.name : object->id.key.nameSpace;
        const bool hasVolumes = isNamespace || object->dataFate != blast::DataFate::None;
        if (hasVolumes && canBeCopied(nameSpace))
            places.emplace(object->id.scope, nameSpace);
    }
    return places;
}

bool isVolume(const argo::ObjectId &id)
{
    return id.key.group.empty() && id.key.kind == "PersistentVolume";
}

/// Applications of which this repository does not show everything that they deploy.
void addUnseenSteps(const Situation &situation, Runbook &runbook)
{
    for (const ConcernedApplication &application : situation.applications) {
        const bool isChanged = application.isGoing || situation.change.changes.find(application.id);
        if (!isChanged || application.any().unknownChildren.empty() || application.isFlux())
            continue;
        Step made = stepOf(Stage::Look, say("What {} deploys cannot be seen here in full: list what it manages, as "
                                            "long as it is there, and look after that too.",
                                            argo::shortText(application.id)));
        made.id = application.id;
        if (canBeCopied(application.id))
            made.commands = {"argocd app resources " + shellWord(argo::applicationName(application.id))};
        runbook.steps.push_back(std::move(made));
    }
}

} // namespace

void addLookSteps(const Situation &situation, Runbook &runbook)
{
    addUnseenSteps(situation, runbook);
    if (situation.objects.empty())
        return;
    Step made = stepOf(Stage::Look, say("See which of {} are still there: what a line does not list is gone.",
                                        counted(situation.objects.size(), "object")));
    for (const auto &[place, objects] : byPlace(situation))
        addGetCommands(situation, objects, made);
    runbook.steps.push_back(std::move(made));
    Step volumes = stepOf(Stage::Look, say("See the volumes: Bound has its claim, Released has lost it and still holds "
                                           "the data, and one that is not listed is deleted."));
    for (const auto &[scope, nameSpace] : placesOfState(situation))
        volumes.commands.push_back(
            fmt::format("{} get pv | grep -F {}", situation.commands.kubectl(scope), shellWord(nameSpace + "/")));
    if (!volumes.commands.empty())
        runbook.steps.push_back(std::move(volumes));
}

void addProtectSteps(const Situation &situation, Runbook &runbook)
{
    for (const auto &[scope, nameSpace] : placesOfState(situation)) {
        const std::string kubectl = situation.commands.kubectl(scope);
        Step made = stepOf(Stage::Protect, say("Set every volume of namespace {} to Retain, so that it outlives "
                                               "its claim. A claim that shows Terminating is there as long as a "
                                               "Pod uses it: do not stop that Pod before.",
                                               nameSpace));
        made.commands = {fmt::format("{0} get pv --no-headers | awk -v ns={1} 'index($6, ns \"/\") == 1 {{print $1}}' "
                                     "| xargs -r -n 1 {0} patch pv -p {2}",
                                     kubectl, shellWord(nameSpace), retainPatch)};
        made.limit = say("A volume that is deleted already does not come back.");
        runbook.steps.push_back(std::move(made));
    }
    for (const blast::AffectedObject *object : situation.objects) {
        if (!isVolume(object->id) || !canBeCopied(object->id))
            continue;
        Step made = stepOf(Stage::Protect, say("Set {} to Retain, so that what it stands for is not deleted "
                                               "with it.",
                                               argo::shortText(object->id)));
        made.id = object->id;
        made.commands = {fmt::format("{} patch {} -p {}", situation.commands.kubectl(object->id.scope),
                                     objectArgument(object->id.key), retainPatch)};
        runbook.steps.push_back(std::move(made));
    }
}

} // namespace noclobber::recovery
