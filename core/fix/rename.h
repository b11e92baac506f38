#pragma once

#include <string>

#include "core/argo/content_reader.h"
#include "core/base/result.h"

namespace noclobber::fix {

/// The patch for `git apply` on the commit of a declaration that gives it another name; every other byte stays, and
/// what refers to the old name keeps it. No line of a Secret is in it, see writeSafePatch.
/// Errors: Git; Yaml says what keeps it from being edited safely, a clause.
Result<std::string> writeRename(argo::ContentReader &reader, const argo::Declaration &declaration,
                                const std::string &name);

} // namespace noclobber::fix
