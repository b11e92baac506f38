#include "core/report/json_parts.h"

#include "core/argo/application.h"
#include "core/report/words.h"

namespace noclobber::report {

namespace {

using Layout = JsonWriter::Layout;

void writeLines(JsonWriter &json, const argo::Location &location)
{
    json.key("path");
    json.text(location.path);
    json.key("document");
    json.number(static_cast<std::uint64_t>(location.document));
    json.key("item");
    json.number(static_cast<std::uint64_t>(location.item));
    json.key("lines");
    json.beginList();
    json.number(static_cast<std::uint64_t>(location.firstLine));
    json.number(static_cast<std::uint64_t>(location.lastLine));
    json.endList();
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

} // namespace

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

void writeIdentity(JsonWriter &json, const argo::ObjectId &id)
{
    json.beginObject(JsonWriter::Layout::OneLine);
    json.key("scope");
    json.text(id.scope);
    json.key("group");
    json.text(id.key.group);
    json.key("kind");
    json.text(id.key.kind);
    json.key("namespace");
    json.text(id.key.nameSpace);
    json.key("name");
    json.text(id.key.name);
    json.endObject();
}

void writeIdentityOrNull(JsonWriter &json, const argo::ObjectId &id)
{
    if (id.key.kind.empty())
        json.null();
    else
        writeIdentity(json, id);
}

void writeLocation(JsonWriter &json, const argo::Location &location)
{
    json.beginObject(JsonWriter::Layout::OneLine);
    writeLines(json, location);
    json.endObject();
}

void writeDeclarations(JsonWriter &json, std::span<const argo::Declaration> declarations,
                       std::optional<std::size_t> winner)
{
    json.beginList();
    for (std::size_t place = 0; place < declarations.size(); ++place) {
        const argo::Declaration &declaration = declarations[place];
        json.beginObject(JsonWriter::Layout::OneLine);
        writeLines(json, declaration.location);
        json.key("winner");
        json.boolean(winner == place);
        json.key("application");
        if (declaration.application)
            json.text(argo::applicationName(*declaration.application));
        else
            json.null();
        json.endObject();
    }
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

void writeFindingCounts(JsonWriter &json, const Summary &summary)
{
    json.key("findings");
    json.beginObject(Layout::OneLine);
    for (const Severity severity : {Severity::Block, Severity::Warn, Severity::Note})
        writeNumber(json, word(severity), summary.count(severity));
    writeNumber(json, "waived", summary.waivedFindings);
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

} // namespace noclobber::report
