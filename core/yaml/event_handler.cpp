#include "core/yaml/event_handler.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/say.h"
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

/// yaml-cpp writes the escapes `\N` and `\_` as one byte each, 0x85 and 0xA0, where U+0085 and U+00A0 are meant.
std::string withWholeEscapes(const std::string &value)
{
    std::string text;
    for (std::size_t at = 0; at < value.size();) {
        const auto lead = static_cast<unsigned char>(value[at]);
        const std::size_t size = lead < 0x80 || lead == 0x85 || lead == 0xA0 ? 1
                                 : lead < 0xE0                               ? 2
                                 : lead < 0xF0                               ? 3
                                                                             : 4;
        if (lead == 0x85 || lead == 0xA0)
            text += '\xC2';
        text += value.substr(at, size);
        at += size;
    }
    return text;
}

bool hasBrokenEscape(const std::string &value)
{
    return value.find_first_of("\x85\xA0") != std::string::npos && !isUtf8(value);
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
    if (tag.empty() || tag == "?" || tag == "!" ||
        (tag.starts_with(standardTag) && tag != std::string(standardTag) + "binary"))
        return;
    if (tag.front() == '!' && tag.find('!', 1) != std::string::npos)
        throw Refusal{{line, say("not YAML: a tag with a handle that nothing defines")}};
    const std::string name = printable(tag.substr(0, 80));
    m_builder.remark(line, tag.starts_with(standardTag)
                               ? std::string(say("the tag !!binary is read as decoded text by some and kept by others"))
                               : say("the tag `{}` is passed over by Kubernetes and refused by others", name));
}

void EventHandler::OnDocumentStart(const YAML::Mark &mark)
{
    if (m_hasBegun)
        throw NextDocument{static_cast<std::size_t>(std::max(mark.pos, 0))};
    m_hasBegun = true;
}

/// The value of a key, or an item, begins here. yaml-cpp takes a value that stands below its key in the same column;
/// for Kubernetes that is a key without its colon.
void EventHandler::beginValue(const YAML::Mark &mark, bool isBlockCollection)
{
    const bool isBelow = m_key && !isInFlow() && !isBlockCollection && mark.line > m_keyMark.line &&
                         mark.column == m_keyMark.column && !isExplicitKey(m_text, m_key->begin) &&
                         isFirstOnLine(m_text, static_cast<std::size_t>(std::max(mark.pos, 0)));
    if (isBelow)
        throw Refusal{{fileLine(mark.line), say("not YAML: a value stands in the column of its key")}};
    m_key.reset();
}

void EventHandler::OnAnchor(const YAML::Mark &mark, const std::string &name)
{
    const bool isWord = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
    if (!isWord)
        throw Refusal{{fileLine(mark.line), say("an anchor has a name with other characters than letters and digits")}};
}

void EventHandler::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const int line = fileLine(mark.line);
    if (m_builder.expectsKey())
        throw Refusal{{line, say("a key is null, which Kubernetes refuses")}};
    if (m_key && lacksColon(m_text, *m_key))
        throw Refusal{{fileLine(m_keyMark.line), say("not YAML: a key without its colon")}};
    const auto offset = static_cast<std::size_t>(std::max(mark.pos, 0));
    const bool isMissing = !m_key && isInFlow() && offset < m_text.size() && m_text[offset] == ',';
    if (isMissing)
        throw Refusal{{line, say("not YAML: nothing stands before a comma")}};
    m_key.reset();
    m_builder.addScalar({}, line, anchor);
}

void EventHandler::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    if (!m_builder.expectsKey())
        beginValue(mark, false);
    m_builder.addAlias(anchor, fileLine(mark.line));
}

void EventHandler::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                            const std::string &given)
{
    const std::string mended = hasBrokenEscape(given) ? withWholeEscapes(given) : std::string();
    const std::string &value = mended.empty() ? given : mended;
    const int line = fileLine(mark.line);
    m_lastScalar = static_cast<std::size_t>(std::max(mark.pos, 0));
    if (!isInFlow() && isIndentedByTab(m_text, m_lastScalar))
        throw Refusal{{line, say("not YAML: a tab in the indentation")}};
    if (tag != "?" && value.find('/') != std::string::npos && hasSlashEscape(m_text, m_lastScalar))
        throw Refusal{{line, say("the escape `\\/`, which Kubernetes refuses in YAML")}};
    remarkTag(tag, line);
    if (m_builder.expectsKey()) {
        if (value == "<<" && (tag == "?" || tag == std::string(standardTag) + "merge"))
            m_builder.addMergeKey(line);
        else
            m_builder.addKey(scalarOr(resolveKey(tag, value), line), line, anchor);
        m_key = BareKey{m_lastScalar, value.size()};
        m_keyMark = mark;
        return;
    }
    beginValue(mark, false);
    m_builder.addScalar(scalarOr(resolveScalar(tag, value), line), line, anchor);
}

void EventHandler::beginCollection(NodeType type, const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                                   bool isFlow)
{
    const int line = fileLine(mark.line);
    remarkTag(tag, line);
    if (!m_builder.expectsKey())
        beginValue(mark, !isFlow);
    m_builder.begin(type, line, anchor);
    m_isFlow.push_back(isFlow || isInFlow());
}

void EventHandler::endCollection()
{
    m_isFlow.pop_back();
    m_builder.end();
}

void EventHandler::OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                                   YAML::EmitterStyle::value style)
{
    beginCollection(NodeType::Sequence, mark, tag, anchor, style == YAML::EmitterStyle::Flow);
}

void EventHandler::OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                              YAML::EmitterStyle::value style)
{
    beginCollection(NodeType::Mapping, mark, tag, anchor, style == YAML::EmitterStyle::Flow);
}

} // namespace noclobber::yaml
