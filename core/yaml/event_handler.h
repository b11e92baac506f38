#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

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
    /// lines: the file's line of each line of the text parsed, from 0; empty if they only differ by firstLine.
    EventHandler(const Limits &limits, int firstLine, const std::vector<int> &lines)
        : m_builder(limits), m_firstLine(firstLine), m_lines(lines)
    {}

    void OnDocumentStart(const YAML::Mark &mark) override;
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { m_builder.end(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { m_builder.end(); }

    /// The file's line of a line of the text parsed, from 0.
    int fileLine(int line) const;

    NodeBuilder &builder() { return m_builder; }
    /// Where the last scalar begins in the text, its anchor and tag included; meaningful only if there was one.
    std::size_t lastScalar() const { return m_lastScalar; }

private:
    void remarkTag(const std::string &tag, int line);

    NodeBuilder m_builder;
    int m_firstLine;
    const std::vector<int> &m_lines;
    std::size_t m_lastScalar = 0;
    bool m_hasBegun = false;
};

} // namespace noclobber::yaml
