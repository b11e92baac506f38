#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/argo/content_reader.h"
#include "core/argo/kustomization.h"
#include "core/argo/scan.h"

namespace noclobber::argo {

/// Every kustomization of a commit, by folder. One that cannot be read is an overlay: what it renders is not known.
Result<std::map<std::string, Kustomization>> readKustomizations(const CommitScan &scan, ContentReader &contents);

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
