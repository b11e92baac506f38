#include "core/report/json_report.h"

#include "core/blast/storage_totals.h"
#include "core/report/json_parts.h"
#include "core/report/json_record.h"
#include "core/report/json_recovery.h"
#include "core/report/summary.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

using Layout = JsonWriter::Layout;

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
    json.key("storage");
    json.beginObject(Layout::OneLine);
    for (const auto &[fate, total] : blast::storageTotals(review.radius))
        writeText(json, word(fate), total);
    json.endObject();
    writeFindingCounts(json, summary);
    json.endObject();
}

/// The version of the winner; while contested of the last one declared.
void writeApiVersion(JsonWriter &json, std::string_view key, const Few<argo::Declaration> &declarations,
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

std::string writeJsonReport(const review::Review &review, const record::ShownRecord *record)
{
    JsonWriter json;
    json.beginObject();
    writeHeader(json, review, summarise(review));
    writeList(json, "changes", review.changes.changes, writeChange);
    writeList(json, "duplicates", review.changes.duplicates, writeDuplicate);
    writeList(json, "effects", review.radius.objects, writeEffect);
    writeRecovery(json, review.recovery);
    writeList(json, "findings", review.findings, writeFinding);
    writeList(json, "problems", review.problems, writeProblem);
    writeList(json, "notRendered", review.notRendered, writeNotRendered);
    writeList(json, "unknowns", review.unknowns, writeUnknown);
    writeTexts(json, "notes", review.notes);
    if (record != nullptr)
        writeRecord(json, *record);
    json.endObject();
    return json.finish();
}

} // namespace noclobber::report
