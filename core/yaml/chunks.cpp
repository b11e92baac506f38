#include "core/yaml/chunks.h"

#include <algorithm>

#include "core/base/say.h"
#include "core/base/text.h"
#include "core/yaml/text_marks.h"

namespace noclobber::yaml {

namespace {

constexpr std::string_view separator = "---";

/// Whether a `---` line ends a document for Kubernetes: only blanks or a comment may follow.
bool isCleanSeparator(std::string_view line)
{
    const std::string_view rest = trimmed(line.substr(separator.size()));
    return rest.empty() || rest.front() == '#';
}

/// Whether the line is one of YAML's own marks with nothing but a comment behind it.
bool isMark(std::string_view line, std::string_view mark)
{
    if (!line.starts_with(mark))
        return false;
    const std::string_view rest = line.substr(mark.size());
    return trimmed(rest).empty() || ((rest.front() == ' ' || rest.front() == '\t') && trimmed(rest).front() == '#');
}

} // namespace

std::size_t lineEnd(std::string_view text, std::size_t offset)
{
    return std::min(text.find('\n', offset), text.size());
}

std::size_t firstContent(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = lineEnd(text, at);
        const std::string_view line = text.substr(at, end - at);
        const std::string_view inner = trimmed(line);
        if (!inner.empty() && inner.front() != '#' && !isMark(line, "---") && !isMark(line, "..."))
            return at;
        at = end + 1;
    }
    return std::string_view::npos;
}

ChunkReader::ChunkReader(std::string_view text, int firstLine, int documents)
    : m_text(text), m_line(firstLine), m_number(documents)
{}

void ChunkReader::advanceTo(std::size_t offset)
{
    if (offset < m_text.size()) // behind the last line nobody asks for its number
        m_line += static_cast<int>(countLines(m_text.substr(m_at, offset - m_at)));
    m_at = offset;
}

bool ChunkReader::passSeparator()
{
    const std::size_t end = lineEnd(m_text, m_at);
    const bool isClean = isCleanSeparator(m_text.substr(m_at, end - m_at));
    if (!isClean && !m_isBroken) {
        m_problems.push_back({m_line, say("a line that begins with `---` must end there or go on with a comment; "
                                          "Kubernetes refuses the file here")});
    }
    m_isBroken = !isClean;
    ++m_number;
    advanceTo(std::min(end + 1, m_text.size()));
    return isClean;
}

std::optional<Chunk> ChunkReader::next()
{
    Chunk chunk;
    do {
        while (m_isBroken && m_at < m_text.size()) {
            advanceTo(findSeparatorLine(m_text, m_at));
            if (m_at < m_text.size())
                passSeparator();
        }
        if (m_at >= m_text.size())
            return {};
        chunk = {.text = {}, .begin = m_at, .firstLine = m_line};
        chunk.hasMarker = m_text.substr(m_at).starts_with(separator) && passSeparator();
    } while (m_isBroken);
    const std::size_t end = m_at < m_text.size() ? findSeparatorLine(m_text, m_at) : m_at;
    chunk.text = m_text.substr(chunk.begin, end - chunk.begin);
    if (m_isFirst && !chunk.hasMarker) {
        const std::size_t content = firstContent(chunk.text);
        m_number += content != std::string_view::npos && chunk.text[content] != '%' ? 1 : 0;
    }
    m_isFirst = false;
    chunk.number = m_number;
    advanceTo(end);
    if (m_at < m_text.size())
        passSeparator();
    return chunk;
}

} // namespace noclobber::yaml
