#pragma once

#include <string>
#include <string_view>

#include "core/kube/resource_key.h"

namespace noclobber::kube {

/// What deleting an object of a kind does to its data, with default settings.
enum class Deletion { DeletesData, RetainsVolumes, Depends };

/// One entry of the catalogue resources/stateful-kinds.yaml.
struct StatefulKind {
    std::string group;
    std::string kind;
    KindScope scope = KindScope::Unknown;
    std::string category; ///< volume, workload, container, secrets, coordination, ...
    bool isStateful = false;
    Deletion deletion = Deletion::Depends;
    std::string decidedBy; ///< the field, annotation or finalizer that decides; may be empty
    int recoveryTier = 60; ///< lower is restored first
    std::string note;      ///< may be empty
    std::string restore;   ///< its operator's own way back from a backup, whole sentences; may be empty
};

/// The catalogue's entry for a group (stored or as written) and kind, or nullptr.
const StatefulKind *findStatefulKind(std::string_view group, std::string_view kind);

} // namespace noclobber::kube
