#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

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
        m_open.reserve(16);
        m_keys.reserve(64);
    }

    bool isEmpty() const { return m_open.empty(); }                           ///< no collection is open
    int column() const { return m_open.empty() ? -1 : m_open.back().column; } ///< of the innermost collection
    bool isInSequence() const { return m_open.back().isSequence; }

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
        if (m_open.size() + 2 > m_depth)
            return false;
        add(type, line);
        const bool isSequence = type == NodeType::Sequence;
        if (isSequence && m_target.wanted && !m_open.empty())
            m_open.back().hasChoice = true;
        if (!isSequence && m_target.wanted && m_target.node)
            m_target.node->fields.reserve(std::min<std::size_t>(m_target.wanted->size(), 4));
        m_open.push_back({column, isSequence, false, m_target, m_keys.open()});
        return true;
    }
    /// line: of what follows the collection.
    bool close(int line)
    {
        const Open &last = m_open.back();
        if (last.isSequence)
            endItem(last, line);
        const bool isSure = last.isSequence || m_keys.close(last.keys);
        m_open.pop_back();
        return isSure;
    }
    /// Begins an item of the innermost collection.
    void addItem(int line)
    {
        const Open &list = m_open.back();
        endItem(list, line);
        m_target = {list.target.node ? &list.target.node->items.emplace_back() : nullptr, list.target.wanted};
    }
    /// Begins a field of the innermost collection. `readable` is the end of the memory that the key lies in.
    void addKey(std::string_view key, int line, const char *readable)
    {
        Open &mapping = m_open.back();
        m_keys.add(mapping.keys, key, readable);
        if (mapping.target.node)
            keepField(mapping, key, line);
        else
            m_target = {};
    }

    bool isWithinLimit() const { return m_nodes <= m_limit; }
    /// What is wanted cannot be told without the rest.
    bool needsWhole() const { return m_needsWhole; }

private:
    static constexpr int deepest = 200;

    /// Where a value goes: nowhere, or into a node; the whole of it, or what is wanted.
    struct Target {
        Node *node = nullptr;
        const Selection *wanted = nullptr;
    };

    struct Open {
        int column = 0;
        bool isSequence = false;
        bool hasChoice = false; ///< of a mapping: one of its values is a list whose items are chosen from
        Target target;
        KeyCheck::Keys keys;
    };

    void keepField(const Open &mapping, std::string_view key, int line)
    {
        const Selection *inside = nullptr;
        if (const Selection *wanted = mapping.target.wanted) {
            const auto found = std::ranges::find_if(*wanted, [&](auto &one) { return isSameKey(one.key, key); });
            if (found == wanted->end()) {
                m_target = {};
                m_needsWhole = m_needsWhole || mapping.hasChoice;
                return;
            }
            inside = found->inside;
        }
        Field &field = mapping.target.node->fields.emplace_back();
        field.key = key;
        field.line = line;
        m_target = {&field.value, inside};
    }

    /// An item that ends with a null that is not there goes on, by its lines, to what follows.
    void endItem(const Open &list, int line)
    {
        m_needsWhole = m_needsWhole || (list.target.wanted && m_missingLine == line);
    }

    std::vector<Open> m_open; ///< the innermost last
    KeyCheck m_keys;
    Target m_target; ///< of the next value
    std::size_t m_depth;
    std::size_t m_limit;
    std::size_t m_nodes = 0;
    int m_missingLine = 0; ///< of the last null that is not there and was not kept
    bool m_needsWhole = false;
};

} // namespace noclobber::yaml
