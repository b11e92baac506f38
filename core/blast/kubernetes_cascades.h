#pragma once

#include "core/blast/tracing.h"

namespace noclobber::blast {

/// Everything in a Namespace goes with it, whoever manages it.
void expandNamespace(Tracing &tracing, const argo::DeclaredObject &object, const Cause &cause);

/// Every object of a kind goes with its CustomResourceDefinition.
void expandDefinition(Tracing &tracing, const argo::DeclaredObject &object, const Cause &cause);

/// What the object owns by ownerReferences in base goes with it, unless another owner stays (or is not in git, where
/// nobody knows).
void expandOwner(Tracing &tracing, const argo::DeclaredObject &object, const Cause &cause);

} // namespace noclobber::blast
