#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "core/argo/template_value.h"
#include "core/base/result.h"

namespace noclobber::argo {

using TemplateArguments = std::vector<Value>;
using TemplateFunction = std::function<Result<Value>(const TemplateArguments &arguments)>;

/// A function of text/template, of sprig or of Argo CD's own, or an empty one if it is not followed here. `and` and
/// `or` are the evaluator's. Sources: https://pkg.go.dev/text/template, https://masterminds.github.io/sprig/,
/// docs/operator-manual/applicationset/GoTemplate.md of Argo CD.
TemplateFunction findTemplateFunction(std::string_view name);

// By what they work on, the same.
TemplateFunction findTextFunction(std::string_view name);
TemplateFunction findListFunction(std::string_view name);
TemplateFunction findLogicFunction(std::string_view name);

/// The error of a wrong call, one clause.
Error wrongCall(std::string_view function, std::string_view why);

/// The text of an argument that has to be a String. Error Yaml if it is none.
Result<std::string> textArgument(const TemplateArguments &arguments, std::size_t place);

/// An argument as sprig's int functions take it: a number, or a text that is one.
Result<long long> integerArgument(const TemplateArguments &arguments, std::size_t place);

} // namespace noclobber::argo
