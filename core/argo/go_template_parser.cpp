#include "core/argo/go_template_parser.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/argo/go_template_lexer.h"
#include "core/base/say.h"

namespace noclobber::argo {
namespace {

using Token = TemplateToken;
using Kind = TemplateToken::Kind;

constexpr int deepest = 100;

Error wrong(const std::string &what)
{
    return {ErrorCode::Yaml, what, ""};
}

bool isWord(const Token &token, std::string_view word)
{
    return token.kind == Kind::Word && token.text == word;
}

Result<Value> numberOf(const std::string &text)
{
    long long number = 0;
    const char *begin = text.data() + (text.starts_with('+') ? 1 : 0);
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), number);
    const bool isOctal = text.size() > 1 && text.starts_with('0') && text[1] != '.';
    if (isOctal)
        return wrong(say("the number {} is written in a way that is not followed here", text));
    if (error == std::errc() && end == text.data() + text.size())
        return integerValue(number);
    if (std::ranges::count(text, '.') != 1)
        return wrong(say("{} is no number", text));
    yaml::Node node;
    node.type = yaml::NodeType::Float;
    node.scalar = text;
    return Value(std::make_shared<const yaml::Node>(std::move(node)));
}

/// Reads the tokens of one action.
class ActionParser
{
public:
    explicit ActionParser(const std::vector<Token> &tokens, std::size_t begin) : m_tokens(tokens), m_at(begin) {}

    /// The pipeline that makes up the rest of the action.
    Result<Pipeline> run()
    {
        auto pipeline = readPipeline(0);
        if (pipeline && m_at < m_tokens.size())
            return wrong(say("unexpected word \"{}\" in an action", m_tokens[m_at].text));
        return pipeline;
    }

private:
    bool isAt(Kind kind) const { return m_at < m_tokens.size() && m_tokens[m_at].kind == kind; }

    void readVariables(Pipeline &pipeline)
    {
        std::size_t at = m_at;
        std::vector<std::string> names;
        while (at < m_tokens.size() && m_tokens[at].kind == Kind::Variable && !m_tokens[at].text.empty()) {
            names.push_back(m_tokens[at++].text);
            if (at < m_tokens.size() && m_tokens[at].kind == Kind::Comma)
                ++at;
        }
        if (names.empty() || at >= m_tokens.size())
            return;
        if (m_tokens[at].kind != Kind::Declare && m_tokens[at].kind != Kind::Assign)
            return;
        pipeline.variables = std::move(names);
        pipeline.declares = m_tokens[at].kind == Kind::Declare;
        m_at = at + 1;
    }

    Result<Pipeline> readPipeline(int depth)
    {
        if (depth > deepest)
            return wrong(say("it is nested too deep"));
        Pipeline pipeline;
        readVariables(pipeline);
        do {
            Command command;
            while (m_at < m_tokens.size() && !isAt(Kind::Pipe) && !isAt(Kind::Close)) {
                auto operand = readOperand(depth);
                if (!operand)
                    return operand.error();
                command.push_back(std::move(*operand));
            }
            if (command.empty())
                return wrong(say("a value is missing in an action"));
            pipeline.commands.push_back(std::move(command));
        } while (isAt(Kind::Pipe) && ++m_at > 0);
        return pipeline;
    }

    Result<Operand> readOperand(int depth)
    {
        const Token &token = m_tokens[m_at++];
        Operand operand;
        switch (token.kind) {
        case Kind::Dot:
            break;
        case Kind::Field:
            operand.fields.push_back(token.text);
            break;
        case Kind::Variable:
            operand.kind = Operand::Kind::Variable;
            operand.name = token.text;
            break;
        case Kind::Text:
            operand.kind = Operand::Kind::Literal;
            operand.literal = textValue(token.text);
            break;
        case Kind::Number: {
            auto number = numberOf(token.text);
            if (!number)
                return number.error();
            operand.kind = Operand::Kind::Literal;
            operand.literal = *number;
            break;
        }
        case Kind::Word:
            operand.kind = token.text == "true" || token.text == "false" || token.text == "nil"
                               ? Operand::Kind::Literal
                               : Operand::Kind::Function;
            operand.name = token.text;
            if (operand.kind == Operand::Kind::Literal && token.text != "nil")
                operand.literal = booleanValue(token.text == "true");
            break;
        case Kind::Open: {
            auto inner = readPipeline(depth + 1);
            if (!inner)
                return inner.error();
            if (!isAt(Kind::Close))
                return wrong(say("a bracket in it is not closed"));
            ++m_at;
            operand.kind = Operand::Kind::Inner;
            operand.inner.push_back(std::move(*inner));
            break;
        }
        default:
            return wrong(say("an action in it cannot be read"));
        }
        while (isAt(Kind::Field) && !m_tokens[m_at].afterSpace)
            operand.fields.push_back(m_tokens[m_at++].text);
        return operand;
    }

