#pragma once

#include <compare>
#include <string>

#include "core/kube/resource_key.h"

namespace noclobber::argo {

/// Name of an object: the cluster it is meant for (its scope, contract section 1) and its key there.
struct ObjectId {
    Name scope; ///< "env/cluster01", a destination's name or server, or ""
    kube::ResourceKey key;

    auto operator<=>(const ObjectId &) const = default;
};

/// Equal ids, equal numbers; for hash tables within one run of the program.
struct ObjectIdHash {
    std::size_t operator()(const ObjectId &id) const noexcept;
};

/// "scope/group/Kind/namespace/name"; parts may be empty. Read from the right: only the scope may hold slashes.
std::string toText(const ObjectId &id);

/// For a person: "StatefulSet kafka/kafka", "Namespace prod", "Application argocd/root".
std::string shortText(const ObjectId &id);

/// Whether the name stands for names that the cluster makes up ("prefix*"): such objects collide with nothing.
bool isGenerated(const ObjectId &id);

} // namespace noclobber::argo
