#include "core/blast/volume_fate.h"

#include "core/base/say.h"
#include "core/blast/contents.h"

namespace noclobber::blast {

namespace {

std::optional<argo::ObjectId> claimRefOf(const std::string &scope, const yaml::Node &volume)
{
    const yaml::Node *reference = volume.find({"spec", "claimRef"});
    if (!reference || reference->text("name").empty())
        return {};
    return argo::ObjectId{
        Name(scope), {"", "PersistentVolumeClaim", Name(reference->text("namespace")), Name(reference->text("name"))}};
}

bool isDefaultClass(const yaml::Node &content)
{
    const yaml::Node *annotations = content.find({"metadata", "annotations"});
    return annotations && (annotations->text("storageclass.kubernetes.io/is-default-class") == "true" ||
                           annotations->text("storageclass.beta.kubernetes.io/is-default-class") == "true");
}

/// A class that does not say Retain deletes: that is the default.
Fate byPolicy(const std::string &policy, const std::string &subject)
{
    if (policy == "Retain")
        return {DataFate::Retained, say("{} retains the volume", subject)};
    return {DataFate::Lost, say("{} deletes the volume with its claim", subject)};
}

} // namespace

Fate worse(Fate one, Fate other)
{
    return other.data < one.data ? std::move(other) : std::move(one);
}

VolumeFates::VolumeFates(const Change &change, argo::ContentReader &reader) : m_change(change), m_reader(reader)
{}

Result<Fate> VolumeFates::ofDeletedClaim(const PlacedClaim &claim)
{
    const auto volume = volumeOf(claim);
    if (!volume)
        return volume.error();
    if (*volume)
        return ofDeletedVolume(**volume);
    return byStorageClass(claim.scope, claim.spec.storageClass);
}

Result<Fate> VolumeFates::ofDeletedVolume(const argo::DeclaredObject &volume)
{
    const auto content = contentOf(m_reader, volume);
    if (!content)
        return content.error();
    const std::string subject = "PersistentVolume " + volume.id.key.name;
    if (!*content)
        return Fate{DataFate::AtRisk, say("{} cannot be read", subject)};
    const yaml::Node *spec = (*content)->find("spec");
    const std::string policy = spec ? spec->text("persistentVolumeReclaimPolicy") : std::string();
    if (policy.empty())
        return Fate{DataFate::Retained,
                    say("{} names no policy, and retains its storage, as a volume made by hand does", subject)};
    if (policy == "Retain")
        return Fate{DataFate::Retained, say("{} has the policy Retain: its storage stays", subject)};
    return Fate{DataFate::Lost, say("{} has the policy {}: its storage goes with it", subject, policy)};
}

Result<Fate> VolumeFates::byStorageClass(const std::string &scope, const std::optional<std::string> &name)
{
    if (!name)
        return byDefaultClass(scope);
    if (name->empty())
        return Fate{DataFate::AtRisk, say("its volume was made by hand, and is not in this repository")};
    const std::string subject = "StorageClass " + *name;
    const auto [place, isNew] = m_classes.try_emplace(
        {scope, *name},
        Fate{DataFate::AtRisk,
             say("{} is not in this repository: the volume goes unless its policy is Retain", subject)});
    if (!isNew)
        return place->second;
    const argo::DeclaredObject *object =
        m_change.inventories.base.find({Name(scope), {"storage.k8s.io", "StorageClass", "", Name(*name)}});
    if (!object)
        return place->second;
    const auto content = contentOf(m_reader, *object);
    if (!content)
        return content.error();
    if (*content)
        place->second = byPolicy((*content)->text("reclaimPolicy"), subject);
    return place->second;
}

/// With several of them the newest counts, which a repository does not tell: they must agree.
Result<Fate> VolumeFates::byDefaultClass(const std::string &scope)
{
    const auto classes = defaultClassesIn(scope);
    if (!classes)
        return classes.error();
    std::optional<Fate> agreed;
    for (const std::string &name : **classes) {
        const auto fate = byStorageClass(scope, name);
        if (!fate)
            return fate.error();
        if (agreed && agreed->data != fate->data)
            return Fate{DataFate::AtRisk, say("it names no StorageClass, and several here are marked as the cluster's "
                                              "default, with other policies")};
        agreed = agreed ? agreed : *fate;
    }
    if (!agreed)
        return Fate{DataFate::AtRisk,
                    say("it names no StorageClass, and which one is the cluster's default is not in this repository")};
    return Fate{agreed->data, say("it names no StorageClass, and the cluster's default, {}", agreed->why)};
}

Result<const argo::DeclaredObject *> VolumeFates::volumeOf(const PlacedClaim &claim)
{
    const argo::Inventory &base = m_change.inventories.base;
    if (!claim.spec.volume.empty()) {
        if (const argo::DeclaredObject *volume =
                base.find({Name(claim.scope), {"", "PersistentVolume", "", Name(claim.spec.volume)}}))
            return volume;
    }
    const auto volumes = volumesIn(claim.scope);
    if (!volumes)
        return volumes.error();
    const argo::ObjectId id{Name(claim.scope), {"", "PersistentVolumeClaim", Name(claim.nameSpace), Name(claim.name)}};
    const auto found = (*volumes)->find(id);
    return found == (*volumes)->end() ? nullptr : base.find(found->second);
}

Result<std::optional<argo::ObjectId>> VolumeFates::claimOf(const argo::DeclaredObject &volume)
{
    const auto content = contentOf(m_reader, volume);
    if (!content)
        return content.error();
    return *content ? claimRefOf(volume.id.scope, **content) : std::nullopt;
}

Result<const VolumeFates::VolumesByClaim *> VolumeFates::volumesIn(const std::string &scope)
{
    const auto [known, isNew] = m_volumes.try_emplace(scope);
    if (!isNew)
        return &known->second;
    for (const argo::DeclaredObject &volume : m_change.inventories.base.ofKind(scope, "", "PersistentVolume")) {
        const auto claim = claimOf(volume);
        if (!claim)
            return claim.error();
        if (*claim)
            known->second.emplace(**claim, volume.id);
    }
    return &known->second;
}

Result<const std::vector<std::string> *> VolumeFates::defaultClassesIn(const std::string &scope)
{
    const auto [known, isNew] = m_defaultClasses.try_emplace(scope);
    if (!isNew)
        return &known->second;
    for (const argo::DeclaredObject &one : m_change.inventories.base.ofKind(scope, "storage.k8s.io", "StorageClass")) {
        const auto content = contentOf(m_reader, one);
        if (!content)
            return content.error();
        if (*content && isDefaultClass(**content))
            known->second.push_back(one.id.key.name);
    }
    return &known->second;
}

} // namespace noclobber::blast
