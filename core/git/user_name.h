#pragma once

#include <string>

#include "core/base/result.h"

namespace noclobber::git {

/// The name that git would write into a commit made in this repository (`user.name`); "" when none is configured.
/// Errors as findRepository.
Result<std::string> userName(const std::string &folder);

} // namespace noclobber::git
