#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/argo/content_reader.h"
#include "core/argo/scan.h"

namespace noclobber::argo {

/// Whether a file of this name makes its folder a kustomization.
bool isKustomizationName(std::string_view fileName);

/// A folder's kustomization file, as far as this review follows it.
struct Kustomization {
    std::string folder;
    bool isOverlay = false; ///< has patches, generators or bases, or is a component: its folder holds no declarations
    bool onlyLists = false; ///< renders exactly the files it lists, identities unchanged but for the namespace
    std::string nameSpace;  ///< where it puts all of it; "" leaves it where it is
    std::vector<std::string> resources; ///< paths from the repository's root, in its order; a remote one as written
    std::vector<std::string> consumed;  ///< files its patches and generators read
};

/// Every kustomization of a commit, by folder. One that cannot be read is an overlay: what it renders is not known.
Result<std::map<std::string, Kustomization>> readKustomizations(const git::TreeSnapshot &tree, ContentReader &contents);

/// A file that a kustomization renders.
struct KustomizedFile {
    std::string path;
    std::string nameSpace; ///< where the outermost kustomization that names one puts it; "" for none

    bool operator==(const KustomizedFile &) const = default;
};

/// The files that the kustomization in a folder renders, in order; nothing if that cannot be followed here.
std::optional<std::vector<KustomizedFile>> kustomizedFiles(const std::map<std::string, Kustomization> &all,
                                                           const CommitScan &scan, const std::string &folder);

} // namespace noclobber::argo
