#include "core/argo/generators.h"
#include "core/base/say.h"

namespace noclobber::argo {
namespace {

using yaml::Node;
using yaml::NodeType;

Error wrong(const std::string &what)
{
    return {ErrorCode::Yaml, what, ""};
}

/// An element for templates of the older form: texts only, those of `values` by "values.name".
Result<Parameters> flatElement(const Node &element, const std::string &name)
{
    Parameters parameters;
    parameters.type = NodeType::Mapping;
    const auto add = [&](const std::string &key, const Node &value) {
        if (value.type != NodeType::String)
            return false;
        setField(parameters, key, textNode(value.scalar));
        return true;
    };
    for (const yaml::Field &field : element.fields) {
        const bool isValues = field.key == "values";
        if (isValues && field.value.type != NodeType::Mapping)
            return wrong(say("{} has values that are no map", name));
        if (!isValues && !add(field.key, field.value))
            return wrong(say("{} has {} that is no text, which templates of the older form refuse", name, field.key));
        for (const yaml::Field &value : isValues ? field.value.fields : std::vector<yaml::Field>()) {
            if (!add("values." + value.key, value.value))
                return wrong(say("{} has values.{} that is no text", name, value.key));
        }
    }
    return parameters;
}

} // namespace

Result<Generated> generateList(const yaml::Node &list, GeneratorContext &context)
{
    Generated generated;
    const Node *elements = list.find("elements");
    for (const Node &element : elements ? elements->items : std::vector<Node>()) {
        const std::string name = say("element {} of its list", generated.sets.size() + 1);
        if (element.type != NodeType::Mapping)
            return wrong(say("{} is no map", name));
        auto parameters = context.usesGoTemplate ? Result<Parameters>(asGoReads(element)) : flatElement(element, name);
        if (!parameters)
            return parameters.error();
        generated.sets.push_back({std::move(*parameters), name});
    }
    const std::string text = list.text("elementsYaml");
    if (text.empty())
        return generated;
    const auto document = yaml::readDocument(text, yaml::TextFormat::Yaml, 1);
    if (!document || document->root.type != NodeType::Sequence)
        return wrong(say("its elementsYaml is no list"));
    for (const Node &element : document->root.items) {
        if (element.type != NodeType::Mapping)
            return wrong(say("its elementsYaml has an element that is no map"));
        const std::string name = say("element {} of its list", generated.sets.size() + 1);
        generated.sets.push_back({asGoReads(element), name});
    }
    return generated;
}

} // namespace noclobber::argo
