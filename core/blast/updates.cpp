#include "core/blast/updates.h"

#include "core/blast/application_change.h"
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

} // namespace

void followUpdates(Tracing &tracing)
{
    for (const diff::ObjectChange &change : tracing.change.changes.changes) {
        const auto update = updateEffect(tracing.change, change, tracing.refusals);
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
