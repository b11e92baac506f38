#include "core/yaml/plain_blocks.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include "core/yaml/key_check.h"
#include "core/yaml/lexical.h"
#include "core/yaml/line_cursor.h"
#include "core/yaml/plain_scalars.h"
#include "core/yaml/scalar.h"

namespace noclobber::yaml {

namespace {

constexpr int deepest = 200;
constexpr std::size_t longestKey = 1000; // yaml-cpp takes keys of up to 1,024 bytes

/// The passage of one chunk. Its functions return false where they are not sure.
class PlainBlocks
{
public:
    /// The text is the chunk's, with a line feed at the end.
    PlainBlocks(std::string_view text, const Chunk &chunk, const Limits &limits, const Selection *wanted)
        : m_cursor(text, chunk.firstLine), m_chunk(chunk), m_limits(limits), m_target{&m_document.root, wanted}
    {
        m_open.reserve(16);
        m_keys.reserve(64);
    }

    std::optional<Document> run()
    {
        if (!passLines() || m_open.empty())
            return {};
        if (m_awaited != Awaited::Nothing)
            takeMissing();
        while (!m_open.empty()) {
            if (!close())
                return {};
        }
        if (m_cursor.hasOddCharacter() || m_nodes > m_limits.nodes || m_needsWhole)
            return {};
        const std::string_view text = m_cursor.text();
        TextSpan &span = m_document.span;
        span.end = contentEnd(text, std::max(span.begin, scalarEnd(text, m_lastScalar)));
        span.lastLine = m_cursor.line() - static_cast<int>(countLines(text.substr(span.end)));
        m_document.number = m_chunk.number;
        return std::move(m_document);
    }

    /// What was asked for cannot be told without the rest.
    bool needsWhole() const { return m_needsWhole; }

private:
    /// What a line may bring.
    enum class Awaited { Root, Value, Item, Nothing };

    /// Where a value goes: nowhere, or into a node; the whole of it, or what is wanted.
    struct Target {
        Node *node = nullptr;
        const Selection *wanted = nullptr;
    };

    /// A collection that may go on.
    struct Open {
        int column = 0;
        bool isSequence = false;
        bool hasChoice = false; ///< of a mapping: a choice of a value's content was made
        Target target;
        KeyCheck::Keys keys;
    };

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

    int columnOf(std::size_t at) const { return static_cast<int>(at - m_cursor.begin()); }
    int topColumn() const { return m_open.empty() ? -1 : m_open.back().column; }

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
        if (m_awaited == Awaited::Root)
            return column == 0 && passRoot(at);
        const bool isItem = isDash(at);
        if (m_awaited != Awaited::Nothing) {
            const Open &top = m_open.back();
            if (column > top.column || (isItem && column == top.column && !top.isSequence))
                return passNode(at);
            takeMissing();
        }
        while (m_open.back().column > column ||
               (m_open.back().column == column && m_open.back().isSequence && !isItem)) {
            if (!close() || m_open.empty())
                return false;
        }
        if (m_open.back().column != column)
            return false;
        return m_open.back().isSequence ? passItem(at) : passField(at);
    }

    bool passRoot(std::size_t at)
    {
        m_document.span.begin = m_cursor.begin();
        m_document.span.firstLine = m_cursor.line();
        return passNode(at) && !m_open.empty();
    }

    /// A value that may be a collection: an item, or a value on a line of its own.
    bool passNode(std::size_t at)
    {
        m_awaited = Awaited::Nothing;
        if (isDash(at))
            return open(true, at) && passItem(at);
        m_cursor.passTo(at);
        const char c = m_cursor.at(at);
        if (c == '"' || c == '\'')
            return passQuotedNode(at);
        const bool isKey = m_cursor.at(m_cursor.mark()) != '#' && m_cursor.at(m_cursor.mark() - 1) == ':';
        return isKey ? open(false, at) && passField(at) : passValue(at);
    }

