#include "core/report/json_record.h"

#include "core/report/json_parts.h"

namespace noclobber::report {

namespace {

void writeProgress(JsonWriter &json, const record::Progress &progress)
{
    json.key("progress");
    json.beginObject(JsonWriter::Layout::OneLine);
    writeNumber(json, "seen", progress.seen);
    writeNumber(json, "objects", progress.objects);
    writeNumber(json, "seenRisky", progress.seenRisky);
    writeNumber(json, "risky", progress.risky);
    writeNumber(json, "changedSinceSeen", progress.changed);
    json.endObject();
}

void writeComment(JsonWriter &json, const record::Comment &comment)
{
    json.beginObject();
    json.key("identity");
    writeIdentity(json, comment.id);
    writeText(json, "field", comment.field);
    writeText(json, "text", comment.text);
    writeText(json, "time", comment.time);
    json.endObject();
}

void writeDecision(JsonWriter &json, const record::ShownRecord &record)
{
    json.key("decision");
    if (!record.decision)
        return json.null();
    const record::Decision &decision = *record.decision;
    json.beginObject();
    writeText(json, "choice", decision.choice == record::Choice::Approve ? "approve" : "request-changes");
    writeText(json, "summary", decision.summary);
    writeText(json, "by", decision.by);
    writeText(json, "time", decision.time);
    writeText(json, "base", decision.base);
    writeText(json, "head", decision.head);
    writeBoolean(json, "outdated", record.isOutdated);
    json.key("override");
    if (decision.overridden) {
        json.beginObject();
        writeText(json, "object", decision.overridden->object);
        writeText(json, "reason", decision.overridden->reason);
        json.endObject();
    } else {
        json.null();
    }
    json.endObject();
}

} // namespace

void writeRecord(JsonWriter &json, const record::ShownRecord &record)
{
    json.key("reviewRecord");
    json.beginObject();
    writeText(json, "reviewer", record.by);
    writeProgress(json, record.progress);
    writeDecision(json, record);
    writeList(json, "comments", record.comments, writeComment);
    json.endObject();
}

} // namespace noclobber::report
