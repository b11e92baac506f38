#pragma once

#include "core/blast/tracing.h"

namespace noclobber::blast {

/// Applications that an ApplicationSet makes in base and does not make any more, those that are new, and those that it
/// changes; and what of it this change leaves unknown. Source: applicationset/controllers (Reconcile) of Argo CD.
void followGeneratedApplications(Tracing &tracing);

/// What becomes of the Applications of a set that is reached: deleted with it by Kubernetes, or left as they are.
void expandApplicationSet(Tracing &tracing, const argo::DeclaredObject &object, const Cause &cause);

/// Sets that are gone and that nobody reached: each is deployed by what it makes. Comes when everything queued has been
/// followed.
void followSelfMadeSets(Tracing &tracing);

/// The first link of a generated Application's chain: its set, and whether that changed or only what it reads.
Reason reasonOfSet(const Tracing &tracing, const argo::ApplicationSet &set);

} // namespace noclobber::blast