    /// An item, from its dash on.
    bool passItem(std::size_t at)
    {
        const Open &list = m_open.back();
        checkItemEnd(list);
        m_target = {list.target.node ? &list.target.node->items.emplace_back() : nullptr, list.target.wanted};
        const std::size_t next = behindBlanks(at + 1);
        const char c = m_cursor.at(next);
        if (c != '\n' && c != '#')
            return passNode(next);
        m_awaited = Awaited::Item;
        m_cursor.nextLine();
        return true;
    }

    /// A key and what stands behind it.
    bool passField(std::size_t at)
    {
        const char c = m_cursor.at(at);
        if (c == '"' || c == '\'') {
            std::string key;
            std::size_t end = 0;
            return passQuoted(m_cursor, at, topColumn(), end, &key) && takeQuotedKey(at, end, key);
        }
        m_cursor.passTo(at);
        const std::size_t mark = m_cursor.mark();
        const std::size_t size = mark - 1 - at;
        if (m_cursor.at(mark) == '#' || m_cursor.at(mark - 1) != ':' || size == 0 || size > longestKey)
            return false;
        const std::string_view key = m_cursor.text().substr(at, size);
        const bool isPlain = beginsPlain(c, m_cursor.at(at + 1)) && key.back() != ' ' && !m_cursor.hasTab(at, mark);
        if (!isPlain || key == "<<")
            return false;
        m_lastScalar = at;
        if (!mayBeOtherThanText(key)) {
            addKey(key, m_cursor.text().data() + m_cursor.text().size());
        } else {
            const auto resolved = resolveKey("?", std::string(key));
            if (!resolved)
                return false;
            addKey(resolved->text, resolved->text.data() + resolved->text.size());
        }
        return passBehindKey(mark);
    }

    /// A value in quotes, or the first key of a mapping.
    bool passQuotedNode(std::size_t at)
    {
        const int line = m_cursor.line();
        std::string text;
        std::size_t end = 0;
        if (!passQuoted(m_cursor, at, topColumn(), end, &text))
            return false;
        if (m_cursor.at(end) == ':')
            return at >= m_cursor.begin() && open(false, at) && takeQuotedKey(at, end, text);
        m_lastScalar = at;
        takeNode(NodeType::String, line, std::move(text));
        return passRest(m_cursor, end);
    }

    bool takeQuotedKey(std::size_t begin, std::size_t end, const std::string &key)
    {
        const char next = m_cursor.at(end) == ':' ? m_cursor.at(end + 1) : '\0';
        if (begin < m_cursor.begin() || end - begin > longestKey || (next != ' ' && next != '\n'))
            return false;
        m_lastScalar = begin;
        addKey(key, key.data() + key.size());
        return passBehindKey(end + 1);
    }

    /// What stands behind a key's colon: a blank or the line's end first.
    bool passBehindKey(std::size_t at)
    {
        m_cursor.passTo(at);
        const std::size_t next = behindBlanks(at);
        const char c = m_cursor.at(next);
        if (c != '\n' && c != '#') {
            m_cursor.passTo(next);
            return passValue(next);
        }
        m_awaited = Awaited::Value;
        m_cursor.nextLine();
        return true;
    }

