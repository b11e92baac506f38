#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include "core/yaml/lexical.h"
#include "core/yaml/node_builder.h"

namespace noclobber::yaml {

/// Thrown when a second document begins, to leave yaml-cpp's parser (which could begin documents forever).
struct NextDocument {
    std::size_t offset = 0;
};

/// Turns yaml-cpp's events for one document into a Node.
class EventHandler final : public YAML::EventHandler
{
public:
    /// text: what is parsed. lines: the file's line of each line of the text parsed, from 0; empty if they only differ
    /// by firstLine.
    EventHandler(const Limits &limits, std::string_view text, int firstLine, const std::vector<int> &lines)
        : m_builder(limits), m_text(text), m_firstLine(firstLine), m_lines(lines)
    {}

    void OnDocumentStart(const YAML::Mark &mark) override;
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { endCollection(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { endCollection(); }
    void OnAnchor(const YAML::Mark &mark, const std::string &name) override;

    /// The file's line of a line of the text parsed, from 0.
    int fileLine(int line) const;

    NodeBuilder &builder() { return m_builder; }
    /// Where the last scalar begins in the text, its anchor and tag included; meaningful only if there was one.
    std::size_t lastScalar() const { return m_lastScalar; }

private:
    void remarkTag(const std::string &tag, int line);
    void beginValue(const YAML::Mark &mark, bool isBlockCollection);
    void beginCollection(NodeType type, const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         bool isFlow);
    void endCollection();
    bool isInFlow() const { return !m_isFlow.empty() && m_isFlow.back(); }

    NodeBuilder m_builder;
    std::string_view m_text;
    int m_firstLine;
    const std::vector<int> &m_lines;
    std::size_t m_lastScalar = 0;
    std::optional<BareKey> m_key; ///< while its value has not begun
    YAML::Mark m_keyMark;
    std::vector<bool> m_isFlow; ///< of the collections that are open
    bool m_hasBegun = false;
};

} // namespace noclobber::yaml
