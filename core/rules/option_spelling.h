#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/kube/manifest.h"

namespace noclobber::rules {

/// The protection that somebody meant with a sync option that Argo CD does not know: "Prune=false" for "prune=false",
/// "Prune = false", "Prune: false", "Pruning=false", "Prune=False"; "" for an option that is right, or like none that
/// protects. Argo CD compares letter by letter. Source: gitops-engine/pkg/sync/common/types.go, docs/user-guide/
/// sync-options.md.
std::string meantOption(std::string_view entry);

/// What the annotations try to say and do not, one clause each: "prune=false is no option of Argo CD, Prune=false is".
std::vector<std::string> misspeltProtections(const kube::Manifest &manifest);

/// The same of an Application's own sync options.
std::vector<std::string> misspeltProtections(const std::vector<std::string> &syncOptions);

} // namespace noclobber::rules
