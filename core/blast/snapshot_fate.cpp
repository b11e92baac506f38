#include "core/blast/snapshot_fate.h"

#include "core/base/say.h"
#include "core/blast/contents.h"

namespace noclobber::blast {

namespace {

/// The deletionPolicy of a VolumeSnapshotContent (in its spec) or a VolumeSnapshotClass; "" if base does not tell.
Result<std::string> policyOf(const Change &change, argo::ContentReader &reader, const argo::ObjectId &id)
{
    const argo::DeclaredObject *object = id.key.name.empty() ? nullptr : change.inventories.base.find(id);
    if (!object)
        return std::string();
    const auto content = contentOf(reader, *object);
    if (!content)
        return content.error();
    if (!*content)
        return std::string();
    const yaml::Node *where = id.key.kind.ends_with("Content") ? (*content)->find("spec") : content->get();
    return where ? where->text("deletionPolicy") : std::string();
}

} // namespace

Result<Fate> fateOfSnapshot(const Change &change, argo::ContentReader &reader, const argo::ObjectId &id,
                            const yaml::Node &content)
{
    const bool isGroup = id.key.group == "groupsnapshot.storage.k8s.io" && id.key.kind == "VolumeGroupSnapshot";
    const bool isSingle = id.key.group == "snapshot.storage.k8s.io" && id.key.kind == "VolumeSnapshot";
    const yaml::Node *spec = content.find("spec");
    if ((!isGroup && !isSingle) || !spec)
        return Fate();
    const std::string prefix = isGroup ? "volumeGroupSnapshot" : "volumeSnapshot";
    const yaml::Node *source = spec->find("source");
    for (const auto &[part, name] :
         {std::pair("Content", source ? source->text(prefix + "ContentName") : std::string()),
          std::pair("Class", spec->text(prefix + "ClassName"))}) {
        const argo::ObjectId decides{id.scope, {id.key.group, Name(id.key.kind + part), "", Name(name)}};
        const auto policy = policyOf(change, reader, decides);
        if (!policy)
            return policy.error();
        if (*policy == "Retain" || *policy == "Delete")
            return Fate{*policy == "Retain" ? DataFate::Retained : DataFate::Lost,
                        say("{} has the deletionPolicy {}", argo::shortText(decides), *policy)};
    }
    return Fate();
}

} // namespace noclobber::blast
