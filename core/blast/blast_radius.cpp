#include "core/blast/blast_radius.h"

#include <algorithm>
#include <set>

#include "core/argo/engines.h"
#include "core/base/say.h"
#include "core/blast/coverage.h"
#include "core/blast/data_fate.h"
#include "core/blast/deployments.h"
#include "core/blast/effect_tracer.h"
#include "core/blast/protections.h"
#include "core/blast/references.h"
#include "core/blast/set_claims.h"
#include "core/kube/stateful_kinds.h"

namespace noclobber::blast {

namespace {

int recoveryTierOf(const kube::ResourceKey &key)
{
    const kube::StatefulKind *kind = kube::findStatefulKind(key.group, key.kind);
    return kind ? kind->recoveryTier : 60;
}

Result<void> describeData(DataFates &fates, const Outcome &outcome, AffectedObject &affected)
{
    const auto fate = fates.of(outcome);
    const auto storage = fates.storageOf(*outcome.object);
    const auto bound = fates.boundTo(*outcome.object);
    if (!fate)
        return fate.error();
    if (!storage)
        return storage.error();
    if (!bound)
        return bound.error();
    affected.dataFate = fate->data;
    affected.storage = *storage;
    affected.boundTo = *bound;
    if (!fate->why.empty() && !affected.because.empty())
        affected.because.back().text += say("; ") + fate->why;
    return {};
}

bool isGeneratedApplication(const argo::Inventories &inventories, const argo::ObjectId &id)
{
    const argo::Application *application = inventories.base.findApplication(id);
    if (!application)
        application = inventories.head.findApplication(id);
    return application && application->generatedBy;
}

Result<AffectedObject> describe(const Change &change, DataFates &fates, const Outcome &outcome)
{
    const argo::Declaration &declaration = declarationFor(*outcome.object, {});
    const argo::Inventory &base = change.inventories.base;
    AffectedObject affected;
    affected.id = outcome.object->id;
    affected.effect = outcome.effect;
    affected.isRace = outcome.isRace;
    affected.isDerived = isGeneratedApplication(change.inventories, affected.id);
    affected.isStateful = isStateful(change.configuration, affected.id.key);
    affected.recoveryTier = recoveryTierOf(affected.id.key);
    affected.because = outcome.because;
    affected.location = declaration.location;
    if (outcome.effect != Effect::Created) {
        const argo::Application *application =
            declaration.application ? base.findApplication(*declaration.application) : nullptr;
        if (const argo::Application *now =
                application ? change.inventories.head.findApplication(application->id) : nullptr)
            application = now; // app-level options: head decides while the Application is there
        affected.protections = protectionsOf(*declaration.manifest, application, change.configuration);
    }
    if (affected.isStateful && !isArgoKind(affected.id.key)) {
        if (const auto described = describeData(fates, outcome, affected); !described)
            return described.error();
    }
    return affected;
}

/// Says of what goes which workload that stays needs it.
Result<void> tellNeeds(const Change &change, const Trace &trace, argo::ContentReader &reader, Affected &affected,
                       std::stop_token stop)
{
    const auto needed = findNeeded(change, trace, reader, std::move(stop));
    if (!needed)
        return needed.error();
    for (const auto &[id, words] : *needed) {
        if (const auto found = affected.find(id); found != affected.end() && !found->second.because.empty())
            found->second.because.back().text += say("; ") + words;
    }
    return {};
}

Result<void> describeAll(const Change &change, const Trace &trace, argo::ContentReader &reader, BlastRadius &radius,
                         std::stop_token stop)
{
    DataFates fates(change, reader);
    Affected affected;
    for (const auto &[id, outcome] : trace.outcomes) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, say("the review was stopped"), {}};
        auto object = describe(change, fates, outcome);
        if (!object)
            return object.error();
        affected.emplace(id, std::move(*object));
    }
    if (const auto told = tellNeeds(change, trace, reader, affected, stop); !told)
        return told.error();
    if (const auto added = addSetClaims(change, trace, fates, affected, radius.unknowns); !added)
        return added.error();
    for (auto &[id, object] : affected)
        radius.objects.push_back(std::move(object));
    return {};
}

} // namespace

bool isDeletion(Effect effect)
{
    return effect == Effect::Pruned || effect == Effect::CascadeDeleted || effect == Effect::Recreated;
}

bool isArgoKind(const kube::ResourceKey &key)
{
    return argo::isPlumbing(key);
}

bool destroys(const AffectedObject &object)
{
    return isDeletion(object.effect) && !isArgoKind(object.id.key) &&
           (object.isStateful || object.dataFate != DataFate::None || isNamespace(object.id) ||
            isCustomResourceDefinition(object.id));
}

bool isStateful(const argo::Configuration &configuration, const kube::ResourceKey &key)
{
    const kube::StatefulKind *kind = kube::findStatefulKind(key.group, key.kind);
    if (kind && kind->isStateful)
        return true;
    return std::ranges::any_of(configuration.stateful, [&](const argo::GroupKind &entry) {
        return entry.group == key.group && entry.kind == key.kind;
    });
}

const AffectedObject *BlastRadius::find(const argo::ObjectId &id) const
{
    const auto found = std::ranges::lower_bound(objects, id, {}, &AffectedObject::id);
    return found != objects.end() && found->id == id ? &*found : nullptr;
}

Result<BlastRadius> traceBlastRadius(const Change &change, std::stop_token stop)
{
    auto reader = argo::ContentReader::open(change.comparison);
    if (!reader)
        return reader.error();
    auto trace = traceEffects(change, *reader, stop);
    if (!trace)
        return trace.error();
    BlastRadius radius;
    radius.refusals = std::move(trace->refusals);
    radius.unknowns = std::move(trace->unknowns);
    if (const auto described = describeAll(change, *trace, *reader, radius, stop); !described)
        return described.error();
    const std::set<argo::Unknown> unknowns(radius.unknowns.begin(), radius.unknowns.end());
    radius.unknowns.assign(unknowns.begin(), unknowns.end());
    radius.baseCoverage = coverageOf(change.inventories.base, change.configuration);
    radius.headCoverage = coverageOf(change.inventories.head, change.configuration);
    return radius;
}

} // namespace noclobber::blast
