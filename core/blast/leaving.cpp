#include "core/blast/leaving.h"

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/blast/application_change.h"
#include "core/blast/generated_applications.h"
#include "core/blast/handover.h"
#include "core/blast/hooks.h"

namespace noclobber::blast {

Cause causeOfLeaving(Tracing &tracing, const argo::DeclaredObject &object, const argo::Application &decides,
                     const Departure &general, const std::vector<Reason> &start)
{
    const argo::Declaration &live = declarationFor(object, decides.id);
    Departure departure = departureOf(live, decides, general, tracing.change.configuration);
    if (isGoing(departure.effect)) {
        if (const std::string why = outOfViewReason(tracing.headView(), decides, object.id); !why.empty())
            departure = {Effect::Kept, say("{}, so {} does not see it and does not prune it", why, nameOf(decides))};
    }
    if (const auto handover = handoverOf(tracing, object, decides, departure)) {
        if (handover->departure.effect == Effect::Adopted)
            tracing.noteHanded(object, {departure.effect,
                                        extended(start, object.id, withoutTaker(tracing, object, decides, departure)),
                                        false, false});
        return {handover->departure.effect, extended(start, object.id, handover->departure.words), false,
                handover->isRace};
    }
    std::string text = whereNow(tracing, object, live) + say("; ") + departure.words;
    if (!decides.unknownChildren.empty())
        text += say(" (what {} deploys now cannot be seen in full: {})", nameOf(decides),
                    join(decides.unknownChildren, say("; ")));
    return {departure.effect, extended(start, object.id, text), false, false};
}

std::vector<Reason> startAt(const Tracing &tracing, const argo::Application &base, const argo::Application &head)
{
    const std::vector<std::string> clauses = retargetings(base, head);
    const diff::ObjectChange *change = tracing.change.changes.find(base.id);
    const bool isOverwritten = change && change->status == diff::Status::Overwritten;
    if (!isOverwritten && clauses.empty())
        return {};
    const std::string name = nameOf(head);
    const std::string place = toText(head.declaration.location);
    const std::string what = join(clauses, say(", "));
    std::string text;
    if (!isOverwritten)
        text = say("{} is changed: {}, {}", name, place, what);
    else if (clauses.empty())
        text = say("{} is overwritten: {} now defines it", name, place);
    else
        text = say("{} is overwritten: {} now defines it, and {}", name, place, what);
    std::vector<Reason> start;
    if (const argo::ApplicationSet *set = head.generatedBy ? tracing.head.findSet(*head.generatedBy) : nullptr)
        start.push_back(reasonOfSet(tracing, *set));
    return extended(std::move(start), base.id, text);
}

std::string whereNow(const Tracing &tracing, const argo::DeclaredObject &object, const argo::Declaration &live)
{
    const std::string old = toText(live.location);
    const argo::DeclaredObject *now = tracing.head.find(object.id);
    const git::TreeEntry *file = tracing.change.comparison.head.find(live.location.path);
    const git::TreeEntry *before = tracing.change.comparison.base.find(live.location.path);
    if (!now && file && before && file->id == before->id)
        return say("{} is as it was, but is not read as this object any more", old);
    if (!now && file)
        return say("{} does not declare it any more", old);
    if (!now)
        return say("{}, which declared it, is gone", old);
    const argo::Declaration &declaration = declarationFor(*now, live.application);
    const std::string place = toText(declaration.location);
    if (isDroppedAsHook(*live.manifest, *declaration.manifest))
        return say("{} gives it a hook annotation that Argo CD does not know, which drops it from what is deployed",
                   place);
    if (declaration.application)
        return say("{} declares it for another cluster", place);
    if (declaration.location.path == live.location.path)
        return say("{} still declares it, but is in none of the sources that are deployed", place);
    return say("{} declared it, and {}, where it stands now, is in none of the sources that are deployed", old, place);
}

} // namespace noclobber::blast
