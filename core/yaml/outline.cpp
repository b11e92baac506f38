#include "core/yaml/outline.h"

#include <algorithm>
#include <sstream>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "core/base/say.h"
#include "core/yaml/lexical.h"
#include "core/yaml/text_check.h"

namespace noclobber::yaml {

namespace {

/// Builds the outline from yaml-cpp's events for one document.
class OutlineBuilder final : public YAML::EventHandler
{
public:
    explicit OutlineBuilder(std::string_view text) : m_text(text) {}

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { add(nodeAt(mark, Style::Null, anchor != 0)); }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override { add(nodeAt(mark, Style::Alias, false)); }

    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        TextNode node = nodeAt(mark, Style::Plain, anchor != 0 || isTag(tag));
        node.scalar = value;
        const char first = node.begin < m_text.size() ? m_text[node.begin] : '\0';
        if (node.hasProperties) {
            node.style = Style::Folded; // whichever it is: nobody edits it
        } else if (first == '"' || first == '\'') {
            node.style = Style::Quoted;
            node.end = std::min(scalarEnd(m_text, node.begin), m_text.size() - 1) + 1;
        } else if (first == '|' || first == '>') {
            node.style = Style::Folded;
        } else if (m_text.substr(node.begin).starts_with(value)) {
            node.end = node.begin + value.size();
        }
        add(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override
    {
        const bool isFlow = style == YAML::EmitterStyle::Flow;
        m_open.push_back(
            {nodeAt(mark, isFlow ? Style::FlowSequence : Style::BlockSequence, anchor != 0 || isTag(tag))});
    }

    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override
    {
        const bool isFlow = style == YAML::EmitterStyle::Flow;
        m_open.push_back({nodeAt(mark, isFlow ? Style::FlowMapping : Style::BlockMapping, anchor != 0 || isTag(tag))});
    }

    void OnSequenceEnd() override { close(); }
    void OnMapEnd() override { close(); }

    TextNode takeRoot() { return std::move(m_root); }

private:
    /// A collection that is not complete.
    struct Open {
        TextNode node;
        bool hasKey = false; ///< the key of its last field is there, the value is not
    };

    static bool isTag(const std::string &tag) { return !tag.empty() && tag != "?" && tag != "!"; }

    static TextNode nodeAt(const YAML::Mark &mark, Style style, bool hasProperties)
    {
        TextNode node;
        node.style = style;
        node.begin = static_cast<std::size_t>(std::max(mark.pos, 0));
        node.hasProperties = hasProperties;
        return node;
    }

    void close()
    {
        TextNode node = std::move(m_open.back().node);
        m_open.pop_back();
        add(std::move(node));
    }

    void add(TextNode node)
    {
        if (m_open.empty()) {
            m_root = std::move(node);
            return;
        }
        Open &open = m_open.back();
        if (open.node.isSequence()) {
            open.node.items.push_back(std::move(node));
            return;
        }
        if (open.hasKey)
            open.node.fields.back().value = std::move(node);
        else
            open.node.fields.push_back({std::move(node), {}});
        open.hasKey = !open.hasKey;
    }

    std::string_view m_text;
    std::vector<Open> m_open;
    TextNode m_root;
};

Error unreadable(std::string message)
{
    return {ErrorCode::Yaml, std::move(message), ""};
}

} // namespace

std::size_t TextNode::count(std::string_view key) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(fields, [&](const TextField &field) { return field.key.scalar == key; }));
}

const TextField *TextNode::find(std::string_view key) const
{
    const auto found = std::ranges::find_if(fields, [&](const TextField &field) { return field.key.scalar == key; });
    return found == fields.end() ? nullptr : &*found;
}

Result<TextNode> readOutline(std::string_view document)
{
    if (findUnusualBreak(document, 0) != std::string_view::npos)
        return unreadable(say("its file has line breaks that only some readers know"));
    OutlineBuilder builder(document);
    try {
        std::istringstream stream(std::string(document) + "\n");
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder))
            return unreadable(say("it is empty"));
    } catch (const YAML::Exception &) {
        return unreadable(say("it is not YAML"));
    }
    return builder.takeRoot();
}

} // namespace noclobber::yaml
