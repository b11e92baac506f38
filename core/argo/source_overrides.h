#pragma once

#include <map>
#include <string>

#include "core/argo/sources.h"

namespace noclobber::argo {

/// Whether a file is called like one of them.
bool isSourceOverride(std::string_view fileName);

/// The files `.argocd-source.yaml` and `.argocd-source-NAME.yaml` of a commit. Those in a source's path are merged into
/// the source before its type is looked for: the first for every Application, the second for the one of that name.
/// Source: reposerver/repository/repository.go (mergeSourceParameters) of Argo CD.
class SourceOverrides
{
public:
    /// Errors: Git.
    static Result<SourceOverrides> read(const CommitScan &scan, ContentReader &contents);

    /// Merges what stands in the paths of the Application's sources of this repository. A file that cannot be read is
    /// said in its unknownChildren: Argo CD cannot render then.
    void apply(Application &application, const OwnAddresses &own) const;

private:
    std::map<std::string, std::optional<yaml::Node>> m_files; ///< by path; nothing: cannot be read
};

} // namespace noclobber::argo
