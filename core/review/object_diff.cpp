#include "core/review/object_diff.h"

#include <algorithm>

#include "core/argo/content_reader.h"
#include "core/diff/verbatim_text.h"
#include "core/review/shown_declarations.h"

namespace noclobber::review {
namespace {

/// What is read of one side; it must outlive the rows' making.
struct ReadSide {
    argo::Content content;
    std::shared_ptr<const std::string> file;
    diff::VerbatimSource source;
};

Result<ReadSide> readSide(argo::ContentReader &contents, const argo::Declaration &declaration)
{
    ReadSide side;
    auto content = contents.content(declaration);
    if (!content)
        return content.error();
    auto file = contents.sharedFile(declaration.blob);
    if (!file)
        return file.error();
    side.content = std::move(*content);
    side.file = std::move(*file);
    side.source = {{side.content.get(), *side.file}, declaration.location};
    return side;
}

/// The last key of a path: what a sentence about the field names.
std::string_view keyOf(std::string_view path)
{
    if (path.ends_with("\"]"))
        path.remove_suffix(2);
    const std::size_t quote = path.rfind("[\"");
    if (quote != std::string_view::npos)
        return path.substr(quote + 2);
    const std::size_t dot = path.rfind('.');
    return dot == std::string_view::npos ? path : path.substr(dot + 1);
}

bool speakOf(const ObjectFindings &findings, std::string_view path)
{
    const std::string_view key = keyOf(path);
    return std::ranges::any_of(findings, [&](const rules::Finding *finding) {
        return finding->message.find(key) != std::string::npos || finding->help.find(key) != std::string::npos;
    });
}

void keepWhatFindingsSpeakOf(const Review &review, const argo::ObjectId &id, std::vector<diff::ObjectRow> &rows)
{
    const ObjectFindings findings = findingsOf(review, id);
    for (diff::ObjectRow &row : rows) {
        if (row.noise && speakOf(findings, row.path))
            row.noise.reset();
    }
}

} // namespace

Result<ObjectDiff> readObjectDiff(const Review &review, const argo::ObjectId &id, TextForm form)
{
    auto contents = argo::ContentReader::open(review.comparison);
    if (!contents)
        return contents.error();
    const ShownDeclarations shown = shownDeclarations(review, id);
    std::optional<ReadSide> base;
    std::optional<ReadSide> head;
    ObjectDiff result;
    for (auto [declaration, side, location] :
         {std::tuple(shown.base, &base, &result.base), std::tuple(shown.head, &head, &result.head)}) {
        if (declaration == nullptr)
            continue;
        auto read = readSide(*contents, *declaration);
        if (!read)
            return read.error();
        *side = std::move(*read);
        *location = declaration->location;
    }
    const bool canBeVerbatim = (!base || diff::standsAlone(base->source)) && (!head || diff::standsAlone(head->source));
    result.form = canBeVerbatim ? form : TextForm::AsRead;
    result.rows = result.form == TextForm::Verbatim
                      ? diff::verbatimRows(base ? &base->source : nullptr, head ? &head->source : nullptr)
                      : diff::objectRows(base ? base->source.source : diff::RowSource(),
                                         head ? head->source.source : diff::RowSource());
    keepWhatFindingsSpeakOf(review, id, result.rows);
    std::size_t baseBytes = 0;
    for (const diff::ObjectRow &row : result.rows) {
        baseBytes += row.baseText.size();
        result.bytes += row.headText.size();
    }
    result.bytes = std::max(result.bytes, baseBytes);
    return result;
}

ObjectFindings findingsOf(const Review &review, const argo::ObjectId &id)
{
    ObjectFindings findings;
    for (const rules::Finding &finding : review.findings) {
        if (finding.id == id)
            findings.push_back(&finding);
    }
    return findings;
}

std::optional<diff::Noise> noiseOf(const ObjectFindings &findings, const diff::ObjectChange &change,
                                   const diff::FieldChange &field)
{
    const auto noise = diff::noiseOf(static_cast<std::string_view>(change.id.key.kind), field);
    return noise && !speakOf(findings, field.path) ? noise : std::nullopt;
}

} // namespace noclobber::review
