#pragma once

#include <optional>
#include <span>

#include "core/argo/declaration.h"
#include "core/report/json_writer.h"
#include "core/report/summary.h"

namespace noclobber::report {

// The pieces that several JSON documents share (contract, section 5). Each writes one value.

void writeIdentity(JsonWriter &json, const argo::ObjectId &id);

// A key with its value.
void writeText(JsonWriter &json, std::string_view key, std::string_view value);
void writeNumber(JsonWriter &json, std::string_view key, std::size_t value);
void writeBoolean(JsonWriter &json, std::string_view key, bool value);

/// A key with a list of texts.
void writeTexts(JsonWriter &json, std::string_view key, const auto &values)
{
    json.key(key);
    json.beginList(JsonWriter::Layout::OneLine);
    for (const auto &value : values)
        json.text(value);
    json.endList();
}

/// A key with a list, each item written by a function.
template <typename Values, typename Write>
void writeList(JsonWriter &json, std::string_view key, const Values &values, Write write)
{
    json.key(key);
    json.beginList();
    for (const auto &value : values)
        write(json, value);
    json.endList();
}

/// The identity, or null for one without a kind: a finding about a file or about the whole change.
void writeIdentityOrNull(JsonWriter &json, const argo::ObjectId &id);

void writeLocation(JsonWriter &json, const argo::Location &location);

/// All declarations of an object in one commit, in their order; `winner` is the place of the one in effect.
void writeDeclarations(JsonWriter &json, std::span<const argo::Declaration> declarations,
                       std::optional<std::size_t> winner);

/// `tool`: version, Argo CD's version, where the configuration is from.
void writeTool(JsonWriter &json, const review::Review &review);

/// A key with a commit's revision and id.
void writeCommit(JsonWriter &json, std::string_view key, const git::TreeSnapshot &snapshot);

/// `scopes`: name and origin of each.
void writeScopes(JsonWriter &json, const Summary &summary);

/// A key with how many stateful objects are protected.
void writeCoverage(JsonWriter &json, std::string_view key, const blast::Coverage &coverage);

/// `findings` of a summary: how many of each severity, and waived.
void writeFindingCounts(JsonWriter &json, const Summary &summary);

void writeDuplicate(JsonWriter &json, const diff::Duplicate &duplicate);
void writeFinding(JsonWriter &json, const rules::Finding &finding);
void writeProblem(JsonWriter &json, const review::Problem &problem);
void writeNotRendered(JsonWriter &json, const review::NotRendered &folder);
void writeUnknown(JsonWriter &json, const argo::Unknown &unknown);

} // namespace noclobber::report
