#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/yaml/document.h"

namespace noclobber::blast {

/// What decides the fate of a claim's volume.
struct ClaimSpec {
    std::optional<std::string>
        storageClass;    ///< as written; absent: the cluster's default; "": no class, a volume made by hand
    std::string volume;  ///< spec.volumeName
    std::string storage; ///< requested size as written

    bool operator==(const ClaimSpec &) const = default;
};

/// A claim that a StatefulSet makes: `template-name-ordinal`.
struct DerivedClaim {
    std::string name;
    std::string templateName;
    ClaimSpec spec;

    bool operator==(const DerivedClaim &) const = default;
};

/// What a StatefulSet does about storage. Source: kubernetes/api apps/v1 types.go.
struct StorageOfSet {
    std::vector<DerivedClaim> claims;   ///< by template, then ordinal
    std::vector<std::string> templates; ///< names, in their order
    bool deletesClaims = false;         ///< persistentVolumeClaimRetentionPolicy.whenDeleted is Delete; default Retain
    bool deletesClaimsOnScaleDown = false; ///< the same of whenScaled
    std::size_t unlistedClaims = 0;        ///< beyond the bound of 1000 for each set
};

/// Reads a PersistentVolumeClaim, or an entry of volumeClaimTemplates.
ClaimSpec readClaim(const yaml::Node &content);

/// Reads a StatefulSet's spec: `replicas` claims of each template, from spec.ordinals.start on.
StorageOfSet readStorageOfSet(const yaml::Node &content, const std::string &name);

} // namespace noclobber::blast
