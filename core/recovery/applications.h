#pragma once

#include <vector>

#include "core/blast/blast_radius.h"

namespace noclobber::recovery {

/// An Application that has to stand still while the change is taken back. Refers to the inventories.
struct ConcernedApplication {
    argo::ObjectId id;
    const argo::Application *base = nullptr; ///< nullptr: not in effect there
    const argo::Application *head = nullptr;
    std::optional<argo::ObjectId> parent; ///< the Application that deploys it
    std::size_t depth = 0;                ///< how many Applications are above it
    bool isGoing = false;                 ///< it would be deleted itself

    /// In effect in at least one of the commits.
    const argo::Application &any() const { return base ? *base : *head; }
    bool isFlux() const { return any().engine == argo::Engine::Flux; }
    /// Whether it syncs by itself after the merge (while it goes: as it did before).
    bool syncsByItself() const { return head ? head->automated || isFlux() : any().automated || isFlux(); }
};

/// Whether the object has to be brought back: it would be deleted, recreated, wait for a person's prune, or be raced
/// for.
bool needsRecovery(const blast::AffectedObject &object);

/// The Applications that the change works through, and those above them; parents first, then by id. Without any effect
/// that needs recovery, those that deploy what changes.
std::vector<ConcernedApplication> concernedApplications(const blast::Change &change, const blast::BlastRadius &radius);

} // namespace noclobber::recovery
