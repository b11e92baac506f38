#include "core/blast/set_claims.h"

#include <set>

#include "core/base/say.h"
#include "core/blast/tracing.h"
#include "core/kube/stateful_kinds.h"

namespace noclobber::blast {

namespace {

struct ClaimEffect {
    Effect effect = Effect::Kept;
    std::string words;
};

argo::ObjectId claimId(const argo::ObjectId &set, const std::string &name)
{
    return {set.scope, {"", "PersistentVolumeClaim", set.key.nameSpace, Name(name)}};
}

/// What becomes of a claim when its set is deleted. anew: the names of the claims that the set makes afterwards.
ClaimEffect whenDeleted(const Outcome &set, const StorageOfSet &storage, const DerivedClaim &claim,
                        const std::set<std::string> &anew)
{
    const Effect going = set.effect == Effect::PrunePending ? Effect::PrunePending : Effect::CascadeDeleted;
    const std::string made = say("StatefulSet {} made it", set.object->id.key.name);
    if (set.losesItsNamespace)
        return {going, say("{} in the Namespace that goes, and it goes with it", made)};
    if (storage.deletesClaims)
        return {going, say("{}, and its persistentVolumeClaimRetentionPolicy deletes it with the set", made)};
    if (set.effect == Effect::Recreated && !anew.contains(claim.name))
        return {Effect::Kept, say("{}; it stays, but the set that is made anew has no claim of this name", made)};
    return {Effect::Kept, say("{}; it stays, and a set of the same name finds it again", made)};
}

/// What becomes of a claim that the set does not use any more after the update.
ClaimEffect whenScaled(const Outcome &set, const StorageOfSet &head)
{
    const std::string gone = say("StatefulSet {} shrinks and has no Pod for it any more", set.object->id.key.name);
    if (head.deletesClaimsOnScaleDown)
        return {Effect::CascadeDeleted,
                say("{}, and its persistentVolumeClaimRetentionPolicy (whenScaled) deletes it", gone)};
    return {Effect::Kept, say("{}; it stays, and a Pod of the same ordinal finds it again", gone)};
}

class Adding
{
public:
    Adding(const Change &change, DataFates &fates, Affected &affected)
        : m_change(change), m_fates(fates), m_affected(affected)
    {}

    Result<void> ofDeletedSet(const Outcome &set, const StorageOfSet &base)
    {
        std::set<std::string> anew;
        if (const argo::DeclaredObject *now = m_change.inventories.head.find(set.object->id)) {
            const auto head = m_fates.setStorage(*now);
            if (!head)
                return head.error();
            for (const DerivedClaim &claim : head->claims)
                anew.insert(claim.name);
        }
        for (const DerivedClaim &claim : base.claims) {
            if (const auto added = add(set, claim, whenDeleted(set, base, claim, anew)); !added)
                return added;
        }
        return {};
    }

    /// The update is one: the controller acts by the policy that comes with it.
    Result<void> ofUpdatedSet(const Outcome &set, const StorageOfSet &base)
    {
        const argo::DeclaredObject *now = m_change.inventories.head.find(set.object->id);
        if (!now)
            return {};
        const auto head = m_fates.setStorage(*now);
        if (!head)
            return head.error();
        std::set<std::string> used;
        for (const DerivedClaim &claim : head->claims)
            used.insert(claim.name);
        if (head->unlistedClaims > 0)
            return {};
        for (const DerivedClaim &claim : base.claims) {
            if (used.contains(claim.name))
                continue;
            if (const auto added = add(set, claim, whenScaled(set, *head)); !added)
                return added;
        }
        return {};
    }

private:
    Result<void> add(const Outcome &set, const DerivedClaim &claim, ClaimEffect effect)
    {
        const argo::ObjectId id = claimId(set.object->id, claim.name);
        AffectedObject object;
        object.id = id;
        object.effect = effect.effect;
        object.isStateful = true;
        object.isDerived = true;
        object.storage = claim.spec.storage;
        object.recoveryTier = kube::findStatefulKind(id.key.group, id.key.kind)->recoveryTier;
        object.because = extended(set.because, id, std::move(effect.words));
        object.dataFate = DataFate::Kept;
        const PlacedClaim placed{id.scope, id.key.nameSpace, id.key.name, claim.spec};
        if (const auto bound = m_fates.boundTo(placed); !bound)
            return bound.error();
        else
            object.boundTo = *bound;
        if (effect.effect != Effect::Kept) {
            const auto fate = m_fates.ofDeletedClaim(placed);
            if (!fate)
                return fate.error();
            object.dataFate = fate->data;
            if (!fate->why.empty())
                object.because.back().text += say("; ") + fate->why;
        }
        merge(std::move(object));
        return {};
    }

    void merge(AffectedObject object)
    {
        const auto [place, isNew] = m_affected.try_emplace(object.id, object);
        if (isNew)
            return;
        AffectedObject &declared = place->second;
        if (object.effect < declared.effect) {
            declared.effect = object.effect;
            declared.because = object.because;
        }
        declared.dataFate = std::min(declared.dataFate, object.dataFate);
    }

    const Change &m_change;
    DataFates &m_fates;
    Affected &m_affected;
};

} // namespace

Result<void> addSetClaims(const Change &change, const Trace &trace, DataFates &fates, Affected &affected,
                          std::vector<argo::Unknown> &unknowns)
{
    Adding adding(change, fates, affected);
    for (const auto &[id, outcome] : trace.outcomes) {
        const bool isUpdated = outcome.effect == Effect::Updated;
        if (!isStatefulSet(id) || (!isGoing(outcome.effect) && !isUpdated))
            continue;
        const auto base = fates.setStorage(*outcome.object);
        if (!base)
            return base.error();
        const auto added = isUpdated ? adding.ofUpdatedSet(outcome, *base) : adding.ofDeletedSet(outcome, *base);
        if (!added)
            return added;
        if (base->unlistedClaims > 0 && !isUpdated)
            unknowns.push_back({id, say("it makes {} more claims than are listed here", base->unlistedClaims)});
    }
    return {};
}

} // namespace noclobber::blast
