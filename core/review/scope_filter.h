#pragma once

#include <string>
#include <vector>

#include "core/review/review.h"

namespace noclobber::review {

/// Error NotFound for a scope that neither commit has, with those there are.
Result<void> checkScopes(const std::vector<std::string> &scopes, const argo::Inventories &inventories);

/// Keeps of a judged review only what concerns these scopes; all of it if none is named. Findings about a file, and
/// those about an Application that deploys to one of the scopes, stay. Errors as of checkScopes.
Result<void> keepScopes(const std::vector<std::string> &scopes, Review &review);

} // namespace noclobber::review