    const std::vector<Token> &m_tokens;
    std::size_t m_at;
};

/// Puts the chunks together to nested parts.
class TemplateParser
{
public:
    explicit TemplateParser(std::vector<TemplateChunk> chunks) : m_chunks(std::move(chunks)) {}

    Result<std::vector<TemplatePart>> run()
    {
        auto parts = readParts(0);
        if (parts && m_at < m_chunks.size())
            return wrong(say("an {{{{{}}}}} in it belongs to nothing", m_chunks[m_at].tokens.front().text));
        return parts;
    }

private:
    /// Up to the `end` or `else` that ends them, or the end of the text.
    Result<std::vector<TemplatePart>> readParts(int depth)
    {
        if (depth > deepest)
            return wrong(say("it is nested too deep"));
        std::vector<TemplatePart> parts;
        for (; m_at < m_chunks.size(); ++m_at) {
            TemplateChunk &chunk = m_chunks[m_at];
            TemplatePart part;
            if (!chunk.isAction) {
                part.text = std::move(chunk.text);
                parts.push_back(std::move(part));
                continue;
            }
            if (chunk.tokens.empty())
                return wrong(say("an action in it is empty"));
            if (isWord(chunk.tokens[0], "end") || isWord(chunk.tokens[0], "else"))
                return parts;
            auto read = readAction(chunk.tokens, 0, depth);
            if (!read)
                return read.error();
            parts.push_back(std::move(*read));
        }
        return parts;
    }

    Result<TemplatePart> readAction(const std::vector<Token> &tokens, std::size_t begin, int depth)
    {
        constexpr std::array<std::string_view, 5> unknown = {"define", "template", "block", "break", "continue"};
        TemplatePart part;
        part.kind = TemplatePart::Kind::Action;
        if (begin < tokens.size() && tokens[begin].kind == Kind::Word) {
            const std::string &word = tokens[begin].text;
            if (std::ranges::find(unknown, word) != unknown.end())
                return wrong(say("{{{{{}}}}} is not followed here", word));
            if (word == "if")
                part.kind = TemplatePart::Kind::If;
            else if (word == "range")
                part.kind = TemplatePart::Kind::Range;
            else if (word == "with")
                part.kind = TemplatePart::Kind::With;
        }
        const bool isBlock = part.kind != TemplatePart::Kind::Action;
        auto pipeline = ActionParser(tokens, begin + (isBlock ? 1 : 0)).run();
        if (!pipeline)
            return pipeline.error();
        part.pipeline = std::move(*pipeline);
        if (!isBlock)
            return part;
        ++m_at;
        auto body = readParts(depth + 1);
        if (!body)
            return body.error();
        part.body = std::move(*body);
        return readOtherwise(std::move(part), depth);
    }

    /// At the `else` or `end` of a block.
    Result<TemplatePart> readOtherwise(TemplatePart part, int depth)
    {
        if (m_at >= m_chunks.size())
            return wrong(say("an {{{{if}}}}, {{{{range}}}} or {{{{with}}}} in it has no {{{{end}}}}"));
        const std::vector<Token> tokens = m_chunks[m_at].tokens;
        if (isWord(tokens[0], "end"))
            return part;
        if (tokens.size() > 1) { // `else if x`: an if within the else, both closed by one `end`
            auto inner = readAction(tokens, 1, depth + 1);
            if (!inner)
                return inner.error();
            if (inner->kind == TemplatePart::Kind::Action || inner->kind == TemplatePart::Kind::Range)
                return wrong(say("an {{{{else}}}} in it cannot be read"));
            part.otherwise.push_back(std::move(*inner));
            return part;
        }
        ++m_at;
        auto otherwise = readParts(depth + 1);
        if (!otherwise)
            return otherwise.error();
        part.otherwise = std::move(*otherwise);
        if (m_at >= m_chunks.size() || !isWord(m_chunks[m_at].tokens[0], "end"))
            return wrong(say("an {{{{else}}}} in it has no {{{{end}}}}"));
        return part;
    }

    std::vector<TemplateChunk> m_chunks;
    std::size_t m_at = 0;
};

} // namespace

Result<std::vector<TemplatePart>> parseGoTemplate(std::string_view text)
{
    auto chunks = cutTemplate(text);
    if (!chunks)
        return chunks.error();
    return TemplateParser(std::move(*chunks)).run();
}

} // namespace noclobber::argo
