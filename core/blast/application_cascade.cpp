#include "core/blast/application_cascade.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/blast/handover.h"
#include "core/blast/last_spec.h"
#include "core/blast/leaving.h"

namespace noclobber::blast {

namespace {

/// What the end of the Application as a whole means to what it manages, where that is not the deletion of it.
Departure sparing(const argo::Application &application)
{
    if (application.engine != argo::Engine::ArgoCd)
        return {};
    const std::string name = nameOf(application);
    if (!application.cascades())
        return {Effect::Orphaned,
                say("{} carries no finalizer that deletes what it manages: it keeps running, managed by nobody", name)};
    if (application.destination.server.empty() == application.destination.name.empty())
        return {Effect::Orphaned, say("{} names no cluster that Argo CD could find, so its finalizer is taken off: it "
                                      "keeps running, managed by nobody",
                                      name)};
    const auto &annotations = application.declaration.manifest->annotations;
    const auto ignored = annotations.find("argocd.argoproj.io/skip-reconcile");
    if (ignored != annotations.end() && ignored->second == "true")
        return {Effect::Blocked, say("{} carries argocd.argoproj.io/skip-reconcile: \"true\": Argo CD ignores it, so "
                                     "its deletion waits for ever and it keeps running",
                                     name)};
    return {};
}

/// Whether something of it runs before it is deleted: when that fails, the deletion waits.
bool hasHookBeforeDeletion(const Tracing &tracing, const argo::ObjectId &application)
{
    return std::ranges::any_of(deployedBy(tracing.base, application), [&](const argo::DeclaredObject *child) {
        const auto &annotations = declarationFor(*child, application).manifest->annotations;
        const auto own = annotations.find("argocd.argoproj.io/hook");
        const auto helm = annotations.find("helm.sh/hook");
        return own != annotations.end()
                   ? own->second.find("PreDelete") != std::string::npos
                   : helm != annotations.end() && helm->second.find("pre-delete") != std::string::npos;
    });
}

/// What the deletion of the Application does to one of its objects. waits: one of them needs a person's confirmation.
Departure endOf(const Tracing &tracing, const argo::DeclaredObject &child, const argo::Application &application,
                bool waits)
{
    if (Departure spared = sparing(application); !spared.words.empty())
        return spared;
    Departure departure = cascadeOf(declarationFor(child, application.id), application, tracing.change.configuration);
    if (departure.effect != Effect::CascadeDeleted)
        return departure;
    if (const std::string why = outOfViewReason(tracing.headView(), application, child.id); !why.empty())
        return {Effect::Kept, say("{}, so {} does not see it and does not delete it", why, nameOf(application))};
    if (waits)
        return {Effect::PrunePending, say("{}; the deletion waits until a person confirms it", departure.words)};
    return departure;
}

/// The Application object is deleted: with the finalizer everything it manages goes, else it stays, managed by nobody.
void deleteChildren(Tracing &tracing, const argo::Application &application, const Cause &cause)
{
    auto children = deployedBy(tracing.base, application.id);
    const bool waits = std::ranges::any_of(children, [&](const argo::DeclaredObject *child) {
        return holdsUpDeletion(declarationFor(*child, application.id), application, tracing.change.configuration);
    });
    const std::string hookRemark = hasHookBeforeDeletion(tracing, application.id)
                                       ? say("; its PreDelete hook runs first, and the deletion waits if that fails")
                                       : "";
    for (const argo::DeclaredObject *child : children) {
        if (child->id == application.id)
            continue;
        Departure departure = endOf(tracing, *child, application, waits);
        const bool isLeft = cause.isRace ? !isGoing(departure.effect) : departure.effect == Effect::Orphaned;
        if (isLeft && (cause.isRace || cause.effect == Effect::Recreated))
            continue; // made anew under the same name, the Application goes on with it
        if (departure.effect == Effect::CascadeDeleted)
            departure.words += hookRemark;
        bool isRace = cause.isRace && isGoing(departure.effect);
        if (departure.effect == Effect::CascadeDeleted && cause.effect == Effect::Recreated)
            departure.effect = Effect::Recreated;
        else if (departure.effect == Effect::CascadeDeleted && cause.effect == Effect::PrunePending)
            departure = {Effect::PrunePending, say("{}, once a person has it deleted", departure.words)};
        if (cause.effect != Effect::Recreated) {
            if (const auto handover = handoverOf(tracing, *child, application, departure)) {
                if (handover->departure.effect == Effect::Adopted)
                    tracing.noteHanded(*child, {departure.effect,
                                                extended(cause.because, child->id,
                                                         withoutTaker(tracing, *child, application, departure)),
                                                false, isRace});
                departure = handover->departure;
                isRace = handover->isRace;
            }
        }
        tracing.reach(*child, {departure.effect, extended(cause.because, child->id, departure.words), false, isRace});
    }
}

/// The Application is out of git, but stays in the cluster, if only until a person deletes it, and keeps syncing as it
/// last said.
void liveOn(Tracing &tracing, const argo::Application &application, const Cause &cause)
{
    const LastSpec last(tracing, application);
    std::string error =
        application.specError.empty() ? projectRefusal(tracing.headView(), application) : application.specError;
    if (error.empty())
        error = last.error();
    const Departure general = departureFrom(application, error, last.isLeftEmpty());
    for (const argo::DeclaredObject *child : deployedBy(tracing.base, application.id)) {
        if (child->id == application.id || last.stillDeploys(*child) || tracing.isUnknown(child->id))
            continue;
        Cause leaving = causeOfLeaving(tracing, *child, application, general, cause.because);
        if (cause.effect != Effect::PrunePending || isGoing(leaving.effect))
            tracing.reach(*child, std::move(leaving));
    }
}

} // namespace

void expandApplication(Tracing &tracing, const argo::DeclaredObject &object, const Cause &cause)
{
    const argo::Application *application = tracing.base.findApplication(object.id);
    if (!application)
        return;
    const bool mayGo = isGoing(cause.effect) || cause.isRace;
    if (mayGo)
        deleteChildren(tracing, *application, cause);
    if ((!mayGo || cause.effect == Effect::PrunePending) && !tracing.head.findApplication(object.id))
        liveOn(tracing, *application, cause);
    if (!application->unknownChildren.empty() && mayGo) {
        const std::string unseen = join(application->unknownChildren, say("; "));
        tracing.sayUnknown(
            application->id,
            application->cascades()
                ? say("it goes, and deletes what it manages, which cannot be seen here: {}", unseen)
                : say("it goes, and leaves behind what it manages, which cannot be seen here: {}", unseen));
    }
}

} // namespace noclobber::blast
