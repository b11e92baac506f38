#include "core/blast/blast_radius.h"

#include <algorithm>
#include <set>

#include "core/blast/coverage.h"
#include "core/blast/data_fate.h"
#include "core/blast/deployments.h"
#include "core/blast/effect_tracer.h"
#include "core/blast/protections.h"
#include "core/kube/stateful_kinds.h"

namespace noclobber::blast {

namespace {

using Affected = std::map<argo::ObjectId, AffectedObject>;

int recoveryTierOf(const kube::ResourceKey &key)
{
    const kube::StatefulKind *kind = kube::findStatefulKind(key.group, key.kind);
    return kind ? kind->recoveryTier : 60;
}

/// Argo CD's own kinds are stateful by the catalogue, but the data is that of what they deploy, and told there.
bool holdsData(const argo::Configuration &configuration, const argo::ObjectId &id)
{
    const bool isArgo = id.key.group == "argoproj.io" && (id.key.kind == "Application" || id.key.kind == "AppProject");
    return isStateful(configuration, id.key) && !isArgo;
}

Result<AffectedObject> describe(const Change &change, DataFates &fates, const Outcome &outcome)
{
    const argo::Declaration &declaration = declarationFor(*outcome.object, {});
    const argo::Inventory &base = change.inventories.base;
    AffectedObject affected;
    affected.id = outcome.object->id;
    affected.effect = outcome.effect;
    affected.isRace = outcome.isRace;
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
    if (holdsData(change.configuration, affected.id)) {
        const auto fate = fates.of(outcome);
        const auto storage = fates.storageOf(*outcome.object);
        if (!fate)
            return fate.error();
        if (!storage)
            return storage.error();
        affected.dataFate = *fate;
        affected.storage = *storage;
    }
    return affected;
}

/// What becomes of a claim of a StatefulSet that is deleted, and the words for it.
std::pair<Effect, std::string> claimEffect(const Outcome &set, bool deletesClaims)
{
    const Effect going = set.effect == Effect::PrunePending ? Effect::PrunePending : Effect::CascadeDeleted;
    const std::string &name = set.object->id.key.name;
    if (set.losesItsNamespace)
        return {going, "StatefulSet " + name + " made it in the Namespace that goes, and it goes with it"};
    if (deletesClaims)
        return {going, "StatefulSet " + name +
                           " made it, and its persistentVolumeClaimRetentionPolicy deletes it with "
                           "the set"};
    return {Effect::Kept, "StatefulSet " + name + " made it; it stays, and a set of the same name finds it again"};
}

Result<void> addClaims(const Change &change, DataFates &fates, const Outcome &set, BlastRadius &radius,
                       Affected &affected)
{
    const auto storage = fates.setStorage(*set.object);
    if (!storage)
        return storage.error();
    const auto [effect, words] = claimEffect(set, storage->deletesClaims);
    for (const DerivedClaim &claim : storage->claims) {
        AffectedObject object;
        object.id = {set.object->id.scope, {"", "PersistentVolumeClaim", set.object->id.key.nameSpace, claim.name}};
        object.effect = effect;
        object.isStateful = isStateful(change.configuration, object.id.key);
        object.isDerived = true;
        object.storage = claim.spec.storage;
        object.recoveryTier = recoveryTierOf(object.id.key);
        object.because = set.because;
        object.because.push_back({object.id, words});
        object.dataFate = effect == Effect::Kept ? DataFate::Kept : fates.ofDeletedClaim(object.id.scope, claim.spec);
        const auto [place, isNew] = affected.try_emplace(object.id, object);
        if (isNew)
            continue;
        // The claim is in git as well: one object, the first effect, the worst fate.
        AffectedObject &declared = place->second;
        if (object.effect < declared.effect) {
            declared.effect = object.effect;
            declared.because = object.because;
        }
        declared.dataFate = worse(declared.dataFate, object.dataFate);
    }
    if (storage->unlistedClaims > 0)
        radius.unknowns.push_back({set.object->id, "it makes " + std::to_string(storage->unlistedClaims) +
                                                       " more claims than are listed here"});
    return {};
}

Result<void> describeAll(const Change &change, const Trace &trace, DataFates &fates, BlastRadius &radius,
                         std::stop_token stop)
{
    Affected affected;
    for (const auto &[id, outcome] : trace.outcomes) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, "the review was stopped", {}};
        auto object = describe(change, fates, outcome);
        if (!object)
            return object.error();
        affected.emplace(id, std::move(*object));
    }
    for (const auto &[id, outcome] : trace.outcomes) {
        const bool goes = isDeletion(outcome.effect) || outcome.effect == Effect::PrunePending;
        if (!isStatefulSet(id) || !goes)
            continue;
        if (const auto added = addClaims(change, fates, outcome, radius, affected); !added)
            return added.error();
    }
    for (auto &[id, object] : affected)
        radius.objects.push_back(std::move(object));
    return {};
}

} // namespace

bool isDeletion(Effect effect)
{
    return effect == Effect::Pruned || effect == Effect::CascadeDeleted || effect == Effect::Recreated;
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
    auto trace = traceEffects(change, stop);
    if (!trace)
        return trace.error();
    auto reader = argo::ContentReader::open(change.comparison);
    if (!reader)
        return reader.error();
    DataFates fates(change, std::move(*reader));
    BlastRadius radius;
    radius.unknowns = std::move(trace->unknowns);
    if (const auto described = describeAll(change, *trace, fates, radius, stop); !described)
        return described.error();
    const std::set<argo::Unknown> unknowns(radius.unknowns.begin(), radius.unknowns.end());
    radius.unknowns.assign(unknowns.begin(), unknowns.end());
    radius.baseCoverage = coverageOf(change.inventories.base, change.configuration);
    radius.headCoverage = coverageOf(change.inventories.head, change.configuration);
    return radius;
}

} // namespace noclobber::blast
