#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/argo/shared_id.h"
#include "core/base/few.h"
#include "core/git/comparison.h"
#include "core/kube/manifest.h"

namespace noclobber::argo {

/// Where the scope of a declaration comes from.
enum class ScopeOrigin { Layout, Application, Folder };

/// Where a declaration stands.
struct Location {
    Name path;
    int document = 0;  ///< from 1
    int item = 0;      ///< place in its List from 1, 0 when it is none
    int firstLine = 0; ///< one-based
    int lastLine = 0;

    auto operator<=>(const Location &) const = default;
};

/// "path:line" of the first line.
std::string toText(const Location &location);

/// One document that claims to define an object, in one commit. What several Applications cover is a declaration of
/// each.
struct Declaration {
    ObjectId id;
    Location location;
    std::shared_ptr<const kube::Manifest> manifest; ///< what the scan kept of it; shared by commits and Applications
    git::BlobId blob;
    ScopeOrigin scopeOrigin = ScopeOrigin::Folder;
    SharedId application;  ///< the Application that covers it; none: its deployer is not seen here
    std::size_t order = 0; ///< in its commit: place in the apply order of its Application, or of the walk over all
};

/// Everything that claims to be one object in one commit.
struct DeclaredObject {
    ObjectId id;
    Few<Declaration> declarations; ///< by Application, then apply order
    Few<std::size_t> inEffect;     ///< places of those in effect: one is the winner, several are contested

    bool isContested() const { return inEffect.size() > 1; }
    /// The winner, or nullptr while contested.
    const Declaration *winner() const { return inEffect.size() == 1 ? &declarations[inEffect[0]] : nullptr; }
};

} // namespace noclobber::argo
