
#include "core/argo/engines.h"
#include "core/base/say.h"
#include "core/blast/application_change.h"
#include "core/blast/departure.h"
#include "core/rules/judgement.h"

namespace noclobber::rules {

namespace {

using blast::AffectedObject;
using blast::Effect;

/// One Application that lets go of an object which another one declares in head.
struct Handover {
    const argo::DeclaredObject &object;
    const argo::Application &old;
    argo::ObjectId taker;
    const AffectedObject *affected = nullptr;
};

/// Whether the Application is gone and another one has its sources: told as application-renamed.
bool isRename(const Judgement &judgement, const argo::Application &old)
{
    return !judgement.change.inventories.head.findApplication(old.id) && judgement.lookups.successorOf(old);
}

/// Whether the old one still would delete it, but for a person who has it prune.
bool waitsForAPerson(const Judgement &judgement, const Handover &handover)
{
    const argo::Application *now = judgement.change.inventories.head.findApplication(handover.old.id);
    if (!now || now->scope != handover.old.scope)
        return false;
    const argo::Declaration &live = blast::declarationFor(handover.object, handover.old.id);
    return blast::departureOf(live, *now, blast::departureFrom(*now, {}, false), judgement.change.configuration)
               .effect == Effect::PrunePending;
}

void tell(Judgement &judgement, const Handover &handover)
{
    const argo::DeclaredObject &now = *judgement.change.inventories.head.find(handover.object.id);
    const argo::Declaration &taken = blast::declarationFor(now, handover.taker);
    const bool wasShared = blast::isDeployedBy(&handover.object, handover.taker);
    const bool mayGo = handover.affected && (handover.affected->isRace || blast::isDeletion(handover.affected->effect));
    const bool mayGoByHand = !mayGo && wasShared && waitsForAPerson(judgement, handover);
    Finding finding;
    finding.id = handover.object.id;
    finding.location = taken.location;
    finding.related = {blast::declarationFor(handover.object, handover.old.id).location};
    const std::string name = argo::shortText(handover.object.id);
    const std::string old = blast::nameOf(handover.old);
    const std::string taker = argo::deployerName(handover.taker);
    finding.message = wasShared
                          ? say("{} leaves {} and is still declared by {} at {}. ", name, old, taker, placeOf(taken))
                          : say("{} leaves {} and is now declared by {} at {}. ", name, old, taker, placeOf(taken));
    if (mayGoByHand)
        finding.message += say("If it is the old one's by its tracking (who synced last), a person's next sync of that "
                               "one with prune deletes it.");
    else if (!mayGo)
        finding.message += say("The old one does not delete it.");
    else if (wasShared)
        finding.message +=
            say("If it is the old one's by its tracking (who synced last), it is deleted, and made anew empty.");
    else
        finding.message += say("{}.", handover.affected->because.back().text);
    if (mayGo && blast::isNamespace(handover.object.id))
        finding.message += say(" Everything in it would go with it.");
    report(judgement, "shared-object-removed",
           mayGoByHand ? Weight::Milder
           : !mayGo    ? Weight::AtMostNote
           : wasShared ? Weight::Full
                       : Weight::AtMostWarn,
           std::move(finding));
}

} // namespace

void judgeShared(Judgement &judgement)
{
    const argo::Inventories &inventories = judgement.change.inventories;
    for (const auto &[id, objects] : judgement.touched) {
        const argo::Application *old = inventories.base.findApplication(id);
        if (!old || isRename(judgement, *old))
            continue;
        for (const argo::DeclaredObject *object : objects) {
            const argo::DeclaredObject *now = inventories.head.find(object->id);
            if (!now || blast::isDeployedBy(now, id))
                continue;
            if (const auto taker = blast::otherDeployer(now, id))
                tell(judgement, {*object, *old, *taker, judgement.radius.find(object->id)});
        }
    }
}

} // namespace noclobber::rules
