#pragma once

#include <cstddef>

#include "core/yaml/line_cursor.h"
#include "core/yaml/plain_tree.h"

namespace noclobber::yaml {

/// Passes over the flow collection (`[a, "b"]`, `{c: d}`) that begins at an offset of the cursor's line and ends on it,
/// and adds it to the tree. `lastScalar` becomes the place of its last scalar, if it has one. False if it is not
/// sure what every reader makes of it.
bool passFlow(LineCursor &cursor, std::size_t offset, PlainTree &tree, std::size_t &lastScalar);

} // namespace noclobber::yaml
