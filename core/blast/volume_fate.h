#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/argo/content_reader.h"
#include "core/blast/blast_radius.h"
#include "core/blast/claims.h"

namespace noclobber::blast {

/// What becomes of data, and why.
struct Fate {
    DataFate data = DataFate::None;
    std::string why; ///< one clause; "" where nothing needs saying

    bool operator==(const Fate &) const = default;
};

/// The worse of the two; of equal ones the first.
Fate worse(Fate one, Fate other);

/// A claim with its place, declared or made by a set.
struct PlacedClaim {
    std::string scope;
    std::string nameSpace;
    std::string name;
    ClaimSpec spec;
};

/// From a claim to its volume and the policy that decides over it, as base says: the live volumes were made by it.
/// In this order: the PersistentVolume in git that the claim names or that names the claim, the StorageClass in git,
/// the class in git that is marked as the cluster's default; else nobody knows.
/// Source: kubernetes/api core/v1 and storage/v1 types.go.
class VolumeFates
{
public:
    /// Both must outlive it.
    VolumeFates(const Change &change, argo::ContentReader &reader);

    /// Of a claim that is deleted.
    Result<Fate> ofDeletedClaim(const PlacedClaim &claim);

    /// Of a PersistentVolume that is deleted itself: with Retain the storage stays.
    Result<Fate> ofDeletedVolume(const argo::DeclaredObject &volume);

    /// By the class alone.
    Result<Fate> byStorageClass(const std::string &scope, const std::optional<std::string> &name);

    /// The PersistentVolume in git that is bound to the claim, or nullptr.
    Result<const argo::DeclaredObject *> volumeOf(const PlacedClaim &claim);

    /// The claim that a PersistentVolume in git is bound to by its own claimRef, or nothing.
    Result<std::optional<argo::ObjectId>> claimOf(const argo::DeclaredObject &volume);

private:
    using VolumesByClaim = std::map<argo::ObjectId, argo::ObjectId>; ///< by claimRef

    Result<const VolumesByClaim *> volumesIn(const std::string &scope);
    Result<const std::vector<std::string> *> defaultClassesIn(const std::string &scope);
    Result<Fate> byDefaultClass(const std::string &scope);

    const Change &m_change;
    argo::ContentReader &m_reader;
    std::map<std::pair<std::string, std::string>, Fate> m_classes;    ///< by scope and name
    std::map<std::string, VolumesByClaim> m_volumes;                  ///< by scope, of those that were asked for
    std::map<std::string, std::vector<std::string>> m_defaultClasses; ///< names by scope, the same
};

} // namespace noclobber::blast
