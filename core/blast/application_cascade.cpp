#include "core/blast/application_cascade.h"

#include <algorithm>

#include "core/argo/engines.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/blast/departure.h"
#include "core/blast/leaving.h"

namespace noclobber::blast {

namespace {

/// The Application object is deleted: with the finalizer everything it manages goes, else it stays, managed by nobody.
void deleteChildren(Tracing &tracing, const argo::Application &application, const Cause &cause)
{
    const Objects &children = tracing.baseDeployments.of(application.id);
    const bool waits = std::ranges::any_of(children, [&](const argo::DeclaredObject *child) {
        return holdsUpDeletion(declarationFor(*child, application.id), application, tracing.change.configuration);
    });
    for (const argo::DeclaredObject *child : children) {
        if (child->id == application.id)
            continue;
        const argo::DeclaredObject *now = tracing.head.find(child->id);
        Departure departure =
            cascadeOf(declarationFor(*child, application.id), application, tracing.change.configuration);
        if (!application.cascades())
            departure = {Effect::Orphaned, nameOf(application) + " carries no finalizer that deletes what it manages: "
                                                                 "it keeps running, managed by nobody"};
        else if (departure.effect == Effect::CascadeDeleted && cause.effect == Effect::Recreated)
            departure.effect = Effect::Recreated;
        else if (departure.effect == Effect::CascadeDeleted && (waits || cause.effect == Effect::PrunePending))
            departure = {Effect::PrunePending,
                         departure.words + (waits ? "; the deletion waits until a person confirms it"
                                                  : ", once a person has it deleted")};
        bool isRace = false;
        if (const auto other = otherDeployer(now, application.id); other && cause.effect != Effect::Recreated) {
            isRace = departure.effect == Effect::CascadeDeleted;
            departure = {Effect::Adopted, argo::deployerName(*other) + " declares it at " +
                                              toText(declarationFor(*now, other).location) +
                                              (isRace ? "; if " + nameOf(application) +
                                                            " is deleted before that one syncs, it goes with it and is "
                                                            "made anew"
                                                      : " and manages it now")};
        }
        tracing.reach(*child, {departure.effect, extended(cause.because, child->id, departure.words), false, isRace});
    }
}

/// The Application is out of git, but stays in the cluster and keeps syncing as it last said.
void liveOn(Tracing &tracing, const argo::Application &application, const Cause &cause)
{
    const Objects &children = tracing.baseDeployments.of(application.id);
    const auto stays = [&](const argo::DeclaredObject *child) { return tracing.head.find(child->id) != nullptr; };
    const bool isLeftEmpty = std::ranges::none_of(children, stays);
    const Departure general = departureFrom(application, {}, isLeftEmpty);
    for (const argo::DeclaredObject *child : children) {
        if (child->id != application.id && !stays(child) && !tracing.isUnknown(child->id))
            tracing.reach(*child, causeOfLeaving(tracing, *child, application, general, cause.because));
    }
}

} // namespace

void expandApplication(Tracing &tracing, const argo::DeclaredObject &object, const Cause &cause)
{
    const argo::Application *application = tracing.base.findApplication(object.id);
    if (!application)
        return;
    if (isGoing(cause.effect))
        deleteChildren(tracing, *application, cause);
    else if (!tracing.head.findApplication(object.id))
        liveOn(tracing, *application, cause);
    if (!application->unknownChildren.empty() && isGoing(cause.effect))
        tracing.sayUnknown(
            application->id,
            std::string("it goes, and ") + (application->cascades() ? "deletes" : "leaves behind") +
                " what it manages, which cannot be seen here: " + join(application->unknownChildren, "; "));
}

} // namespace noclobber::blast
