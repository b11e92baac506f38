#pragma once

#include <optional>
#include <vector>

#include "core/diff/object_rows.h"
#include "core/review/review.h"

namespace noclobber::review {

enum class TextForm {
    AsRead,  ///< what Kubernetes reads, as YAML in one order
    Verbatim ///< the lines of the files
};

/// Both sides of an object set against each other, for a person to read. Masked already.
struct ObjectDiff {
    std::vector<diff::ObjectRow> rows;
    std::optional<argo::Location> base; ///< none: the side has no such object
    std::optional<argo::Location> head;
    TextForm form = TextForm::AsRead; ///< AsRead instead of Verbatim where a line of a file holds other objects too
    std::size_t bytes = 0;            ///< of the longer side's text
};

/// Reads the winners of both sides again, or while contested the last ones in effect. A difference that a finding
/// speaks of is no noise. Errors: Git, Io, Yaml.
Result<ObjectDiff> readObjectDiff(const Review &review, const argo::ObjectId &id, TextForm form);

/// What was found about one object.
using ObjectFindings = std::vector<const rules::Finding *>;

/// Looks through all findings of the review, which may be very many: once an object, not once a field.
ObjectFindings findingsOf(const Review &review, const argo::ObjectId &id);

/// The rule that calls a field of a change noise; none where one of the object's findings speaks of it.
std::optional<diff::Noise> noiseOf(const ObjectFindings &findings, const diff::ObjectChange &change,
                                   const diff::FieldChange &field);

} // namespace noclobber::review
