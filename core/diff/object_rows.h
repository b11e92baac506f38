#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diff/line_diff.h"
#include "core/diff/noise.h"
#include "core/yaml/document.h"

namespace noclobber::diff {

/// One row of an object's text in both commits. Masked already.
struct ObjectRow {
    LineChange change = LineChange::Same;
    bool hasBase = false; ///< the row has a line of base
    bool hasHead = false;
    int baseLine = 0; ///< one-based, in the file; 0: not known, or no line
    int headLine = 0;
    std::string baseText;
    std::string headText;
    std::vector<WordSpan> baseWords; ///< of a Replaced row: what differs
    std::vector<WordSpan> headWords;
    std::string path; ///< of the field the line belongs to, as FieldChange has it; "" in verbatim text
    std::optional<Noise> noise;
    bool isReordered = false; ///< heads a list whose order matters and differs, which the rows below do not show
    bool isEmbedding = false; ///< its value is a text of JSON or YAML, which the rows below set apart
};

/// What one side says, and the file it is read from.
struct RowSource {
    const yaml::Node *content = nullptr; ///< nullptr: the side has no such object
    std::string_view file;               ///< to number the lines of long texts; may be empty
};

/// Sets two contents of one object against each other: keys in head's order, items of lists by their merge key, so that
/// order alone is no change. Texts that hold JSON or YAML are compared as such where that tells what differs.
/// Values of Secrets and credentials are masked. Noise of labels and annotations is named, beside what Kubernetes
/// ignores and other spellings of the same value.
std::vector<ObjectRow> objectRows(const RowSource &base, const RowSource &head);

} // namespace noclobber::diff
