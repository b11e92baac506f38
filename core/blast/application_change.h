#pragma once

#include <string>
#include <vector>

#include "core/argo/inventory.h"

namespace noclobber::blast {

/// In which ways an Application reads or deploys elsewhere in head than in base, one clause each: "its source path
/// changes from a to b". Empty if its text says the same: a renderer that the tree brings in is no word of its own.
std::vector<std::string> retargetings(const argo::Application &base, const argo::Application &head);

/// Whether it deploys to another cluster than before. A cluster named once by its name and once by its server may be
/// the same one; without its Secret in the tree nobody can tell, so it counts as another. A spec that is refused moves
/// nothing.
bool movesToOtherCluster(const argo::Application &base, const argo::Application &head);

/// Whether what base deployed and head does not leaves because its text is gone: the Application still looks where it
/// stood, and would still give it the same identity.
bool isTextGone(const argo::Declaration &was, const argo::Application &base, const argo::Application &head);

/// Whether what the Application deploys of this repository is fixed: every source of it here names the same commit or
/// version tag as in base, so that this change does not reach its objects.
bool isPinned(const argo::Application &base, const argo::Application &head);

/// Why Argo CD cannot compare this Application in this commit (then it neither syncs nor prunes), one clause; "" if it
/// can: a source in this repository whose path holds no file, or a manifest in it that Argo CD refuses.
std::string comparisonError(const argo::Application &application, const argo::Inventory &inventory);

/// "Application argocd/web", "Flux Kustomization flux-system/apps", "HelmRelease shop/redis".
std::string nameOf(const argo::Application &application);

} // namespace noclobber::blast
