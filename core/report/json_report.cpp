#include "core/report/json_report.h"

#include "core/report/json_parts.h"
#include "core/report/summary.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

using Layout = JsonWriter::Layout;

void writeText(JsonWriter &json, std::string_view key, std::string_view value)
{
    json.key(key);
    json.text(value);
}

void writeNumber(JsonWriter &json, std::string_view key, std::size_t value)
{
    json.key(key);
    json.number(value);
}

void writeBoolean(JsonWriter &json, std::string_view key, bool value)
{
    json.key(key);
    json.boolean(value);
}

void writeTexts(JsonWriter &json, std::string_view key, const auto &values)
{
    json.key(key);
    json.beginList(Layout::OneLine);
    for (const auto &value : values)
        json.text(value);
    json.endList();
}

void writeTool(JsonWriter &json, const review::Review &review)
{
    json.key("tool");
    json.beginObject(Layout::OneLine);
    writeText(json, "version", NOCLOBBER_VERSION);
    json.key("argoCd");
    json.textOrNull(review.configuration.argoCdVersion);
    json.key("configuration");
    if (review.configurationOrigin == review::ConfigurationOrigin::None)
        json.null();
    else
        json.text(review.configurationOrigin == review::ConfigurationOrigin::Base ? "base" : "option");
    json.endObject();
}

void writeCommit(JsonWriter &json, std::string_view key, const git::TreeSnapshot &snapshot)
{
    json.key(key);
    json.beginObject(Layout::OneLine);
    writeText(json, "revision", snapshot.revision);
    writeText(json, "commit", snapshot.commit);
    json.endObject();
}

void writeScopes(JsonWriter &json, const Summary &summary)
{
    json.key("scopes");
    json.beginList();
    for (const auto &[name, origin] : summary.scopes) {
        json.beginObject(Layout::OneLine);
        writeText(json, "name", name);
        writeText(json, "from", word(origin));
        json.endObject();
    }
    json.endList();
}

void writeCoverage(JsonWriter &json, std::string_view key, const blast::Coverage &coverage)
{
    json.key(key);
    json.beginObject(Layout::OneLine);
    writeNumber(json, "protected", coverage.protectedObjects);
    writeNumber(json, "stateful", coverage.statefulObjects);
    json.endObject();
}

void writeStatusCounts(JsonWriter &json, const diff::StatusCounts &counts)
{
    writeNumber(json, "added", counts.added);
    writeNumber(json, "overwritten", counts.overwritten);
    writeNumber(json, "shadowed", counts.shadowed);
    writeNumber(json, "duplicated", counts.duplicated);
    writeNumber(json, "modified", counts.modified);
    writeNumber(json, "moved", counts.moved);
    writeNumber(json, "renamed", counts.renamed);
    writeNumber(json, "removed", counts.removed);
    writeNumber(json, "unknown", counts.unknown);
    writeNumber(json, "unchanged", counts.unchanged);
    writeNumber(json, "formattingOnly", counts.formattingOnly);
}

void writeSummary(JsonWriter &json, const review::Review &review, const Summary &summary)
{
    json.key("summary");
    json.beginObject();
    json.key("objects");
    json.beginObject(Layout::OneLine);
    writeNumber(json, "base", review.inventories.base.objects.size());
    writeNumber(json, "head", review.inventories.head.objects.size());
    json.endObject();
    json.key("coverage");
    json.beginObject(Layout::OneLine);
    writeCoverage(json, "base", review.radius.baseCoverage);
    writeCoverage(json, "head", review.radius.headCoverage);
    json.endObject();
    writeStatusCounts(json, review.changes.counts);
    writeNumber(json, "problems", review.problems.size());
    json.key("effects");
    json.beginObject(Layout::OneLine);
    for (std::size_t i = 0; i < summary.effects.size(); ++i)
        writeNumber(json, word(static_cast<blast::Effect>(i)), summary.effects[i]);
    json.endObject();
    json.key("dataFate");
    json.beginObject(Layout::OneLine);
    for (std::size_t i = 0; i < summary.dataFate.size(); ++i)
        writeNumber(json, word(static_cast<blast::DataFate>(i)), summary.dataFate[i]);
    json.endObject();
    json.key("findings");
    json.beginObject(Layout::OneLine);
    for (const Severity severity : {Severity::Block, Severity::Warn, Severity::Note})
        writeNumber(json, word(severity), summary.count(severity));
    writeNumber(json, "waived", summary.waivedFindings);
    json.endObject();
    json.endObject();
}

