#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/yaml/document.h"
#include "core/yaml/scalar.h"

namespace noclobber::yaml {

/// Thrown by readers of this folder to leave a document they cannot read; never leaves the folder.
struct Refusal {
    Remark remark;
};

/// Makes the Node of one document from its beginnings and ends, in text order. Writes aliases and merge keys out, lets
/// the last of repeated keys win, remarks on what other readers take differently, and throws Refusal at the bounds.
class NodeBuilder
{
public:
    using Anchor = std::size_t; ///< 0 is none

    explicit NodeBuilder(const Limits &limits) : m_limits(limits) {}

    void begin(NodeType type, int line, Anchor anchor = 0);
    void end();
    void addScalar(Scalar scalar, int line, Anchor anchor = 0);
    void addAlias(Anchor anchor, int line);
    /// The key of the next value. Only while expectsKey().
    void addKey(Scalar key, int line, Anchor anchor = 0);
    /// The key `<<` of the next value.
    void addMergeKey(int line);

    bool expectsKey() const { return !m_open.empty() && m_open.back().expectsKey; }
    void remark(int line, std::string message);

    Node takeRoot() { return std::move(m_root); }
    std::vector<Remark> takeRemarks();

private:
    enum class KeyKind { Text, Integer, Float, Boolean, Merge };

    /// What writing a node out once more costs.
    struct Weight {
        std::size_t nodes = 1;
        std::size_t keys = 0;
        std::size_t bytes = 0; ///< of text
        int height = 1;
    };

    struct OpenNode {
        Node node;
        Anchor anchor = 0;
        Weight weight;
        bool expectsKey = false;
        bool hasMerge = false;
        std::vector<KeyKind> kinds; ///< of a Mapping's keys
        Field next;                 ///< key and line of the value to come
        KeyKind nextKind = KeyKind::Text;
    };

    struct Anchored {
        Node node;
        Weight weight;
    };

    struct Place; ///< of a key while a Mapping's keys are made unique

    void attach(Node node, Weight weight, Anchor anchor);
    void charge(const Weight &weight, int line);
    void chargeAlias(const Weight &weight, int line);
    const Anchored &anchored(Anchor anchor, int line) const;
    void makeKeysUnique(OpenNode &open);
    void put(std::vector<Field> &fields, std::map<std::string, Place, std::less<>> &places, Field field, KeyKind kind);
    void merge(std::vector<Field> &fields, std::map<std::string, Place, std::less<>> &places, Node value, int line);

    Limits m_limits;
    std::vector<OpenNode> m_open;
    Node m_root;
    std::map<Anchor, Anchored> m_anchors;
    std::vector<Remark> m_remarks;
    std::size_t m_nodes = 0;
    std::size_t m_keys = 0;
    std::size_t m_aliased = 0; ///< nodes and keys
    std::size_t m_aliasedBytes = 0;
};

} // namespace noclobber::yaml
