#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/argo/inventory.h"
#include "core/base/places.h"
#include "core/git/comparison.h"
#include "core/kube/manifest.h"

namespace noclobber::argo {

/// Whether Argo CD's walk over a repository comes to the first path before the second: names of one folder by their
/// bytes, a folder's files where its name stands (`a/x.yaml` before `a.yaml`, `app10.yaml` before `app2.yaml`). Source:
/// Go's filepath.Walk.
bool walksBefore(std::string_view first, std::string_view second);

/// A file of one commit that may hold declarations.
struct ManifestFile {
    Name path;
    git::BlobId blob;
    Name target; ///< of a symbolic link: the path it stands for; else ""
    std::shared_ptr<const kube::FileManifests> manifests;
};

/// Group and kind of manifests, as they are written.
using WrittenKind = std::pair<Name, Name>;

/// Where a manifest stands in a scan.
struct ManifestPlace {
    std::uint32_t file = 0;     ///< in CommitScan::files
    std::uint32_t manifest = 0; ///< in FileManifests::manifests

    auto operator<=>(const ManifestPlace &) const = default;
};

/// The files [begin, end) of a scan.
struct FileRange {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The manifests of each group and kind, in walk order.
using Kinds = std::map<WrittenKind, std::vector<ManifestPlace>>;

/// All of them in one commit.
struct CommitScan {
    std::vector<ManifestFile> files;                         ///< in walk order
    std::vector<Problem> problems;                           ///< links that lead nowhere, files too large to read
    std::vector<Name> paths;                                 ///< every path of the commit, sorted by bytes
    std::vector<git::TreeEntry> telling;                     ///< those whose names say how others are taken, by path
    Places<Name> places;                                     ///< of `files`, by path
    std::unordered_map<std::string_view, FileRange> folders; ///< every folder of the commit
    Kinds kinds;                                             ///< every manifest

    const std::shared_ptr<const kube::Manifest> &at(ManifestPlace place) const
    {
        return files[place.file].manifests->manifests[place.manifest];
    }
    /// The manifests of a group and kind, in walk order.
    std::span<const ManifestPlace> ofKind(Name group, Name kind) const;
    /// The place of the file with exactly this path.
    std::optional<std::size_t> find(const Name &path) const;
    /// The files in a folder and below, or the file of this path.
    FileRange filesWithin(std::string_view path) const;
    /// Whether the commit has a file at or below the path.
    bool hasPath(std::string_view path) const;
};

struct CommitScans {
    CommitScan base;
    CommitScan head;
};

/// Makes the processor fetch what is looked at a few files later: manifests lie where they were read, and who goes
/// through all files would wait for the memory of each.
void fetchAhead(const CommitScan &scan, std::size_t file);

/// Reads every `*.yaml`, `*.yml` and `*.json` of both commits, each blob once. Errors: Git, Cancelled.
Result<CommitScans> scanCommits(const git::Comparison &comparison, const ReadingOptions &options, std::stop_token stop);

} // namespace noclobber::argo
