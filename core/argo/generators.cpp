#include "core/argo/generators.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/argo/fast_template.h"
#include "core/argo/go_template.h"
#include "core/base/say.h"

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

constexpr long long stepsOfParameters = 20; ///< what a set of them takes, in steps of a template

using Generator = Result<Generated> (*)(const Node &, GeneratorContext &);

Error wrong(const std::string &what)
{
    return {ErrorCode::Yaml, what, ""};
}

Generated dynamicGenerator(const std::string &key)
{
    static const std::map<std::string_view, std::string_view> askWhom = {
        {"scmProvider", toSay("asks a code hosting service which repositories there are")},
        {"pullRequest", toSay("asks a code hosting service which pull requests are open")},
        {"clusterDecisionResource", toSay("asks a resource in the cluster which clusters to take")},
        {"plugin", toSay("asks a plugin")}};
    const auto known = askWhom.find(key);
    const std::string asks = known == askWhom.end() ? say("is not known to this review") : said(known->second);
    return {{}, {key}, {say("its generator {} {}, so what it makes cannot be told from this repository", key, asks)}};
}

Result<Generated> generateByKey(const yaml::Field &entry, GeneratorContext &context)
{
    static const std::map<std::string_view, Generator> known = {{"list", generateList},
                                                                {"git", generateGit},
                                                                {"clusters", generateClusters},
                                                                {"matrix", generateMatrix},
                                                                {"merge", generateMerge}};
    const auto generator = known.find(entry.key);
    return generator == known.end() ? dynamicGenerator(entry.key) : generator->second(entry.value, context);
}

Result<bool> matchesExpression(const Node &expression, const std::map<std::string, std::string> &labels)
{
    const auto label = labels.find(expression.text("key"));
    const std::string kind = expression.text("operator");
    const Node *values = expression.find("values");
    const bool isListed = label != labels.end() && values &&
                          std::ranges::any_of(values->items, [&](const Node &v) { return v.scalar == label->second; });
    if (kind == "In")
        return isListed;
    if (kind == "NotIn")
        return !isListed;
    if (kind == "Exists")
        return label != labels.end();
    if (kind == "DoesNotExist")
        return label == labels.end();
    return wrong(say("its selector has the operator \"{}\", which there is not", kind));
}

} // namespace

Result<Generated> generate(const yaml::Node &generator, GeneratorContext &context)
{
    Generated all;
    const Node *selector = generator.find("selector");
    for (const yaml::Field &entry : generator.fields) {
        if (entry.key == "selector" || entry.value.type == NodeType::Null)
            continue;
        auto one = generateByKey(entry, context);
        if (!one)
            return one;
        context.budget.steps -= stepsOfParameters * static_cast<long long>(one->sets.size());
        if (context.budget.steps < 0)
            return wrong(*context.budget.spent());
        for (ParameterSet &set : one->sets) {
            const auto takes = matchesSelector(selector, flattened(set.values));
            if (!takes)
                return takes.error();
            if (*takes)
                all.sets.push_back(std::move(set));
        }
        all.dynamic.insert(all.dynamic.end(), one->dynamic.begin(), one->dynamic.end());
        all.unknowns.insert(all.unknowns.end(), one->unknowns.begin(), one->unknowns.end());
    }
    if (all.sets.size() > mostApplications)
        return wrong(say("it would make more than 10000 Applications"));
    return all;
}

std::optional<std::string> SetBudget::spent() const
{
    if (applications == 0)
        return say("the commit's ApplicationSets together would make more than {} Applications", mostOfAllSets);
    if (steps < 0)
        return say("the commit's ApplicationSets together take too long to be followed here");
    return {};
}

Result<std::string> renderText(const std::string &text, const Parameters &parameters, GeneratorContext &context)
{
    if (context.usesGoTemplate) {
        const long long before = context.steps;
        auto rendered = renderGoTemplate(text, parameters, context.options, context.steps);
        context.budget.steps -= before - context.steps;
        return rendered;
    }
    if (text.find("{{") == std::string::npos)
        return text;
    std::map<std::string, std::string> texts;
    for (const yaml::Field &field : parameters.fields) {
        if (field.value.type == NodeType::String)
            texts[field.key] = field.value.scalar;
    }
    context.steps -= static_cast<long long>(1 + texts.size());
    context.budget.steps -= static_cast<long long>(1 + texts.size());
    return context.steps < 0 ? wrong(say("it takes too long to be followed here")) : renderFastTemplate(text, texts);
}

Result<yaml::Node> renderNode(const yaml::Node &node, const Parameters &parameters, GeneratorContext &context)
{
    Node copy = node;
    if (node.type == NodeType::String) {
        auto text = renderText(node.scalar, parameters, context);
        if (!text)
            return Error{text.error().code, "\"" + node.scalar + "\": " + text.error().message, ""};
        copy.scalar = std::move(*text);
    }
    for (Node &item : copy.items) {
        auto rendered = renderNode(item, parameters, context);
        if (!rendered)
            return rendered;
        item = std::move(*rendered);
    }
    for (yaml::Field &field : copy.fields) {
        auto key = renderText(field.key, parameters, context);
        auto rendered = renderNode(field.value, parameters, context);
        if (!key)
            return key.error();
        if (!rendered)
            return rendered;
        field.key = std::move(*key);
        field.value = std::move(*rendered);
    }
    return copy;
}

Result<void> addValues(const yaml::Node &generator, Parameters &parameters, GeneratorContext &context)
{
    const Node *values = generator.find("values");
    if (!values || values->fields.empty())
        return {};
    const Parameters before = parameters; // one value does not see the other
    Node all;
    for (const yaml::Field &value : values->fields) {
        auto text = renderText(value.value.scalar, before, context);
        if (!text)
            return Error{text.error().code, say("its value {}: {}", value.key, text.error().message), ""};
        if (context.usesGoTemplate)
            setField(all, value.key, textNode(std::move(*text)));
        else
            setField(parameters, "values." + value.key, textNode(std::move(*text)));
    }
    if (context.usesGoTemplate)
        setField(parameters, "values", std::move(all));
    return {};
}

Result<bool> matchesSelector(const yaml::Node *selector, const std::map<std::string, std::string> &labels)
{
    if (!selector)
        return true;
    if (const Node *wanted = selector->find("matchLabels")) {
        for (const yaml::Field &field : wanted->fields) {
            const auto label = labels.find(field.key);
            if (label == labels.end() || label->second != field.value.scalar)
                return false;
        }
    }
    const Node *expressions = selector->find("matchExpressions");
    for (const Node &expression : expressions ? expressions->items : std::vector<Node>()) {
        auto matches = matchesExpression(expression, labels);
        if (!matches || !*matches)
            return matches;
    }
    return true;
}

bool isEmptyValue(const yaml::Node &node)
{
    return node.items.empty() && node.fields.empty() && !isTruthy(Value(std::shared_ptr<const void>(), &node));
}

void fillFrom(yaml::Node &into, const yaml::Node &from)
{
    for (const yaml::Field &field : from.fields) {
        auto known = std::ranges::find(into.fields, field.key, &yaml::Field::key);
        if (known == into.fields.end())
            into.fields.push_back(field);
        else if (known->value.type == NodeType::Mapping && field.value.type == NodeType::Mapping)
            fillFrom(known->value, field.value);
        else if (isEmptyValue(known->value))
            known->value = field.value;
    }
}

} // namespace noclobber::argo
