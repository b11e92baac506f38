#include "core/yaml/plain_blocks.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include "core/yaml/lexical.h"
#include "core/yaml/line_cursor.h"
#include "core/yaml/plain_flow.h"
#include "core/yaml/plain_scalars.h"
#include "core/yaml/plain_tree.h"
#include "core/yaml/scalar.h"

namespace noclobber::yaml {

namespace {

constexpr std::size_t longestKey = 1000; // yaml-cpp takes keys of up to 1,024 bytes

/// The passage of one chunk. Its functions return false where they are not sure.
class PlainBlocks
{
public:
    /// The text is the chunk's, with a line feed at the end.
    PlainBlocks(std::string_view text, const Chunk &chunk, const Limits &limits, const Selection *wanted)
        : m_cursor(text, chunk.firstLine), m_chunk(chunk), m_tree(m_document.root, wanted, limits)
    {}

    std::optional<Document> run()
    {
        if (!passLines() || m_tree.isEmpty())
            return {};
        if (m_awaited != Awaited::Nothing)
            takeMissing();
        while (!m_tree.isEmpty()) {
            if (!m_tree.close(m_cursor.line()))
                return {};
        }
        if (m_cursor.hasOddCharacter() || !m_tree.isWithinLimit() || needsWhole())
            return {};
        const std::string_view text = m_cursor.text();
        TextSpan &span = m_document.span;
        span.end = contentEnd(text, std::max(span.begin, scalarEnd(text, m_lastScalar)));
        span.lastLine = m_cursor.line() - static_cast<int>(countLines(text.substr(span.end)));
        m_document.number = m_chunk.number;
        return std::move(m_document);
    }

    /// What was asked for cannot be told without the rest.
    bool needsWhole() const { return m_tree.needsWhole(); }

private:
    /// What a line may bring.
    enum class Awaited { Root, Value, Item, Nothing };

    First firstAt(std::size_t at) const { return firsts[static_cast<unsigned char>(m_cursor.at(at))]; }

    bool isDash(std::size_t at) const
    {
        return m_cursor.at(at) == '-' && (m_cursor.at(at + 1) == ' ' || m_cursor.at(at + 1) == '\n');
    }

    /// The first byte from a blank or line feed on that is no blank: mostly there is one.
    std::size_t behindBlanks(std::size_t at) const
    {
        if (m_cursor.at(at) != ' ')
            return at;
        return m_cursor.at(at + 1) != ' ' ? at + 1 : at + blanksAt(m_cursor.text(), at);
    }

    bool passLines()
    {
        if (m_chunk.hasMarker && !passRest(m_cursor, 3))
            return false;
        while (!m_cursor.isAtEnd()) {
            const char c = m_cursor.at(m_cursor.first());
            if (c == '\n' || c == '#')
                m_cursor.nextLine();
            else if (!passContent())
                return false;
        }
        return true;
    }

    /// A line with text on it, and all lines of a scalar that begins there.
    bool passContent()
    {
        const std::size_t at = m_cursor.first();
        const int column = m_cursor.column();
        if (column == 0 && (m_cursor.hasOddCharacter() || m_cursor.text().substr(at).starts_with("...")))
            return false;
        const bool isItem = isDash(at);
        bool isValue = false;
        if (m_awaited != Awaited::Nothing) {
            if (m_awaited == Awaited::Root && !beginDocument())
                return false;
            const int outer = m_tree.column();
            isValue = column > outer || (isItem && column == outer && !m_tree.isInSequence());
            if (!isValue)
                takeMissing();
        }
        return (isValue || endBefore(column, isItem)) && passFrom(at, isValue);
    }

    /// Closes the collections that a line ends by its indentation; it goes on with the innermost that is left.
    bool endBefore(int column, bool isItem)
    {
        while (m_tree.column() > column || (m_tree.column() == column && m_tree.isInSequence() && !isItem)) {
            if (!m_tree.close(m_cursor.line()))
                return false;
        }
        return m_tree.column() == column && isItem == m_tree.isInSequence();
    }

    bool beginDocument()
    {
        m_document.span.begin = m_cursor.begin();
        m_document.span.firstLine = m_cursor.line();
        return m_cursor.column() == 0;
    }

    /// A value that may be a collection, with the first lines of it: an item, or a value on a line of its own. If it is
    /// none, then the next item or field of the innermost collection.
    [[gnu::always_inline]] bool passFrom(std::size_t at, bool isValue)
    {
        m_awaited = Awaited::Nothing;
        for (; isDash(at); isValue = true) {
            if (isValue && !open(NodeType::Sequence, at))
                return false;
            m_tree.addItem(m_cursor.line());
            at = behindBlanks(at + 1);
            if (m_cursor.at(at) == '\n' || m_cursor.at(at) == '#')
                return await(Awaited::Item);
        }
        m_cursor.passTo(at);
        if (isValue) {
            const First first = firstAt(at);
            if (m_cursor.at(m_cursor.mark() - 1) != ':' || first == First::Other || first == First::Quote)
                return passShortScalar(at) || passOtherNode(at);
            if (!open(NodeType::Mapping, at))
                return false;
        }
        return passField(at);
    }

