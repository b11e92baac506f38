#include "core/yaml/node_builder.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/base/text.h"

namespace noclobber::yaml {

namespace {

constexpr std::size_t mostRemarks = 100;

/// Whether two of the fields have the same key.
bool hasRepeatedKey(const std::vector<Field> &fields)
{
    if (fields.size() < 2)
        return false;
    if (fields.size() <= 12) {
        for (std::size_t i = 1; i < fields.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (fields[i].key == fields[j].key)
                    return true;
            }
        }
        return false;
    }
    std::vector<std::string_view> keys;
    keys.reserve(fields.size());
    for (const Field &field : fields)
        keys.push_back(field.key);
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
}

/// Go's bound on how much of a document may come from aliases, so that we refuse what Kubernetes refuses.
/// Source: yaml/go-yaml v2 decode.go, allowedAliasRatio.
bool isExcessivelyAliased(std::size_t values, std::size_t aliased)
{
    constexpr double low = 400'000;
    constexpr double high = 4'000'000;
    const auto all = static_cast<double>(values);
    const double allowed = all <= low ? 0.99 : all >= high ? 0.10 : 0.99 - 0.89 * (all - low) / (high - low);
    return aliased > 100 && values > 1000 && static_cast<double>(aliased) / all > allowed;
}

} // namespace

struct NodeBuilder::Place {
    std::size_t index = 0;
    KeyKind kind = KeyKind::Text;
    bool isMerged = false;
};

void NodeBuilder::remark(int line, std::string message)
{
    if (m_remarks.size() < mostRemarks)
        m_remarks.push_back({line, std::move(message)});
}

std::vector<Remark> NodeBuilder::takeRemarks()
{
    std::stable_sort(m_remarks.begin(), m_remarks.end(),
                     [](const Remark &left, const Remark &right) { return left.line < right.line; });
    return std::move(m_remarks);
}

void NodeBuilder::charge(const Weight &weight, int line)
{
    m_nodes += weight.nodes;
    m_keys += weight.keys;
    if (m_nodes > m_limits.nodes)
        throw Refusal{{line, say("the document has more than {} values", m_limits.nodes)}};
    if (static_cast<int>(m_open.size()) + weight.height > m_limits.depth)
        throw Refusal{{line, say("the document is nested deeper than {} levels", m_limits.depth)}};
}

void NodeBuilder::chargeAlias(const Weight &weight, int line)
{
    charge(weight, line);
    m_aliased += weight.nodes + weight.keys;
    m_aliasedBytes += weight.bytes;
    if (m_aliasedBytes > m_limits.bytes || isExcessivelyAliased(m_nodes + m_keys, m_aliased))
        throw Refusal{{line, say("the document repeats too much by aliases")}};
}

void NodeBuilder::begin(NodeType type, int line, Anchor anchor)
{
    if (expectsKey())
        throw Refusal{{line, say("a key is a mapping or a sequence, which Kubernetes refuses")}};
    charge({}, line);
    OpenNode &open = m_open.emplace_back();
    open.node.type = type;
    open.node.line = line;
    open.anchor = anchor;
    open.expectsKey = type == NodeType::Mapping;
}

void NodeBuilder::end()
{
    assert(!m_open.empty() && "every end has a begin");
    OpenNode open = std::move(m_open.back());
    m_open.pop_back();
    if (open.node.type == NodeType::Mapping && (open.hasMerge || hasRepeatedKey(open.node.fields)))
        makeKeysUnique(open);
    attach(std::move(open.node), open.weight, open.anchor);
}

void NodeBuilder::addScalar(Scalar scalar, int line, Anchor anchor)
{
    charge({}, line);
    Node node;
    node.type = scalar.type;
    node.scalar = std::move(scalar.text);
    node.line = line;
    Weight weight;
    weight.bytes = node.scalar.size();
    attach(std::move(node), weight, anchor);
}

void NodeBuilder::attach(Node node, Weight weight, Anchor anchor)
{
    if (anchor != 0) {
        charge(weight, node.line);
        m_anchors.insert_or_assign(anchor, Anchored{node, weight});
    }
    if (m_open.empty()) {
        m_root = std::move(node);
        return;
    }
    OpenNode &parent = m_open.back();
    parent.weight.nodes += weight.nodes;
    parent.weight.keys += weight.keys;
    parent.weight.bytes += weight.bytes;
    parent.weight.height = std::max(parent.weight.height, weight.height + 1);
    if (parent.node.type == NodeType::Sequence) {
        parent.node.items.push_back(std::move(node));
        return;
    }
    parent.next.value = std::move(node);
    parent.node.fields.push_back(std::move(parent.next));
    parent.next = Field{};
    parent.kinds.push_back(parent.nextKind);
    parent.expectsKey = true;
}

