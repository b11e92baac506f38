#pragma once

#include <string>
#include <vector>

#include "core/argo/inventory.h"

namespace noclobber::review {

// What a configuration for a repository may say of places and names, found in the repository itself.

/// Paths for `layout`, the first match wins: from the folders that name a cluster (env/x, clusters/x, a destination's
/// name in a source path) and the part of the source paths that Applications are named after. Empty if there is nothing
/// to go by, or no order in it.
std::vector<std::string> proposeLayout(const argo::Inventory &inventory);

/// Whether both give the same objects to one cluster, whatever they call it. Both must be of one commit.
bool haveSameClusters(const argo::Inventory &one, const argo::Inventory &other);

/// The name that most Applications have by the place of what they deploy.
struct ProposedNaming {
    std::string name; ///< "{app}-{cluster}"; "" if there is none
    std::size_t named = 0;
    std::size_t applications = 0;    ///< that have a place in the layout
    std::vector<std::string> others; ///< names that do not follow from their place, sorted
};

ProposedNaming proposeNaming(const argo::Inventory &inventory, const std::vector<std::string> &layout);

/// Addresses of sources whose paths this repository has, beside those of its remotes; sorted, each once, without user
/// names.
std::vector<std::string> proposeRepositories(const argo::Inventory &inventory, const git::Comparison &commit);

} // namespace noclobber::review
