#pragma once

#include <string>

#include "core/argo/object_id.h"

namespace noclobber::argo {

bool isArgoApplication(const kube::ResourceKey &key);
bool isFluxKustomization(const kube::ResourceKey &key);
bool isHelmRelease(const kube::ResourceKey &key);

/// Whether an object of this kind deploys others: an Application, a Flux Kustomization, a HelmRelease.
bool isDeployer(const kube::ResourceKey &key);

/// Whether the kind belongs to Argo CD or Flux and has no data but that of what it deploys, which is told there: a
/// deployer, an ApplicationSet, an AppProject, a source of Flux.
bool isPlumbing(const kube::ResourceKey &key);

/// "Application argocd/web", "Flux Kustomization flux-system/apps", "HelmRelease shop/redis".
std::string deployerName(const ObjectId &id);

} // namespace noclobber::argo
