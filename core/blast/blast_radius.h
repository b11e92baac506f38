#pragma once

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/argo/inventory.h"
#include "core/diff/change_set.h"

namespace noclobber::blast {

/// What happens in the cluster when the change is merged and synced (contract, section 3). Where several causes reach
/// an object, the first of these is its effect; Created and Updated only where nothing else happens.
enum class Effect {
    Pruned,
    CascadeDeleted,
    Recreated,
    PrunePending,
    Blocked,
    Orphaned,
    Adopted,
    Kept,
    Created,
    Updated
};

/// What becomes of the data, worst first.
enum class DataFate { Lost, AtRisk, Retained, Kept, None };

/// One link of the chain from the change to the object.
struct Reason {
    argo::ObjectId id;
    std::string text; ///< one sentence

    bool operator==(const Reason &) const = default;
};

/// One object that the change reaches.
struct AffectedObject {
    argo::ObjectId id;
    Effect effect = Effect::Updated;
    DataFate dataFate = DataFate::None;
    bool isStateful = false;
    bool isRace = false;    ///< adopted, while who had it before would delete it: who syncs first decides; or deleted
                            ///< with what is raced for like that
    bool isDerived = false; ///< made by the cluster, not in git: a claim of a StatefulSet
    std::string storage;    ///< requested size, "50Gi"; "" if it requests none
    std::optional<argo::ObjectId>
        boundTo;           ///< of a claim its PersistentVolume in git, of such a volume its claim; as far as git says
    int recoveryTier = 60; ///< lower is restored first
    std::vector<std::string>
        protections; ///< what the live object carries: "Prune=false", "Delete=false", "helm.sh/resource-policy: keep"
    std::vector<Reason> because;            ///< from the change that starts it to the object itself
    std::optional<argo::Location> location; ///< of its declaration in effect in base (a created one: in head)
};

/// Whether the effect deletes what is running: Pruned, CascadeDeleted or Recreated.
bool isDeletion(Effect effect);

/// Whether something with state is destroyed here: the condition of exit code 3 beside the findings. Argo CD's own
/// kinds hold no data: an Application counts by the children that go with it.
bool destroys(const AffectedObject &object);

struct Coverage {
    std::size_t protectedObjects =
        0; ///< with both Prune=false and Delete=false, by themselves or (where that counts) their Application
    std::size_t statefulObjects = 0;

    bool operator==(const Coverage &) const = default;
};

/// Why the API server refuses an update.
struct Refusal {
    std::string words;      ///< "spec.size: volumes of StorageClass fast cannot grow"
    bool isInvalid = false; ///< else it is forbidden: Force=true acts only on what is invalid
};

using Refusals = std::map<argo::ObjectId, Refusal>;

struct BlastRadius {
    std::vector<AffectedObject> objects; ///< sorted by id, each once
    Refusals refusals;                   ///< of updates, by what another object in the tree says
    std::vector<argo::Unknown> unknowns; ///< what could be affected but can't be seen; sorted
    Coverage baseCoverage;
    Coverage headCoverage;

    const AffectedObject *find(const argo::ObjectId &id) const;
};

/// A change as the later stages get it. What it refers to must outlive it.
struct Change {
    const git::Comparison &comparison;
    const argo::Configuration &configuration;
    const argo::Inventories &inventories;
    const diff::ChangeSet &changes;
};

/// From every change to everything it reaches. Errors: Git, Cancelled.
Result<BlastRadius> traceBlastRadius(const Change &change, std::stop_token stop);

/// Whether an object of this kind holds state: by the catalogue, or by the configuration's `stateful`.
bool isStateful(const argo::Configuration &configuration, const kube::ResourceKey &key);

/// The kinds of Argo CD and Flux are stateful by the catalogue, but the data is that of what they deploy, and told
/// there.
bool isArgoKind(const kube::ResourceKey &key);

} // namespace noclobber::blast
