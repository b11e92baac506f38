#pragma once

#include <string>

#include "core/blast/blast_radius.h"

namespace noclobber::blast {

/// What an Application does with objects that it managed and does not declare any more.
/// Source: controller/appcontroller.go (autoSync), controller/state.go (CompareAppState) of Argo CD.
struct Departure {
    Effect effect = Effect::Pruned; ///< Pruned, PrunePending, Orphaned or Blocked
    std::string words;              ///< one clause that says why, "Application argocd/web prunes by itself"
};

/// By the spec in effect. error: why it cannot be compared ("" if it can); isLeftEmpty: nothing that it declares is
/// left.
Departure departureFrom(const argo::Application &application, const std::string &error, bool isLeftEmpty);

/// The same for one of these objects: what it carries in base (the live object) can keep it.
/// application is the one that decides over app-level options.
Departure departureOf(const argo::Declaration &live, const argo::Application &application, const Departure &general,
                      const argo::Configuration &configuration);

/// What the deletion of an Application does to one of its objects, when it deletes what it manages: CascadeDeleted or
/// Kept, with the clause that says why. Confirmations are the caller's matter: one of them holds up all.
Departure cascadeOf(const argo::Declaration &live, const argo::Application &application,
                    const argo::Configuration &configuration);

/// Whether the deletion of the Application waits for a person because of this object.
bool holdsUpDeletion(const argo::Declaration &live, const argo::Application &application,
                     const argo::Configuration &configuration);

/// Whether the Application takes the live object for its own. Rendering never marks a CustomResourceDefinition: one
/// counts by a tracking id written by hand, or, with label tracking (the default before Argo CD 3.0), by the label that
/// its chart gave it.
bool isTracked(const argo::Declaration &live, const argo::Application &application,
               const argo::Configuration &configuration);

} // namespace noclobber::blast
