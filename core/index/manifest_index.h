#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/index/index_bytes.h"
#include "core/index/private_folder.h"

namespace noclobber::index {

/// What is known of a blob after a review.
struct Reading {
    BlobKey key;
    ManifestsPtr manifests;
    bool isNew = false; ///< just read, not found in the index
};

/// Where one repository's index is kept, and how large it may become.
struct IndexPlace {
    std::string folder;                  ///< see userFolder()
    std::string repository;              ///< its git directory
    std::size_t mostBytes = 256U << 20U; ///< of all files in the folder
};

/// The folder of this user for indexes: below $XDG_CACHE_HOME, else below $HOME/.cache. Nothing without either (a path
/// that is not absolute does not count).
/// Source: https://specifications.freedesktop.org/basedir-spec/latest/
std::optional<std::string> userFolder();

/// What readManifests answered in earlier reviews of one repository, so that a blob is read once in its life. Any doubt
/// about the file (damage, another version, reader or owner) makes it an empty index: no answer ever depends on it.
///
/// Whoever can write files as this user could put lies into it, as into this program: the folder and the file must be
/// the user's own and closed to all others, or they are not looked at.
class ManifestIndex
{
public:
    /// Reads what is kept of the repository.
    static ManifestIndex open(IndexPlace place);

    /// The answers for the keys, which must be sorted and unique; nullptr for those that are not known.
    std::vector<ManifestsPtr> find(std::span<const BlobKey> keys, unsigned jobs);

    /// Adds what is new, if anything is. What this review did not use stays, as long as it is not more than what it
    /// used or the file is small; beyond the bound nothing is kept. Errors: Io; there is nothing to be done about them.
    Result<void> save(std::span<const Reading> readings) const;

private:
    explicit ManifestIndex(IndexPlace place) : m_place(std::move(place)) {}

    IndexPlace m_place;
    std::unique_ptr<const std::string> m_bytes; ///< of the file; none if there is none
    IndexParts m_parts;                         ///< views of m_bytes; empty if it is not to be trusted
};

} // namespace noclobber::index
