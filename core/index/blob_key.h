#pragma once

#include <compare>
#include <memory>

#include "core/git/comparison.h"
#include "core/kube/manifest.h"

namespace noclobber::index {

/// What readManifests is asked: the same bytes as JSON and as YAML are two readings.
struct BlobKey {
    git::BlobId blob;
    yaml::TextFormat format = yaml::TextFormat::Yaml;

    auto operator<=>(const BlobKey &) const = default;
};

/// And its answer.
using ManifestsPtr = std::shared_ptr<const kube::FileManifests>;

} // namespace noclobber::index