/// The version of the winner; while contested of the last one declared.
void writeApiVersion(JsonWriter &json, std::string_view key, const std::vector<argo::Declaration> &declarations,
                     const argo::Declaration *winner)
{
    json.key(key);
    if (declarations.empty())
        json.null();
    else
        json.text((winner != nullptr ? *winner : declarations.back()).manifest->apiVersion);
}

void writeField(JsonWriter &json, const diff::FieldChange &field)
{
    json.beginObject();
    writeText(json, "path", field.path);
    writeText(json, "op", word(field.operation));
    if (field.base) {
        json.key("base");
        json.node(*field.base);
    }
    if (field.head) {
        json.key("head");
        json.node(*field.head);
    }
    if (field.isSecret)
        writeBoolean(json, "secret", true);
    if (field.isImmutable)
        writeBoolean(json, "immutable", true);
    if (field.isOrderOnly)
        writeBoolean(json, "orderOnly", true);
    json.endObject();
}

void writeRename(JsonWriter &json, const diff::ObjectChange &change)
{
    if (change.renamedFrom) {
        json.key("renamedFrom");
        writeIdentity(json, *change.renamedFrom);
    }
    if (change.renamedTo) {
        json.key("renamedTo");
        writeIdentity(json, *change.renamedTo);
    }
    if (change.status == diff::Status::Renamed) {
        json.key("likeness");
        json.share(change.likeness);
    }
}

void writeChange(JsonWriter &json, const diff::ObjectChange &change)
{
    json.beginObject();
    writeText(json, "status", word(change.status));
    writeTexts(json, "flags", words(change.flags));
    json.key("identity");
    writeIdentity(json, change.id);
    json.key("apiVersion");
    json.beginObject(Layout::OneLine);
    writeApiVersion(json, "base", change.base, change.winnerInBase());
    writeApiVersion(json, "head", change.head, change.winnerInHead());
    json.endObject();
    json.key("declarations");
    json.beginObject();
    json.key("base");
    writeDeclarations(json, change.base, change.baseWinner);
    json.key("head");
    writeDeclarations(json, change.head, change.headWinner);
    json.endObject();
    writeRename(json, change);
    json.key("fields");
    json.beginList();
    for (const diff::FieldChange &field : change.fields)
        writeField(json, field);
    json.endList();
    json.endObject();
}

void writeDuplicate(JsonWriter &json, const diff::Duplicate &duplicate)
{
    json.beginObject();
    json.key("identity");
    writeIdentity(json, duplicate.id);
    json.key("declarations");
    writeDeclarations(json, duplicate.declarations, duplicate.winner);
    writeBoolean(json, "introduced", duplicate.isIntroduced);
    writeBoolean(json, "conflicting", duplicate.isConflicting);
    json.endObject();
}

void writeEffect(JsonWriter &json, const blast::AffectedObject &object)
{
    json.beginObject();
    json.key("identity");
    writeIdentity(json, object.id);
    writeText(json, "effect", word(object.effect));
    writeBoolean(json, "stateful", object.isStateful);
    writeBoolean(json, "derived", object.isDerived);
    writeText(json, "dataFate", word(object.dataFate));
    writeText(json, "storage", object.storage);
    writeTexts(json, "protections", object.protections);
    json.key("because");
    json.beginList();
    for (const blast::Reason &reason : object.because) {
        json.beginObject(Layout::OneLine);
        json.key("identity");
        writeIdentity(json, reason.id);
        writeText(json, "reason", reason.text);
        json.endObject();
    }
    json.endList();
    json.endObject();
}

