#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/yaml/document.h"
#include "core/yaml/key_check.h"

namespace noclobber::yaml {

/// The Node of a document, whole or what is wanted of it, from its values in text order. Looks for repeated keys in all
/// of them. Functions that return bool return false where the document is not plain or goes beyond a bound.
class PlainTree
{
public:
    /// A null selection wants all. The root must outlive this.
    PlainTree(Node &root, const Selection *wanted, const Limits &limits)
        : m_target{&root, wanted}, m_depth(static_cast<std::size_t>(std::clamp(limits.depth, 0, deepest))),
          m_limit(limits.nodes)
    {
        m_last = m_open.data();
        *m_last = {};
        m_last->column = -1;
    }
    PlainTree(const PlainTree &) = delete;
    PlainTree &operator=(const PlainTree &) = delete;

    bool isEmpty() const { return m_last == m_open.data(); } ///< no collection is open
    int column() const { return m_last->column; }            ///< of the innermost collection; -1 if there is none
    bool isInSequence() const { return m_last->isSequence; }

    /// Whether the next value is kept.
    bool isKept() const { return m_target.node != nullptr; }
    /// The next value is of this type, and of this text if it is a scalar.
    void add(NodeType type, int line, std::string text = {})
    {
        ++m_nodes;
        if (m_target.node) {
            m_target.node->type = type;
            m_target.node->line = line;
            m_target.node->scalar = std::move(text);
        }
    }
    /// The same for a String that is kept.
    void addText(int line, std::string_view text)
    {
        ++m_nodes;
        m_target.node->type = NodeType::String;
        m_target.node->line = line;
        m_target.node->scalar = text;
    }
    /// The same for a scalar that is not kept.
    void pass() { ++m_nodes; }
    /// The next value is not there. yaml-cpp gives such a null the line of what follows.
    void addMissing(int line)
    {
        add(NodeType::Null, line);
        if (!m_target.node)
            m_missingLine = line;
    }

    /// The next value is a collection, and what is added from now on is in it until it is closed.
    bool open(NodeType type, int column, int line)
    {
        if (static_cast<std::size_t>(m_last - m_open.data()) + 2 > m_depth)
            return false;
        add(type, line);
        const bool isSequence = type == NodeType::Sequence;
        ++m_last; // set by its members: a copy of what was just written would have to wait for that
        m_last->column = column;
        m_last->isSequence = isSequence;
        m_last->hasChoice = false;
        m_last->target = m_target;
        m_last->sizes = 0;
        m_keys.open(m_last->keys);
        if (m_target.node)
            openWanted(isSequence);
        return true;
    }
    /// line: of what follows the collection.
    bool close(int line)
    {
        const Open &closed = *m_last--;
        if (closed.isSequence)
            endItem(closed, line);
        return closed.isSequence || m_keys.close(closed.keys);
    }
    /// Begins an item of the innermost collection.
    void addItem(int line)
    {
        const Open &list = *m_last;
        endItem(list, line);
        m_target = {list.target.node ? &list.target.node->items.emplace_back() : nullptr, list.target.wanted};
    }
    /// Begins a field of the innermost collection. `readable` is the end of the memory that the key lies in.
    void addKey(std::string_view key, int line, const char *readable)
    {
        m_keys.add(m_last->keys, key, readable);
        m_target = {};
        if ((m_last->sizes >> (key.size() & 63U) & 1U) != 0 || m_last->hasChoice)
            addWanted(key, line);
    }

    bool isWithinLimit() const { return m_nodes <= m_limit; }
    /// What is wanted cannot be told without the rest.
    bool needsWhole() const { return m_needsWhole; }

private:
    static constexpr int deepest = 200;

    /// Where a value goes: nowhere, or into a node; the whole of it, or what is wanted.
    struct Target {
        Node *node;
        const Selection *wanted;
    };

    struct Open {
        int column;
        bool isSequence;
        bool hasChoice; ///< of a mapping: one of its values is a list whose items are chosen from
        Target target;
        std::uint64_t sizes; ///< of the keys that are wanted, a bit for each modulo 64: 0 if none is
        KeyCheck::Keys keys;
    };

    void openWanted(bool isSequence);               ///< a collection of which something is wanted
    void addWanted(std::string_view key, int line); ///< a field of such a mapping that may be one

    /// An item that ends with a null that is not there goes on, by its lines, to what follows.
    void endItem(const Open &list, int line)
    {
        m_needsWhole = m_needsWhole || (list.target.wanted && m_missingLine == line);
    }

    std::array<Open, deepest + 1> m_open; ///< the first stands for none
    Open *m_last = nullptr;               ///< the innermost
    KeyCheck m_keys;
    Target m_target; ///< of the next value
    std::size_t m_depth;
    std::size_t m_limit;
    std::size_t m_nodes = 0;
    int m_missingLine = 0; ///< of the last null that is not there and was not kept
    bool m_needsWhole = false;
};

} // namespace noclobber::yaml
