#include "core/argo/generators.h"
#include "core/base/say.h"

#include <algorithm>

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

Error wrong(const std::string &what)
{
    return {ErrorCode::Yaml, what, ""};
}

/// A generator within a generator makes one kind of parameters.
bool isOneGenerator(const Node &generator)
{
    return 1 == std::ranges::count_if(generator.fields, [](const yaml::Field &field) {
               return field.key != "selector" && field.value.type != NodeType::Null;
           });
}

const std::vector<Node> &childrenOf(const Node &generator)
{
    static const std::vector<Node> none;
    const Node *children = generator.find("generators");
    return children ? children->items : none;
}

/// Both sets in one. Templates of the older form refuse a name that has two values.
Result<Parameters> combined(const Parameters &first, const Parameters &second, bool usesGoTemplate)
{
    Parameters both = first;
    if (usesGoTemplate) {
        fillFrom(both, second);
        return both;
    }
    for (const yaml::Field &field : second.fields) {
        const Node *known = first.find(field.key);
        if (known && printed(*known) != printed(field.value))
            return wrong(say("its generator matrix gives the parameter {} two values", field.key));
        setField(both, field.key, field.value);
    }
    return both;
}

void takeUnknowns(Generated &into, const Generated &from)
{
    into.dynamic.insert(into.dynamic.end(), from.dynamic.begin(), from.dynamic.end());
    for (const std::string &why : from.unknowns) {
        if (std::ranges::find(into.unknowns, why) == into.unknowns.end())
            into.unknowns.push_back(why);
    }
}

/// As mergo does with override: what is not empty wins, Mappings are merged.
void overrideWith(Node &into, const Node &from)
{
    for (const yaml::Field &field : from.fields) {
        auto known = std::ranges::find(into.fields, field.key, &yaml::Field::key);
        if (known == into.fields.end())
            into.fields.push_back(field);
        else if (known->value.type == NodeType::Mapping && field.value.type == NodeType::Mapping)
            overrideWith(known->value, field.value);
        else if (!isEmptyValue(field.value))
            known->value = field.value;
    }
}

std::string mergeKeyOf(const Parameters &parameters, const Node &keys)
{
    Node key;
    key.type = NodeType::Sequence;
    for (const Node &name : keys.items) {
        const Node *value = parameters.find(name.scalar);
        key.items.push_back(value ? *value : Node());
    }
    return yaml::toCanonicalJson(key);
}

Result<std::map<std::string, ParameterSet>> byMergeKey(const Generated &generated, const Node &keys)
{
    std::map<std::string, ParameterSet> sets;
    for (const ParameterSet &set : generated.sets) {
        if (!sets.emplace(mergeKeyOf(set.values, keys), set).second)
            return wrong(
                say("its generator merge has two sets of parameters with the same merge keys, {} is one of them",
                    set.origin));
    }
    return sets;
}

} // namespace

Result<Generated> generateMatrix(const yaml::Node &matrix, GeneratorContext &context)
{
    const std::vector<Node> &children = childrenOf(matrix);
    if (children.size() != 2 || !std::ranges::all_of(children, isOneGenerator))
        return wrong(say("its generator matrix does not have two generators"));
    const auto first = generate(children[0], context);
    if (!first)
        return first;
    Generated all;
    takeUnknowns(all, *first);
    for (const ParameterSet &outer : first->sets) {
        Node second = children[1];
        if (!outer.values.fields.empty()) { // the second may use what the first yields
            auto rendered = renderNode(second, outer.values, context);
            if (!rendered)
                return rendered.error();
            second = std::move(*rendered);
        }
        const auto inner = generate(second, context);
        if (!inner)
            return inner;
        takeUnknowns(all, *inner);
        if (all.sets.size() + inner->sets.size() > mostApplications)
            return wrong(say("its generator matrix would make more than 10000 Applications"));
        for (const ParameterSet &set : inner->sets) {
            auto both = combined(outer.values, set.values, context.usesGoTemplate);
            if (!both)
                return both.error();
            all.sets.push_back({std::move(*both), say("{} with {}", outer.origin, set.origin)});
        }
    }
    return all;
}

Result<Generated> generateMerge(const yaml::Node &merge, GeneratorContext &context)
{
    const std::vector<Node> &children = childrenOf(merge);
    const Node *keys = merge.find("mergeKeys");
    if (children.size() < 2 || !std::ranges::all_of(children, isOneGenerator))
        return wrong(say("its generator merge does not have two generators or more"));
    if (!keys || keys->items.empty())
        return wrong(say("its generator merge has no mergeKeys"));
    auto all = generate(children[0], context);
    if (!all)
        return all;
    if (const auto unique = byMergeKey(*all, *keys); !unique)
        return unique.error();
    for (std::size_t i = 1; i < children.size(); ++i) {
        const auto other = generate(children[i], context);
        if (!other)
            return other;
        takeUnknowns(*all, *other);
        const auto overriding = byMergeKey(*other, *keys);
        if (!overriding)
            return overriding.error();
        for (ParameterSet &set : all->sets) {
            const auto found = overriding->find(mergeKeyOf(set.values, *keys));
            if (found == overriding->end())
                continue;
            if (context.usesGoTemplate) {
                overrideWith(set.values, found->second.values);
            } else {
                for (const yaml::Field &field : found->second.values.fields)
                    setField(set.values, field.key, field.value);
            }
        }
    }
    return all;
}

} // namespace noclobber::argo
