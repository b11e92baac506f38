#include "core/argo/template_functions.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/base/say.h"

namespace noclobber::argo {
namespace {

using yaml::NodeType;

bool isNil(const Value &value)
{
    return !value || value->type == NodeType::Null;
}

bool isComparable(const Value &value)
{
    return !isNil(value) && value->type != NodeType::Sequence && value->type != NodeType::Mapping;
}

/// As text/template compares: values of different kinds are an error, nil equals nil only.
Result<Value> callEqual(const TemplateArguments &arguments)
{
    if (arguments.size() < 2)
        return wrongCall("eq", say("wants two values"));
    const Value &first = arguments[0];
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const Value &other = arguments[i];
        if (isNil(first) || isNil(other)) {
            if (isNil(first) && isNil(other))
                return booleanValue(true);
            continue;
        }
        if (!isComparable(first) || !isComparable(other) || first->type != other->type)
            return wrongCall("eq",
                             say("compares values of different kinds: {} and {}", printed(first), printed(other)));
        if (first->type == NodeType::Float ? printed(*first) == printed(*other) : first->scalar == other->scalar)
            return booleanValue(true);
    }
    return booleanValue(false);
}

Result<Value> callNotEqual(const TemplateArguments &arguments)
{
    if (arguments.size() != 2)
        return wrongCall("ne", say("wants two values"));
    auto equal = callEqual(arguments);
    return equal ? Result<Value>(booleanValue(!isTruthy(*equal))) : equal;
}

Result<Value> callOrder(std::string_view name, const TemplateArguments &arguments)
{
    if (arguments.size() != 2 || !isComparable(arguments[0]) || !isComparable(arguments[1]) ||
        arguments[0]->type != arguments[1]->type || arguments[0]->type == NodeType::Boolean)
        return wrongCall(name, say("compares values of different kinds"));
    std::strong_ordering order = std::strong_ordering::equal;
    if (arguments[0]->type == NodeType::String) {
        order = arguments[0]->scalar <=> arguments[1]->scalar;
    } else {
        const auto first = integerArgument(arguments, 0);
        const auto second = integerArgument(arguments, 1);
        const auto isWhole = [](const Value &value) { return value->scalar.find_first_of(".eE") == std::string::npos; };
        if (!first || !second || !isWhole(arguments[0]) || !isWhole(arguments[1]))
            return wrongCall(name, say("compares numbers that are not followed here"));
        order = *first <=> *second;
    }
    const bool isTrue = name == "lt" ? order < 0 : name == "le" ? order <= 0 : name == "gt" ? order > 0 : order >= 0;
    return booleanValue(isTrue);
}

Result<Value> callNot(const TemplateArguments &arguments)
{
    if (arguments.size() != 1)
        return wrongCall("not", say("wants one value"));
    return booleanValue(!isTruthy(arguments[0]));
}

Result<Value> callEmpty(const TemplateArguments &arguments)
{
    if (arguments.size() != 1)
        return wrongCall("empty", say("wants one value"));
    return booleanValue(!isTruthy(arguments[0]));
}

Result<Value> callDefault(const TemplateArguments &arguments)
{
    if (arguments.empty())
        return wrongCall("default", say("wants a default"));
    return arguments.size() > 1 && isTruthy(arguments[1]) ? arguments[1] : arguments[0];
}

Result<Value> callCoalesce(const TemplateArguments &arguments)
{
    const auto found = std::ranges::find_if(arguments, isTruthy);
    return found == arguments.end() ? Value() : *found;
}

Result<Value> callTernary(const TemplateArguments &arguments)
{
    if (arguments.size() != 3 || !arguments[2] || arguments[2]->type != NodeType::Boolean)
        return wrongCall("ternary", say("wants two values and true or false"));
    return isTruthy(arguments[2]) ? arguments[0] : arguments[1];
}

Result<Value> callFail(const TemplateArguments &arguments)
{
    const auto text = textArgument(arguments, 0);
    return wrongCall("fail", say("is called: {}", text ? *text : std::string()));
}

Result<Value> callCalculation(std::string_view name, const TemplateArguments &arguments)
{
    constexpr long long largest = 1'000'000'000'000;
    if (arguments.empty())
        return wrongCall(name, say("wants numbers"));
    std::optional<long long> sum;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto number = integerArgument(arguments, i);
        if (!number || *number > largest || *number < -largest)
            return wrongCall(name, say("wants numbers of a usual size"));
        const bool divides = name == "div" || name == "mod";
        if (sum && ((divides && *number == 0) || (name == "mul" && *sum > 1'000'000)))
            return wrongCall(name, say("cannot take {}", *number));
        if (!sum)
            sum = *number;
        else if (name == "add")
            *sum += *number;
        else if (name == "sub")
            *sum -= *number;
        else if (name == "mul")
            *sum *= *number;
        else if (name == "div")
            *sum /= *number;
        else if (name == "mod")
            *sum %= *number;
        else
            *sum = name == "max" ? std::max(*sum, *number) : std::min(*sum, *number);
        if (*sum > largest || *sum < -largest)
            return wrongCall(name, say("wants numbers of a usual size"));
    }
    return integerValue(*sum + (name == "add1" ? 1 : 0));
}

