#include "core/argo/go_template.h"

#include <algorithm>

#include "core/argo/go_template_parser.h"
#include "core/argo/template_functions.h"
#include "core/base/say.h"

namespace noclobber::argo {
namespace {

using yaml::NodeType;

constexpr long long mostSteps = 100'000;       ///< of one template
constexpr std::size_t longestText = 1U << 20U; ///< bytes

Error wrong(const std::string &what)
{
    return {ErrorCode::Yaml, what, ""};
}

/// One template at work. Steps and text are bounded: loops within loops must not hang a review.
class Evaluation
{
public:
    Evaluation(const Value &root, const std::vector<std::string> &options, long long &steps)
        : m_options(options), m_steps(steps), m_leastSteps(steps - mostSteps)
    {
        m_variables.emplace_back("", root); // `$`
    }

    Result<void> render(const std::vector<TemplatePart> &parts, const Value &dot);
    std::string &text() { return m_text; }

private:
    Result<void> renderPart(const TemplatePart &part, const Value &dot);
    Result<void> renderRange(const TemplatePart &part, const Value &over);
    Result<Value> evaluate(const Pipeline &pipeline, const Value &dot);
    Result<Value> run(const Command &command, const Value &dot, const Value *last);
    Result<Value> callLazily(const Command &command, const Value &dot, const Value *last);
    Result<Value> valueOf(const Operand &operand, const Value &dot);
    Result<Value> field(const Value &value, const std::string &name) const;
    void set(const std::string &name, Value value, bool declares);

    Result<void> count(long long steps);
    bool hasOption(std::string_view option) const { return std::ranges::find(m_options, option) != m_options.end(); }

