#include "core/blast/generated_applications.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/blast/cascades.h"
#include "core/blast/departure.h"
#include "core/blast/leaving.h"

namespace noclobber::blast {

namespace {

bool makes(const argo::ApplicationSet &set, const argo::ObjectId &application)
{
    return std::ranges::binary_search(set.generated, application);
}

bool isChanged(const Tracing &tracing, const argo::ObjectId &set)
{
    const diff::ObjectChange *change = tracing.change.changes.find(set);
    return change && change->status != diff::Status::Unchanged;
}

std::string originOf(const argo::ApplicationSet &set, const argo::ObjectId &application)
{
    const auto origin = set.origins.find(application);
    return origin == set.origins.end() ? std::string() : say(" for {}", origin->second);
}

/// An Application that its set lets go of, while the set stays.
void followVanished(Tracing &tracing, const argo::Application &base, const argo::ApplicationSet &was,
                    const argo::ApplicationSet &now)
{
    const argo::Application *other = tracing.head.findApplication(base.id);
    std::string text = say("{} made it{} and does not make it any more", shortText(was.id), originOf(was, base.id));
    text += say("; its policy {} lets it delete it", now.policy);
    if (other)
        text += other->generatedBy ? say(", before {} makes it anew", shortText(*other->generatedBy))
                                   : say(", before {} declares it anew", toText(other->declaration.location));
    const Effect effect = other ? Effect::Recreated : Effect::CascadeDeleted;
    tracing.reach(tracing.standIn(base), {effect, {reasonOfSet(tracing, now), {base.id, text}}, false, false});
}

/// One that is new or not what it was.
void followMade(Tracing &tracing, const argo::Application &head, const argo::ApplicationSet &set)
{
    const argo::Application *base = tracing.base.findApplication(head.id);
    std::string text;
    if (!base)
        text = say("{} makes it{}", shortText(set.id), originOf(set, head.id));
    else if (const auto clauses = retargetings(*base, head); !clauses.empty())
        text = say("it changes with its set: {}", join(clauses, say(", ")));
    else if (base->finalizers != head.finalizers || base->syncOptions != head.syncOptions ||
             base->prunesByItself() != head.prunesByItself())
        text = say("its settings change with its set");
    if (!text.empty())
        tracing.reach(
            tracing.standIn(head),
            {base ? Effect::Updated : Effect::Created, {reasonOfSet(tracing, set), {head.id, text}}, false, false});
}

/// What the change may do to Applications that cannot be told.
void sayUnknowns(Tracing &tracing, const argo::ApplicationSet &base, const argo::ApplicationSet &head)
{
    const bool isTouched = base.deciding != head.deciding || !std::ranges::includes(head.elements, base.elements);
    const auto tell = [&](const argo::ApplicationSet &set, const std::string &what) {
        tracing.sayUnknown(set.id, say("{}: {}", what, join(set.unknowns, say("; "))));
    };
    if (base.isEvaluated && !head.isEvaluated)
        tell(head, say("what it makes from now on cannot be told, its Applications count as they were"));
    else if (!base.isEvaluated && head.isEvaluated)
        tell(base, say("what it made before this change cannot be told, so neither can what it deletes"));
    else if (!base.isEvaluated && (isTouched || !std::ranges::includes(head.inputs, base.inputs)))
        tell(head, say("which of its Applications this change deletes cannot be told"));
    else if (isTouched && (!base.dynamicGenerators.empty() || !head.dynamicGenerators.empty()))
        tell(base.dynamicGenerators.empty() ? head : base,
             say("it is changed, and what that does to Applications that are not seen cannot be told"));
}

bool deletesInBackground(const Tracing &tracing, const argo::DeclaredObject &set, const Cause &cause)
{
    const auto &deployer = declarationFor(set, {}).application;
    const argo::Application *was = deployer ? tracing.base.findApplication(*deployer) : nullptr;
    const argo::Application *now = deployer ? tracing.head.findApplication(*deployer) : nullptr;
    const argo::Application *decides = now ? now : was;
    if (!decides)
        return false;
    if (cause.effect != Effect::CascadeDeleted)
        return decides->hasSyncOption("PrunePropagationPolicy=background");
    return std::ranges::any_of(decides->finalizers,
                               [](const std::string &finalizer) { return finalizer.ends_with("/background"); });
}

/// What the end of a set does to one of its Applications.
Departure endWithSet(const Tracing &tracing, const argo::ApplicationSet &set, const argo::DeclaredObject &object,
                     const Cause &cause)
{
    const std::string name = shortText(set.id);
    if (!isGoing(cause.effect))
        return {cause.effect, say("{} made it, and stays in the cluster as it was", name)};
    if (!set.deletes() && set.hasFinalizer && deletesInBackground(tracing, object, cause))
        return {Effect::Orphaned, say("{} goes with the policy {} and its finalizer, so the controller takes its mark "
                                      "off first: it stays, managed by nobody",
                                      name, set.policy)};
    std::string text = say("{} owns it, and Kubernetes deletes it with its owner", name);
    if (!set.deletes())
        text += say("; the policy {} holds only for a set with the finalizer resources-finalizer.argocd.argoproj.io "
                    "that is deleted in the background",
                    set.policy);
    return {cause.effect == Effect::PrunePending || cause.effect == Effect::Recreated ? cause.effect
                                                                                      : Effect::CascadeDeleted,
            std::move(text)};
}

} // namespace

Reason reasonOfSet(const Tracing &tracing, const argo::ApplicationSet &set)
{
    const std::string name = say("{} at {}", shortText(set.id), toText(set.declaration.location));
    return {set.id, isChanged(tracing, set.id) ? say("{} is changed", name)
                                               : say("{} is as it was, but what its generators read is changed", name)};
}

void followGeneratedApplications(Tracing &tracing)
{
    for (const argo::Application &base : tracing.base.applications) {
        const argo::ApplicationSet *was = base.generatedBy ? tracing.base.findSet(*base.generatedBy) : nullptr;
        const argo::ApplicationSet *now = base.generatedBy ? tracing.head.findSet(*base.generatedBy) : nullptr;
        const argo::Application *head = tracing.head.findApplication(base.id);
        const bool isStillIts = head && head->generatedBy == base.generatedBy;
        if (was && now && !isStillIts && now->isEvaluated && now->deletes() && !makes(*now, base.id))
            followVanished(tracing, base, *was, *now);
    }
    for (const argo::Application &head : tracing.head.applications) {
        const argo::ApplicationSet *set = head.generatedBy ? tracing.head.findSet(*head.generatedBy) : nullptr;
        if (set && !tracing.isStopped())
            followMade(tracing, head, *set);
    }
    for (const argo::ApplicationSet &base : tracing.base.applicationSets) {
        if (const argo::ApplicationSet *head = tracing.head.findSet(base.id))
            sayUnknowns(tracing, base, *head);
    }
}

void expandApplicationSet(Tracing &tracing, const argo::DeclaredObject &object, const Cause &cause)
{
    const argo::ApplicationSet *set = tracing.base.findSet(object.id);
    if (!set || (!isGoing(cause.effect) && tracing.head.findSet(object.id)))
        return;
    const Departure end = endWithSet(tracing, *set, object, cause);
    for (const argo::Application *application : madeBy(tracing.made, set->id))
        tracing.reach(tracing.standIn(*application),
                      {end.effect, extended(cause.because, application->id, end.words), false, cause.isRace});
    if (isGoing(cause.effect) && !set->unknowns.empty())
        tracing.sayUnknown(
            set->id, say("it goes, and with it Applications that cannot be told: {}", join(set->unknowns, say("; "))));
}

void followSelfMadeSets(Tracing &tracing)
{
    for (const argo::ApplicationSet &set : tracing.base.applicationSets) {
        const argo::DeclaredObject *object = tracing.base.find(set.id);
        if (!object || tracing.head.find(set.id) || tracing.wasReached(set.id) || tracing.isUnknown(set.id))
            continue;
        const auto deployers = deployersOf(*object);
        const argo::Application *parent =
            deployers.empty() || !deployers.front() ? nullptr : tracing.base.findApplication(*deployers.front());
        if (!parent)
            continue;
        tracing.reach(*object, causeOfLeaving(tracing, *object, *parent, departureFrom(*parent, {}, false), {}));
        followCascades(tracing);
    }
}

} // namespace noclobber::blast
