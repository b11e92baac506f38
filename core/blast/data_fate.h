#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/argo/content_reader.h"
#include "core/blast/blast_radius.h"
#include "core/blast/claims.h"
#include "core/blast/deployments.h"
#include "core/blast/outcome.h"

namespace noclobber::blast {

/// The worse of the two.
DataFate worse(DataFate one, DataFate other);

/// Answers what becomes of data, from what base says (the live volumes were made by it), and remembers what it read.
class DataFates
{
public:
    DataFates(const Change &change, argo::ContentReader reader);

    /// Of an object that this outcome reaches: the worst of all causes. None for an object without state.
    /// Error Git.
    Result<DataFate> of(const Outcome &outcome);

    /// Requested size of a claim or volume, "" for anything else. Error Git.
    Result<std::string> storageOf(const argo::DeclaredObject &object);

    /// What becomes of a claim's volume when the claim is deleted.
    DataFate ofDeletedClaim(const std::string &scope, const ClaimSpec &claim);

    Result<StorageOfSet> setStorage(const argo::DeclaredObject &set);

private:
    Result<argo::Content> contentOf(const argo::DeclaredObject &object);
    Result<DataFate> ifDeleted(const argo::DeclaredObject &object, bool losesItsNamespace);
    Result<DataFate> ofDeletedSet(const argo::DeclaredObject &set, bool losesItsNamespace);
    DataFate ofDeletedVolume(const argo::DeclaredObject &volume);
    DataFate byStorageClass(const std::string &scope, const std::string &name);

    const Change &m_change;
    argo::ContentReader m_reader;
    std::map<std::pair<std::string, std::string>, DataFate> m_classes; ///< by scope and name
};

} // namespace noclobber::blast
