#include "core/argo/template_functions.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

#include "core/base/say.h"

namespace noclobber::argo {

TemplateFunction findTemplateFunction(std::string_view name)
{
    if (TemplateFunction function = findTextFunction(name))
        return function;
    if (TemplateFunction function = findListFunction(name))
        return function;
    return findLogicFunction(name);
}

Error wrongCall(std::string_view function, std::string_view why)
{
    return {ErrorCode::Yaml, say("the function {} {}", function, why), ""};
}

Result<std::string> textArgument(const TemplateArguments &arguments, std::size_t place)
{
    if (place >= arguments.size())
        return Error{ErrorCode::Yaml, say("a function has too few arguments"), ""};
    const Value &value = arguments[place];
    if (!value || value->type != yaml::NodeType::String)
        return Error{ErrorCode::Yaml, say("a function that wants a text gets {}", printed(value)), ""};
    return value->scalar;
}

Result<long long> integerArgument(const TemplateArguments &arguments, std::size_t place)
{
    if (place >= arguments.size())
        return Error{ErrorCode::Yaml, say("a function has too few arguments"), ""};
    const Value &value = arguments[place];
    const auto wrong = [&value] {
        return Error{ErrorCode::Yaml, say("a function that wants a number gets {}", printed(value)), ""};
    };
    if (!value)
        return wrong();
    if (value->type == yaml::NodeType::Float) {
        const double number = std::strtod(value->scalar.c_str(), nullptr);
        constexpr double largest = 9e15; // exact in a double
        return std::abs(number) < largest ? Result<long long>(static_cast<long long>(number))
                                          : Result<long long>(wrong());
    }
    if (value->type != yaml::NodeType::Integer && value->type != yaml::NodeType::String)
        return wrong();
    const std::string &text = value->scalar;
    const bool isOctal = value->type == yaml::NodeType::String && text.size() > 1 && text.starts_with('0');
    long long number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || isOctal)
        return wrong();
    return number;
}

} // namespace noclobber::argo
