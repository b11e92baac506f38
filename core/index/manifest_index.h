#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/index/index_bytes.h"
#include "core/index/private_folder.h"

namespace noclobber::index {

/// Where the answer for a blob came from.
enum class Origin {
    Unkept, ///< nowhere yet, or it is not to be kept
    Index,
    Blob ///< just read
};

/// What is known of a blob in a review.
struct Reading {
    BlobKey key;
    ManifestsPtr manifests = {};
    Origin origin = Origin::Unkept;
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

    /// Fills in what is known.
    void find(std::span<Reading> readings, unsigned jobs);

    /// Adds what was just read, if anything was. What this review did not use stays, as long as it is not more than
    /// what it used or the file is small; beyond the bound nothing is kept. Errors: Io; nothing need be done about
    /// them.
    Result<void> save(std::span<const Reading> readings) const;

private:
    explicit ManifestIndex(IndexPlace place) : m_place(std::move(place)) {}

    IndexPlace m_place;
    std::unique_ptr<const std::string> m_bytes; ///< of the file; none if there is none
    IndexParts m_parts;                         ///< views of m_bytes; empty if it is not to be trusted
};

} // namespace noclobber::index
