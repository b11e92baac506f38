#include "core/blast/updates.h"

#include "core/base/say.h"
#include "core/blast/application_change.h"
#include "core/blast/hooks.h"
#include "core/blast/leaving.h"
#include "core/blast/update_effect.h"

namespace noclobber::blast {

namespace {

/// What is made in a cluster because its Application turns to it.
std::vector<Reason> newCluster(Tracing &tracing, const argo::DeclaredObject &object)
{
    const auto &deployer = declarationFor(object, {}).application;
    const argo::Application *base = deployer ? tracing.base.findApplication(*deployer) : nullptr;
    const argo::Application *head = deployer ? tracing.head.findApplication(*deployer) : nullptr;
    return base && head && movesToOtherCluster(*base, *head) ? startAt(tracing, *base, *head) : std::vector<Reason>();
}

/// What becomes of a live object that becomes a hook: it is no part of what is compared any more, and goes before the
/// hook is made under its name.
std::optional<UpdateEffect> hookEffect(const diff::ObjectChange &change, const UpdateEffect &update)
{
    const argo::Declaration *was = change.winnerInBase();
    const argo::Declaration *now = change.winnerInHead();
    if (!was || !now || hookRoleOf(*was->manifest) != HookRole::None)
        return update;
    const std::string place = toText(now->location);
    switch (hookRoleOf(*now->manifest)) {
    case HookRole::Hook:
        return UpdateEffect{
            Effect::Recreated,
            say("{} makes it a hook: the object that runs now is deleted, and a new one made whenever the hook runs",
                place)};
    case HookRole::Skipped:
        return UpdateEffect{Effect::Kept,
                            say("{} has Argo CD skip it: it is neither applied nor pruned from now on", place)};
    case HookRole::Unsupported:
        return {}; // it leaves its Application, told there
    case HookRole::None:
        break;
    }
    return update;
}

} // namespace

void followUpdates(Tracing &tracing)
{
    for (const diff::ObjectChange &change : tracing.change.changes.changes) {
        auto update = updateEffect(tracing.change, change, tracing.refusals);
        if (update && change.flags.hook)
            update = hookEffect(change, *update);
        if (!update)
            continue;
        const argo::DeclaredObject *object = tracing.base.find(change.id);
        if (!object)
            object = tracing.head.find(change.id);
        if (!object)
            continue;
        std::vector<Reason> start;
        if (update->effect == Effect::Created)
            start = newCluster(tracing, *object);
        tracing.reach(*object, {update->effect, extended(start, change.id, update->words), false, false});
    }
}

} // namespace noclobber::blast