    /// The rest of the line is blank: what it was about to say stands below.
    bool await(Awaited awaited)
    {
        m_awaited = awaited;
        m_cursor.nextLine();
        return true;
    }

    /// A key and what stands behind it. Marks before it are passed.
    [[gnu::always_inline]] bool passField(std::size_t at)
    {
        const std::size_t mark = m_cursor.mark();
        const std::size_t size = mark - 1 - at;
        const std::string_view key(m_cursor.text().data() + at, size);
        const First first = firstAt(at);
        if (m_cursor.at(mark - 1) != ':' || first == First::Other || first == First::Number || first == First::Quote)
            return passOtherField(at);
        if (first == First::Word && mayBeOtherThanText(key))
            return passOtherField(at);
        if (size > longestKey || key.back() == ' ' || m_cursor.hasTab(at, mark))
            return false;
        m_lastScalar = at;
        m_tree.addKey(key, m_cursor.line(), m_cursor.text().data() + m_cursor.text().size());
        return passBehindKey(mark);
    }

    /// A key that does not begin as most do.
    [[gnu::noinline]] bool passOtherField(std::size_t at)
    {
        const char c = m_cursor.at(at);
        if (c == '"' || c == '\'')
            return passQuotedField(at);
        const std::size_t mark = m_cursor.mark();
        const std::size_t size = mark - 1 - at;
        if (m_cursor.at(mark - 1) != ':' || size - 1 >= longestKey)
            return false;
        const std::string_view key = m_cursor.text().substr(at, size);
        const bool isPlain = beginsPlain(c, m_cursor.at(at + 1)) && key.back() != ' ' && !m_cursor.hasTab(at, mark);
        if (!isPlain || key == "<<")
            return false;
        m_lastScalar = at;
        if (!mayBeOtherThanText(key))
            m_tree.addKey(key, m_cursor.line(), m_cursor.text().data() + m_cursor.text().size());
        else if (!passOtherKey(key))
            return false;
        return passOtherBehindKey(mark);
    }

    /// A number, or what else YAML takes for more than a text, as a key.
    bool passOtherKey(std::string_view key)
    {
        const auto resolved = resolveKey("?", std::string(key));
        if (resolved)
            m_tree.addKey(resolved->text, m_cursor.line(), resolved->text.data() + resolved->text.size());
        return bool(resolved);
    }

    bool passQuotedField(std::size_t at)
    {
        std::string key;
        std::size_t end = 0;
        return passQuoted(m_cursor, at, m_tree.column(), end, &key) && takeQuotedKey(at, end, key);
    }

    /// A value on a line of its own or behind a dash that does not begin as most do.
    [[gnu::noinline]] bool passOtherNode(std::size_t at)
    {
        const char c = m_cursor.at(at);
        if (c == '"' || c == '\'')
            return passQuotedNode(at);
        if (c == '{' || c == '[' || m_cursor.at(m_cursor.mark() - 1) != ':')
            return passOtherValue(at);
        return open(NodeType::Mapping, at) && passOtherField(at);
    }

    /// A value in quotes, or the first key of a mapping.
    bool passQuotedNode(std::size_t at)
    {
        const int line = m_cursor.line();
        std::string text;
        std::size_t end = 0;
        if (!passQuoted(m_cursor, at, m_tree.column(), end, &text))
            return false;
        if (m_cursor.at(end) == ':')
            return at >= m_cursor.begin() && open(NodeType::Mapping, at) && takeQuotedKey(at, end, text);
        m_lastScalar = at;
        m_tree.add(NodeType::String, line, std::move(text));
        return passRest(m_cursor, end);
    }

    bool takeQuotedKey(std::size_t begin, std::size_t end, const std::string &key)
    {
        const char next = m_cursor.at(end) == ':' ? m_cursor.at(end + 1) : '\0';
        if (begin < m_cursor.begin() || end - begin > longestKey || (next != ' ' && next != '\n'))
            return false;
        m_lastScalar = begin;
        m_tree.addKey(key, m_cursor.line(), key.data() + key.size());
        m_cursor.passTo(end + 1);
        return passOtherBehindKey(end + 1);
    }

    /// What stands behind a key's colon: a blank or the line's end first. Marks before it are passed.
    [[gnu::always_inline]] bool passBehindKey(std::size_t at)
    {
        if (m_cursor.at(at) == '\n')
            return await(Awaited::Value);
        m_cursor.passTo(at + 1);
        return passShortScalar(at + 1) || passOtherBehindKey(at);
    }

    [[gnu::noinline]] bool passOtherBehindKey(std::size_t at)
    {
        const std::size_t next = behindBlanks(at);
        if (m_cursor.at(next) == '\n' || m_cursor.at(next) == '#')
            return await(Awaited::Value);
        m_cursor.passTo(next);
        return passOtherValue(next);
    }