void writeWaived(JsonWriter &json, const std::optional<rules::AcceptedException> &waived)
{
    json.key("waived");
    if (!waived) {
        json.null();
        return;
    }
    json.beginObject(Layout::OneLine);
    writeText(json, "reason", waived->reason);
    json.key("until");
    if (waived->until.empty())
        json.null();
    else
        json.text(waived->until);
    json.endObject();
}

void writeFinding(JsonWriter &json, const rules::Finding &finding)
{
    json.beginObject();
    writeText(json, "rule", finding.rule);
    writeText(json, "severity", word(finding.severity));
    json.key("identity");
    writeIdentityOrNull(json, finding.id);
    json.key("location");
    if (finding.location)
        writeLocation(json, *finding.location);
    else
        json.null();
    json.key("related");
    json.beginList();
    for (const argo::Location &location : finding.related)
        writeLocation(json, location);
    json.endList();
    writeText(json, "message", finding.message);
    writeText(json, "help", finding.help);
    writeWaived(json, finding.waived);
    json.endObject();
}

void writeProblem(JsonWriter &json, const review::Problem &problem)
{
    json.beginObject(Layout::OneLine);
    writeText(json, "path", problem.path);
    writeNumber(json, "line", static_cast<std::size_t>(problem.line));
    writeText(json, "commit", problem.inHead ? "head" : "base");
    writeText(json, "message", problem.message);
    json.endObject();
}

void writeNotRendered(JsonWriter &json, const review::NotRendered &folder)
{
    json.beginObject(Layout::OneLine);
    writeText(json, "path", folder.path);
    writeText(json, "kind", word(folder.renderer));
    writeNumber(json, "files", folder.files);
    writeNumber(json, "changed", folder.changed);
    json.endObject();
}

void writeUnknown(JsonWriter &json, const argo::Unknown &unknown)
{
    json.beginObject(Layout::OneLine);
    json.key("identity");
    writeIdentityOrNull(json, unknown.id);
    writeText(json, "message", unknown.message);
    json.endObject();
}

template <typename Values, typename Write>
void writeList(JsonWriter &json, std::string_view key, const Values &values, Write write)
{
    json.key(key);
    json.beginList();
    for (const auto &value : values)
        write(json, value);
    json.endList();
}

void writeHeader(JsonWriter &json, const review::Review &review, const Summary &summary)
{
    writeText(json, "schema", "noclobber.review/1");
    writeTool(json, review);
    writeText(json, "comparison", word(review.comparison.kind));
    writeCommit(json, "base", review.comparison.base);
    writeCommit(json, "head", review.comparison.head);
    json.key("mergeBase");
    json.textOrNull(review.comparison.mergeBase);
    writeText(json, "verdict", word(review.verdict));
    writeText(json, "headline", review::headlineText(review.headline));
    writeBoolean(json, "destructive", review.isDestructive);
    writeScopes(json, summary);
    writeSummary(json, review, summary);
}

} // namespace

std::string writeJsonReport(const review::Review &review)
{
    JsonWriter json;
    json.beginObject();
    writeHeader(json, review, summarise(review));
    writeList(json, "changes", review.changes.changes, writeChange);
    writeList(json, "duplicates", review.changes.duplicates, writeDuplicate);
    writeList(json, "effects", review.radius.objects, writeEffect);
    writeList(json, "findings", review.findings, writeFinding);
    writeList(json, "problems", review.problems, writeProblem);
    writeList(json, "notRendered", review.notRendered, writeNotRendered);
    writeList(json, "unknowns", review.unknowns, writeUnknown);
    writeTexts(json, "notes", review.notes);
    json.endObject();
    return json.finish();
}

} // namespace noclobber::report
