#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/argo/application.h"
#include "core/argo/content_reader.h"
#include "core/argo/scan.h"

namespace noclobber::argo {

/// A GitRepository, from which Flux's Kustomizations take their files. Source: docs/spec/v1/gitrepositories.md of
/// fluxcd/source-controller.
struct GitRepository {
    std::string nameSpace; ///< as written; "" fits every namespace
    std::string file;      ///< where it is declared
    std::string url;
    std::string revision;              ///< branch, tag, range, reference name or commit: the one that counts
    std::optional<std::string> ignore; ///< in the format of .gitignore; then Flux's own defaults do not count
    std::vector<std::string> includes; ///< folders into which it puts files of other repositories
    bool isSuspended = false;
};

/// The GitRepositories of one commit, and its .sourceignore files.
class FluxSources
{
public:
    /// Errors: Git, Yaml.
    static Result<FluxSources> read(const CommitScan &scan, ContentReader &contents);

    /// Puts the address and revision of its GitRepository into a Kustomization's source, with what Flux ignores of it.
    /// Of several with the name (one for each cluster) the one that stands nearest in the tree. A source that is not in
    /// the tree stays a reference: "GitRepository flux-system/apps".
    void resolve(Application &kustomization) const;

    /// Whether any GitRepository is called so, whatever its namespace.
    bool hasAny(const std::string &name) const { return m_repositories.contains(name); }

private:
    const GitRepository *find(const std::string &nameSpace, const std::string &name, std::string_view from) const;

    std::map<std::string, std::vector<GitRepository>> m_repositories; ///< by name
    std::vector<IgnoreRule> m_ignored;                                ///< of all .sourceignore files, outer ones first
};

} // namespace noclobber::argo
