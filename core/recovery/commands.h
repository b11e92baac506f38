#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "core/argo/object_id.h"

namespace noclobber::recovery {

/// The text as one word of a POSIX shell: as it is where that is safe, else in single quotes.
/// Source: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html section 2.2
std::string shellWord(std::string_view text);

/// Whether a command may repeat the text: not empty, nothing invisible, no option, and no longer than a name that the
/// API server takes (253 bytes).
bool canBeCopied(std::string_view text);

/// Whether commands may repeat the object's names.
bool canBeCopied(const argo::ObjectId &id);

/// The beginnings of commands for the clusters of one change. Where it concerns several, each line names the cluster by
/// a variable without which the shell refuses the line, so that none runs in the wrong one.
class Commands
{
public:
    explicit Commands(const std::set<std::string> &scopes);

    /// "kubectl", with the context of the scope's cluster where there are several, and "-n namespace" if there is one.
    std::string kubectl(const std::string &scope, std::string_view nameSpace = {}) const;
    std::string flux(const argo::ObjectId &id) const;

    /// Variable by scope; empty where there is only one cluster.
    const std::map<std::string, std::string> &contexts() const { return m_contexts; }

private:
    std::string context(const std::string &scope) const;

    std::map<std::string, std::string> m_contexts;
};

/// How kubectl names a kind: "statefulset.apps", "pvc", "Kafka.kafka.strimzi.io".
std::string kindArgument(const kube::ResourceKey &key);

/// "statefulset.apps/kafka", quoted.
std::string objectArgument(const kube::ResourceKey &key);

/// "--resource apps:StatefulSet:kafka/kafka", as `argocd app sync` takes it.
std::string resourceArgument(const kube::ResourceKey &key);

} // namespace noclobber::recovery
