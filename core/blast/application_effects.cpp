#include "core/blast/application_effects.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/blast/cascades.h"
#include "core/blast/flux.h"
#include "core/blast/hooks.h"
#include "core/blast/leaving.h"
#include "core/blast/protections.h"

namespace noclobber::blast {

namespace {

/// Whether the Application still has the object among what it deploys.
bool staysDeployed(const Tracing &tracing, const argo::DeclaredObject &object, const argo::Application &head)
{
    const argo::DeclaredObject *now = tracing.head.find(object.id);
    return isDeployedBy(now, head.id) &&
           (head.engine != argo::Engine::ArgoCd ||
            !isDroppedAsHook(*declarationFor(object, head.id).manifest, *declarationFor(*now, head.id).manifest));
}

/// What becomes of what leaves the Application, as long as the object's own words say nothing else.
Departure generalDeparture(const Tracing &tracing, const argo::Application &base, const argo::Application &head)
{
    if (movesToOtherCluster(base, head))
        return {Effect::Orphaned, say("{} looks after its new cluster only: this one keeps running in the old cluster, "
                                      "managed by nobody, and its data stays behind",
                                      nameOf(head))};
    if (isPinned(base, head) && base.destination.nameSpace == head.destination.nameSpace)
        return {Effect::Kept, say("{} deploys a fixed revision, which this change does not touch", nameOf(head))};
    const bool isLeftEmpty = head.unknownChildren.empty() &&
                             std::ranges::all_of(deployedBy(tracing.head, head.id), [&](const argo::DeclaredObject *o) {
                                 return isHook(*declarationFor(*o, head.id).manifest);
                             });
    return departureFrom(head, tracing.syncErrorOf(head), isLeftEmpty);
}

void followApplication(Tracing &tracing, const argo::Application &base, const argo::Application &head)
{
    const bool isOtherCluster = movesToOtherCluster(base, head);
    Objects leaving = mayHaveLeft(tracing.base, tracing.touched, base, head);
    std::erase_if(leaving, [&](const argo::DeclaredObject *object) {
        return !isOtherCluster && staysDeployed(tracing, *object, head);
    });
    if (leaving.empty() && base.unknownChildren.empty() && !isReinstalled(base, head))
        return; // by far the most
    const Departure general = leaving.empty() ? Departure() : generalDeparture(tracing, base, head);
    const std::vector<Reason> start = startAt(tracing, base, head);
    for (const argo::DeclaredObject *object : leaving) {
        if (tracing.isUnknown(object->id)) {
            tracing.sayUnreadable(object->id);
            continue;
        }
        const bool isTurnedFrom = !isTextGone(declarationFor(*object, base.id), base, head);
        tracing.reach(*object,
                      causeOfLeaving(tracing, *object, head, general, isTurnedFrom ? start : std::vector<Reason>()));
    }
    if (isReinstalled(base, head))
        tracing.sayUnknown(base.id,
                           say("it stands for another release than before: Helm uninstalls the old one with everything "
                               "it made and installs the new one, and what that is cannot be seen here: {}",
                               join(base.unknownChildren, say("; "))));
    else if (!base.unknownChildren.empty() && !start.empty())
        tracing.sayUnknown(
            base.id, say("what it deployed before this change cannot be seen here, so neither can what leaves it: {}",
                         join(base.unknownChildren, say("; "))));
}

} // namespace

void followApplications(Tracing &tracing)
{
    for (const argo::Application &base : tracing.base.applications) {
        if (const argo::Application *head = tracing.head.findApplication(base.id); head && !tracing.isStopped())
            followApplication(tracing, base, *head);
    }
}

void followUnseenDeployers(Tracing &tracing)
{
    for (const argo::ObjectId &id : tracing.change.changes.touched) {
        const argo::DeclaredObject *found = isGenerated(id) || tracing.head.find(id) ? nullptr : tracing.base.find(id);
        const auto deployers = found ? deployersOf(*found) : Deployers();
        if (std::ranges::find(deployers, std::optional<argo::ObjectId>()) == deployers.end())
            continue;
        const argo::DeclaredObject &object = *found;
        if (tracing.isUnknown(object.id)) {
            tracing.sayUnreadable(object.id);
            continue;
        }
        const argo::Declaration &live = declarationFor(object, {});
        tracing.reach(
            object,
            {Effect::Pruned,
             {{object.id,
               say("{}; no Application here deploys it, so its deployer is not seen and counts as one that deletes it",
                   whereNow(tracing, object, live))}},
             false,
             false});
    }
}

void followSelfManaged(Tracing &tracing)
{
    for (const argo::Application &base : tracing.base.applications) {
        const argo::DeclaredObject *object =
            tracing.head.findApplication(base.id) ? nullptr : tracing.base.find(base.id);
        if (!object || tracing.wasReached(base.id))
            continue;
        if (tracing.head.find(base.id) || tracing.isUnknown(base.id)) {
            tracing.sayUnknown(base.id, say("what it deploys in head cannot be said"));
            continue;
        }
        const auto deployers = deployersOf(*object);
        const argo::Application *parent =
            deployers.empty() || !deployers.front() ? &base : tracing.base.findApplication(*deployers.front());
        const argo::Application &decides = parent ? *parent : base;
        tracing.reach(*object, causeOfLeaving(tracing, *object, decides, departureFrom(decides, {}, false), {}));
        followCascades(tracing);
    }
}

} // namespace noclobber::blast
