#include "core/argo/go_template_lexer.h"

#include <optional>

#include "core/base/say.h"

namespace noclobber::argo {
namespace {

using Kind = TemplateToken::Kind;

constexpr std::string_view blanks = " \t\r\n";

bool isBlank(char c)
{
    return blanks.find(c) != std::string_view::npos;
}

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

Error wrong(const std::string &what)
{
    return {ErrorCode::Yaml, what, ""};
}

/// Reads the words of one action, from behind its `{{` to its `}}`.
class ActionLexer
{
public:
    ActionLexer(std::string_view text, std::size_t begin) : m_text(text), m_at(begin) {}

    Result<std::vector<TemplateToken>> run()
    {
        while (true) {
            m_afterSpace = false;
            while (m_at < m_text.size() && isBlank(m_text[m_at])) {
                m_afterSpace = true;
                ++m_at;
            }
            if (m_at >= m_text.size())
                return wrong(say("an action {{{{ in it is not closed"));
            if (rest().starts_with("}}") || (m_afterSpace && rest().starts_with("-}}")))
                return std::move(m_tokens);
            if (auto error = readToken())
                return *error;
        }
    }

    std::size_t end() const { return m_at; }

private:
    std::string_view rest() const { return m_text.substr(m_at); }

    void add(Kind kind, std::string text, std::size_t size)
    {
        m_tokens.push_back({kind, std::move(text), m_afterSpace});
        m_at += size;
    }

    std::string wordAt(std::size_t at) const
    {
        std::size_t end = at;
        while (end < m_text.size() && isWordCharacter(m_text[end]))
            ++end;
        return std::string(m_text.substr(at, end - at));
    }

    std::optional<Error> readToken()
    {
        const char c = m_text[m_at];
        if (rest().starts_with(":=")) {
            add(Kind::Declare, {}, 2);
        } else if (const std::size_t sign = std::string_view("|()=,").find(c); sign != std::string_view::npos) {
            constexpr Kind kinds[] = {Kind::Pipe, Kind::Open, Kind::Close, Kind::Assign, Kind::Comma};
            add(kinds[sign], {}, 1);
        } else if (c == '"') {
            return readQuoted();
        } else if (c == '`') {
            const std::size_t close = m_text.find('`', m_at + 1);
            if (close == std::string_view::npos)
                return wrong(say("a raw string in it is not closed"));
            add(Kind::Text, std::string(m_text.substr(m_at + 1, close - m_at - 1)), close + 1 - m_at);
        } else if (c == '.' && !(m_at + 1 < m_text.size() && m_text[m_at + 1] >= '0' && m_text[m_at + 1] <= '9')) {
            const std::string name = wordAt(m_at + 1);
            add(name.empty() ? Kind::Dot : Kind::Field, name, name.size() + 1);
        } else if (c == '$') {
            const std::string name = wordAt(m_at + 1);
            add(Kind::Variable, name, name.size() + 1);
        } else if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.') {
            const std::size_t digits = m_text.find_first_not_of("0123456789.", m_at + 1);
            const std::string number(m_text.substr(m_at, digits - m_at));
            if (number.find_first_of("0123456789") == std::string::npos || !wordAt(m_at + number.size()).empty())
                return wrong(say("a number in it is written in a way that is not followed here"));
            add(Kind::Number, number, number.size());
        } else if (isWordCharacter(c)) {
            const std::string word = wordAt(m_at);
            add(Kind::Word, word, word.size());
        } else {
            return wrong(say("unexpected \"{}\" in an action", c));
        }
        return std::nullopt;
    }

    std::optional<Error> readQuoted()
    {
        std::string text;
        std::size_t at = m_at + 1;
        for (; at < m_text.size() && m_text[at] != '"' && m_text[at] != '\n'; ++at) {
            if (m_text[at] != '\\') {
                text += m_text[at];
                continue;
            }
            const char escaped = ++at < m_text.size() ? m_text[at] : '\0';
            const std::size_t known = std::string_view("\"\\ntr").find(escaped);
            if (known == std::string_view::npos)
                return wrong(say("a string in it has an escape that is not followed here"));
            text += std::string_view("\"\\\n\t\r")[known];
        }
        if (at >= m_text.size() || m_text[at] != '"')
            return wrong(say("a string in it is not closed"));
        add(Kind::Text, std::move(text), at + 1 - m_at);
        return std::nullopt;
    }

    std::string_view m_text;
    std::size_t m_at;
    bool m_afterSpace = false;
    std::vector<TemplateToken> m_tokens;
};

/// Where a comment beginning at an offset ends: at its `}}` or ` -}}`; nothing if there is none.
std::optional<std::size_t> commentEnd(std::string_view text, std::size_t at)
{
    if (!text.substr(at).starts_with("/*"))
        return std::nullopt;
    const std::size_t close = text.find("*/", at + 2);
    return close == std::string_view::npos ? text.size() : close + 2;
}

} // namespace

Result<std::vector<TemplateChunk>> cutTemplate(std::string_view text)
{
    std::vector<TemplateChunk> chunks;
    std::size_t at = 0;
    bool trimsLeft = false; // the action before says so
    while (true) {
        const std::size_t open = std::min(text.find("{{", at), text.size());
        std::size_t begin = open + 2;
        const bool trimsRight = begin + 1 < text.size() && text[begin] == '-' && isBlank(text[begin + 1]);
        std::string_view literal = text.substr(at, open - at);
        if (trimsLeft)
            literal.remove_prefix(std::min(literal.find_first_not_of(blanks), literal.size()));
        if (trimsRight)
            literal = literal.substr(0, literal.find_last_not_of(blanks) + 1);
        if (!literal.empty())
            chunks.push_back({false, std::string(literal), {}});
        if (open == text.size())
            return chunks;
        begin += trimsRight ? 2 : 0;
        while (trimsRight && begin < text.size() && isBlank(text[begin]))
            ++begin;
        if (const auto end = commentEnd(text, begin)) {
            at = *end;
            while (at < text.size() && isBlank(text[at]))
                ++at;
        } else {
            ActionLexer lexer(text, begin);
            auto tokens = lexer.run();
            if (!tokens)
                return tokens.error();
            chunks.push_back({true, {}, std::move(*tokens)});
            at = lexer.end();
        }
        trimsLeft = text.substr(at).starts_with("-}}");
        at += trimsLeft ? 1 : 0;
        if (!text.substr(at).starts_with("}}"))
            return wrong(say("a comment in it is not closed"));
        at += 2;
    }
}

} // namespace noclobber::argo
