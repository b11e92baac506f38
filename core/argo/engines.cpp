#include "core/argo/engines.h"

namespace noclobber::argo {

bool isArgoApplication(const kube::ResourceKey &key)
{
    return key.group == "argoproj.io" && key.kind == "Application";
}

bool isFluxKustomization(const kube::ResourceKey &key)
{
    return key.group == "kustomize.toolkit.fluxcd.io" && key.kind == "Kustomization";
}

bool isHelmRelease(const kube::ResourceKey &key)
{
    return key.group == "helm.toolkit.fluxcd.io" && key.kind == "HelmRelease";
}

bool isDeployer(const kube::ResourceKey &key)
{
    return isArgoApplication(key) || isFluxKustomization(key) || isHelmRelease(key);
}

bool isPlumbing(const kube::ResourceKey &key)
{
    const bool isArgos = key.group == "argoproj.io" && (key.kind == "AppProject" || key.kind == "ApplicationSet");
    return isDeployer(key) || isArgos || key.group == "source.toolkit.fluxcd.io";
}

std::string deployerName(const ObjectId &id)
{
    return (isFluxKustomization(id.key) ? "Flux " : "") + shortText(id);
}

} // namespace noclobber::argo