    const std::vector<std::string> &m_options;
    std::vector<std::pair<std::string, Value>> m_variables;
    std::string m_text;
    long long &m_steps; ///< left
    long long m_leastSteps;
};

Result<void> Evaluation::count(long long steps)
{
    m_steps -= steps;
    if (m_steps < 0 || m_steps < m_leastSteps || m_text.size() > longestText)
        return wrong(say("it takes too long or writes too much to be followed here"));
    return {};
}

Result<void> Evaluation::render(const std::vector<TemplatePart> &parts, const Value &dot)
{
    const std::size_t scope = m_variables.size();
    for (const TemplatePart &part : parts) {
        if (auto counted = count(1); !counted)
            return counted;
        if (auto rendered = renderPart(part, dot); !rendered)
            return rendered;
    }
    m_variables.resize(scope);
    return {};
}

Result<void> Evaluation::renderPart(const TemplatePart &part, const Value &dot)
{
    if (part.kind == TemplatePart::Kind::Text) {
        m_text += part.text;
        return {};
    }
    const std::size_t scope = m_variables.size();
    if (part.kind == TemplatePart::Kind::Range) {
        Pipeline over = part.pipeline;
        over.variables.clear(); // set for each item
        const auto value = evaluate(over, dot);
        if (!value)
            return value.error();
        return isTruthy(*value) ? renderRange(part, *value) : render(part.otherwise, dot);
    }
    const auto value = evaluate(part.pipeline, dot);
    if (!value)
        return value.error();
    if (part.kind == TemplatePart::Kind::Action) {
        if (part.pipeline.variables.empty())
            m_text += printed(*value);
        return {};
    }
    const bool isWith = part.kind == TemplatePart::Kind::With;
    auto rendered = isTruthy(*value) ? render(part.body, isWith ? *value : dot) : render(part.otherwise, dot);
    m_variables.resize(scope);
    return rendered;
}

Result<void> Evaluation::renderRange(const TemplatePart &part, const Value &over)
{
    if (over->type != NodeType::Sequence && over->type != NodeType::Mapping)
        return wrong(say("a range in it goes over {}, which is no list", printed(over)));
    std::vector<std::pair<Value, Value>> items;
    for (std::size_t i = 0; i < over->items.size(); ++i)
        items.emplace_back(integerValue(static_cast<long long>(i)), Value(over, &over->items[i]));
    std::vector<const yaml::Field *> fields;
    for (const yaml::Field &entry : over->fields)
        fields.push_back(&entry);
    std::ranges::sort(fields, {}, [](const yaml::Field *entry) { return std::string_view(entry->key); });
    for (const yaml::Field *entry : fields)
        items.emplace_back(textValue(entry->key), Value(over, &entry->value));
    const auto &names = part.pipeline.variables;
    const std::size_t scope = m_variables.size();
    for (const auto &[key, item] : items) {
        if (!names.empty())
            set(names.back(), item, part.pipeline.declares);
        if (names.size() > 1)
            set(names.front(), key, part.pipeline.declares);
        if (auto counted = count(1); !counted)
            return counted;
        if (auto rendered = render(part.body, item); !rendered)
            return rendered;
        m_variables.resize(scope);
    }
    return {};
}

void Evaluation::set(const std::string &name, Value value, bool declares)
{
    const auto known = std::find_if(m_variables.rbegin(), m_variables.rend(),
                                    [&](const auto &variable) { return variable.first == name; });
    if (declares || known == m_variables.rend())
        m_variables.emplace_back(name, std::move(value));
    else
        known->second = std::move(value);
}

Result<Value> Evaluation::evaluate(const Pipeline &pipeline, const Value &dot)
{
    Value value;
    for (std::size_t i = 0; i < pipeline.commands.size(); ++i) {
        auto result = run(pipeline.commands[i], dot, i > 0 ? &value : nullptr);
        if (!result)
            return result;
        value = std::move(*result);
    }
    for (const std::string &name : pipeline.variables)
        set(name, value, pipeline.declares);
    return value;
}

Result<Value> Evaluation::run(const Command &command, const Value &dot, const Value *last)
{
    const Operand &first = command.front();
    if (first.kind != Operand::Kind::Function) {
        if (command.size() > 1 || last)
            return wrong(say("a value in it is called like a function"));
        return valueOf(first, dot);
    }
    if (!first.fields.empty())
        return wrong(say("a field of the function {} is asked for", first.name));
    if (first.name == "and" || first.name == "or")
        return callLazily(command, dot, last);
    const TemplateFunction function = findTemplateFunction(first.name);
    if (!function)
        return wrong(say("the function {} is not followed here", first.name));
    TemplateArguments arguments;
    for (std::size_t i = 1; i < command.size(); ++i) {
        auto argument = valueOf(command[i], dot);
        if (!argument)
            return argument;
        arguments.push_back(std::move(*argument));
    }
    if (last)
        arguments.push_back(*last);
    auto value = function(arguments);
    if (!value)
        return value;
    const std::size_t size = *value ? (*value)->scalar.size() / 256 + (*value)->items.size() / 16 : 0;
    if (const auto counted = count(1 + static_cast<long long>(size)); !counted)
        return counted.error();
    return value;
}

/// `and` and `or` stop at the first argument that decides.
Result<Value> Evaluation::callLazily(const Command &command, const Value &dot, const Value *last)
{
    const bool isOr = command.front().name == "or";
    Value value;
    for (std::size_t i = 1; i < command.size(); ++i) {
        auto argument = valueOf(command[i], dot);
        if (!argument)
            return argument;
        value = std::move(*argument);
        if (isTruthy(value) == isOr)
            return value;
    }
    if (command.size() == 1 && !last)
        return wrong(say("the function {} has no arguments", command.front().name));
    return last ? *last : value;
}

Result<Value> Evaluation::valueOf(const Operand &operand, const Value &dot)
{
    Value value = dot;
    switch (operand.kind) {
    case Operand::Kind::Dot:
        break;
    case Operand::Kind::Literal:
        value = operand.literal;
        break;
    case Operand::Kind::Function:
    case Operand::Kind::Inner: {
        auto result = operand.kind == Operand::Kind::Inner ? evaluate(operand.inner.front(), dot)
                                                           : run(Command{operand}, dot, nullptr);
        if (!result)
            return result;
        value = std::move(*result);
        break;
    }
    case Operand::Kind::Variable: {
        const auto known = std::find_if(m_variables.rbegin(), m_variables.rend(),
                                        [&](const auto &variable) { return variable.first == operand.name; });
        if (known == m_variables.rend())
            return wrong(say("the variable ${} is not set", operand.name));
        value = known->second;
        break;
    }
    }
    for (const std::string &name : operand.fields) {
        auto found = field(value, name);
        if (!found)
            return found;
        value = std::move(*found);
    }
    return value;
}

Result<Value> Evaluation::field(const Value &value, const std::string &name) const
{
    if (!value || value->type != NodeType::Mapping)
        return wrong(say(".{} is asked of {}, which has no fields", name, printed(value)));
    if (const yaml::Node *found = value->find(name))
        return Value(value, found);
    if (hasOption("missingkey=error"))
        return wrong(say("there is no parameter .{}", name));
    if (hasOption("missingkey=zero"))
        return wrong(say("there is no parameter .{}, and what missingkey=zero makes of it is not followed here", name));
    return Value();
}

} // namespace

Result<std::string> renderGoTemplate(std::string_view text, const Parameters &parameters,
                                     const std::vector<std::string> &options, long long &steps)
{
    if (text.find("{{") == std::string_view::npos)
        return std::string(text);
    const auto parts = parseGoTemplate(text);
    if (!parts)
        return parts.error();
    const Value root(std::shared_ptr<const void>(), &parameters);
    Evaluation evaluation(root, options, steps);
    if (const auto rendered = evaluation.render(*parts, root); !rendered)
        return rendered.error();
    return std::move(evaluation.text());
}

} // namespace noclobber::argo