void NodeBuilder::addKey(Scalar key, int line, Anchor anchor)
{
    if (anchor != 0) {
        charge({}, line);
        m_anchors.insert_or_assign(
            anchor, Anchored{Node{.type = key.type, .scalar = key.text, .line = line, .items = {}, .fields = {}}, {}});
    }
    ++m_keys;
    OpenNode &open = m_open.back();
    open.weight.keys += 1;
    open.weight.bytes += key.text.size();
    open.next.key = std::move(key.text);
    open.next.line = line;
    open.nextKind = key.type == NodeType::Integer   ? KeyKind::Integer
                    : key.type == NodeType::Float   ? KeyKind::Float
                    : key.type == NodeType::Boolean ? KeyKind::Boolean
                                                    : KeyKind::Text;
    open.expectsKey = false;
}

void NodeBuilder::addMergeKey(int line)
{
    addKey({NodeType::String, "<<"}, line);
    if (std::exchange(m_open.back().hasMerge, true) &&
        std::find(m_open.back().kinds.begin(), m_open.back().kinds.end(), KeyKind::Merge) != m_open.back().kinds.end())
        remark(line, say("the merge key `<<` is repeated in one mapping, which other readers refuse"));
    m_open.back().nextKind = KeyKind::Merge;
}

const NodeBuilder::Anchored &NodeBuilder::anchored(Anchor anchor, int line) const
{
    const auto found = m_anchors.find(anchor);
    if (found == m_anchors.end())
        throw Refusal{{line, say("an alias refers to the value it stands in")}};
    return found->second;
}

void NodeBuilder::addAlias(Anchor anchor, int line)
{
    const Anchored &original = anchored(anchor, line);
    const bool isContainer = original.node.type == NodeType::Mapping || original.node.type == NodeType::Sequence;
    if (expectsKey()) {
        if (isContainer || original.node.type == NodeType::Null)
            throw Refusal{{line, say("a key is an alias of something that cannot be a key")}};
        addKey({original.node.type, original.node.scalar}, line);
        return;
    }
    const bool isMergeValue =
        !m_open.empty() && m_open.back().node.type == NodeType::Mapping && m_open.back().nextKind == KeyKind::Merge;
    if (isMergeValue && original.node.type != NodeType::Mapping)
        throw Refusal{{line, say("the merge key `<<` has an alias of something that is no mapping")}};
    chargeAlias(original.weight, line);
    attach(original.node, original.weight, 0);
}

/// Rebuilds the fields so that each key occurs once, as Go's map would have it in the end.
void NodeBuilder::makeKeysUnique(OpenNode &open)
{
    std::vector<Field> fields;
    std::map<std::string, Place, std::less<>> places;
    for (std::size_t i = 0; i < open.node.fields.size(); ++i) {
        Field &field = open.node.fields[i];
        if (open.kinds[i] == KeyKind::Merge)
            merge(fields, places, std::move(field.value), field.line);
        else
            put(fields, places, std::move(field), open.kinds[i]);
    }
    open.node.fields = std::move(fields);
}

void NodeBuilder::put(std::vector<Field> &fields, std::map<std::string, Place, std::less<>> &places, Field field,
                      KeyKind kind)
{
    const bool isMerged = kind == KeyKind::Merge;
    const auto [place, isNew] = places.try_emplace(field.key, Place{fields.size(), kind, isMerged});
    if (isNew) {
        fields.push_back(std::move(field));
        return;
    }
    Field &old = fields[place->second.index];
    if (!isMerged && !place->second.isMerged) {
        const std::string key = printable(field.key.substr(0, 100));
        remark(field.line, place->second.kind == kind
                               ? say("the key `{}` is repeated (first in line {}): Kubernetes takes the last, "
                                     "others the first or none",
                                     key, old.line)
                               : say("the key `{}` occurs as text and as another type (first in line {}): "
                                     "which one counts is left to chance",
                                     key, old.line));
    }
    old = std::move(field);
    place->second.kind = kind;
    place->second.isMerged = isMerged;
}

void NodeBuilder::merge(std::vector<Field> &fields, std::map<std::string, Place, std::less<>> &places, Node value,
                        int line)
{
    std::vector<Node> sources;
    if (value.type == NodeType::Mapping)
        sources.push_back(std::move(value));
    else if (value.type == NodeType::Sequence)
        sources = std::move(value.items);
    else
        throw Refusal{{line, say("the merge key `<<` has a value that is no mapping")}};
    std::reverse(sources.begin(), sources.end()); // of several sources the first wins, so it comes last
    for (Node &source : sources) {
        if (source.type != NodeType::Mapping)
            throw Refusal{{line, say("the merge key `<<` has a list with something that is no mapping")}};
        for (Field &field : source.fields) {
            const auto place = places.find(field.key);
            const bool overrides =
                place != places.end() && !place->second.isMerged && !(fields[place->second.index].value == field.value);
            if (overrides)
                remark(line, say("`<<` stands after the key `{}` and replaces it for Kubernetes; for others the "
                                 "key written out wins",
                                 printable(field.key.substr(0, 100))));
            put(fields, places, std::move(field), KeyKind::Merge);
        }
    }
}

} // namespace noclobber::yaml
