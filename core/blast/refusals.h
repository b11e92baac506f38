#pragma once

#include "core/argo/content_reader.h"
#include "core/blast/blast_radius.h"

namespace noclobber::blast {

/// Updates that the API server refuses by what another object in the tree says: a claim that grows though its
/// StorageClass does not allow that; a field of a custom resource whose CustomResourceDefinition says `self ==
/// oldSelf`. Fields that are immutable by their kind alone are the comparison's matter (FieldChange::isImmutable).
/// Source: PersistentVolumeClaimResize of kubernetes/kubernetes plugin/pkg/admission/storage;
/// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#transition-rules
/// Error Git.
Result<Refusals> findRefusals(const Change &change, argo::ContentReader &reader);

} // namespace noclobber::blast
