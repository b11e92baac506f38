#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/yaml/selection.h"

namespace noclobber::yaml {

enum class NodeType { Null, Boolean, Integer, Float, String, Sequence, Mapping };

struct Field;

/// A value as Kubernetes reads it: YAML 1.1 scalars of go-yaml v2, then JSON. Anchors, aliases and merge keys are
/// written out.
struct Node {
    NodeType type = NodeType::Null;
    std::string
        scalar; ///< String: the text. Else canonical JSON: "true", "420", "1.5" (1.0 and 1e3 are Integers "1", "1000")
    int line = 0;            ///< one-based line in the file where it begins; 0 for a value that was made, not read
    std::vector<Node> items; ///< of a Sequence
    std::vector<Field>
        fields; ///< of a Mapping: in text order, keys unique (of a repeated key the last value, at the first's place)

    /// The value of a key of a Mapping, or nullptr.
    const Node *find(std::string_view key) const;
    /// The value at a way of keys through Mappings, or nullptr.
    const Node *find(std::initializer_list<std::string_view> keys) const;
    /// The text of the String at a key, or "" if there is none.
    std::string text(std::string_view key) const;

    /// Same value; lines do not count, nor does the order of a Mapping's keys.
    bool operator==(const Node &other) const;
};

struct Field {
    std::string key;
    int line = 0; ///< of the key
    Node value;
};

/// Whether there is a node, and it is the boolean true.
bool isTrue(const Node *node);

/// The texts of a Sequence, other values left out; none if there is no Sequence.
std::vector<std::string> texts(const Node *list);

/// Bytes [begin, end) of a file and the one-based lines they stand on.
struct TextSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    int firstLine = 0;
    int lastLine = 0; ///< of the last line with text on it, comments not counted

    bool operator==(const TextSpan &) const = default;
};

/// A remark about a place in a file.
struct Remark {
    int line = 0; ///< one-based
    std::string message;

    bool operator==(const Remark &) const = default;
};

struct Document {
    int number = 0; ///< place in the file, from 1, empty ones counted as YAML counts them
    TextSpan span;  ///< from the document's first line with text (comments not counted) to its last
    Node root;
    std::vector<Remark>
        ambiguities; ///< what other readers take differently; see domain rules on duplicate keys, merge keys, breaks
};

enum class TextFormat { Yaml, Json };

/// By the ending of the path: ".json" is Json, everything else Yaml.
TextFormat formatOf(std::string_view path);

/// Bounds on one file. A file beyond them is a problem, never a hang or a crash.
struct Limits {
    std::size_t bytes = 32U << 20U;
    std::size_t nodes = 2'000'000; ///< per document, after aliases are written out
    int depth = 450;
};

/// What is left to say of a file after its documents.
struct StreamRemarks {
    std::vector<Remark> problems; ///< what could not be read; the documents around it were
    std::vector<Remark>
        ambiguities; ///< of the file as a whole: unusual line breaks, text after "...", a byte order mark inside
    bool anyDocumentRead = false;
};

/// Reads a file's documents one after the other and hands each to `visit`; null documents are not handed over.
/// Never throws and never hangs, whatever the bytes. With a selection, the roots may lack what is not wanted:
/// everything else is the same.
StreamRemarks readDocuments(std::string_view bytes, TextFormat format, const Limits &limits,
                            const std::function<void(Document)> &visit, const Selection *wanted = nullptr);

/// Only the document with this number. Error Yaml if there is none or it cannot be read.
Result<Document> readDocument(std::string_view bytes, TextFormat format, int number, const Limits &limits = {});

/// Compact JSON with sorted keys: equal nodes give equal text.
std::string toCanonicalJson(const Node &node);

/// Block-style YAML of a node, keys in their text order but apiVersion, kind, metadata first: what the side-by-side
/// view shows.
std::string toYaml(const Node &node);

} // namespace noclobber::yaml
