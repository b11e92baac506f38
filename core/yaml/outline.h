#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace noclobber::yaml {

/// How a value is written.
enum class Style {
    Null,   ///< nothing, or a word for nothing
    Plain,  ///< a scalar without quotes
    Quoted, ///< with single or double ones
    Folded, ///< a scalar of lines, after `|` or `>`
    Alias,
    BlockMapping,
    FlowMapping,
    BlockSequence,
    FlowSequence
};

struct TextField;

/// A value as it stands in the text of a document: where, and how it is written. Anchors, aliases and merge keys are as
/// they are.
struct TextNode {
    Style style = Style::Null;
    std::size_t begin = 0; ///< its first byte, that of its anchor or tag if it has one. Of a value that is not there:
                           ///< no place in particular
    std::size_t end = 0;        ///< behind the last byte of a Quoted scalar or a Plain one on one line; else 0
    bool hasProperties = false; ///< an anchor or a tag stands before it
    std::string scalar;         ///< of Plain, Quoted and Folded: the text as YAML reads it
    std::vector<TextNode> items;
    std::vector<TextField> fields; ///< in text order, repeated keys too

    bool isMapping() const { return style == Style::BlockMapping || style == Style::FlowMapping; }
    bool isSequence() const { return style == Style::BlockSequence || style == Style::FlowSequence; }
    /// How often a key of a mapping stands there.
    std::size_t count(std::string_view key) const;
    /// The first field of a key, or nullptr.
    const TextField *find(std::string_view key) const;
};

struct TextField {
    TextNode key;
    TextNode value;
};

/// The outline of one document, YAML or JSON, whose text was read before (offsets are in this text). Error Yaml for a
/// text that is none, or has line breaks that only some readers know.
Result<TextNode> readOutline(std::string_view document);

} // namespace noclobber::yaml
