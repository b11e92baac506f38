#include "core/yaml/plain_flow.h"

#include <string>

#include "core/yaml/plain_scalars.h"
#include "core/yaml/scalar.h"

namespace noclobber::yaml {

namespace {

/// Characters that never stand in a scalar without quotes here, so that it needs no second look.
constexpr std::array<bool, 256> endsScalar = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view(",[]{}?:#\"'`\n\t"))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

/// A flow collection on one line. Functions return false where they are not sure.
class Flow
{
public:
    Flow(LineCursor &cursor, std::size_t begin, PlainTree &tree, std::size_t &lastScalar)
        : m_cursor(cursor), m_at(begin), m_tree(tree), m_lastScalar(lastScalar), m_line(cursor.line())
    {}

    bool pass() { return passCollection() && passRest(m_cursor, m_at); }

private:
    char here() const { return m_cursor.at(m_at); }

    void skipBlanks()
    {
        while (here() == ' ')
            ++m_at;
    }

    bool passCollection()
    {
        const bool isSequence = here() == '[';
        const char close = isSequence ? ']' : '}';
        if (!m_tree.open(isSequence ? NodeType::Sequence : NodeType::Mapping, m_tree.column(), m_line))
            return false;
        ++m_at;
        skipBlanks();
        if (here() != close) {
            while (true) {
                if (!(isSequence ? passItem() : passField()))
                    return false;
                skipBlanks();
                if (here() != ',')
                    break;
                ++m_at;
                skipBlanks();
            }
        }
        return here() == close && m_tree.close(m_line) && ++m_at > 0;
    }

    bool passItem()
    {
        m_tree.addItem(m_line);
        return passValue();
    }

    bool passField()
    {
        std::string key;
        const bool isQuoted = here() == '"' || here() == '\'';
        if (!passScalar(key) || here() != ':' || key == "<<")
            return false;
        const char next = m_cursor.at(m_at + 1);
        if (next != ' ')
            return false;
        if (!isQuoted && mayBeOtherThanText(key)) {
            auto resolved = resolveKey("?", key);
            if (!resolved)
                return false;
            key = std::move(resolved->text);
        }
        m_tree.addKey(key, m_line, key.data() + key.size());
        ++m_at;
        skipBlanks();
        return passValue();
    }

    bool passValue()
    {
        if (here() == '[' || here() == '{')
            return passCollection();
        const bool isQuoted = here() == '"' || here() == '\'';
        std::string text;
        if (!passScalar(text))
            return false;
        if (isQuoted || !mayBeOtherThanText(text)) {
            m_tree.add(NodeType::String, m_line, std::move(text));
            return true;
        }
        auto scalar = resolveScalar("?", text);
        if (!scalar)
            return false;
        m_tree.add(scalar->type, m_line, std::move(scalar->text));
        return true;
    }

    bool passScalar(std::string &text)
    {
        const std::size_t begin = m_at;
        m_lastScalar = begin;
        if (here() == '"' || here() == '\'')
            return passQuoted(m_cursor, begin, m_tree.column(), m_at, &text) && m_cursor.line() == m_line;
        if (!beginsPlain(here(), m_cursor.at(begin + 1)))
            return false;
        while (!endsScalar[static_cast<unsigned char>(here())] || isColonInside())
            ++m_at;
        std::size_t end = m_at;
        while (end > begin && m_cursor.at(end - 1) == ' ')
            --end;
        if (here() == ':' && end != m_at)
            return false;
        text = m_cursor.text().substr(begin, end - begin);
        return end > begin && (text.size() > 1 || text != "-");
    }

    /// A colon with text right behind it belongs to the text.
    bool isColonInside() const
    {
        const char next = m_cursor.at(m_at + 1);
        return here() == ':' && next != ' ' && !endsScalar[static_cast<unsigned char>(next)];
    }

    LineCursor &m_cursor;
    std::size_t m_at;
    PlainTree &m_tree;
    std::size_t &m_lastScalar;
    int m_line;
};

} // namespace

bool passFlow(LineCursor &cursor, std::size_t offset, PlainTree &tree, std::size_t &lastScalar)
{
    return Flow(cursor, offset, tree, lastScalar).pass();
}

} // namespace noclobber::yaml
