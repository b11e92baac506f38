#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace noclobber::argo {

/// Whether a file of this name makes its folder a kustomization.
bool isKustomizationName(std::string_view fileName);

/// A folder's kustomization file, as far as this review follows it.
struct Kustomization {
    std::string folder;
    std::string file;        ///< its path
    bool isOverlay = false;  ///< has patches, generators or bases, or is a component: its folder holds no declarations
    bool onlyLists = false;  ///< renders exactly the files it lists, identities unchanged but for the namespace
    std::string nameSpace;   ///< where it puts all of it; "" leaves it where it is
    std::string names = "*"; ///< what becomes of each name, by namePrefix and nameSuffix: "prod-*"
    std::vector<std::string> resources; ///< paths from the repository's root, in its order; a remote one as written
    std::vector<std::string> consumed;  ///< files its patches and generators read, folders it takes as bases
};

/// Whether a resource is in another repository.
bool isRemoteResource(std::string_view resource);

} // namespace noclobber::argo
