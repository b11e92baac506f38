#include "core/blast/data_fate.h"

#include "core/base/say.h"
#include "core/blast/contents.h"
#include "core/blast/snapshot_fate.h"
#include "core/blast/tracing.h"
#include "core/kube/deletion_decision.h"
#include "core/kube/stateful_kinds.h"

namespace noclobber::blast {

namespace {

bool isKind(const argo::ObjectId &id, std::string_view group, std::string_view kind)
{
    return id.key.group == group && id.key.kind == kind;
}

bool isVolume(const argo::ObjectId &id)
{
    return isKind(id, "", "PersistentVolume");
}

bool isClaim(const argo::ObjectId &id)
{
    return isKind(id, "", "PersistentVolumeClaim");
}

PlacedClaim placed(const argo::ObjectId &id, const yaml::Node &content)
{
    return {id.scope, id.key.nameSpace, id.key.name, readClaim(content)};
}

DataFate fateOf(kube::DeletedData data)
{
    switch (data) {
    case kube::DeletedData::Lost:
        return DataFate::Lost;
    case kube::DeletedData::Unknown:
        return DataFate::AtRisk;
    case kube::DeletedData::Detached:
        return DataFate::Retained;
    case kube::DeletedData::Kept:
        break;
    }
    return DataFate::Kept;
}

Fate byCatalogue(const kube::ResourceKey &key)
{
    const kube::StatefulKind *kind = kube::findStatefulKind(key.group, key.kind);
    if (!kind || !kind->isStateful)
        return {DataFate::AtRisk, say("what its operator does with the data is not known here")};
    switch (kind->deletion) {
    case kube::Deletion::DeletesData:
        return {DataFate::Lost, {}};
    case kube::Deletion::RetainsVolumes:
        return {DataFate::Kept, {}};
    case kube::Deletion::Depends:
        break;
    }
    return {DataFate::AtRisk, say("what becomes of its data is decided outside this object{}",
                                  kind->decidedBy.empty() ? std::string() : ": " + kind->decidedBy)};
}

/// What is certain when it is deleted is a risk when two Applications race for it.
Fate inRace(Fate deleted)
{
    if (deleted.data == DataFate::Lost)
        deleted.data = DataFate::AtRisk;
    return deleted;
}

/// In a Namespace that goes nothing is left that an operator could keep; what is outside of the cluster stays.
Fate inLostNamespace(Fate fate)
{
    if (fate.data != DataFate::Kept)
        return fate;
    return {
        DataFate::AtRisk,
        say("the claims it uses are in the Namespace that goes, and what becomes of their volumes is not said here")};
}

} // namespace

DataFates::DataFates(const Change &change, argo::ContentReader &reader)
    : m_change(change), m_reader(reader), m_volumes(change, reader)
{}

Result<Fate> DataFates::of(const Outcome &outcome)
{
    if (!isStateful(m_change.configuration, outcome.object->id.key))
        return Fate();
    Fate worst;
    for (const Effect effect : outcome.effects) {
        if (effect == Effect::Created)
            continue;
        const bool goes = isGoing(effect);
        if (!goes && !(effect == Effect::Adopted && outcome.isRace)) {
            worst = worse(worst, {DataFate::Kept, {}});
            continue;
        }
        if (effect == Effect::Recreated && isKind(outcome.object->id, "", "Secret")) {
            worst = worse(worst, {DataFate::Kept, say("it is made anew with what git says")});
            continue;
        }
        const auto deleted = ifDeleted(outcome);
        if (!deleted)
            return deleted.error();
        const bool isSure = goes && !(outcome.isRace && effect == outcome.effect);
        worst = worse(worst, isSure ? *deleted : inRace(*deleted));
    }
    return worst;
}

Result<Fate> DataFates::ifDeleted(const Outcome &outcome)
{
    const argo::DeclaredObject &object = *outcome.object;
    if (isStatefulSet(object.id))
        return ofDeletedSet(object, outcome.losesItsNamespace);
    if (isVolume(object.id))
        return m_volumes.ofDeletedVolume(object);
    if (!isClaim(object.id))
        return byItsOwnWords(object, outcome.losesItsNamespace);
    const auto content = contentOf(m_reader, object);
    if (!content)
        return content.error();
    if (!*content)
        return Fate{DataFate::AtRisk, say("the claim cannot be read")};
    return m_volumes.ofDeletedClaim(placed(object.id, **content));
}

Result<Fate> DataFates::byItsOwnWords(const argo::DeclaredObject &object, bool losesItsNamespace)
{
    const auto content = contentOf(m_reader, object);
    if (!content)
        return content.error();
    const kube::ResourceKey &key = object.id.key;
    Fate fate = byCatalogue(key);
    if (*content) {
        const auto referred = byReference(object, **content);
        if (!referred)
            return referred.error();
        if (referred->data != DataFate::None)
            return *referred;
        if (const auto decision = kube::deletionDecision(key.group, key.kind, **content))
            fate = {fateOf(decision->data), kube::toText(*decision)};
        if (const std::string words = kube::ephemeralStorage(key.group, key.kind, **content); !words.empty())
            fate = {DataFate::Lost, say("{}, so its data is in no volume, and goes with its Pods", words)};
    }
    return losesItsNamespace ? inLostNamespace(std::move(fate)) : fate;
}

/// By another object in git that decides: a bucket by its StorageClass, a snapshot by its content or class. None for
/// anything else.
Result<Fate> DataFates::byReference(const argo::DeclaredObject &object, const yaml::Node &content)
{
    if (!isKind(object.id, "objectbucket.io", "ObjectBucketClaim"))
        return fateOfSnapshot(m_change, m_reader, object.id, content);
    const yaml::Node *spec = content.find("spec");
    const std::string name = spec ? spec->text("storageClassName") : std::string();
    return m_volumes.byStorageClass(object.id.scope, name.empty() ? std::nullopt : std::optional(name));
}

Result<StorageOfSet> DataFates::setStorage(const argo::DeclaredObject &set)
{
    const auto content = contentOf(m_reader, set);
    if (!content)
        return content.error();
    return *content ? readStorageOfSet(**content, set.id.key.name) : StorageOfSet();
}

Result<Fate> DataFates::ofDeletedSet(const argo::DeclaredObject &set, bool losesItsNamespace)
{
    const auto storage = setStorage(set);
    if (!storage)
        return storage.error();
    Fate worst{DataFate::Kept, {}};
    if (!storage->deletesClaims && !losesItsNamespace)
        return worst;
    for (const DerivedClaim &claim : storage->claims) {
        auto fate = ofDeletedClaim({set.id.scope, set.id.key.nameSpace, claim.name, claim.spec});
        if (!fate)
            return fate.error();
        worst = worse(std::move(worst), std::move(*fate));
    }
    return worst;
}

Result<std::optional<argo::ObjectId>> DataFates::boundTo(const argo::DeclaredObject &object)
{
    if (isVolume(object.id))
        return m_volumes.claimOf(object);
    if (!isClaim(object.id))
        return std::optional<argo::ObjectId>();
    const auto content = contentOf(m_reader, object);
    if (!content)
        return content.error();
    if (!*content)
        return std::optional<argo::ObjectId>();
    return boundTo(placed(object.id, **content));
}

Result<std::optional<argo::ObjectId>> DataFates::boundTo(const PlacedClaim &claim)
{
    const auto volume = m_volumes.volumeOf(claim);
    if (!volume)
        return volume.error();
    return *volume ? std::optional((*volume)->id) : std::nullopt;
}

Result<std::string> DataFates::storageOf(const argo::DeclaredObject &object)
{
    if (!isVolume(object.id) && !isClaim(object.id))
        return std::string();
    const auto content = contentOf(m_reader, object);
    if (!content)
        return content.error();
    if (!*content)
        return std::string();
    if (isClaim(object.id))
        return readClaim(**content).storage;
    const yaml::Node *capacity = (*content)->find({"spec", "capacity", "storage"});
    return capacity ? capacity->scalar : std::string();
}

} // namespace noclobber::blast
