#include "core/yaml/document_index.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "core/base/say.h"
#include "core/yaml/chunks.h"
#include "core/yaml/text_check.h"
#include "core/yaml/yaml_reader.h"

namespace noclobber::yaml {

struct DocumentIndex::State {
    State(std::string_view file, TextFormat fileFormat) : bytes(file), format(fileFormat), source(file) {}

    std::string_view bytes;
    TextFormat format;
    SourceText source;
    std::vector<Chunk> chunks;  ///< by number
    bool isStreamOfJson = true; ///< JSON has no separators to look for: it is read from the begin each time
};

DocumentIndex::DocumentIndex(std::string_view bytes, TextFormat format)
    : m_state(std::make_unique<State>(bytes, format))
{
    const std::string_view text = m_state->source.text();
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool beginsAsJson = first != std::string_view::npos && text[first] == '{';
    m_state->isStreamOfJson = format == TextFormat::Json || beginsAsJson || bytes.size() > Limits().bytes;
    if (m_state->isStreamOfJson)
        return;
    ChunkReader reader(text);
    while (const auto chunk = reader.next())
        m_state->chunks.push_back(*chunk);
}

DocumentIndex::DocumentIndex(DocumentIndex &&) noexcept = default;
DocumentIndex &DocumentIndex::operator=(DocumentIndex &&) noexcept = default;
DocumentIndex::~DocumentIndex() = default;

bool DocumentIndex::isDirect() const
{
    return !m_state->isStreamOfJson;
}

Result<Document> DocumentIndex::read(int number, const Limits &limits) const
{
    if (m_state->isStreamOfJson)
        return readDocument(m_state->bytes, m_state->format, number, limits);
    const auto chunk = std::ranges::lower_bound(m_state->chunks, number, {}, &Chunk::number);
    if (chunk == m_state->chunks.end() || chunk->number != number)
        return Error{ErrorCode::Yaml, say("there is no document {}", number), {}};
    ChunkReading reading = readChunk(*chunk, limits);
    if (reading.problem)
        return Error{ErrorCode::Yaml, reading.problem->message, fmt::format("line {}", reading.problem->line)};
    if (!reading.document || reading.document->root.type == NodeType::Null)
        return Error{ErrorCode::Yaml, say("there is no document {}", number), {}};
    Document document = std::move(*reading.document);
    document.span.begin = m_state->source.fileOffset(document.span.begin + chunk->begin);
    document.span.end = m_state->source.fileOffset(document.span.end + chunk->begin);
    return document;
}

} // namespace noclobber::yaml
