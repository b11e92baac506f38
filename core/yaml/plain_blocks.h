#pragma once

#include <optional>

#include "core/yaml/chunks.h"
#include "core/yaml/document.h"
#include "core/yaml/selection.h"

namespace noclobber::yaml {

/// Reads the document of a chunk that is plain block-style YAML, as controllers, Helm and kustomize print it: block
/// mappings and sequences, scalars of all styles, comments; no anchors, tags, `?` keys, directives or flow collections
/// but empty ones, no repeated keys, no characters that readers take differently. Nothing if it is anything else, or
/// nobody can be sure: then readChunk has to read it.
///
/// What it gives is what readChunk gives: the same Node, lines and span, and there is nothing to remark. With a
/// selection the rest of the document is looked at just as closely, but is not in the Node. Of the mappings around a
/// sequence whose items are chosen from, no key behind it is left out, nor is a null that ends an item.
std::optional<Document> readPlainBlocks(const Chunk &chunk, const Limits &limits, const Selection *wanted = nullptr);

} // namespace noclobber::yaml
