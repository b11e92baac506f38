#pragma once

#include <map>
#include <string>
#include <vector>

namespace noclobber::argo {

/// What only Flux knows of a Kustomization or a HelmRelease. Source: docs/spec/v1/kustomizations.md of
/// fluxcd/kustomize-controller, docs/spec/v2/helmreleases.md of fluxcd/helm-controller.
struct FluxSettings {
    bool isSuspended = false;
    std::string deletionPolicy = "MirrorPrune"; ///< Delete, WaitForTermination, Orphan; MirrorPrune does as `prune`
    bool force = false;                         ///< a refused change of an immutable field deletes and makes anew
    std::string pause;                          ///< why its source brings nothing new, one clause; "" if it does
    std::string releaseTarget; ///< of a HelmRelease: where this changes, Helm uninstalls and installs anew
    std::map<std::string, std::string> variables; ///< postBuild.substitute
    bool fillsVariables = false;                  ///< postBuild names any variable, here or in the cluster
    bool knowsVariables = false;                  ///< all of them stand in postBuild.substitute
    std::vector<std::string> remarks;             ///< what of the contents it applies is not seen here, whole sentences

    bool operator==(const FluxSettings &) const = default;
};

} // namespace noclobber::argo
