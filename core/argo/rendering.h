#pragma once

#include <vector>

#include "core/argo/identity.h"

namespace noclobber::argo {

/// For each file of a commit whether its documents count as declarations: not what a renderer consumes, what the
/// configuration excludes, a second way to a file, or what left the render of an Application that still reads its
/// folder.
std::vector<bool> findRendered(const Side &side, const Side &other);

/// The directories whose files are input of a renderer, with the files that therefore declare nothing.
std::vector<NotRendered> findNotRendered(const Side &side);

} // namespace noclobber::argo
