#pragma once

#include <string>
#include <vector>

#include "core/blast/departure.h"
#include "core/blast/tracing.h"

namespace noclobber::blast {

/// What becomes of an object that an Application managed and does not declare any more: it goes as `general` and the
/// object's own protections say, unless another Application declares it now. `decides` is the Application whose spec
/// counts, `start` the chain that leads here.
Cause causeOfLeaving(Tracing &tracing, const argo::DeclaredObject &object, const argo::Application &decides,
                     const Departure &general, const std::vector<Reason> &start);

/// Where the text that declared the object is now, one clause: "apps/web.yaml:1 does not declare it any more".
std::string whereNow(const Tracing &tracing, const argo::DeclaredObject &object, const argo::Declaration &live);

/// The first link where the Application itself changed: that it is overwritten or changed, and in which ways. Empty
/// when only its objects did.
std::vector<Reason> startAt(const Tracing &tracing, const argo::Application &base, const argo::Application &head);

} // namespace noclobber::blast