    /// A scalar, if it is as most are: it ends with its line, and a look at its ends shows that it is no key and in
    /// order. Else stays where it is. Marks before it are passed.
    [[gnu::always_inline]] bool passShortScalar(std::size_t at)
    {
        const std::size_t end = m_cursor.mark();
        if (m_cursor.at(end) != '\n')
            return false;
        const First first = firstAt(at);
        const std::size_t next = end + 1 + blanksAt(m_cursor.text(), end + 1);
        if (first == First::Quote) {
            if (!isQuotedTo(at, end))
                return false;
        } else {
            // a second point may be infinity's
            const bool isPlain = first != First::Other && m_cursor.at(at + 1) != '.' && m_cursor.at(end - 1) != ':' &&
                                 !m_cursor.mayHaveTab(at);
            const bool isLast = next >= m_cursor.text().size();
            if (!isPlain ||
                (!isLast && (m_cursor.at(next) == '\n' || next > end + 1 + static_cast<std::size_t>(m_tree.column()))))
                return false;
        }
        if (!m_tree.isKept())
            m_tree.pass();
        else if (!keepShortScalar(at, end))
            return false;
        m_lastScalar = at;
        m_cursor.nextLine(next);
        return true;
    }

    /// Whether the quotes that open here close at the line's end, with nothing inside that means something else.
    bool isQuotedTo(std::size_t at, std::size_t end) const
    {
        const std::string_view text = m_cursor.text();
        return text[end - 1] == text[at] && // not an escape
               (text[at] == '"' ? findQuoteOrEscape(text, at + 1) : text.find('\'', at + 1)) + 1 == end;
    }

    [[gnu::noinline]] bool keepShortScalar(std::size_t at, std::size_t end)
    {
        const bool isQuoted = firstAt(at) == First::Quote;
        std::string_view text = m_cursor.text().substr(at, end - at);
        text = isQuoted ? text.substr(1, text.size() - 2) : text.substr(0, text.find_last_not_of(' ') + 1);
        if (!isQuoted && mayBeOtherThanText(text))
            return false;
        m_tree.addText(m_cursor.line(), text);
        return true;
    }

    /// A value that begins here and is no block collection.
    [[gnu::noinline]] bool passOtherValue(std::size_t at)
    {
        const char c = m_cursor.at(at);
        if (c == '{' || c == '[')
            return passFlow(m_cursor, at, m_tree, m_lastScalar);
        const bool isPlain = c != '"' && c != '\'' && c != '|' && c != '>';
        if (isPlain && !beginsPlain(c, m_cursor.at(at + 1)))
            return false;
        // infinity and not-a-number, which Kubernetes refuses, have a point first or second
        const bool isLookedAt = m_tree.isKept() || (isPlain && (c == '.' || m_cursor.at(at + 1) == '.'));
        m_lastScalar = at;
        if (!isLookedAt) {
            m_tree.pass();
            return passScalar(at, nullptr);
        }
        return passKept(at, isPlain);
    }

    bool passKept(std::size_t at, bool isPlain)
    {
        const int line = m_cursor.line();
        std::string text;
        if (!passScalar(at, &text))
            return false;
        if (!isPlain || !mayBeOtherThanText(text)) {
            m_tree.add(NodeType::String, line, std::move(text));
            return true;
        }
        auto scalar = resolveScalar("?", text);
        if (!scalar)
            return false;
        m_tree.add(scalar->type, line, std::move(scalar->text));
        return true;
    }

    bool passScalar(std::size_t at, std::string *text)
    {
        const char c = m_cursor.at(at);
        if (c == '|' || c == '>')
            return at != m_cursor.first() && passBlockScalar(m_cursor, at, m_tree.column(), text);
        if (c != '"' && c != '\'')
            return passPlain(m_cursor, at, m_tree.column(), text);
        std::size_t end = 0;
        return passQuoted(m_cursor, at, m_tree.column(), end, text) && passRest(m_cursor, end);
    }

    /// The value that was awaited is not there.
    void takeMissing()
    {
        m_awaited = Awaited::Nothing;
        m_tree.addMissing(m_cursor.line());
    }

    bool open(NodeType type, std::size_t at)
    {
        return m_tree.open(type, static_cast<int>(at - m_cursor.begin()), m_cursor.line());
    }

    LineCursor m_cursor;
    const Chunk &m_chunk;
    Document m_document;
    PlainTree m_tree;
    Awaited m_awaited = Awaited::Root;
    std::size_t m_lastScalar = 0;
};

} // namespace

std::optional<Document> readPlainBlocks(const Chunk &chunk, const Limits &limits, const Selection *wanted)
{
    if (chunk.text.empty() || chunk.text.size() >= std::numeric_limits<std::uint32_t>::max())
        return {};
    const bool hasEnd = chunk.text.ends_with('\n');
    const std::string ended = hasEnd ? std::string() : std::string(chunk.text) + '\n';
    const std::string_view text = hasEnd ? chunk.text : std::string_view(ended);
    PlainBlocks reading(text, chunk, limits, wanted);
    auto document = reading.run();
    if (!document && reading.needsWhole())
        document = PlainBlocks(text, chunk, limits, nullptr).run();
    return document;
}

} // namespace noclobber::yaml