    /// A value that begins here and is no collection but an empty one.
    bool passValue(std::size_t at)
    {
        const char c = m_cursor.at(at);
        if (c == '{' || c == '[')
            return passEmpty(at);
        const bool isPlain = c != '"' && c != '\'' && c != '|' && c != '>';
        if (isPlain && !beginsPlain(c, m_cursor.at(at + 1)))
            return false;
        // infinity and not-a-number, which Kubernetes refuses, have a point first or second
        const bool isLookedAt = m_target.node || (isPlain && (c == '.' || m_cursor.at(at + 1) == '.'));
        m_lastScalar = at;
        if (!isLookedAt) {
            ++m_nodes;
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
        if (!isPlain || !mayBeOtherThanText(text))
            return takeNode(NodeType::String, line, std::move(text));
        auto scalar = resolveScalar("?", text);
        return scalar && takeNode(scalar->type, line, std::move(scalar->text));
    }

    bool passScalar(std::size_t at, std::string *text)
    {
        const char c = m_cursor.at(at);
        if (c == '|' || c == '>')
            return at != m_cursor.first() && passBlockScalar(m_cursor, at, topColumn(), text);
        if (c != '"' && c != '\'')
            return passPlain(m_cursor, at, topColumn(), text);
        std::size_t end = 0;
        return passQuoted(m_cursor, at, topColumn(), end, text) && passRest(m_cursor, end);
    }

    bool passEmpty(std::size_t at)
    {
        const bool isSequence = m_cursor.at(at) == '[';
        if (m_cursor.at(at + 1) != (isSequence ? ']' : '}'))
            return false;
        takeNode(isSequence ? NodeType::Sequence : NodeType::Mapping, m_cursor.line());
        return passRest(m_cursor, at + 2);
    }

    bool takeNode(NodeType type, int line, std::string text = {})
    {
        ++m_nodes;
        if (m_target.node) {
            m_target.node->type = type;
            m_target.node->line = line;
            m_target.node->scalar = std::move(text);
        }
        return true;
    }

    /// The value that was awaited is not there: a null, in the line of what comes next as yaml-cpp has it.
    void takeMissing()
    {
        m_awaited = Awaited::Nothing;
        takeNode(NodeType::Null, m_cursor.line());
        if (!m_target.node)
            m_missingLine = m_cursor.line();
    }

    bool open(bool isSequence, std::size_t at)
    {
        if (m_open.size() + 2 > static_cast<std::size_t>(std::clamp(m_limits.depth, 0, deepest)))
            return false;
        takeNode(isSequence ? NodeType::Sequence : NodeType::Mapping, m_cursor.line());
        if (isSequence && m_target.wanted && !m_open.empty())
            m_open.back().hasChoice = true;
        m_open.push_back({columnOf(at), isSequence, false, m_target, m_keys.open()});
        return true;
    }

    bool close()
    {
        const Open &top = m_open.back();
        if (top.isSequence)
            checkItemEnd(top);
        const bool isSure = top.isSequence || m_keys.close(top.keys);
        m_open.pop_back();
        return isSure;
    }

    /// A null that was left out has the line of what comes next, and so the item has.
    void checkItemEnd(const Open &list)
    {
        m_needsWhole = m_needsWhole || (list.target.wanted && m_missingLine == m_cursor.line());
    }

    /// Begins a field: makes room for its value, if that is wanted.
    void addKey(std::string_view key, const char *readable)
    {
        Open &mapping = m_open.back();
        m_keys.add(mapping.keys, key, readable);
        m_target = {};
        if (!mapping.target.node)
            return;
        const Selection *inside = nullptr;
        if (const Selection *wanted = mapping.target.wanted) {
            const auto found = std::ranges::find(*wanted, key, &Wanted::key);
            if (found == wanted->end()) {
                m_needsWhole = m_needsWhole || mapping.hasChoice;
                return;
            }
            inside = found->inside;
        }
        Field &field = mapping.target.node->fields.emplace_back();
        field.key = key;
        field.line = m_cursor.line();
        m_target = {&field.value, inside};
    }

    LineCursor m_cursor;
    const Chunk &m_chunk;
    Limits m_limits;
    Document m_document;
    std::vector<Open> m_open; ///< the innermost last
    KeyCheck m_keys;
    Awaited m_awaited = Awaited::Root;
    Target m_target; ///< of the value to come
    std::size_t m_nodes = 0;
    std::size_t m_lastScalar = 0;
    int m_missingLine = 0; ///< of the last null that is not there and was left out
    bool m_needsWhole = false;
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
