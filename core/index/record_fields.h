#pragma once

#include <concepts>
#include <type_traits>

#include "core/kube/manifest.h"

namespace noclobber::index {

template <typename Value, typename T>
concept Like = std::same_as<std::remove_const_t<Value>, T>;

// What a record holds, in its order. Writing and reading both go through here. Each function names all fields of its
// type, so that it does not compile when one was added and is not kept. `Record` has flag, number, choice, text, map,
// optional, node and list; the values are const when they are written.

void visitFields(auto &record, Like<yaml::Remark> auto &value)
{
    auto &[line, message] = value;
    record.number(line);
    record.text(message);
}

void visitFields(auto &record, Like<yaml::Field> auto &value)
{
    auto &[key, line, content] = value;
    record.text(key);
    record.number(line);
    record.node(content);
}

void visitFields(auto &record, Like<yaml::Node> auto &value)
{
    auto &[type, scalar, line, items, fields] = value;
    record.choice(type, yaml::NodeType::Mapping);
    record.text(scalar);
    record.number(line);
    record.list(items);
    record.list(fields);
}

void visitFields(auto &record, Like<kube::CustomKind> auto &value)
{
    auto &[group, kind, scope] = value;
    record.text(group);
    record.text(kind);
    record.choice(scope, kube::KindScope::Unknown);
}

void visitFields(auto &record, Like<kube::ClusterSecret> auto &value)
{
    auto &[name, server] = value;
    record.text(name);
    record.text(server);
}

void visitFields(auto &record, Like<kube::Manifest> auto &value)
{
    auto &[apiVersion, group, kind, nameSpace, name, generateName, document, item, firstLine, lastLine, nameLine,
           isAmbiguous, hasOwner, annotations, instanceLabel, customKind, cluster, content] = value;
    record.text(apiVersion);
    record.text(group);
    record.text(kind);
    record.text(nameSpace);
    record.text(name);
    record.text(generateName);
    record.number(document);
    record.number(item);
    record.number(firstLine);
    record.number(lastLine);
    record.number(nameLine);
    record.map(annotations);
    record.text(instanceLabel);
    record.flag(hasOwner);
    record.optional(customKind);
    record.optional(cluster);
    record.optional(content);
    record.flag(isAmbiguous);
}

void visitFields(auto &record, Like<kube::FileManifests> auto &value)
{
    auto &[manifests, problems, ambiguities, otherDocuments, skipsRendering, argoWouldReportFailure] = value;
    record.list(manifests);
    record.list(problems);
    record.list(ambiguities);
    record.number(otherDocuments);
    record.flag(skipsRendering);
    record.flag(argoWouldReportFailure);
}

} // namespace noclobber::index
