#pragma once

#include <string>

#include "core/argo/content_reader.h"
#include "core/blast/outcome.h"
#include "core/blast/volume_fate.h"

namespace noclobber::blast {

/// Answers what becomes of data, from what base says (the live volumes were made by it), and remembers what it read.
class DataFates
{
public:
    /// Both must outlive it.
    DataFates(const Change &change, argo::ContentReader &reader);

    /// Of an object that this outcome reaches: the worst of all causes. None for an object without state.
    /// Error Git.
    Result<Fate> of(const Outcome &outcome);

    /// Requested size of a claim or volume, "" for anything else. Error Git.
    Result<std::string> storageOf(const argo::DeclaredObject &object);

    /// The other half of a bound pair, as far as git says it: of a claim its volume, of a volume its claim. Error Git.
    Result<std::optional<argo::ObjectId>> boundTo(const argo::DeclaredObject &object);
    Result<std::optional<argo::ObjectId>> boundTo(const PlacedClaim &claim);

    /// What becomes of a claim's volume when the claim is deleted. Error Git.
    Result<Fate> ofDeletedClaim(const PlacedClaim &claim) { return m_volumes.ofDeletedClaim(claim); }

    /// What the StatefulSet says about storage in the commit that the object is of. Error Git.
    Result<StorageOfSet> setStorage(const argo::DeclaredObject &set);

private:
    Result<Fate> ifDeleted(const Outcome &outcome);
    Result<Fate> ofDeletedSet(const argo::DeclaredObject &set, bool losesItsNamespace);
    Result<Fate> byItsOwnWords(const argo::DeclaredObject &object, bool losesItsNamespace);
    Result<Fate> byReference(const argo::DeclaredObject &object, const yaml::Node &content);

    const Change &m_change;
    argo::ContentReader &m_reader;
    VolumeFates m_volumes;
};

} // namespace noclobber::blast
