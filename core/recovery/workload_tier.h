#pragma once

#include <optional>

#include "core/yaml/document.h"

namespace noclobber::recovery {

/// The recovery tier of what runs in a workload, by the names of its images: coordination 20, queues and logs 30,
/// databases and storage 40, as the catalogue of kinds has them. Nothing if no image is known: an image's name is a
/// hint for the order of recovery and nothing else.
std::optional<int> tierOfImages(const yaml::Node &workload);

} // namespace noclobber::recovery
