#include "core/yaml/json_reader.h"

#include <cstdint>

#include "core/base/say.h"
#include "core/yaml/node_builder.h"
#include "core/yaml/text_check.h"

namespace noclobber::yaml {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

void appendCodePoint(std::string &text, std::uint32_t code)
{
    const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        add(code);
        return;
    }
    if (code < 0x800) {
        add(0xC0U | (code >> 6U));
    } else {
        if (code < 0x10000) {
            add(0xE0U | (code >> 12U));
        } else {
            add(0xF0U | (code >> 18U));
            add(0x80U | ((code >> 12U) & 0x3FU));
        }
        add(0x80U | ((code >> 6U) & 0x3FU));
    }
    add(0x80U | (code & 0x3FU));
}

/// A recursive-descent parser; the depth is bounded by the builder.
class JsonParser
{
public:
    JsonParser(std::string_view text, std::size_t offset, int line, const Limits &limits)
        : m_text(text), m_at(offset), m_line(line), m_builder(limits)
    {}

    JsonReading run()
    {
        JsonReading reading;
        skipBlanks();
        if (m_at < m_text.size()) {
            const TextSpan begin{m_at, 0, m_line, 0};
            try {
                value();
                Document document;
                document.root = m_builder.takeRoot();
                document.ambiguities = m_builder.takeRemarks();
                document.span = {begin.begin, m_at, begin.firstLine, m_line};
                reading.document = std::move(document);
            } catch (const Refusal &refusal) {
                reading.problem = refusal.remark;
                reading.isSyntax = m_isSyntax;
            }
        }
        reading.end = m_at;
        reading.line = m_line;
        return reading;
    }

private:
    [[noreturn]] void refuse(std::string message)
    {
        m_isSyntax = true;
        throw Refusal{{m_line, say("not JSON: {}", std::move(message))}};
    }

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skipBlanks()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\n')
                ++m_line;
            else if (c != ' ' && c != '\t' && c != '\r')
                return;
        }
    }

    bool take(char c)
    {
        skipBlanks();
        const bool isHere = peek() == c && m_at < m_text.size();
        m_at += isHere ? 1 : 0;
        return isHere;
    }

    void expect(char c)
    {
        if (!take(c))
            refuse(say("expected `{}`", c));
    }

    void value()
    {
        skipBlanks();
        const int line = m_line;
        const char c = peek();
        if (c == '{')
            mapping();
        else if (c == '[')
            sequence();
        else if (c == '"')
            m_builder.addScalar({NodeType::String, string()}, line);
        else if (c == '-' || isDigit(c))
            number();
        else if (!word("true", {NodeType::Boolean, "true"}) && !word("false", {NodeType::Boolean, "false"}) &&
                 !word("null", {}))
            refuse(say("expected a value"));
    }

    bool word(std::string_view text, Scalar scalar)
    {
        if (m_text.substr(m_at, text.size()) != text)
            return false;
        m_at += text.size();
        m_builder.addScalar(std::move(scalar), m_line);
        return true;
    }

    void mapping()
    {
        m_builder.begin(NodeType::Mapping, m_line);
        expect('{');
        if (!take('}')) {
            do {
                skipBlanks();
                if (peek() != '"')
                    refuse(say("expected a key in quotes"));
                const int line = m_line;
                m_builder.addKey({NodeType::String, string()}, line);
                expect(':');
                value();
            } while (take(','));
            expect('}');
        }
        m_builder.end();
    }

    void sequence()
    {
        m_builder.begin(NodeType::Sequence, m_line);
        expect('[');
        if (!take(']')) {
            do {
                value();
            } while (take(','));
            expect(']');
        }
        m_builder.end();
    }

    std::size_t digits()
    {
        const std::size_t begin = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at - begin;
    }

    void number()
    {
        const std::size_t begin = m_at;
        m_at += peek() == '-' ? 1 : 0;
        const bool hasLeadingZero = peek() == '0';
        const std::size_t whole = digits();
        if (whole == 0 || (hasLeadingZero && whole > 1))
            refuse(say("a number is malformed"));
        if (peek() == '.') {
            ++m_at;
            if (digits() == 0)
                refuse(say("a number is malformed"));
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            m_at += peek() == '-' || peek() == '+' ? 1 : 0;
            if (digits() == 0)
                refuse(say("a number is malformed"));
        }
        auto scalar = jsonNumber(m_text.substr(begin, m_at - begin));
        if (!scalar)
            throw Refusal{{m_line, scalar.error().message}};
        m_builder.addScalar(std::move(*scalar), m_line);
    }

    std::string string()
    {
        std::string text;
        ++m_at;
        while (true) {
            const std::size_t begin = m_at;
            while (m_at < m_text.size() && static_cast<unsigned char>(m_text[m_at]) >= 0x20 && m_text[m_at] != '"' &&
                   m_text[m_at] != '\\')
                ++m_at;
            text.append(m_text, begin, m_at - begin);
            if (m_at >= m_text.size())
                refuse(say("a string is not closed"));
            if (m_text[m_at] == '"')
                break;
            if (m_text[m_at] != '\\')
                refuse(say("a string has a control character"));
            escape(text);
        }
        ++m_at;
        return text;
    }

    void escape(std::string &text)
    {
        constexpr std::string_view marks = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        ++m_at;
        const char mark = peek();
        ++m_at;
        if (mark == 'u')
            appendCodePoint(text, unicode());
        else if (const std::size_t index = marks.find(mark); index != std::string_view::npos)
            text += meanings[index];
        else
            refuse(say("a string has an unknown escape"));
    }

    std::uint32_t hexadecimal()
    {
        std::uint32_t code = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const char c = peek();
            const char low = static_cast<char>(c | 0x20);
            if (!isDigit(c) && (low < 'a' || low > 'f'))
                refuse(say("a string has a malformed \\u escape"));
            code = code * 16 + static_cast<std::uint32_t>(isDigit(c) ? c - '0' : low - 'a' + 10);
        }
        return code;
    }

    std::uint32_t unicode()
    {
        constexpr std::uint32_t replacement = 0xFFFD;
        const std::uint32_t high = hexadecimal();
        if (high < 0xD800 || high >= 0xE000)
            return high;
        if (high >= 0xDC00 || m_text.substr(m_at, 2) != "\\u")
            return replacement;
        const std::size_t second = m_at;
        m_at += 2;
        const std::uint32_t low = hexadecimal();
        if (low >= 0xDC00 && low < 0xE000)
            return 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00);
        m_at = second;
        return replacement;
    }

    std::string_view m_text;
    std::size_t m_at;
    int m_line;
    NodeBuilder m_builder;
    bool m_isSyntax = false;
};

} // namespace

JsonReading readJson(std::string_view text, std::size_t offset, int line, const Limits &limits)
{
    return JsonParser(text, offset, line, limits).run();
}

} // namespace noclobber::yaml
