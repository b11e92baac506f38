#pragma once

#include <string>

#include "core/blast/departure.h"
#include "core/blast/update_effect.h"

namespace noclobber::blast {

// What Flux does where Argo CD has its own answer in departure.h, protections.h and update_effect.h.
// Source: fluxcd/kustomize-controller internal/controller/kustomization_controller.go (prune, finalize, deleteObjects),
// docs/spec/v1/kustomizations.md; fluxcd/pkg ssa/utils/meta.go.

/// Whether an object carries an annotation or a label of Flux with this value: "prune" with "disabled". The case of the
/// value does not count.
bool hasFluxOption(const kube::Manifest &manifest, std::string_view name, std::string_view value);

/// What keeps Flux from deleting the object, pruned or with its Kustomization, as written:
/// "kustomize.toolkit.fluxcd.io/prune: disabled"; "" if nothing does.
std::string fluxProtection(const kube::Manifest &manifest);

/// What a Flux Kustomization does with objects that it applied and does not any more. error: why it cannot be built.
Departure fluxDepartureFrom(const argo::Application &kustomization, const std::string &error);

/// The same for one of them: Kept if the live object carries a protection.
Departure fluxDepartureOf(const argo::Declaration &live, const Departure &general);

/// What the deletion of a Flux Kustomization or HelmRelease does to an object that it applied: CascadeDeleted,
/// Orphaned, or Kept.
Departure fluxCascadeOf(const argo::Declaration &live, const argo::Application &deployer);

/// What becomes of an object that changes and that a Flux Kustomization of head applies.
UpdateEffect fluxUpdateEffect(const diff::ObjectChange &object, const argo::Declaration &target,
                              const argo::Application &kustomization);

/// Whether a HelmRelease stands for another release than before: Helm then uninstalls the old one with all it made and
/// installs the new one. Source: fluxcd/helm-controller internal/action/verify.go (ReleaseTargetChanged).
bool isReinstalled(const argo::Application &base, const argo::Application &head);

} // namespace noclobber::blast
