#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/argo/template_value.h"
#include "core/base/result.h"

namespace noclobber::argo {

/// Fills in a Go template as Argo CD does with goTemplate: true. options are its goTemplateOptions
/// ("missingkey=error"); steps are what it may still take, shared by all templates of a set. What is not followed here,
/// what does not evaluate and what takes too long is an Error Yaml, never a guess. Source:
/// https://pkg.go.dev/text/template
Result<std::string> renderGoTemplate(std::string_view text, const Parameters &parameters,
                                     const std::vector<std::string> &options, long long &steps);

} // namespace noclobber::argo
