#include "core/argo/template_functions.h"

#include <algorithm>
#include <map>

#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

constexpr std::size_t mostItems = 10'000;

bool isList(const Value &value)
{
    return value && value->type == NodeType::Sequence;
}

Node nodeOf(const Value &value)
{
    return value ? *value : Node();
}

Value valueOf(Node node)
{
    return std::make_shared<const Node>(std::move(node));
}

Result<Value> callSplit(std::string_view name, const TemplateArguments &arguments)
{
    const bool isBounded = name == "splitn";
    const auto separator = textArgument(arguments, 0);
    const auto text = textArgument(arguments, isBounded ? 2 : 1);
    const auto most = isBounded ? integerArgument(arguments, 1) : Result<long long>(-1);
    if (!separator || !text || !most || separator->empty() || *most == 0)
        return wrongCall(name, say("wants a separator and a text"));
    std::vector<Node> parts;
    std::string_view rest = *text;
    while (true) {
        const bool isLast = *most > 0 && parts.size() + 1 == static_cast<std::size_t>(*most);
        const std::size_t at = isLast ? std::string_view::npos : rest.find(*separator);
        parts.push_back(textNode(std::string(rest.substr(0, at))));
        if (at == std::string_view::npos)
            break;
        rest.remove_prefix(at + separator->size());
    }
    if (name == "splitList")
        return listValue(std::move(parts));
    Node numbered; // `split` gives the keys _0, _1 and so on
    numbered.type = NodeType::Mapping;
    for (std::size_t i = 0; i < parts.size(); ++i)
        numbered.fields.push_back({'_' + std::to_string(i), 0, std::move(parts[i])});
    return valueOf(std::move(numbered));
}

Result<Value> callJoin(const TemplateArguments &arguments)
{
    const auto separator = textArgument(arguments, 0);
    if (!separator || arguments.size() != 2 || !arguments[1])
        return wrongCall("join", say("wants a separator and a list"));
    if (!isList(arguments[1]))
        return textValue(printed(*arguments[1]));
    std::vector<std::string> parts;
    for (const Node &item : arguments[1]->items) {
        if (item.type != NodeType::Null)
            parts.push_back(printed(item));
    }
    return textValue(join(parts, *separator));
}

Result<Value> callIndex(const TemplateArguments &arguments)
{
    if (arguments.empty() || !arguments[0])
        return wrongCall("index", say("wants a list or a map"));
    Value value = arguments[0];
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const Value &key = arguments[i];
        if (value && value->type == NodeType::Mapping && key && key->type == NodeType::String) {
            const Node *found = value->find(key->scalar);
            value = found ? Value(value, found) : nullptr;
        } else if (isList(value) && key && key->type == NodeType::Integer) {
            const auto place = integerArgument(arguments, i);
            if (!place || *place < 0 || static_cast<std::size_t>(*place) >= value->items.size())
                return wrongCall("index", say("reaches outside the list: {}", printed(key)));
            value = Value(value, &value->items[static_cast<std::size_t>(*place)]);
        } else {
            return wrongCall("index", say("cannot look up {}", printed(key)));
        }
    }
    return value;
}

Result<Value> callLength(const TemplateArguments &arguments)
{
    if (arguments.size() != 1 || !arguments[0])
        return wrongCall("len", say("wants one value"));
    const Node &value = *arguments[0];
    if (value.type == NodeType::String)
        return integerValue(static_cast<long long>(value.scalar.size()));
    if (value.type == NodeType::Sequence || value.type == NodeType::Mapping)
        return integerValue(static_cast<long long>(value.items.size() + value.fields.size()));
    return wrongCall("len", say("wants a text, list or map"));
}

/// Functions of one list.
Result<Value> callOnList(std::string_view name, const TemplateArguments &arguments)
{
    if (arguments.size() != 1 || !isList(arguments[0]))
        return wrongCall(name, say("wants one list"));
    std::vector<Node> items = arguments[0]->items;
    if (name == "first" || name == "last") {
        if (items.empty())
            return Value();
        return valueOf(name == "first" ? items.front() : items.back());
    }
    if (name == "reverse") {
        std::ranges::reverse(items);
    } else if (name == "sortAlpha") {
        std::ranges::transform(items, items.begin(), [](const Node &item) { return textNode(printed(item)); });
        std::ranges::sort(items, {}, &Node::scalar);
    } else if (name == "compact") {
        std::erase_if(items, [](const Node &item) { return !isTruthy(std::make_shared<const Node>(item)); });
    } else if (name == "uniq") {
        std::vector<Node> once;
        for (Node &item : items) {
            if (std::ranges::find(once, item) == once.end())
                once.push_back(std::move(item));
        }
        items = std::move(once);
    } else if (!items.empty()) {
        items.erase(name == "rest" ? items.begin() : items.end() - 1);
    }
    return listValue(std::move(items));
}

