#pragma once

#include <concepts>
#include <type_traits>

#include "core/kube/manifest.h"

namespace noclobber::index {

template <typename Value, typename T>
concept Like = std::same_as<std::remove_const_t<Value>, T>;

// What a record holds, in its order. Writing and reading both go through here, so that a new field is one line.
// `Record` has flag, number, choice, text, map, optional and list; the values are const when they are written.

void visitFields(auto &record, Like<yaml::Remark> auto &value)
{
    record.number(value.line);
    record.text(value.message);
}

void visitFields(auto &record, Like<kube::CustomKind> auto &value)
{
    record.text(value.group);
    record.text(value.kind);
    record.choice(value.scope, kube::KindScope::Unknown);
}

void visitFields(auto &record, Like<kube::ClusterSecret> auto &value)
{
    record.text(value.name);
    record.text(value.server);
}

void visitFields(auto &record, Like<kube::Manifest> auto &value)
{
    record.text(value.apiVersion);
    record.text(value.group);
    record.text(value.kind);
    record.text(value.nameSpace);
    record.text(value.name);
    record.text(value.generateName);
    record.number(value.document);
    record.number(value.item);
    record.number(value.firstLine);
    record.number(value.lastLine);
    record.number(value.nameLine);
    record.map(value.annotations);
    if constexpr (requires { value.digest; })
        record.digest(value.digest);
    record.text(value.instanceLabel);
    record.flag(value.hasOwner);
    record.flag(value.isAmbiguous);
    record.optional(value.customKind);
    record.optional(value.cluster);
}

void visitFields(auto &record, Like<kube::FileManifests> auto &value)
{
    record.list(value.manifests);
    record.list(value.problems);
    record.list(value.ambiguities);
    record.number(value.otherDocuments);
    record.flag(value.skipsRendering);
    record.flag(value.argoWouldReportFailure);
}

} // namespace noclobber::index