Result<Value> callInteger(const TemplateArguments &arguments)
{
    const auto number = integerArgument(arguments, 0);
    return number ? Result<Value>(integerValue(*number)) : Result<Value>(number.error());
}

/// JSON in text, with '<', '>' and '&' as Go escapes them.
Result<Value> callJson(std::string_view name, const TemplateArguments &arguments)
{
    if (arguments.size() != 1)
        return wrongCall(name, say("wants one value"));
    const std::string json = arguments[0] ? yaml::toCanonicalJson(*arguments[0]) : "null";
    if (name == "toRawJson")
        return textValue(json);
    std::string escaped;
    for (const char c : json)
        escaped += c == '<' ? "\\u003c" : c == '>' ? "\\u003e" : c == '&' ? "\\u0026" : std::string(1, c);
    return textValue(escaped);
}

/// The keys of all Mappings in order, as Go writes maps.
yaml::Node inOrder(yaml::Node node)
{
    for (yaml::Node &item : node.items)
        item = inOrder(std::move(item));
    for (yaml::Field &field : node.fields)
        field.value = inOrder(std::move(field.value));
    std::ranges::sort(node.fields, {}, &yaml::Field::key);
    return node;
}

Result<Value> callYaml(const TemplateArguments &arguments)
{
    if (arguments.size() != 1)
        return wrongCall("toYaml", say("wants one value"));
    std::string text = arguments[0] ? yaml::toYaml(inOrder(*arguments[0])) : "null";
    if (text.ends_with('\n'))
        text.pop_back();
    return textValue(std::move(text));
}

Result<Value> callRead(std::string_view name, const TemplateArguments &arguments)
{
    const auto text = textArgument(arguments, 0);
    if (!text)
        return text.error();
    const auto document = yaml::readDocument(*text, yaml::TextFormat::Yaml, 1);
    if (!document)
        return wrongCall(name, say("gets a text that cannot be read"));
    return Value(std::make_shared<const yaml::Node>(asGoReads(document->root)));
}

template <typename Call>
TemplateFunction named(std::string_view name, Call call)
{
    return [known = std::string(name), call](const TemplateArguments &arguments) { return call(known, arguments); };
}

} // namespace

TemplateFunction findLogicFunction(std::string_view name)
{
    const auto isOneOf = [&](std::initializer_list<std::string_view> names) {
        return std::ranges::find(names, name) != names.end();
    };
    if (isOneOf({"lt", "le", "gt", "ge"}))
        return named(name, callOrder);
    if (isOneOf({"add", "sub", "mul", "div", "mod", "max", "min", "add1"}))
        return named(name, callCalculation);
    if (isOneOf({"toJson", "toRawJson"}))
        return named(name, callJson);
    if (isOneOf({"fromJson", "fromYaml", "fromYamlArray"}))
        return named(name, callRead);
    using Plain = Result<Value> (*)(const TemplateArguments &);
    static const std::map<std::string_view, Plain> plain = {
        {"eq", callEqual},        {"ne", callNotEqual},       {"not", callNot},         {"empty", callEmpty},
        {"default", callDefault}, {"coalesce", callCoalesce}, {"ternary", callTernary}, {"fail", callFail},
        {"int", callInteger},     {"int64", callInteger},     {"atoi", callInteger},    {"toYaml", callYaml}};
    const auto found = plain.find(name);
    return found == plain.end() ? TemplateFunction() : TemplateFunction(found->second);
}

} // namespace noclobber::argo