/// Functions that make one list of a list and values.
Result<Value> callListing(std::string_view name, const TemplateArguments &arguments)
{
    std::vector<Node> items;
    if (name == "list") {
        std::ranges::transform(arguments, std::back_inserter(items), nodeOf);
        return listValue(std::move(items));
    }
    if (arguments.empty() || !isList(arguments[0]))
        return wrongCall(name, say("wants a list"));
    items = arguments[0]->items;
    if (name == "without") {
        for (std::size_t i = 1; i < arguments.size(); ++i)
            std::erase(items, nodeOf(arguments[i]));
        return listValue(std::move(items));
    }
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (name == "concat" && !isList(arguments[i]))
            return wrongCall(name, say("wants lists"));
        if (name == "concat")
            items.insert(items.end(), arguments[i]->items.begin(), arguments[i]->items.end());
        else
            items.insert(name == "append" ? items.end() : items.begin(), nodeOf(arguments[i]));
        if (items.size() > mostItems)
            return wrongCall(name, say("makes too long a list"));
    }
    return listValue(std::move(items));
}

Result<Value> callHas(const TemplateArguments &arguments)
{
    if (arguments.size() != 2 || !isList(arguments[1]))
        return wrongCall("has", say("wants a value and a list"));
    return booleanValue(std::ranges::find(arguments[1]->items, nodeOf(arguments[0])) != arguments[1]->items.end());
}

Result<Value> callUntil(const TemplateArguments &arguments)
{
    const auto count = integerArgument(arguments, 0);
    if (!count || *count < 0 || *count > static_cast<long long>(mostItems))
        return wrongCall("until", say("wants a number up to 10000"));
    std::vector<Node> items;
    for (long long i = 0; i < *count; ++i)
        items.push_back(*integerValue(i));
    return listValue(std::move(items));
}

Result<Value> callDict(const TemplateArguments &arguments)
{
    Node dict;
    dict.type = NodeType::Mapping;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const auto key = textArgument(arguments, i);
        if (!key)
            return key.error();
        setField(dict, *key, i + 1 < arguments.size() ? nodeOf(arguments[i + 1]) : textNode(""));
    }
    return valueOf(std::move(dict));
}

/// `get map key`, `hasKey map key`, `pick map key...`, `omit map key...`.
Result<Value> callOnDict(std::string_view name, const TemplateArguments &arguments)
{
    if (arguments.size() < 2 || !arguments[0] || arguments[0]->type != NodeType::Mapping)
        return wrongCall(name, say("wants a map and a key"));
    const auto key = textArgument(arguments, 1);
    if (!key)
        return key.error();
    const Node *found = arguments[0]->find(*key);
    if (name == "hasKey")
        return booleanValue(found != nullptr);
    if (name == "get")
        return found ? Value(arguments[0], found) : textValue("");
    Node dict = *arguments[0];
    std::erase_if(dict.fields, [&](const yaml::Field &field) {
        const bool isNamed = std::ranges::any_of(arguments.begin() + 1, arguments.end(), [&](const Value &value) {
            return value && value->type == NodeType::String && value->scalar == field.key;
        });
        return isNamed == (name == "omit");
    });
    return valueOf(std::move(dict));
}

/// `dig key... default map`.
Result<Value> callDig(const TemplateArguments &arguments)
{
    if (arguments.size() < 3)
        return wrongCall("dig", say("wants keys, a default and a map"));
    Value value = arguments.back();
    for (std::size_t i = 0; i + 2 < arguments.size(); ++i) {
        const auto key = textArgument(arguments, i);
        if (!key || !value || value->type != NodeType::Mapping)
            return wrongCall("dig", say("wants keys, a default and a map"));
        const Node *found = value->find(*key);
        if (!found)
            return arguments[arguments.size() - 2];
        value = Value(value, found);
    }
    return value;
}

template <typename Call>
TemplateFunction named(std::string_view name, Call call)
{
    return [known = std::string(name), call](const TemplateArguments &arguments) { return call(known, arguments); };
}

} // namespace

TemplateFunction findListFunction(std::string_view name)
{
    const auto isOneOf = [&](std::initializer_list<std::string_view> names) {
        return std::ranges::find(names, name) != names.end();
    };
    if (isOneOf({"split", "splitList", "splitn"}))
        return named(name, callSplit);
    if (isOneOf({"first", "last", "rest", "initial", "reverse", "sortAlpha", "compact", "uniq"}))
        return named(name, callOnList);
    if (isOneOf({"list", "append", "prepend", "concat", "without"}))
        return named(name, callListing);
    if (isOneOf({"get", "hasKey", "pick", "omit"}))
        return named(name, callOnDict);
    using Plain = Result<Value> (*)(const TemplateArguments &);
    static const std::map<std::string_view, Plain> plain = {
        {"join", callJoin},   {"index", callIndex}, {"len", callLength}, {"has", callHas},
        {"until", callUntil}, {"dict", callDict},   {"dig", callDig}};
    const auto found = plain.find(name);
    return found == plain.end() ? TemplateFunction() : TemplateFunction(found->second);
}

} // namespace noclobber::argo
