#pragma once

#include "core/argo/declaration.h"

namespace noclobber::blast {

/// What its hook annotation makes of an object.
/// Source: gitops-engine/pkg/sync/hook, gitops-engine/pkg/sync/ignore of Argo CD.
enum class HookRole {
    None,       ///< it carries none, or Helm's crd-install: an ordinary object
    Hook,       ///< runs in a phase of a sync or of the deletion, and is no part of what is compared
    Skipped,    ///< `Skip`: neither applied nor pruned
    Unsupported ///< nothing that Argo CD knows: dropped from what is deployed
};

/// Argo CD's own annotation counts; Helm's only where that is not there.
HookRole hookRoleOf(const kube::Manifest &manifest);

/// Whether an object that was deployed is dropped from what is deployed, though it is declared: its hook annotation
/// says nothing that Argo CD knows.
bool isDroppedAsHook(const kube::Manifest &was, const kube::Manifest &now);

} // namespace noclobber::blast
