#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "core/argo/content_reader.h"

namespace noclobber::diff {

/// What declarations say, looked at as little as possible. For one thread.
class DeclaredContents
{
public:
    /// The comparison must outlive it. Error Git.
    static Result<DeclaredContents> open(const git::Comparison &comparison);

    /// The content as Kubernetes reads it. Errors: Git, Yaml.
    Result<argo::Content> content(const argo::Declaration &declaration) { return m_reader.content(declaration); }

    /// A number for each declaration of one object; equal numbers, equal content. What has the same bytes is not read
    /// as YAML. Errors: Git, Io, Yaml.
    Result<std::vector<int>> classify(const std::vector<const argo::Declaration *> &declarations);

    /// Whether the lines of both are the same bytes, the last line's end not counted. Errors: Git, Io.
    Result<bool> isSameText(const argo::Declaration &base, const argo::Declaration &head);

private:
    struct File {
        git::BlobId blob;
        std::string bytes;
        std::vector<std::size_t> lineStarts;
    };

    explicit DeclaredContents(argo::ContentReader reader) : m_reader(std::move(reader)) {}
    Result<std::optional<std::string>> distinctText(const argo::Declaration &declaration);
    Result<std::string> textOf(const argo::Declaration &declaration);

    argo::ContentReader m_reader;
    std::deque<File> m_files; ///< the last ones looked at
};

} // namespace noclobber::diff
