#pragma once

#include <optional>
#include <span>

#include "core/argo/declaration.h"
#include "core/report/json_writer.h"

namespace noclobber::report {

// The pieces that several JSON documents share (contract, section 5). Each writes one value.

void writeIdentity(JsonWriter &json, const argo::ObjectId &id);

/// The identity, or null for one without a kind: a finding about a file or about the whole change.
void writeIdentityOrNull(JsonWriter &json, const argo::ObjectId &id);

void writeLocation(JsonWriter &json, const argo::Location &location);

/// All declarations of an object in one commit, in their order; `winner` is the place of the one in effect.
void writeDeclarations(JsonWriter &json, std::span<const argo::Declaration> declarations,
                       std::optional<std::size_t> winner);

} // namespace noclobber::report
