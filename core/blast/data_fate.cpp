#include "core/blast/data_fate.h"

#include <algorithm>

#include "core/blast/deployments.h"
#include "core/kube/stateful_kinds.h"

namespace noclobber::blast {

namespace {

constexpr std::string_view volumeKind = "PersistentVolume";
constexpr std::string_view claimKind = "PersistentVolumeClaim";

bool isCore(const argo::ObjectId &id, std::string_view kind)
{
    return id.key.group.empty() && id.key.kind == kind;
}

DataFate byCatalogue(const kube::ResourceKey &key)
{
    const kube::StatefulKind *kind = kube::findStatefulKind(key.group, key.kind);
    if (!kind || !kind->isStateful)
        return DataFate::AtRisk; // a kind of the configuration: its operator decides
    switch (kind->deletion) {
    case kube::Deletion::DeletesData:
        return DataFate::Lost;
    case kube::Deletion::RetainsVolumes:
        return DataFate::Kept;
    case kube::Deletion::Depends:
        break;
    }
    return DataFate::AtRisk;
}

/// What is certain when it is deleted is a risk when two Applications race for it.
DataFate inRace(DataFate deleted)
{
    return deleted == DataFate::Lost ? DataFate::AtRisk : deleted;
}

} // namespace

DataFate worse(DataFate one, DataFate other)
{
    return std::min(one, other);
}

DataFates::DataFates(const Change &change, argo::ContentReader reader) : m_change(change), m_reader(std::move(reader))
{}

/// Nothing readable gives no content, so that one damaged document does not hide the rest of the radius.
Result<argo::Content> DataFates::contentOf(const argo::DeclaredObject &object)
{
    auto content = m_reader.content(declarationFor(object, {}));
    if (!content && content.error().code == ErrorCode::Yaml)
        return argo::Content();
    return content;
}

Result<DataFate> DataFates::of(const Outcome &outcome)
{
    const argo::DeclaredObject &object = *outcome.object;
    if (!isStateful(m_change.configuration, object.id.key))
        return DataFate::None;
    DataFate worst = DataFate::None;
    for (const Effect effect : outcome.effects) {
        if (effect == Effect::Created)
            continue;
        const bool goes = isDeletion(effect) || effect == Effect::PrunePending;
        if (!goes && !(effect == Effect::Adopted && outcome.isRace)) {
            worst = worse(worst, DataFate::Kept);
            continue;
        }
        const auto deleted = ifDeleted(object, outcome.losesItsNamespace);
        if (!deleted)
            return deleted.error();
        worst = worse(worst, goes ? *deleted : inRace(*deleted));
    }
    return worst;
}

Result<DataFate> DataFates::ifDeleted(const argo::DeclaredObject &object, bool losesItsNamespace)
{
    if (isStatefulSet(object.id))
        return ofDeletedSet(object, losesItsNamespace);
    if (isCore(object.id, claimKind)) {
        const auto content = contentOf(object);
        if (!content)
            return content.error();
        return *content ? ofDeletedClaim(object.id.scope, readClaim(**content)) : DataFate::AtRisk;
    }
    if (isCore(object.id, volumeKind))
        return ofDeletedVolume(object);
    return byCatalogue(object.id.key);
}

Result<StorageOfSet> DataFates::setStorage(const argo::DeclaredObject &set)
{
    const auto content = contentOf(set);
    if (!content)
        return content.error();
    return *content ? readStorageOfSet(**content, set.id.key.name) : StorageOfSet();
}

Result<DataFate> DataFates::ofDeletedSet(const argo::DeclaredObject &set, bool losesItsNamespace)
{
    const auto storage = setStorage(set);
    if (!storage)
        return storage.error();
    DataFate worst = DataFate::Kept;
    if (storage->deletesClaims || losesItsNamespace) {
        for (const DerivedClaim &claim : storage->claims)
            worst = worse(worst, ofDeletedClaim(set.id.scope, claim.spec));
    }
    return worst;
}

DataFate DataFates::ofDeletedClaim(const std::string &scope, const ClaimSpec &claim)
{
    if (!claim.volume.empty()) {
        const argo::DeclaredObject *volume =
            m_change.inventories.base.find({scope, {"", std::string(volumeKind), "", claim.volume}});
        if (volume)
            return ofDeletedVolume(*volume);
    }
    // Without a name it is the cluster's default class, with an empty one a volume made by hand: neither is seen here.
    if (!claim.storageClass || claim.storageClass->empty())
        return DataFate::AtRisk;
    return byStorageClass(scope, *claim.storageClass);
}

DataFate DataFates::byStorageClass(const std::string &scope, const std::string &name)
{
    const auto [place, isNew] = m_classes.try_emplace({scope, name}, DataFate::AtRisk);
    if (!isNew)
        return place->second;
    const argo::DeclaredObject *object =
        m_change.inventories.base.find({scope, {"storage.k8s.io", "StorageClass", "", name}});
    if (!object)
        return place->second;
    const auto content = contentOf(*object);
    if (content && *content)
        place->second = (*content)->text("reclaimPolicy") == "Retain" ? DataFate::Retained : DataFate::Lost;
    return place->second;
}

/// A volume declared in git is a static one, so its policy is Retain unless it says otherwise.
DataFate DataFates::ofDeletedVolume(const argo::DeclaredObject &volume)
{
    const auto content = contentOf(volume);
    if (!content || !*content)
        return DataFate::AtRisk;
    const yaml::Node *spec = (*content)->find("spec");
    const std::string policy = spec ? spec->text("persistentVolumeReclaimPolicy") : std::string();
    return policy.empty() || policy == "Retain" ? DataFate::Retained : DataFate::Lost;
}

Result<std::string> DataFates::storageOf(const argo::DeclaredObject &object)
{
    const bool isVolume = isCore(object.id, volumeKind);
    if (!isVolume && !isCore(object.id, claimKind))
        return std::string();
    const auto content = contentOf(object);
    if (!content)
        return content.error();
    if (!*content)
        return std::string();
    if (!isVolume)
        return readClaim(**content).storage;
    const yaml::Node *capacity = (*content)->find({"spec", "capacity", "storage"});
    return capacity ? capacity->scalar : std::string();
}

} // namespace noclobber::blast
