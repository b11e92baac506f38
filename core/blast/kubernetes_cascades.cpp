#include "core/blast/kubernetes_cascades.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/blast/protections.h"

namespace noclobber::blast {

void expandNamespace(Tracing &tracing, const argo::DeclaredObject &object, const Cause &cause)
{
    const Effect effect = cause.effect == Effect::PrunePending ? Effect::PrunePending : Effect::CascadeDeleted;
    for (const argo::DeclaredObject *inside : tracing.base.inNamespace(object.id.scope, object.id.key.name)) {
        std::string text = say("it is in Namespace {}, and goes with it", object.id.key.name);
        const kube::Manifest &live = *declarationFor(*inside, {}).manifest;
        if (!protectionsOf(live, nullptr, tracing.change.configuration).empty())
            text += say(": no annotation of its own prevents that");
        tracing.reach(*inside, {effect, extended(cause.because, inside->id, text), true, cause.isRace});
    }
}

void expandDefinition(Tracing &tracing, const argo::DeclaredObject &object, const Cause &cause)
{
    const auto &kind = declarationFor(object, {}).manifest->customKind;
    if (!kind)
        return;
    const Effect effect = cause.effect == Effect::PrunePending ? Effect::PrunePending : Effect::CascadeDeleted;
    for (const argo::DeclaredObject &instance : tracing.base.ofKind(object.id.scope, kind->group, kind->kind)) {
        const std::string text = say("its kind goes with {}, and every object of the kind with it", object.id.key.name);
        tracing.reach(instance, {effect, extended(cause.because, instance.id, text), false, cause.isRace});
    }
}

void expandOwner(Tracing &tracing, const argo::DeclaredObject &object, const Cause &cause)
{
    const auto owned = tracing.dependents.byOwner.find(object.id);
    if (owned == tracing.dependents.byOwner.end())
        return;
    const Effect effect = cause.effect == Effect::PrunePending ? Effect::PrunePending : Effect::CascadeDeleted;
    for (const argo::DeclaredObject *dependent : owned->second) {
        if (!std::ranges::all_of(tracing.dependents.owners.at(dependent->id),
                                 [&](const argo::ObjectId &owner) { return tracing.goes(owner); }))
            continue;
        const std::string text = say("its ownerReferences name {}, and the garbage collector deletes it with its owner",
                                     argo::shortText(object.id));
        tracing.reach(*dependent, {effect, extended(cause.because, dependent->id, text), false, false});
    }
}

} // namespace noclobber::blast
