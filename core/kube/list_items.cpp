#include "core/kube/list_items.h"

#include <algorithm>

namespace noclobber::kube {

namespace {

using yaml::Node;
using yaml::NodeType;

constexpr std::string_view listEnding = "List";

/// The items if the node is a List; an empty sequence for a `kind: List` without items.
const std::vector<Node> *itemsOf(const Node &node, std::string_view kind)
{
    static const std::vector<Node> none;
    if (node.type != NodeType::Mapping || !kind.ends_with(listEnding))
        return nullptr;
    const Node *items = node.find("items");
    if (items != nullptr && items->type == NodeType::Sequence)
        return &items->items;
    return kind == listEnding && (items == nullptr || items->type == NodeType::Null) ? &none : nullptr;
}

int lastLineOf(const Node &node)
{
    int line = node.line;
    for (const Node &item : node.items)
        line = std::max(line, lastLineOf(item));
    for (const yaml::Field &field : node.fields)
        line = std::max({line, field.line, lastLineOf(field.value)});
    return line;
}

/// One walk through a document's Lists.
class Walk
{
public:
    explicit Walk(const std::function<bool(const Candidate &)> &visit) : m_visit(visit) {}

    bool enter(Candidate candidate)
    {
        const Node &node = *candidate.node;
        const std::string_view ownKind = textOf(node, "kind");
        const std::string_view kind = ownKind.empty() ? candidate.kind : ownKind;
        const std::vector<Node> *items = itemsOf(node, kind);
        if (items == nullptr) {
            candidate.item = m_isInList ? ++m_item : 0;
            return m_visit(candidate);
        }
        m_isInList = true;
        const std::string_view ownVersion = textOf(node, "apiVersion");
        Candidate item;
        item.apiVersion = ownVersion.empty() ? candidate.apiVersion : ownVersion;
        item.kind = kind.substr(0, kind.size() - listEnding.size());
        for (std::size_t i = 0; i < items->size(); ++i) {
            item.node = &(*items)[i];
            // the last one ends where the whole ends, or before a field that stands behind the items
            const int bound = i + 1 < items->size() ? (*items)[i + 1].line - 1 : boundBehind(node, candidate.lastLine);
            item.lastLine = std::max(bound, lastLineOf(*item.node));
            if (!enter(item))
                return false;
        }
        return true;
    }

private:
    static int boundBehind(const Node &list, int lastLine)
    {
        int itemsLine = 0;
        for (const yaml::Field &field : list.fields) {
            if (field.key == "items")
                itemsLine = field.line;
            else if (itemsLine != 0 && field.line > itemsLine)
                lastLine = std::min(lastLine, field.line - 1);
        }
        return lastLine;
    }

    const std::function<bool(const Candidate &)> &m_visit;
    bool m_isInList = false;
    int m_item = 0;
};

void inherit(Node &node, std::string_view key, std::string_view value)
{
    const Node *own = node.find(key);
    if (value.empty() || (own != nullptr && own->type != NodeType::Null))
        return;
    if (own != nullptr)
        std::erase_if(node.fields, [key](const yaml::Field &field) { return field.key == key; });
    yaml::Field field;
    field.key = key;
    field.value.type = NodeType::String;
    field.value.scalar = value;
    node.fields.insert(node.fields.begin(), std::move(field));
}

} // namespace

std::string_view textOf(const Node &node, std::string_view key)
{
    const Node *value = node.find(key);
    return value != nullptr && value->type == NodeType::String ? std::string_view(value->scalar) : std::string_view();
}

void visitCandidates(const Node &root, int lastLine, const std::function<bool(const Candidate &)> &visit)
{
    Walk(visit).enter({.node = &root, .item = 0, .lastLine = lastLine, .apiVersion = {}, .kind = {}});
}

Node contentOf(const Candidate &candidate)
{
    Node node = *candidate.node;
    if (node.type == NodeType::Mapping) {
        inherit(node, "kind", candidate.kind);
        inherit(node, "apiVersion", candidate.apiVersion);
    }
    return node;
}

} // namespace noclobber::kube
