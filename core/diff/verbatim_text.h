#pragma once

#include <vector>

#include "core/argo/declaration.h"
#include "core/diff/object_rows.h"

namespace noclobber::diff {

/// The lines of a file that declare an object.
struct VerbatimSource {
    RowSource source;
    argo::Location location;
};

/// Whether these lines hold nothing but this object; an item of a List may share its lines with others.
bool standsAlone(const VerbatimSource &source);

/// Sets the lines of two files against each other as they are, or shows one side (nullptr: the side has no such
/// object). Values of Secrets, their comments and credentials are masked all the same; lines of a masked value below
/// the first are left out. Both sources must stand alone.
std::vector<ObjectRow> verbatimRows(const VerbatimSource *base, const VerbatimSource *head);

} // namespace noclobber::diff
