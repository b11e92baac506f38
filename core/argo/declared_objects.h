#pragma once

#include "core/argo/applications.h"
#include "core/argo/configuration.h"
#include "core/argo/shared_objects.h"

namespace noclobber::argo {

/// What base declares, sorted by id.
SharedObjects objectsOfBase(const Configuration &configuration, const Sides &sides, unsigned jobs);

/// What head declares, sorted by id: base's own objects but for those that a file declares which is not the same in
/// both commits, or which other Applications read.
SharedObjects objectsOfHead(const Configuration &configuration, const Sides &sides, const SharedObjects &base);

} // namespace noclobber::argo
