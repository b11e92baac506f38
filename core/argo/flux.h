#pragma once

#include <string>

#include "core/argo/application.h"

namespace noclobber::argo {

/// Reads a Flux Kustomization as the Application it stands for: `automated` unless it is suspended, `prune` as it says,
/// every object into its targetNamespace, another cluster by the name of its kubeConfig's Secret or ConfigMap. Its one
/// source has the reference to its GitRepository ("GitRepository flux-system/apps") for an address until
/// FluxSources::resolve. Source: docs/spec/v1/kustomizations.md of fluxcd/kustomize-controller.
Application readFluxKustomization(const yaml::Node &content, const Declaration &declaration);

/// Reads a HelmRelease: Helm renders what it deploys, so its children are unknown, and its deletion uninstalls them.
/// Source: docs/spec/v2/helmreleases.md of fluxcd/helm-controller.
Application readHelmRelease(const yaml::Node &content, const Declaration &declaration);

/// The text with the variables of a Kustomization's postBuild filled in: ${name}, ${name:=default}, ${name:-default}.
/// What is not known here stays as it stands.
std::string filledIn(std::string_view text, const FluxSettings &settings);

} // namespace noclobber::argo
