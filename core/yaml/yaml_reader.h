#pragma once

#include <optional>
#include <vector>

#include "core/yaml/chunks.h"
#include "core/yaml/document.h"
#include "core/yaml/selection.h"

namespace noclobber::yaml {

/// What one chunk holds. Without a document and a problem it is empty.
struct ChunkReading {
    std::optional<Document> document; ///< its span is in the chunk's own text, its lines are the file's
    std::optional<Remark> problem;
    std::vector<Remark> ambiguities; ///< of the file: text after the document's end, a byte order mark
};

/// Reads the one document that Kubernetes would read of a chunk, by the reader in use. The root may lack what is not
/// wanted.
ChunkReading readChunk(const Chunk &chunk, const Limits &limits, const Selection *wanted = nullptr);

} // namespace noclobber::yaml
