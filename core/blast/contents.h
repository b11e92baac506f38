#pragma once

#include "core/argo/content_reader.h"
#include "core/blast/deployments.h"

namespace noclobber::blast {

/// What the object says in the commit it is of (contested: the last in effect). Nothing if its document cannot be
/// read, so that one damaged document does not hide the rest of the radius. Error Git.
Result<argo::Content> contentOf(argo::ContentReader &reader, const argo::DeclaredObject &object);

} // namespace noclobber::blast
