#pragma once

#include <optional>
#include <string_view>

#include "core/yaml/document.h"

namespace noclobber::diff {

/// What a text says when it is JSON or YAML with fields or items: a dashboard in a ConfigMap. Nothing when it is not,
/// when comments, templates or repeated keys would be lost, or when it is too long to be read in passing.
std::optional<yaml::Node> structureOf(std::string_view text);

} // namespace noclobber::diff
