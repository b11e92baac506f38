#include "core/blast/application_effects.h"

#include <algorithm>

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

void followApplication(Tracing &tracing, const argo::Application &base, const argo::Application &head)
{
    const bool isOtherCluster = movesToOtherCluster(base, head);
    const bool isLeftEmpty =
        head.unknownChildren.empty() &&
        std::ranges::all_of(tracing.headDeployments.of(head.id), [&](const argo::DeclaredObject *o) {
            return isHook(*declarationFor(*o, head.id).manifest);
        });
    Departure general = departureFrom(head, tracing.syncErrorOf(head), isLeftEmpty);
    if (isOtherCluster)
        general = {Effect::Orphaned, nameOf(head) + " looks after its new cluster only: this one keeps running in the "
                                                    "old cluster, managed by nobody, and its data stays behind"};
    else if (isPinned(base, head) && base.destination.nameSpace == head.destination.nameSpace)
        general = {Effect::Kept, nameOf(head) + " deploys a fixed revision, which this change does not touch"};
    const std::vector<Reason> start = startAt(tracing, base, head);
    for (const argo::DeclaredObject *object : tracing.baseDeployments.of(base.id)) {
        if (!isOtherCluster && staysDeployed(tracing, *object, head))
            continue;
        if (tracing.isUnknown(object->id))
            tracing.sayUnreadable(object->id);
        else if (!isGenerated(object->id)) {
            const bool isTurnedFrom = !isTextGone(declarationFor(*object, base.id), base, head);
            tracing.reach(
                *object, causeOfLeaving(tracing, *object, head, general, isTurnedFrom ? start : std::vector<Reason>()));
        }
    }
    if (isReinstalled(base, head))
        tracing.sayUnknown(base.id, "it stands for another release than before: Helm uninstalls the old one with "
                                    "everything it made and installs the new one, and what that is cannot be seen "
                                    "here: " +
                                        join(base.unknownChildren, "; "));
    else if (!base.unknownChildren.empty() && !start.empty())
        tracing.sayUnknown(base.id, "what it deployed before this change cannot be seen here, so neither can "
                                    "what leaves it: " +
                                        join(base.unknownChildren, "; "));
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
    for (const argo::DeclaredObject &object : tracing.base.objects) {
        const auto deployers = deployersOf(object);
        const bool isUnseen = std::ranges::find(deployers, std::optional<argo::ObjectId>()) != deployers.end();
        if (!isUnseen || tracing.head.find(object.id) || isGenerated(object.id))
            continue;
        if (tracing.isUnknown(object.id)) {
            tracing.sayUnreadable(object.id);
            continue;
        }
        const argo::Declaration &live = declarationFor(object, {});
        tracing.reach(object, {Effect::Pruned,
                               {{object.id, whereNow(tracing, object, live) +
                                                "; no Application here deploys it, so its deployer is not seen and "
                                                "counts as one that deletes it"}},
                               false,
                               false});
    }
}

void followSelfManaged(Tracing &tracing)
{
    for (const argo::Application &base : tracing.base.applications) {
        const argo::DeclaredObject *object = tracing.base.find(base.id);
        if (!object || tracing.head.findApplication(base.id) || tracing.wasReached(base.id))
            continue;
        if (tracing.head.find(base.id) || tracing.isUnknown(base.id)) {
            tracing.sayUnknown(base.id, "what it deploys in head cannot be said");
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
