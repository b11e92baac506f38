#pragma once

#include <optional>

#include "core/blast/departure.h"
#include "core/blast/tracing.h"

namespace noclobber::blast {

/// What becomes of a live object that an Application lets go while another one declares it in head.
struct Handover {
    Departure departure; ///< Adopted; or, where the other cannot take it over, what the old one does to it
    bool isRace = false; ///< adopted, but deleted and made anew if the old one is first
};

/// What is said of an object of which the one who would take it over goes itself.
std::string withoutTaker(const Tracing &tracing, const argo::DeclaredObject &object, const argo::Application &old,
                         const Departure &departure);

/// By what the old Application does to it (`departure`); nothing if no other Application declares it.
/// With FailOnSharedResource=true the other one does not sync while the object is still the old one's (it looks at the
/// tracking of the live object, which CustomResourceDefinitions do not have).
/// Source: controller/sync.go (SyncAppState), controller/state.go (CompareAppState) of Argo CD.
std::optional<Handover> handoverOf(const Tracing &tracing, const argo::DeclaredObject &object,
                                   const argo::Application &old, const Departure &departure);

} // namespace noclobber::blast
