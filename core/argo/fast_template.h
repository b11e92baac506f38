#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace noclobber::argo {

/// Fills in a template of the older form: `{{ name }}` becomes the parameter's text. A tag that no parameter has stays
/// as it is written, as Argo CD leaves it. Error Yaml for a tag that is not closed.
/// Source: applicationset/utils/utils.go (Replace) of Argo CD, github.com/valyala/fasttemplate.
Result<std::string> renderFastTemplate(std::string_view text, const std::map<std::string, std::string> &parameters);

} // namespace noclobber::argo
