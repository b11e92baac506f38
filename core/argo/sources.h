#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/argo/kustomization.h"
#include "core/argo/scan.h"

namespace noclobber::argo {

/// One commit while its Applications are being worked out.
struct Commit {
    const CommitScan *scan = nullptr;
    std::map<std::string, Kustomization> kustomizations; ///< by folder
};

/// Which repository addresses mean the repository under review.
struct OwnAddresses {
    std::set<std::string> addresses; ///< normalised

    bool contains(std::string_view repository) const;
};

/// Fills in what the tree decides of an Application's sources (isHere, exists, type) and says what of it can't be seen
/// here.
void resolveSources(Application &application, const OwnAddresses &own, const Commit &commit);

/// The files a source reads in this commit, as places in CommitScan::files, in the order in which Argo CD reads them.
std::vector<std::size_t> filesOf(const Source &source, const Commit &commit);

/// Whether a directory source would read a file of this path, were it there.
bool wouldRead(const Source &source, std::string_view path);

} // namespace noclobber::argo
