#pragma once

#include "core/argo/content_reader.h"
#include "core/blast/volume_fate.h"

namespace noclobber::blast {

/// What becomes of a VolumeSnapshot (or VolumeGroupSnapshot) when it is deleted: by the deletionPolicy of its content,
/// or of its class, where base has one of them. None where it has not, and for any other kind.
/// Source: kubernetes-csi/external-snapshotter client/apis/volumesnapshot/v1/types.go. Error Git.
Result<Fate> fateOfSnapshot(const Change &change, argo::ContentReader &reader, const argo::ObjectId &id,
                            const yaml::Node &content);

} // namespace noclobber::blast
