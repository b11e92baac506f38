#include "core/yaml/event_handler.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/text.h"

namespace noclobber::yaml {

namespace {

constexpr std::string_view standardTag = "tag:yaml.org,2002:";

/// The value, or a Refusal in this line.
Scalar scalarOr(Result<Scalar> scalar, int line)
{
    if (!scalar)
        throw Refusal{{line, printable(scalar.error().message)}};
    return std::move(*scalar);
}

/// Bytes that are no UTF-8 become U+FFFD one by one, as Go's JSON writes them.
std::string asUtf8(const std::string &bytes)
{
    if (isUtf8(bytes))
        return bytes;
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t size = 1;
        while (size < 4 && at + size <= bytes.size() && !isUtf8(std::string_view(bytes).substr(at, size)))
            ++size;
        const bool isWhole = at + size <= bytes.size() && isUtf8(std::string_view(bytes).substr(at, size));
        text += isWhole ? bytes.substr(at, size) : "\xEF\xBF\xBD";
        at += isWhole ? size : 1;
    }
    return text;
}

} // namespace

int EventHandler::fileLine(int line) const
{
    if (m_lines.empty())
        return m_firstLine + line;
    const auto index = std::min(static_cast<std::size_t>(std::max(line, 0)), m_lines.size() - 1);
    return m_firstLine + m_lines[index];
}

void EventHandler::remarkTag(const std::string &tag, int line)
{
    if (tag.size() <= 1 || (tag.starts_with(standardTag) && tag != std::string(standardTag) + "binary"))
        return;
    const std::string name = printable(tag.substr(0, 80));
    m_builder.remark(line, tag.starts_with(standardTag)
                               ? std::string("the tag !!binary is read as decoded text by some and kept by others")
                               : fmt::format("the tag `{}` is passed over by Kubernetes and refused by others", name));
}

void EventHandler::OnDocumentStart(const YAML::Mark &mark)
{
    if (m_hasBegun)
        throw NextDocument{static_cast<std::size_t>(std::max(mark.pos, 0))};
    m_hasBegun = true;
}

void EventHandler::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const int line = fileLine(mark.line);
    if (m_builder.expectsKey())
        throw Refusal{{line, "a key is null, which Kubernetes refuses"}};
    m_builder.addScalar({}, line, anchor);
}

void EventHandler::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    m_builder.addAlias(anchor, fileLine(mark.line));
}

void EventHandler::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                            const std::string &value)
{
    const int line = fileLine(mark.line);
    m_lastScalar = static_cast<std::size_t>(std::max(mark.pos, 0));
    remarkTag(tag, line);
    if (m_builder.expectsKey()) {
        if (value == "<<" && (tag == "?" || tag == std::string(standardTag) + "merge"))
            m_builder.addMergeKey(line);
        else
            m_builder.addKey(scalarOr(resolveKey(tag, value), line), line, anchor);
        return;
    }
    Scalar scalar = scalarOr(resolveScalar(tag, value), line);
    if (tag.ends_with("binary"))
        scalar.text = asUtf8(scalar.text);
    m_builder.addScalar(std::move(scalar), line, anchor);
}

void EventHandler::OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                                   YAML::EmitterStyle::value)
{
    const int line = fileLine(mark.line);
    remarkTag(tag, line);
    m_builder.begin(NodeType::Sequence, line, anchor);
}

void EventHandler::OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                              YAML::EmitterStyle::value)
{
    const int line = fileLine(mark.line);
    remarkTag(tag, line);
    m_builder.begin(NodeType::Mapping, line, anchor);
}

} // namespace noclobber::yaml
