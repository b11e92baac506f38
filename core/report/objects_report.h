#pragma once

#include <stop_token>
#include <string>

#include "core/review/list_objects.h"

namespace noclobber::report {

struct ObjectsOptions {
    bool withContent = false; ///< adds what is in effect (while contested the last one), values of Secrets masked
};

/// The objects as JSON, schema noclobber.objects/1. Errors: Git, Yaml (only with content), Cancelled.
Result<std::string> writeObjectsJson(const review::ObjectList &list, const ObjectsOptions &options,
                                     std::stop_token stop);

/// One line a declaration: identity, place, Application. With content: a YAML stream, a comment before each object.
/// Errors as of writeObjectsJson.
Result<std::string> writeObjectsText(const review::ObjectList &list, const ObjectsOptions &options,
                                     std::stop_token stop);

} // namespace noclobber::report
