#pragma once

#include <string_view>

namespace noclobber::argo {

/// Whether a targetRevision is a full commit id or one version's tag ("v1.2.3"): what it names does not change with a
/// commit that comes later.
bool isFixedRevision(std::string_view revision);

} // namespace noclobber::argo
