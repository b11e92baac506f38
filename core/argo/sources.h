#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/argo/kustomizations.h"
#include "core/argo/scan.h"

namespace noclobber::argo {

/// One commit while its Applications are being worked out.
struct Commit {
    const CommitScan *scan = nullptr;
    std::map<std::string, Kustomization> kustomizations; ///< by folder
};

/// Reads one source as an Application's spec has it.
Source readSource(const yaml::Node &node);

/// Which repository addresses mean the repository under review.
struct OwnAddresses {
    std::set<std::string> addresses; ///< normalised

    bool contains(std::string_view repository) const;
};

/// Fills in what the tree decides of an Application's sources (isHere, exists, type) and says what of it can't be seen
/// here.
void resolveSources(Application &application, const OwnAddresses &own, const Commit &commit);

/// A file that a source reads, as a place in CommitScan::files.
struct ReadFile {
    std::size_t file = 0;
    Name nameSpace; ///< where a kustomization puts its objects; "" leaves them where they are
};

/// The files a source reads in this commit, in the order in which Argo CD (or Flux) reads them.
std::vector<ReadFile> filesOf(const Source &source, const Commit &commit);

/// Whether a directory source (or a folder of Flux, as far as its path tells) would read a file of this path, were it
/// there.
bool wouldRead(const Source &source, std::string_view path);

} // namespace noclobber::argo
